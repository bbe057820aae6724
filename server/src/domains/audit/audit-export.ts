import { types as typesEn } from '@xinghuo/shared/audit/nouns.en';
import { types as typesZh } from '@xinghuo/shared/audit/nouns.zh-CN';
import { operations as operationsEn } from '@xinghuo/shared/audit/operations.en';
import { operations as operationsZh } from '@xinghuo/shared/audit/operations.zh-CN';
import { AUDIT_ACTORS, AUDIT_WAYS } from '@xinghuo/shared/audit/ways';
import type { EnumTable } from '@xinghuo/shared/kernel/label';
import { defineExport } from '../../platform/exports/index.ts';
import { auditEventList } from './audit.list.ts';

/** Two tables of words as one of labels. */
function labels<K extends string>(
  zh: Readonly<Record<K, string>>,
  en: Readonly<Record<K, string>>,
): EnumTable {
  return Object.fromEntries((Object.keys(zh) as K[]).map((key) => [key, { zh: zh[key], en: en[key] }]));
}

defineExport({
  list: 'auditEvents',
  name: { zh: '审计日志', en: 'Audit log' },
  of: auditEventList,
  columns: [
    { key: 'at', zh: '时间', en: 'When', type: 'instant', value: 'at' },
    { key: 'actor', zh: '人员', en: 'Who', type: 'words', table: AUDIT_ACTORS, value: 'actor' },
    { key: 'via', zh: '方式', en: 'By way of', type: 'words', table: AUDIT_WAYS, value: 'via' },
    {
      key: 'operation',
      zh: '操作',
      en: 'Step',
      type: 'words',
      table: labels(operationsZh, operationsEn),
      value: 'operation',
      width: 24,
    },
    {
      key: 'subjectType',
      zh: '对象',
      en: 'About',
      type: 'words',
      table: labels(typesZh, typesEn),
      value: 'subjectType',
    },
    { key: 'subjectName', zh: '对象名称', en: 'Its name', type: 'text', value: 'subjectName', width: 24 },
    {
      key: 'subjectNameEn',
      zh: '对象英文名称',
      en: 'Its name in English',
      type: 'text',
      value: 'subjectNameEn',
      width: 24,
    },
    { key: 'subjectId', zh: '对象标识', en: 'Its id', type: 'text', value: 'subjectId', width: 38 },
    { key: 'reason', zh: '理由', en: 'Why', type: 'text', value: 'reason', width: 40 },
    { key: 'sealPosition', zh: '链上位置', en: 'Place in the chain', type: 'number', value: 'sealPosition' },
    { key: 'sealHash', zh: '链上摘要', en: 'Hash', type: 'text', value: 'sealHash', width: 66 },
  ],
});
