import type { PermissionTable } from '../kernel/permission.ts';

export const AUDIT_PERMISSIONS = {
  'audit.list': { zh: '查看审计日志', en: 'Read the audit log', roles: ['AUDITOR', 'SYSTEM_ADMIN'] },
  'audit.history': {
    zh: '查看对象的变更记录',
    en: 'Read the history of an object',
    roles: ['AUDITOR', 'SYSTEM_ADMIN', 'COORDINATOR'],
  },
} as const satisfies PermissionTable;
