import { sql } from 'kysely';
import { defineAccess } from '../access/access.ts';

/** Imports that were done are seen by all who may list imports. */
export const importRunAccess = defineAccess({
  subject: 'ImportRun',
  read: (viewer) => viewer.permissions.has('import.list'),
  actions: {},
});

/** A preview belongs to whoever sent the sheet. */
export const importPreviewAccess = defineAccess({
  subject: 'ImportPreview',
  read: (viewer, row) =>
    viewer.accountId === null
      ? viewer.via === 'system'
      : sql<boolean>`${row.col('accountId')} = ${viewer.accountId}`,
  actions: {},
});
