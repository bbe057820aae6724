import { BENEFICIARIES, ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import { defineExport } from '../../platform/exports/index.ts';
import { entryList } from './entry.list.ts';

defineExport({
  list: 'entries',
  name: { zh: '参赛项目', en: 'Entries' },
  of: entryList,
  columns: [
    { key: 'number', zh: '项目编号', en: 'Number', type: 'text', value: 'number', width: 16 },
    { key: 'title', zh: '项目名称', en: 'Title', type: 'text', value: 'title', width: 36 },
    { key: 'titleEn', zh: '英文名称', en: 'Title in English', type: 'text', value: 'titleEn', width: 36 },
    { key: 'competition', zh: '届次', en: 'Edition', type: 'number', value: 'competition.year' },
    { key: 'category', zh: '类别', en: 'Category', type: 'text', value: 'category.title' },
    { key: 'team', zh: '参赛队伍', en: 'Team', type: 'text', value: 'team.name', width: 28 },
    { key: 'teamNumber', zh: '队伍编号', en: 'Team number', type: 'text', value: 'team.number' },
    {
      key: 'applicantKind',
      zh: '申报主体',
      en: 'Kind of applicant',
      type: 'words',
      table: APPLICANT_KINDS,
      value: 'applicantKind',
    },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: ENTRY_STATES, value: 'state' },
    { key: 'award', zh: '奖项', en: 'Award', type: 'text', value: 'award.title' },
    { key: 'mean', zh: '评分均值', en: 'Mean of marks', type: 'number', places: 2, value: 'meanScore' },
    { key: 'submittedAt', zh: '提交时间', en: 'Submitted', type: 'instant', value: 'submittedAt' },
    {
      key: 'beneficiaries',
      zh: '服务对象',
      en: 'Beneficiaries',
      type: 'words',
      table: BENEFICIARIES,
      value: 'beneficiaries',
    },
    {
      key: 'budgetTotal',
      zh: '预算合计（元）',
      en: 'Budget (yuan)',
      type: 'number',
      places: 2,
      value: 'budgetTotal',
    },
    {
      key: 'factsMembers',
      zh: '提交时队员数',
      en: 'Members at submission',
      type: 'number',
      value: 'factsMembers',
    },
    {
      key: 'factsHours',
      zh: '提交时服务时长（小时）',
      en: 'Hours at submission',
      type: 'hours',
      value: 'factsMinutes',
    },
    { key: 'contactName', zh: '联系人', en: 'Contact', type: 'text', value: 'contactName' },
    { key: 'contactPhone', zh: '联系电话', en: 'Telephone', type: 'text', value: 'contactPhone' },
    { key: 'summary', zh: '项目摘要', en: 'Summary', type: 'text', value: 'summary', width: 60 },
  ],
});
