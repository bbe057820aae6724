import { INVITATION_LIFECYCLE } from '@xinghuo/shared/identity/invitation';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import { clocked, defineRead, expression, many } from '../../platform/read/define-read.ts';
import type { Row } from '../../platform/read/row.ts';
import { invitationAccess, invitationGrantAccess, invitationOfferAccess } from './identity.access.ts';
import { Invitation, InvitationGrant } from './invitation.entity.ts';
import { scopeName } from './scope-names.ts';

const ofAccount = (column: string) => (row: Row) =>
  sql`(select person.${sql.ref(column)} from account person where person.id = ${row.col('account')})`;

/** The address an invitation was sent to. */
export const invitationEmail = ofAccount('email');

/** `InvitationState` of a row at an instant; the same rule as `invitationState` in shared. */
export const stateOfInvitation = (row: Row, now: Date): Sql => sql`case
  when ${row.col('acceptedAt')} is not null then 'ACCEPTED'
  when ${row.col('revokedAt')} is not null then 'REVOKED'
  when ${row.col('expiresAt')} > ${now} then 'PENDING' else 'EXPIRED' end`;

/** How an offered role is read. */
export const invitationGrantRead = defineRead({
  type: 'InvitationGrant',
  entity: InvitationGrant,
  access: invitationGrantAccess,
  fields: {
    scopeName: expression((row) => scopeName(row.col('scope'), row.col('scopeId'))),
    scopeNameEn: expression((row) => scopeName(row.col('scope'), row.col('scopeId'), 'nameEn')),
  },
});

/** How an invitation is read by those who invite. */
export const invitationRead = defineRead({
  type: 'Invitation',
  entity: Invitation,
  access: invitationAccess,
  fields: {
    email: expression(invitationEmail),
    state: clocked(stateOfInvitation),
    grants: many(() => invitationGrantRead, { by: 'invitation', order: (row) => row.id, limit: 50 }),
    invitedByName: expression(
      (row) => sql`(select inviter.name from account inviter where inviter.id = ${row.col('invitedBy')})`,
    ),
    availableTransitions: transitionsField(INVITATION_LIFECYCLE),
  },
});

const firstOffer = (value: Sql) => (row: Row) =>
  sql`(select ${value} from invitation_grant offer where offer.invitation_id = ${row.id} order by offer.id limit 1)`;

/** How the holder of a link reads it. */
export const invitationOfferRead = defineRead({
  type: 'InvitationOffer',
  entity: Invitation,
  access: invitationOfferAccess,
  fields: {
    email: expression(invitationEmail),
    role: expression(firstOffer(sql`offer.role`)),
    scopeName: expression((row) => firstOffer(scopeName(sql`offer.scope`, sql`offer.scope_id`))(row)),
    scopeNameEn: expression((row) =>
      firstOffer(scopeName(sql`offer.scope`, sql`offer.scope_id`, 'nameEn'))(row),
    ),
    hasPassword: expression(
      (row) => sql`(${row.col('kind')} = 'INVITATION' and ${ofAccount('password_hash')(row)} is not null)`,
    ),
  },
});
