import { APPLICANT_KINDS, SERVICE_TYPES, TEAM_KINDS, TEAM_STATES } from '@xinghuo/shared/teams/team';
import { defineExport } from '../../platform/exports/index.ts';
import { teamList } from './team.list.ts';

defineExport({
  list: 'teams',
  name: { zh: '队伍', en: 'Teams' },
  of: teamList,
  columns: [
    { key: 'number', zh: '队伍编号', en: 'Number', type: 'text', value: 'number' },
    { key: 'name', zh: '队伍名称', en: 'Name', type: 'text', value: 'name', width: 28 },
    { key: 'nameEn', zh: '英文名称', en: 'Name in English', type: 'text', value: 'nameEn', width: 32 },
    { key: 'state', zh: '状态', en: 'State', type: 'words', table: TEAM_STATES, value: 'state' },
    { key: 'kind', zh: '队伍性质', en: 'Kind', type: 'words', table: TEAM_KINDS, value: 'kind' },
    { key: 'unit', zh: '所属单位', en: 'Unit', type: 'text', value: 'unit.name', width: 28 },
    { key: 'region', zh: '服务区域', en: 'Region', type: 'text', value: 'region.fullName' },
    {
      key: 'serviceTypes',
      zh: '服务类型',
      en: 'Services',
      type: 'words',
      table: SERVICE_TYPES,
      value: 'serviceTypes',
      width: 28,
    },
    {
      key: 'applicantKind',
      zh: '申报主体',
      en: 'Kind of applicant',
      type: 'words',
      table: APPLICANT_KINDS,
      value: 'applicantKind',
    },
    { key: 'founded', zh: '成立日期', en: 'Founded', type: 'day', value: 'founded' },
    { key: 'leader', zh: '负责人', en: 'Leader', type: 'text', value: 'leader.name' },
    { key: 'memberCount', zh: '登记人数', en: 'Members', type: 'number', value: 'memberCount' },
    { key: 'activeMonths', zh: '近一年活跃月数', en: 'Active months', type: 'number', value: 'activeMonths' },
    {
      key: 'serviceHours',
      zh: '累计服务时长（小时）',
      en: 'Hours of service',
      type: 'hours',
      value: 'serviceMinutes',
    },
  ],
});
