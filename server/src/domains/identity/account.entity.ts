import { defineEntity, p } from '@mikro-orm/core';
import { ACCOUNT_STATES, type AccountState } from '@xinghuo/shared/identity/account';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import { ROLES, type Role, SCOPE_KINDS, type ScopeKind } from '@xinghuo/shared/kernel/role';
import { editable, id } from '../../platform/entity/base.ts';

const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    ...editable,
    /** The sign-in name, stored in lower case; personal, so the audit log does not hold it. */
    email: p.text().unique().hidden(),
    name: p.text(),
    locale: p.text().default('zh-CN'),
    state: p.enum(valuesOf(ACCOUNT_STATES)).$type<AccountState>().default('ACTIVE'),
    /** argon2id in PHC form; null until the person has chosen one. */
    passwordHash: p.text().nullable().hidden(),
    mustChangePassword: p.boolean().default(false),
    failedAttempts: p.integer().default(0),
    lockedUntil: p.datetime().nullable(),
  },
  checks: [{ name: 'account_email_lower', expression: 'email = lower(email)' }],
});

/** A person who can sign in. */
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);

const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    ...id,
    account: () => p.manyToOne(Account).ref().deleteRule('cascade').index(),
    role: p.enum(valuesOf(ROLES)).$type<Role>(),
    scope: p.enum(valuesOf(SCOPE_KINDS)).$type<ScopeKind>(),
    /** Null exactly when the scope is the whole city. */
    scopeId: p.uuid().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
  uniques: [
    {
      name: 'role_grant_once',
      expression:
        'create unique index role_grant_once on role_grant (account_id, role, scope, scope_id) nulls not distinct',
    },
  ],
  checks: [{ name: 'role_grant_scope', expression: `(scope = 'CITY') = (scope_id is null)` }],
});

/** A role an account holds, with what it is limited to. */
export class RoleGrant extends RoleGrantSchema.class {}
RoleGrantSchema.setClass(RoleGrant);

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    ...id,
    account: () => p.manyToOne(Account).ref().deleteRule('cascade').index(),
    /** SHA-256 of the cookie's value: the database does not hold what a thief could use. */
    tokenHash: p.text().unique().hidden(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    ip: p.text().hidden(),
    userAgent: p.text(),
  },
});

/** One sign-in on one browser. */
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
