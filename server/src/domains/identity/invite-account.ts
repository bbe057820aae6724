import { LIFETIMES, localeOf, normalEmail } from '@xinghuo/shared/identity/account';
import { grantingPower } from '@xinghuo/shared/identity/granting';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import type { Grant } from '@xinghuo/shared/kernel/role';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { Account, RoleGrant } from './account.entity.ts';
import { accountFactProblems, cleanName, holdEmail } from './account.rules.ts';
import { checkGrants, type GivenGrant, sameGrants } from './grant-roles.ts';
import { Invitation, InvitationGrant } from './invitation.entity.ts';
import type { InvitationMail } from './mail-invitation.ts';
import { scopeName } from './scope-names.ts';
import { newLinkSecret, queueLink } from './send-link.ts';

/** Whom to invite, to what, and for how long. */
export interface Invite {
  readonly email: string;
  readonly name: string;
  readonly grants: readonly GivenGrant[];
  /** Until when the link works; 14 days when left out, 90 at most. */
  readonly expiresAt?: Date | null | undefined;
  /** Language of the mail, when the address is new. */
  readonly locale?: string | null | undefined;
}

/** An invitation that was sent, and the account it is for. */
export interface Invited {
  readonly invitationId: string;
  /** The account of the address, new or not. It holds the offered roles once the invitation is accepted. */
  readonly accountId: string;
}

const DAY = 86_400_000;
const MAX_DAYS = 90;

/**
 * Invites a person inside the caller's transaction: the caller's viewer must be allowed to give the roles. The same
 * offer that is still open is sent again with a new link. Refuses with problems at `email`, `name`, `grants.N`,
 * `expiresAt`.
 */
export async function inviteAccount(tx: Tx, invite: Invite): Promise<Invited> {
  const { expiresAt, wrong } = lifetime(tx, invite.expiresAt);
  tx.note(...accountFactProblems(invite), wrong);
  if (invite.grants.length === 0) tx.note(problem('REQUIRED', 'grants'));
  const grants = await checkGrants(tx, invite.grants, 'grants');
  tx.settle();
  const account = await accountOf(tx, invite);
  if (!account.passwordHash || !(await holdsAll(tx, account, grants))) {
    const invitation = (await openOffer(tx, account, grants)) ?? newOffer(tx, account, grants, expiresAt);
    invitation.name = cleanName(invite.name);
    await sendInvitation(tx, invitation, account, grants, expiresAt);
    return { invitationId: invitation.id, accountId: account.id };
  }
  return tx.refuse(problem('ALREADY_EXISTS', 'grants', { key: 'grants' }));
}

/** Makes a new link for an invitation and queues its mail; the former link stops working. */
export async function sendInvitation(
  tx: Tx,
  invitation: Invitation,
  account: Account,
  grants: readonly Grant[],
  expiresAt: Date,
): Promise<void> {
  const { secret, hash } = newLinkSecret();
  tx.em.assign(invitation, { tokenHash: hash, sentAt: tx.now, expiresAt });
  await tx.em.flush();
  await queueLink(tx, {
    to: account.email,
    locale: localeOf(account.locale),
    token: secret,
    template: 'invitation',
    params: {
      name: invitation.name,
      inviter: tx.viewer.via === 'system' ? null : tx.viewer.name,
      roles: await named(tx, grants),
      expiresAt: expiresAt.toISOString(),
    },
  });
}

/** Until when a link works, and what is wrong with the instant somebody asked for. */
export function lifetime(
  tx: Tx,
  wanted: Date | null | undefined,
): { readonly expiresAt: Date; readonly wrong: Problem | null } {
  const at = (days: number): Date => new Date(tx.now.getTime() + days * DAY);
  if (!wanted) return { expiresAt: at(LIFETIMES.invitationDays), wrong: null };
  const fits = wanted > tx.now && wanted <= at(MAX_DAYS);
  const limits = { min: tx.now.toISOString(), max: at(MAX_DAYS).toISOString() };
  return { expiresAt: wanted, wrong: fits ? null : problem('OUT_OF_RANGE', 'expiresAt', limits) };
}

/** The account of an address; a new one has neither password nor role. */
async function accountOf(tx: Tx, invite: Invite): Promise<Account> {
  const email = normalEmail(invite.email);
  await holdEmail(tx, email);
  const known = await tx.em.findOne(Account, { email });
  if (!known) {
    const account = tx.em.create(Account, {
      email,
      name: cleanName(invite.name),
      locale: localeOf(invite.locale),
    });
    await tx.em.flush();
    return account;
  }
  if (known.state !== 'ACTIVE') tx.refuse(problem('ACCOUNT_DISABLED', 'email'));
  if (grantingPower(tx.viewer.grants).kind !== 'all') {
    const admin = await tx.em.count(RoleGrant, { account: known.id, role: 'SYSTEM_ADMIN' });
    if (admin > 0) tx.refuse(problem('RIGHT_MISSING', 'email', { event: 'invite' }));
  }
  return known;
}

async function holdsAll(tx: Tx, account: Account, grants: readonly Grant[]): Promise<boolean> {
  const held = await tx.em.find(RoleGrant, { account: account.id });
  return grants.every((grant) => held.some((one) => sameGrants([one], [grant])));
}

/** An offer of the same roles that was neither accepted nor withdrawn. */
async function openOffer(tx: Tx, account: Account, grants: readonly Grant[]): Promise<Invitation | null> {
  const open = await tx.em.find(Invitation, {
    account: account.id,
    kind: 'INVITATION',
    acceptedAt: null,
    revokedAt: null,
  });
  for (const invitation of open) {
    if (sameGrants(await tx.em.find(InvitationGrant, { invitation: invitation.id }), grants))
      return invitation;
  }
  return null;
}

function newOffer(tx: Tx, account: Account, grants: readonly Grant[], expiresAt: Date): Invitation {
  const invitation = tx.em.create(Invitation, {
    kind: 'INVITATION',
    account,
    name: account.name,
    tokenHash: newLinkSecret().hash,
    invitedBy: tx.viewer.accountId,
    sentAt: tx.now,
    expiresAt,
  });
  for (const grant of grants) tx.em.create(InvitationGrant, { invitation, ...grant });
  return invitation;
}

async function named(tx: Tx, grants: readonly Grant[]): Promise<InvitationMail['roles']> {
  const roles: InvitationMail['roles'][number][] = [];
  for (const { role, scope, scopeId } of grants) {
    const [kind, id] = [sql`${scope}::text`, sql`${scopeId}::uuid`];
    const [found] = await tx.query<{ name: string | null; nameEn: string | null }>(
      sql`select ${scopeName(kind, id)} as name, ${scopeName(kind, id, 'nameEn')} as "nameEn"`,
    );
    roles.push({ role, scopeName: found?.name ?? null, scopeNameEn: found?.nameEn ?? null });
  }
  return roles;
}
