import { enumTable } from '@xinghuo/shared/kernel/label';
import { manyOf, oneOf, yesNo } from './cell-choices.ts';
import { day, instant } from './cell-dates.ts';
import { decimalText, integer, mail, text } from './cell-parser.ts';
import { defineSheet } from './define-sheet.ts';

/** A sheet with one column of every kind, for the unit tests of this folder. */

const category = enumTable({
  EMERGENCY: { zh: '应急救援', en: 'Emergency rescue' },
  ENVIRONMENT: { zh: '生态环保', en: 'Environment' },
  CULTURE: { zh: '文化教育', en: 'Culture and education' },
});

const party = enumTable({
  ORGANISATION: { zh: '公益组织', en: 'Public-welfare organisation', code: '13' },
  GOVERNMENT: { zh: '机关单位', en: 'Government organ', code: '01' },
});

export const projectSheet = defineSheet({
  name: { zh: '参赛项目', en: 'Entries' },
  columns: [
    { key: 'number', zh: '编号', en: 'Number', required: true, parse: text({ max: 20 }), example: 'XM-001' },
    {
      key: 'title',
      zh: '项目名称',
      en: 'Title',
      required: true,
      parse: text({ max: 40 }),
      example: '河长小卫士',
    },
    {
      key: 'category',
      zh: '类别',
      en: 'Category',
      required: true,
      parse: oneOf(category),
      example: '生态环保',
    },
    {
      key: 'parties',
      zh: '参与方',
      en: 'Parties',
      required: false,
      parse: manyOf(party, { max: 2 }),
      example: '公益组织',
    },
    {
      key: 'members',
      zh: '人数',
      en: 'Members',
      required: true,
      parse: integer({ min: 1, max: 500 }),
      example: '25',
    },
    {
      key: 'budget',
      zh: '预算（元）',
      en: 'Budget (yuan)',
      required: false,
      parse: decimalText({ min: '0', max: '1000000', places: 2 }),
      example: '8000.50',
      note: { zh: '只填数字', en: 'Digits only' },
    },
    {
      key: 'start',
      zh: '开始日期',
      en: 'Start',
      required: false,
      parse: day({ min: '2024-01-01' }),
      example: '2026-03-01',
    },
    {
      key: 'opened',
      zh: '启动时间',
      en: 'Opened',
      required: false,
      parse: instant(),
      example: '2026-03-01 09:30',
    },
    { key: 'insured', zh: '已投保', en: 'Insured', required: false, parse: yesNo(), example: '是' },
    { key: 'mail', zh: '联系邮箱', en: 'Mail', required: false, parse: mail(), example: 'team@example.org' },
  ],
  naturalKey: ['number'],
});
