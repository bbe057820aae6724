import type { PermissionTable } from '../kernel/permission.ts';

export const COMPETITION_PERMISSIONS = {
  'competition.list': { zh: '查看大赛', en: 'See the competition', roles: 'everyone' },
  'competition.manage': { zh: '管理大赛', en: 'Run the competition', roles: ['COORDINATOR'] },
  'entry.list': { zh: '查看参赛项目', en: 'See entries', roles: 'everyone' },
  'entry.write': { zh: '填报参赛项目', en: 'Write entries', roles: ['TEAM_LEADER', 'COORDINATOR'] },
  'entry.screen': { zh: '初审参赛项目', en: 'Screen entries', roles: ['COORDINATOR'] },
} as const satisfies PermissionTable;
