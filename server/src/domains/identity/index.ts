import { IDENTITY_PERMISSIONS } from '@xinghuo/shared/identity/permissions';
import type { Domain } from '../../platform/domain.ts';
import { Account, RoleGrant, Session } from './account.entity.ts';
import './account-import.ts';
import { AccountManageResolver, AccountResolver } from './account.resolver.ts';
import { ApiToken } from './api-token.entity.ts';
import { ApiTokenResolver } from './api-token.resolver.ts';
import './identity-exports.ts';
import { SessionResolver } from './identity.resolver.ts';
import { Invitation, InvitationGrant } from './invitation.entity.ts';
import { InvitationResolver } from './invitation.resolver.ts';
import { sendLinkJob } from './send-link.ts';

export { Account, RoleGrant, Session } from './account.entity.ts';
export { AccountType } from './account.types.ts';
export { permissionsResolver } from './api-token.resolver.ts';
export { createAuthenticate, IDENTITY_CHANGED } from './authenticate.ts';
export { createInvitation, revokeInvitation } from './change-invitation.ts';
export { createToken, revokeToken } from './change-tokens.ts';
export { describeEntrants, entersCoordinated } from './edition-people.ts';
export { onRolesGiven } from './grant-roles.ts';
export { inviteAccount } from './invite-account.ts';
export { shanghaiTime } from './mail-text.ts';
export { hashPassword } from './password.ts';
export { describeScope } from './scope-names.ts';
export { newSecret } from './secret.ts';

/** Accounts, roles, sessions, invitations, API tokens. */
export const identity: Domain = {
  name: 'identity',
  permissions: IDENTITY_PERMISSIONS,
  entities: [Account, RoleGrant, Session, Invitation, InvitationGrant, ApiToken],
  resolvers: [SessionResolver, AccountResolver, AccountManageResolver, InvitationResolver, ApiTokenResolver],
  jobs: [sendLinkJob],
};
