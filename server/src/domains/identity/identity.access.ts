import { sql } from 'kysely';
import { defineAccess } from '../../platform/access/access.ts';
import { anyOf, type Condition } from '../../platform/access/condition.ts';
import { holds, holdsCitywide, type Viewer } from '../../platform/access/viewer.ts';
import type { Row } from '../../platform/read/row.ts';

const own = (viewer: Viewer, row: Row, property: string): Condition =>
  viewer.accountId === null ? false : sql<boolean>`${row.col(property)} = ${viewer.accountId}`;

/** People who manage accounts: administrators all of them, coordinators all but administrators'. */
const manages = (viewer: Viewer, account: Condition): Condition =>
  anyOf(holds(viewer, 'SYSTEM_ADMIN'), holdsCitywide(viewer, 'COORDINATOR') ? account : false);

const notAdmin = (accountId: ReturnType<Row['col']>): Condition =>
  sql<boolean>`not exists (select 1 from role_grant g where g.account_id = ${accountId} and g.role = 'SYSTEM_ADMIN')`;

/** Accounts: one's own, and those one manages or audits. */
export const accountAccess = defineAccess({
  subject: 'Account',
  read: (viewer, row) =>
    anyOf(
      holds(viewer, 'SYSTEM_ADMIN', 'AUDITOR'),
      holdsCitywide(viewer, 'COORDINATOR'),
      own(viewer, row, 'id'),
    ),
  actions: {
    own: (viewer, row) => own(viewer, row, 'id'),
    manage: (viewer, row) => manages(viewer, notAdmin(row.id)),
  },
});

/** Role grants are seen with their account. */
export const roleGrantAccess = defineAccess({
  subject: 'RoleGrant',
  read: (viewer, row) =>
    anyOf(
      holds(viewer, 'SYSTEM_ADMIN', 'AUDITOR'),
      holdsCitywide(viewer, 'COORDINATOR'),
      own(viewer, row, 'account'),
    ),
  actions: {},
});

/** Sessions: one's own only. */
export const sessionAccess = defineAccess({
  subject: 'Session',
  read: (viewer, row) => own(viewer, row, 'account'),
  actions: { end: (viewer, row) => own(viewer, row, 'account') },
});
