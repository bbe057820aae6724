import { IDENTITY_PERMISSIONS } from '@xinghuo/shared/identity/permissions';
import type { Domain } from '../../platform/domain.ts';
import { AccountResolver } from './account.resolver.ts';
import { Account, RoleGrant, Session } from './account.entity.ts';
import { SessionResolver } from './identity.resolver.ts';
import './identity.read.ts';

export { Account, RoleGrant } from './account.entity.ts';
export { createAuthenticate, IDENTITY_CHANGED } from './authenticate.ts';
export { hashPassword } from './password.ts';
export { describeScope } from './scope-names.ts';

/** Accounts, roles, sessions, invitations, API tokens. */
export const identity: Domain = {
  name: 'identity',
  permissions: IDENTITY_PERMISSIONS,
  entities: [Account, RoleGrant, Session],
  resolvers: [SessionResolver, AccountResolver],
};
