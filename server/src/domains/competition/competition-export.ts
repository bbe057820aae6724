import { COMPETITION_STATES } from '@xinghuo/shared/competition/competition';
import { defineExport } from '../../platform/exports/index.ts';
import { competitionList } from './competition.list.ts';

defineExport({
  list: 'competitions',
  name: { zh: '大赛各届', en: 'Editions' },
  of: competitionList,
  columns: [
    { key: 'year', zh: '届次', en: 'Edition', type: 'number', value: 'year' },
    { key: 'title', zh: '名称', en: 'Title', type: 'text', value: 'title', width: 40 },
    { key: 'titleEn', zh: '英文名称', en: 'Title in English', type: 'text', value: 'titleEn', width: 40 },
    { key: 'theme', zh: '主题', en: 'Theme', type: 'text', value: 'theme', width: 28 },
    { key: 'state', zh: '阶段', en: 'Phase', type: 'words', table: COMPETITION_STATES, value: 'state' },
    { key: 'hosts', zh: '主办单位', en: 'Hosts', type: 'list', value: 'hosts.unit.name', width: 40 },
    { key: 'entriesOpenAt', zh: '征集开始', en: 'Entries open', type: 'instant', value: 'entriesOpenAt' },
    { key: 'entriesCloseAt', zh: '征集截止', en: 'Entries close', type: 'instant', value: 'entriesCloseAt' },
    {
      key: 'screeningCloseAt',
      zh: '初审截止',
      en: 'Screening closes',
      type: 'instant',
      value: 'screeningCloseAt',
    },
    {
      key: 'publicityStartsAt',
      zh: '公示开始',
      en: 'Notice begins',
      type: 'instant',
      value: 'publicityStartsAt',
    },
    { key: 'publicityEndsAt', zh: '公示结束', en: 'Notice ends', type: 'instant', value: 'publicityEndsAt' },
    { key: 'publishedAt', zh: '公布时间', en: 'Published', type: 'instant', value: 'publishedAt' },
    { key: 'entryCount', zh: '项目数', en: 'Entries', type: 'number', value: 'entryCount' },
  ],
});
