import { IDENTITY_PERMISSIONS } from '@xinghuo/shared/identity/permissions';
import type { Domain } from '../../platform/domain.ts';
import { Account, RoleGrant, Session } from './account.entity.ts';
import { AccountResolver } from './account.resolver.ts';
import { SessionResolver } from './identity.resolver.ts';
import './identity.read.ts';

export { Account, RoleGrant, Session } from './account.entity.ts';
export { createAuthenticate, IDENTITY_CHANGED } from './authenticate.ts';
export { hashPassword } from './password.ts';
export { AccountType } from './identity.types.ts';
export { describeScope } from './scope-names.ts';
export { newSecret } from './secret.ts';

/** Accounts, roles, sessions, invitations, API tokens. */
export const identity: Domain = {
  name: 'identity',
  permissions: IDENTITY_PERMISSIONS,
  entities: [Account, RoleGrant, Session],
  resolvers: [SessionResolver, AccountResolver],
};
