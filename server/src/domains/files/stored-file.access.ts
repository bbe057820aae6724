import { sql } from 'kysely';
import { defineAccess, type RowRule } from '../../platform/access/access.ts';
import { anyOf, type Condition, not, type Sql } from '../../platform/access/condition.ts';
import type { Row } from '../../platform/read/row.ts';

/** How a domain holds on to files. */
export interface FileClaim {
  /** Who may read a file through it: `exists` an attachment of something the viewer may see. */
  readonly reads: RowRule;
  /** Whether it refers to a file at all: what nothing refers to is removed after a day. */
  readonly refers: (file: Row) => Sql<boolean>;
}

const claims: FileClaim[] = [];

/** A later domain says what it keeps in files and who may read them. */
export function claimFiles(claim: FileClaim): void {
  claims.push(claim);
}

/** Met by a file that no domain refers to. */
export function unclaimed(file: Row): Condition {
  return not(anyOf(...claims.map((claim) => claim.refers(file))));
}

/** A file is read by whoever uploaded it and by whoever may see what it is attached to. */
export const storedFileAccess = defineAccess({
  subject: 'File',
  read: (viewer, row) =>
    anyOf(
      viewer.accountId === null ? false : sql<boolean>`${row.col('uploadedBy')} = ${viewer.accountId}`,
      ...claims.map((claim) => claim.reads(viewer, row)),
    ),
  actions: {
    attach: (viewer, row) =>
      viewer.accountId === null ? false : sql<boolean>`${row.col('uploadedBy')} = ${viewer.accountId}`,
  },
});
