import { computed, defineRead, expression, many } from '../../platform/read/define-read.ts';
import { Account, RoleGrant } from './account.entity.ts';
import { accountAccess, roleGrantAccess } from './identity.access.ts';
import { scopeName } from './scope-names.ts';

/** How a role grant is read. */
export const roleGrantRead = defineRead({
  type: 'RoleGrant',
  entity: RoleGrant,
  access: roleGrantAccess,
  fields: { scopeName: expression((row) => scopeName(row.col('scope'), row.col('scopeId'))) },
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

/** How an account is read by those who manage accounts. */
export const accountRead = defineRead({
  type: 'Account',
  entity: Account,
  access: accountAccess,
  fields: { grants },
});
