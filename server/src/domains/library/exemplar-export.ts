import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { defineExport } from '../../platform/exports/index.ts';
import { exemplarList } from './exemplar.list.ts';

defineExport({
  list: 'exemplarProjects',
  name: { zh: '示范项目', en: 'Exemplary projects' },
  of: exemplarList,
  columns: [
    { key: 'category', zh: '类别', en: 'Category', type: 'words', table: CATEGORIES, value: 'category' },
    { key: 'title', zh: '项目名称', en: 'Title', type: 'text', value: 'title', width: 40 },
    {
      key: 'organisation',
      zh: '实施单位',
      en: 'Organisation',
      type: 'text',
      value: 'organisation',
      width: 30,
    },
    { key: 'region', zh: '地区', en: 'Region', type: 'text', value: 'region' },
    { key: 'award', zh: '获奖情况', en: 'Award', type: 'text', value: 'award', width: 36 },
    { key: 'year', zh: '年份', en: 'Year', type: 'number', value: 'year' },
    { key: 'summary', zh: '项目简介', en: 'Summary', type: 'text', value: 'summary', width: 60 },
    {
      key: 'replicablePoints',
      zh: '可复制经验',
      en: 'Replicable points',
      type: 'list',
      value: 'replicablePoints',
      width: 60,
    },
  ],
});
