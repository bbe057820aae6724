import { defineEntity, p } from '@mikro-orm/core';
import { INVITATION_KINDS, type InvitationKind } from '@xinghuo/shared/identity/invitation';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { ROLES, type Role, SCOPE_KINDS, type ScopeKind } from '@xinghuo/shared/kernel/role';
import { editable, id } from '../../platform/entity/base.ts';
import { Account } from './account.entity.ts';

const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    ...editable,
    kind: p.enum(valuesOf(INVITATION_KINDS)).$type<InvitationKind>(),
    /** Made with the invitation when the address was new; it has no password and no role until the link is used. */
    account: () => p.manyToOne(Account).ref().deleteRule('cascade').index(),
    /** The name as the inviter wrote it. */
    name: p.text(),
    /** SHA-256 of the link's secret. Sending again replaces it, so that only the last link works. */
    tokenHash: p.text().unique().hidden(),
    /** Null when the product itself sent it. */
    invitedBy: () => p.manyToOne(Account).ref().nullable().deleteRule('set null').index(),
    sentAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['createdAt', 'id'] }],
  checks: [
    { name: 'invitation_used_once', expression: 'accepted_at is null or revoked_at is null' },
    { name: 'invitation_lifetime', expression: 'expires_at > sent_at' },
  ],
});

/** A link that was sent to a person: offers roles, or lets them choose a password. */
export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation);

const InvitationGrantSchema = defineEntity({
  name: 'InvitationGrant',
  tableName: 'invitation_grant',
  properties: {
    ...id,
    invitation: () => p.manyToOne(Invitation).ref().deleteRule('cascade').index(),
    role: p.enum(valuesOf(ROLES)).$type<Role>(),
    scope: p.enum(valuesOf(SCOPE_KINDS)).$type<ScopeKind>(),
    scopeId: p.uuid().nullable(),
  },
  uniques: [
    {
      name: 'invitation_grant_once',
      expression:
        'create unique index invitation_grant_once on invitation_grant (invitation_id, role, scope, scope_id) nulls not distinct',
    },
  ],
  checks: [{ name: 'invitation_grant_scope', expression: `(scope = 'CITY') = (scope_id is null)` }],
});

/** A role that an invitation offers. */
export class InvitationGrant extends InvitationGrantSchema.class {}
InvitationGrantSchema.setClass(InvitationGrant);
