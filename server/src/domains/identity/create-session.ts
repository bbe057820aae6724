import { LockMode } from '@mikro-orm/core';
import { LIFETIMES, LOCKOUT, normalEmail } from '@xinghuo/shared/identity/account';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { RunSql } from '../../platform/read/reader.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { Account, Session } from './account.entity.ts';
import { verifyPassword } from './password.ts';
import { newSecret } from './secret.ts';

/** What signing in is tried with. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly ip: string;
  readonly userAgent: string;
}

/** The stored hash a password was checked against, and whether it matched. */
interface Checked {
  readonly hash: string | null;
  readonly matches: boolean;
}

/** Checks the password ahead of the transaction: it takes a good part of a second on purpose. */
async function check(read: RunSql, input: SignIn): Promise<Checked> {
  const [found] = await read<{ hash: string | null }>(
    sql`select password_hash as hash from account where email = ${normalEmail(input.email)}`,
  );
  const hash = found?.hash ?? null;
  return { hash, matches: await verifyPassword(input.password, hash) };
}

/** Opens a session for an account, who has acted from here on; the secret goes into the cookie and is not stored. */
export function openSession(
  tx: Tx,
  account: Account,
  from: { readonly ip: string; readonly userAgent: string },
): string {
  const { secret, hash } = newSecret('xhs');
  tx.actor = { id: account.id, name: account.name };
  tx.em.create(Session, {
    account,
    tokenHash: hash,
    createdAt: tx.now,
    lastSeenAt: tx.now,
    expiresAt: new Date(tx.now.getTime() + LIFETIMES.sessionHours * 3_600_000),
    ip: from.ip,
    userAgent: from.userAgent,
  });
  return secret;
}

/** Counts a wrong password; too many in a row lock the account for a while. */
export function countFailure(account: Account, now: Date): void {
  account.failedAttempts += 1;
  if (account.failedAttempts < LOCKOUT.attempts) return;
  account.lockedUntil = new Date(now.getTime() + LOCKOUT.minutes * 60_000);
  account.failedAttempts = 0;
}

/** A session that was opened, or why not. */
export interface SignedIn {
  readonly secret: string | null;
  readonly accountId: string | null;
  readonly problems: readonly Problem[];
}

/**
 * Signs in. Failed attempts are counted and lock the account for a while; the count must stay, so this returns its
 * problems instead of rolling back.
 */
export const createSession = preparedUseCase(
  'sessionCreate',
  check,
  async (tx, input: SignIn, checked): Promise<SignedIn> => {
    const refused = (code: string, params: Problem['params'] = {}): SignedIn => ({
      secret: null,
      accountId: null,
      problems: [problem(code, [], params)],
    });
    const account = await tx.em.findOne(
      Account,
      { email: normalEmail(input.email) },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!account) return refused('SIGN_IN_FAILED');
    tx.subject = { type: 'Account', id: account.id };
    if (account.lockedUntil && account.lockedUntil > tx.now)
      return refused('ACCOUNT_LOCKED', { until: account.lockedUntil.toISOString() });
    if (!checked.matches || checked.hash !== account.passwordHash) {
      countFailure(account, tx.now);
      return refused('SIGN_IN_FAILED');
    }
    if (account.state !== 'ACTIVE') return refused('ACCOUNT_DISABLED');
    account.failedAttempts = 0;
    account.lockedUntil = null;
    return { secret: openSession(tx, account, input), accountId: account.id, problems: [] };
  },
);
