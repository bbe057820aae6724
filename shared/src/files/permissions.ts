import type { PermissionTable } from '../kernel/permission.ts';

/** Permissions of the files domain. */
export const FILE_PERMISSIONS = {
  'file.upload': {
    zh: '上传文件',
    en: 'Upload files',
    roles: ['TEAM_LEADER', 'COORDINATOR', 'UNIT_LIAISON', 'SITE_MANAGER', 'SYSTEM_ADMIN'],
  },
  'storage.usage': { zh: '查看存储用量', en: 'See how much is stored', roles: ['SYSTEM_ADMIN', 'AUDITOR'] },
} as const satisfies PermissionTable;

/** Uploads: largest file in bytes, and the most files an account may send in an hour. */
export const UPLOAD = { maxBytes: 20 * 1024 * 1024, perHour: 120 } as const;
