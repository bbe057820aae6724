import { PARTIES, UNIT_KINDS, UNIT_ROLES } from '@xinghuo/shared/units/unit';
import { defineExport } from '../../platform/exports/index.ts';
import { unitList } from './unit.list.ts';

defineExport({
  list: 'units',
  name: { zh: '单位', en: 'Units' },
  of: unitList,
  columns: [
    { key: 'name', zh: '单位名称', en: 'Name', type: 'text', value: 'name', width: 32 },
    { key: 'nameEn', zh: '英文名称', en: 'Name in English', type: 'text', value: 'nameEn', width: 36 },
    { key: 'party', zh: '主体类别', en: 'Kind of party', type: 'words', table: PARTIES, value: 'party' },
    { key: 'kind', zh: '单位性质', en: 'Kind of unit', type: 'words', table: UNIT_KINDS, value: 'kind' },
    { key: 'role', zh: '机制角色', en: 'Role', type: 'words', table: UNIT_ROLES, value: 'role' },
    { key: 'region', zh: '所在区域', en: 'Region', type: 'text', value: 'region.fullName' },
    { key: 'duties', zh: '职责', en: 'Duties', type: 'list', value: 'duties', width: 60 },
    { key: 'liaisonName', zh: '联络员', en: 'Liaison', type: 'text', value: 'liaisonName' },
  ],
});
