import { sql } from 'kysely';
import { defineAccess } from '../../platform/access/access.ts';
import { allOf } from '../../platform/access/condition.ts';
import { holds } from '../../platform/access/viewer.ts';
import { defineRead, expression } from '../../platform/read/define-read.ts';
import { Account } from '../identity/index.ts';

/** Administrators and auditors; it is one for all, and read beside the row of the own account. */
const storageAccess = defineAccess({
  subject: 'StorageUsage',
  read: (viewer, row) =>
    viewer.accountId === null
      ? false
      : allOf(holds(viewer, 'SYSTEM_ADMIN', 'AUDITOR'), sql<boolean>`${row.id} = ${viewer.accountId}`),
  actions: {},
});

/** How storage is read. */
export const storageRead = defineRead({
  type: 'StorageUsage',
  entity: Account,
  access: storageAccess,
  fields: {
    files: expression(() => sql`(select count(*) from stored_file)`),
    fileBytes: expression(() => sql`(select coalesce(sum(size::bigint), 0) from stored_file)`),
    databaseBytes: expression(() => sql`pg_database_size(current_database())`),
  },
});
