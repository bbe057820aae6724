import { enumTable } from '../kernel/label.ts';
import type { PermissionTable } from '../kernel/permission.ts';
import type { ProblemTable } from '../kernel/problem.ts';

/** What an import may be, and for how long a preview may be confirmed. */
export const IMPORT = {
  maxBytes: 10 * 1024 * 1024,
  previewMinutes: 60,
  /** Problems told in full; their number is told in any case. */
  problems: 500,
  /** Rows shown from the start of the sheet. */
  sample: 200,
  /** A confirmed sheet of at most so many rows is written at once, a longer one in the background. */
  atOnce: 1000,
} as const;

/** Where an import stands. Nothing of it is written before it is done. */
export const IMPORT_STATES = enumTable({
  QUEUED: {
    zh: '导入中',
    en: 'Importing',
    note: 'Confirmed; written in the background, all of it or nothing.',
  },
  DONE: { zh: '已导入', en: 'Imported' },
  FAILED: { zh: '未导入', en: 'Not imported', note: 'Nothing of it was written.' },
});
export type ImportState = keyof typeof IMPORT_STATES;

export const IMPORT_PERMISSIONS = {
  'import.run': {
    zh: '导入数据',
    en: 'Import sheets',
    roles: ['COORDINATOR', 'SYSTEM_ADMIN'],
  },
  'import.list': { zh: '查看导入记录', en: 'See imports', roles: ['COORDINATOR', 'SYSTEM_ADMIN', 'AUDITOR'] },
} as const satisfies PermissionTable;

/** Refusals of imports. */
export const IMPORT_PROBLEMS = {
  IMPORT_HAS_PROBLEMS: 'The sheet has problems; nothing of it is imported. params: count.',
  IMPORT_EXPIRED: 'The preview is too old to be confirmed: send the file again. params: minutes.',
  IMPORT_RIGHT_LOST: 'Whoever confirmed the import may no longer do so: nothing of it was written.',
  ROW_KEY_AMBIGUOUS: 'The name fits more than one: write the code or the full name.',
  ROW_NOT_ALLOWED:
    'The object of this row is in a state in which an import must not change it. params: state.',
} as const satisfies ProblemTable;
