import { INVITATION_LIFECYCLE, invitationState } from '@xinghuo/shared/identity/invitation';
import { problem } from '@xinghuo/shared/kernel/problem';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from './account.entity.ts';
import { reasonOf } from './account.rules.ts';
import { asGrants } from './grant-roles.ts';
import { invitationAccess } from './identity.access.ts';
import { Invitation, InvitationGrant } from './invitation.entity.ts';
import { type Invite, inviteAccount, lifetime, sendInvitation } from './invite-account.ts';

/** Invites a person to roles. */
export const createInvitation = useCase('invitationCreate', async (tx, input: Invite) => {
  const { invitationId } = await inviteAccount(tx, input);
  tx.subject = { type: 'Invitation', id: invitationId };
  return { invitation: invitationId };
});

async function load(tx: Tx, id: string): Promise<Invitation> {
  const invitation = await tx.get(Invitation, invitationAccess, id, { right: 'manage' });
  if (invitation.kind !== 'INVITATION') tx.refuse(problem('NOT_FOUND', 'id'));
  return invitation;
}

/** Withdraws an invitation that was not accepted; its link stops working. */
export const revokeInvitation = useCase(
  'invitationRevoke',
  async (tx, input: { readonly id: string; readonly reason?: string | null }) => {
    const invitation = await load(tx, input.id);
    tx.reason = reasonOf(tx, input.reason);
    tx.settle();
    transitionTo(tx, INVITATION_LIFECYCLE, 'revoke', invitationState(invitation, tx.now));
    invitation.revokedAt = tx.now;
    return { invitation: invitation.id };
  },
);

/** Sends an invitation again with a new link. */
export const resendInvitation = useCase(
  'invitationResend',
  async (tx, input: { readonly id: string; readonly expiresAt?: Date | null }) => {
    const invitation = await load(tx, input.id);
    const { expiresAt, wrong } = lifetime(tx, input.expiresAt);
    tx.note(wrong);
    tx.settle();
    transitionTo(tx, INVITATION_LIFECYCLE, 'resend', invitationState(invitation, tx.now));
    const account = await tx.em.findOneOrFail(Account, { id: invitation.account.id });
    const grants = await tx.em.find(
      InvitationGrant,
      { invitation: invitation.id },
      { orderBy: { id: 'asc' } },
    );
    await sendInvitation(tx, invitation, account, asGrants(grants), expiresAt);
    return { invitation: invitation.id };
  },
);
