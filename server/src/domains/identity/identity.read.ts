import { ACCOUNT_LIFECYCLE } from '@xinghuo/shared/identity/account';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { Sql } from '../../platform/access/condition.ts';
import { transitionsField } from '../../platform/lifecycle/lifecycle.ts';
import { computed, defineRead, expression, many } from '../../platform/read/define-read.ts';
import { Account, RoleGrant, Session } from './account.entity.ts';
import { accountAccess, roleGrantAccess, sessionAccess } from './identity.access.ts';
import { scopeName } from './scope-names.ts';

/** How a role grant is read. */
export const roleGrantRead = defineRead({
  type: 'RoleGrant',
  entity: RoleGrant,
  access: roleGrantAccess,
  fields: {
    scopeName: expression((row) => scopeName(row.col('scope'), row.col('scopeId'))),
    scopeNameEn: expression((row) => scopeName(row.col('scope'), row.col('scopeId'), 'nameEn')),
  },
});

const grants = many(() => roleGrantRead, { by: 'account', order: (row) => row.id, limit: 50 });

/** How the signed-in account is read. */
export const viewerRead = defineRead({
  type: 'Viewer',
  entity: Account,
  access: accountAccess,
  fields: {
    grants,
    permissions: computed([], (_row, context) => [...context.viewer.permissions].sort()),
  },
});

/** True when the account is the only one left that can administer the product. */
export const onlyAdmin = (accountId: Sql): Sql<boolean> => sql<boolean>`(
  exists (select 1 from role_grant own_admin where own_admin.account_id = ${accountId} and own_admin.role = 'SYSTEM_ADMIN')
  and not exists (select 1 from role_grant other_admin join account other on other.id = other_admin.account_id
    where other_admin.role = 'SYSTEM_ADMIN' and other.id <> ${accountId} and other.state = 'ACTIVE'))`;

/** How an account is read by those who manage accounts. */
export const accountRead = defineRead({
  type: 'Account',
  entity: Account,
  access: accountAccess,
  fields: {
    grants,
    hasPassword: expression((row) => sql`(${row.col('passwordHash')} is not null)`),
    lastSeenAt: expression(
      (row) => sql`(select max(seen.last_seen_at) from session seen where seen.account_id = ${row.id})`,
    ),
    canManage: computed([], (row) => row.may('manage'), ['manage']),
    isSelf: expression((row, { viewer }) => sql`(${row.id} is not distinct from ${viewer.accountId}::uuid)`),
    isOnlyAdmin: expression((row) => onlyAdmin(row.id)),
    availableTransitions: transitionsField(ACCOUNT_LIFECYCLE, {
      needs: ['isSelf', 'isOnlyAdmin'],
      rules: (event, get) => {
        if (event === 'enable') return [];
        if (get<boolean>('isSelf')) return [problem('SELF_REFUSED')];
        return get<boolean>('isOnlyAdmin') ? [problem('LAST_ADMIN')] : [];
      },
    }),
  },
});

/** How an own session is read. */
export const sessionRead = defineRead({
  type: 'Session',
  entity: Session,
  access: sessionAccess,
  fields: {
    current: expression(
      (row, { viewer }) => sql`(${row.id} is not distinct from ${viewer.credentialId}::uuid)`,
    ),
  },
});
