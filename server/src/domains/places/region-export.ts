import { REGION_LEVELS } from '@xinghuo/shared/places/region';
import { defineExport } from '../../platform/exports/index.ts';
import { regionList } from './region.list.ts';

defineExport({
  list: 'regions',
  name: { zh: '行政区划', en: 'Regions' },
  of: regionList,
  columns: [
    { key: 'code', zh: '统计代码', en: 'Code', type: 'text', value: 'code' },
    { key: 'name', zh: '名称', en: 'Name', type: 'text', value: 'name' },
    { key: 'fullName', zh: '全称', en: 'Full name', type: 'text', value: 'fullName', width: 36 },
    { key: 'level', zh: '级别', en: 'Level', type: 'words', table: REGION_LEVELS, value: 'level' },
  ],
});
