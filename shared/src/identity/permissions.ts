import type { PermissionTable } from '../kernel/permission.ts';

export const IDENTITY_PERMISSIONS = {
  'session.own': { zh: '管理自己的登录', en: 'Manage the own session', roles: 'signed-in' },
  'account.list': { zh: '查看账号', en: 'See accounts', roles: ['SYSTEM_ADMIN', 'COORDINATOR', 'AUDITOR'] },
  'account.manage': { zh: '管理账号', en: 'Manage accounts', roles: ['SYSTEM_ADMIN', 'COORDINATOR'] },
  'account.import': { zh: '导入账号', en: 'Import accounts', roles: ['SYSTEM_ADMIN', 'COORDINATOR'] },
  'invitation.list': {
    zh: '查看邀请',
    en: 'See invitations',
    roles: ['SYSTEM_ADMIN', 'COORDINATOR', 'AUDITOR'],
  },
  'invitation.manage': { zh: '发出邀请', en: 'Invite people', roles: ['SYSTEM_ADMIN', 'COORDINATOR'] },
  'token.own': {
    zh: '管理自己的访问令牌',
    en: 'Manage own API tokens',
    roles: ['SYSTEM_ADMIN', 'COORDINATOR', 'UNIT_LIAISON', 'TEAM_LEADER', 'AUDITOR'],
  },
  'token.list': { zh: '查看全部访问令牌', en: 'See all API tokens', roles: ['SYSTEM_ADMIN', 'AUDITOR'] },
} as const satisfies PermissionTable;
