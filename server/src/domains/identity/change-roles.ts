import { problem } from '@xinghuo/shared/kernel/problem';
import { useCase } from '../../platform/write/use-case.ts';
import { Account, RoleGrant } from './account.entity.ts';
import { reasonOf } from './account.rules.ts';
import { IDENTITY_CHANGED } from './authenticate.ts';
import { refuseLastAdmin } from './close-account.ts';
import { checkGrants, type GivenGrant, giveRoles } from './grant-roles.ts';
import { accountAccess, roleGrantAccess } from './identity.access.ts';

/** Gives a role. Nobody gives one to the own account. */
export const addRole = useCase(
  'roleGrantAdd',
  async (tx, input: { readonly accountId: string; readonly grant: GivenGrant }) => {
    const account = await tx.get(Account, accountAccess, input.accountId, {
      right: 'manage',
      path: 'accountId',
    });
    if (account.id === tx.viewer.accountId) tx.note(problem('SELF_REFUSED', 'accountId'));
    const grants = await checkGrants(tx, [input.grant], 'grant', true);
    tx.settle();
    if ((await giveRoles(tx, account, grants)) === 0)
      tx.refuse(problem('ALREADY_EXISTS', 'grant', { key: 'role' }));
    return { account: account.id };
  },
);

/** Takes a role. Nobody takes one from the own account, and one administrator is left. */
export const removeRole = useCase(
  'roleGrantRemove',
  async (tx, input: { readonly id: string; readonly reason?: string | null }) => {
    const grant = await tx.get(RoleGrant, roleGrantAccess, input.id, { right: 'remove' });
    const accountId = grant.account.id;
    tx.subject = { type: 'Account', id: accountId };
    tx.reason = reasonOf(tx, input.reason);
    if (accountId === tx.viewer.accountId) tx.note(problem('SELF_REFUSED'));
    tx.settle();
    if (grant.role === 'SYSTEM_ADMIN') await refuseLastAdmin(tx, accountId);
    tx.em.remove(grant);
    await tx.publish(IDENTITY_CHANGED, { accountId });
    return { account: accountId };
  },
);
