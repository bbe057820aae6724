import type { PermissionTable } from '../kernel/permission.ts';

export const LIBRARY_PERMISSIONS = {
  'library.manage': { zh: '维护示范项目库', en: 'Look after the library', roles: ['COORDINATOR'] },
} as const satisfies PermissionTable;
