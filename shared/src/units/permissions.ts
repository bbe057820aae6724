import type { PermissionTable } from '../kernel/permission.ts';

export const UNIT_PERMISSIONS = {
  'unit.list': { zh: '查看单位', en: 'See units', roles: 'signed-in' },
  'unit.manage': { zh: '管理单位', en: 'Manage units', roles: ['COORDINATOR'] },
  'unit.update': { zh: '修改单位资料', en: 'Change a unit', roles: ['COORDINATOR', 'UNIT_LIAISON'] },
  'unit.import': { zh: '导入单位', en: 'Import units', roles: ['COORDINATOR'] },
} as const satisfies PermissionTable;
