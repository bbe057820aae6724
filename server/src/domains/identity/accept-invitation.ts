import { LockMode } from '@mikro-orm/core';
import { landingOf, PASSWORD, passwordWeakness } from '@xinghuo/shared/identity/account';
import { invitationState } from '@xinghuo/shared/identity/invitation';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { RunSql } from '../../platform/read/reader.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { Account, RoleGrant } from './account.entity.ts';
import { accountFactProblems, cleanName } from './account.rules.ts';
import { countFailure, openSession } from './create-session.ts';
import { asGrants, giveRoles } from './grant-roles.ts';
import { Invitation, InvitationGrant } from './invitation.entity.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { hashSecret } from './secret.ts';

interface Input {
  readonly token: string;
  readonly name?: string | null;
  readonly password: string;
  readonly ip: string;
  readonly userAgent: string;
}

/** What accepting came to; a counted wrong password is kept, so problems are returned here. */
export interface Accepted {
  readonly secret: string | null;
  readonly accountId: string | null;
  readonly landing: string | null;
  readonly problems: readonly Problem[];
}

/** What was found out about the password ahead of the transaction. */
interface Checked {
  /** The stored hash the password was compared with; null when a new one was made. */
  readonly against: string | null;
  readonly matches: boolean;
  readonly made: string | null;
}

/** Slow hashing, and only for a link that exists: a wrong token costs one look-up. */
async function check(read: RunSql, input: Input): Promise<Checked> {
  const [found] = await read<{ kind: string; hash: string | null }>(
    sql`select i.kind, a.password_hash as hash from invitation i join account a on a.id = i.account_id
      where i.token_hash = ${hashSecret(input.token)} and i.accepted_at is null and i.revoked_at is null`,
  );
  if (!found || input.password.length > PASSWORD.max) return { against: null, matches: false, made: null };
  if (found.kind === 'PASSWORD' || !found.hash) {
    return { against: null, matches: true, made: await hashPassword(input.password) };
  }
  return { against: found.hash, matches: await verifyPassword(input.password, found.hash), made: null };
}

/** Takes up a link once: sets the password or checks the present one, gives the offered roles, opens a session. */
export const acceptInvitation = preparedUseCase(
  'invitationAccept',
  check,
  async (tx, input: Input, checked): Promise<Accepted> => {
    const refused = (...problems: Problem[]): Accepted => ({
      secret: null,
      accountId: null,
      landing: null,
      problems,
    });
    const { invitation, account } = await load(tx, input.token);
    if (account.lockedUntil && account.lockedUntil > tx.now) {
      return refused(problem('ACCOUNT_LOCKED', [], { until: account.lockedUntil.toISOString() }));
    }
    if (invitation.kind === 'INVITATION' && account.passwordHash) {
      if (!checked.matches || checked.against !== account.passwordHash) {
        countFailure(account, tx.now);
        return refused(problem('PASSWORD_WRONG', 'password'));
      }
    } else {
      choosePassword(tx, account, invitation, input, checked);
    }
    account.failedAttempts = 0;
    account.lockedUntil = null;
    invitation.acceptedAt = tx.now;
    const grants = await tx.em.find(InvitationGrant, { invitation: invitation.id });
    await giveRoles(tx, account, asGrants(grants));
    const roles = grants.length > 0 ? grants : await tx.em.find(RoleGrant, { account: account.id });
    return {
      secret: openSession(tx, account, input),
      accountId: account.id,
      landing: landingOf(roles.map(({ role }) => role)),
      problems: [],
    };
  },
);

/** The link and its account, both held, or the refusal. */
async function load(tx: Tx, token: string): Promise<{ invitation: Invitation; account: Account }> {
  const held = { lockMode: LockMode.PESSIMISTIC_WRITE };
  const invitation = await tx.em.findOne(Invitation, { tokenHash: hashSecret(token) }, held);
  const state = invitation ? invitationState(invitation, tx.now) : null;
  if (!invitation || state === 'ACCEPTED' || state === 'REVOKED')
    tx.refuse(problem('INVITATION_UNKNOWN', 'token'));
  if (state === 'EXPIRED') {
    tx.refuse(problem('INVITATION_EXPIRED', 'token', { expiredAt: invitation.expiresAt.toISOString() }));
  }
  const account = await tx.em.findOneOrFail(Account, { id: invitation.account.id }, held);
  tx.subject = { type: 'Account', id: account.id };
  if (account.state !== 'ACTIVE') tx.refuse(problem('ACCOUNT_DISABLED'));
  return { invitation, account };
}

/** A first password, or a new one in place of a reset one. */
function choosePassword(
  tx: Tx,
  account: Account,
  invitation: Invitation,
  input: Input,
  checked: Checked,
): void {
  if (invitation.kind === 'INVITATION') {
    if (!input.name) tx.note(problem('REQUIRED', 'name'));
    tx.note(...accountFactProblems({ name: input.name ?? null }));
  }
  if (passwordWeakness(input.password, account.email)) {
    tx.note(problem('PASSWORD_WEAK', 'password', { min: PASSWORD.min }));
  }
  tx.settle();
  // The account was closed for this link between the look-up and here: the person tries again and is asked otherwise.
  if (!checked.made) tx.refuse(problem('INVITATION_UNKNOWN', 'token'));
  account.passwordHash = checked.made;
  account.mustChangePassword = false;
  if (invitation.kind === 'INVITATION' && input.name) account.name = cleanName(input.name);
}
