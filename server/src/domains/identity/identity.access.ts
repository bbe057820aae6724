import { sql } from 'kysely';
import { defineAccess } from '../../platform/access/access.ts';
import { allOf, anyOf, asSql, type Condition, not, type Sql } from '../../platform/access/condition.ts';
import { holds, holdsCitywide, type Viewer } from '../../platform/access/viewer.ts';
import type { Row } from '../../platform/read/row.ts';
import { belongsToEditions, coordinatedEditions } from './edition-people.ts';

const own = (viewer: Viewer, row: Row, property: string): Condition =>
  viewer.accountId === null ? false : sql<boolean>`${row.col(property)} = ${viewer.accountId}`;

/** Those who see all accounts, roles and invitations. */
const seesAll = (viewer: Viewer): boolean =>
  holds(viewer, 'SYSTEM_ADMIN', 'AUDITOR') || holdsCitywide(viewer, 'COORDINATOR');

const isAdmin = (accountId: Sql): Sql<boolean> =>
  sql<boolean>`exists (select 1 from role_grant admin_grant where admin_grant.account_id = ${accountId} and admin_grant.role = 'SYSTEM_ADMIN')`;

/** `exists` a role of the account that meets the condition. */
function someGrant(accountId: Sql, condition: (grant: { role: Sql; scopeId: Sql }) => Condition): Condition {
  const met = condition({ role: sql`held_grant.role`, scopeId: sql`held_grant.scope_id` });
  if (met === false) return false;
  return sql<boolean>`exists (select 1 from role_grant held_grant where held_grant.account_id = ${accountId} and ${asSql(met)})`;
}

/** Judges and entrants of the editions that the viewer coordinates. */
const inEditions = (viewer: Viewer, accountId: Sql): Condition =>
  someGrant(accountId, (grant) => belongsToEditions(grant, coordinatedEditions(viewer)));

/**
 * People who manage accounts: administrators all of them, coordinators all but administrators'. A coordinator of single
 * editions manages those who have nothing but roles in them: whoever can reset a password acts with all its roles.
 */
const managesAccount = (viewer: Viewer, accountId: Sql): Condition => {
  if (holds(viewer, 'SYSTEM_ADMIN')) return true;
  if (holdsCitywide(viewer, 'COORDINATOR')) return not(isAdmin(accountId));
  const editions = coordinatedEditions(viewer);
  if (editions.length === 0) return false;
  const elsewhere = someGrant(accountId, (grant) => not(belongsToEditions(grant, editions)));
  return allOf(inEditions(viewer, accountId), not(elsewhere));
};

/** Accounts: one's own, and those one manages or audits. */
export const accountAccess = defineAccess({
  subject: 'Account',
  read: (viewer, row) => anyOf(seesAll(viewer), own(viewer, row, 'id'), inEditions(viewer, row.id)),
  actions: {
    own: (viewer, row) => own(viewer, row, 'id'),
    manage: (viewer, row) => managesAccount(viewer, row.id),
  },
});

/** Roles: one's own, and those one may give out or audits. */
export const roleGrantAccess = defineAccess({
  subject: 'RoleGrant',
  read: (viewer, row) =>
    anyOf(
      seesAll(viewer),
      own(viewer, row, 'account'),
      belongsToEditions({ role: row.col('role'), scopeId: row.col('scopeId') }, coordinatedEditions(viewer)),
    ),
  actions: {
    remove: (viewer, row) =>
      anyOf(
        holds(viewer, 'SYSTEM_ADMIN'),
        holdsCitywide(viewer, 'COORDINATOR') ? not(isAdmin(row.col('account'))) : false,
        belongsToEditions(
          { role: row.col('role'), scopeId: row.col('scopeId') },
          coordinatedEditions(viewer),
        ),
      ),
  },
});

/** Sessions: one's own only. */
export const sessionAccess = defineAccess({
  subject: 'Session',
  read: (viewer, row) => own(viewer, row, 'account'),
  actions: { end: (viewer, row) => own(viewer, row, 'account') },
});

/** API tokens: one's own; administrators and auditors see all, administrators end them. */
export const apiTokenAccess = defineAccess({
  subject: 'ApiToken',
  read: (viewer, row) => anyOf(holds(viewer, 'SYSTEM_ADMIN', 'AUDITOR'), own(viewer, row, 'account')),
  actions: {
    revoke: (viewer, row) => anyOf(holds(viewer, 'SYSTEM_ADMIN'), own(viewer, row, 'account')),
  },
});

/** Offers that all belong to the editions the viewer coordinates; a link for a password offers nothing. */
function offersEditionRoles(viewer: Viewer, invitationId: Sql): Condition {
  const editions = coordinatedEditions(viewer);
  if (editions.length === 0) return false;
  const belongs = belongsToEditions({ role: sql`offer.role`, scopeId: sql`offer.scope_id` }, editions);
  return sql<boolean>`coalesce((select bool_and(${asSql(belongs)}) from invitation_grant offer where offer.invitation_id = ${invitationId}), false)`;
}

/** Invitations: those one may send, or audits. Nobody sees the link. */
export const invitationAccess = defineAccess({
  subject: 'Invitation',
  read: (viewer, row) => anyOf(seesAll(viewer), offersEditionRoles(viewer, row.id)),
  actions: {
    manage: (viewer, row) =>
      anyOf(
        holds(viewer, 'SYSTEM_ADMIN'),
        holdsCitywide(viewer, 'COORDINATOR')
          ? sql<boolean>`not exists (select 1 from invitation_grant offer where offer.invitation_id = ${row.id} and offer.role = 'SYSTEM_ADMIN')`
          : false,
        offersEditionRoles(viewer, row.id),
      ),
  },
});

/** Offered roles are seen with their invitation. */
export const invitationGrantAccess = defineAccess({
  subject: 'InvitationGrant',
  read: (viewer, row) => anyOf(seesAll(viewer), offersEditionRoles(viewer, row.col('invitation'))),
  actions: {},
});

/** What a link offers: whoever holds the secret may read it while it can be used; there is no other way to it. */
export const invitationOfferAccess = defineAccess({
  subject: 'InvitationOffer',
  read: (_viewer, row) =>
    sql<boolean>`(${row.col('acceptedAt')} is null and ${row.col('revokedAt')} is null)`,
  actions: {},
});
