import type { PermissionTable } from '../kernel/permission.ts';

export const TEAM_PERMISSIONS = {
  'team.list': {
    zh: '查看队伍',
    en: 'See teams',
    roles: ['COORDINATOR', 'AUDITOR', 'SYSTEM_ADMIN', 'UNIT_LIAISON', 'SITE_MANAGER', 'TEAM_LEADER'],
  },
  'team.create': { zh: '登记队伍', en: 'Register a team', roles: ['COORDINATOR', 'UNIT_LIAISON'] },
  'team.update': {
    zh: '修改队伍资料',
    en: 'Change a team',
    roles: ['COORDINATOR', 'UNIT_LIAISON', 'TEAM_LEADER'],
  },
  'team.manage': { zh: '审核队伍', en: 'Approve and suspend teams', roles: ['COORDINATOR'] },
  'team.import': { zh: '导入队伍', en: 'Import teams', roles: ['COORDINATOR'] },
} as const satisfies PermissionTable;
