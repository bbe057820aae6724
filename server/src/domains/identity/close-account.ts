import { ACCOUNT_LIFECYCLE, type AccountEvent } from '@xinghuo/shared/identity/account';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from './account.entity.ts';
import { reasonOf } from './account.rules.ts';
import { endAccess, endLinks } from './end-access.ts';
import { accountAccess } from './identity.access.ts';
import { onlyAdmin } from './identity.read.ts';

interface Input {
  readonly id: string;
  readonly version?: number | null;
  readonly reason?: string | null;
}

/** LAST_ADMIN when nobody else could administer the product. Two steps that take administrators wait for each other. */
export async function refuseLastAdmin(tx: Tx, accountId: string): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(340500100)`);
  const [row] = await tx.query<{ only: boolean }>(sql`select ${onlyAdmin(sql`${accountId}::uuid`)} as only`);
  if (row?.only) tx.refuse(problem('LAST_ADMIN'));
}

async function load(tx: Tx, input: Input, event: AccountEvent): Promise<Account> {
  const account = await tx.get(Account, accountAccess, input.id, {
    right: 'manage',
    ...(typeof input.version === 'number' ? { version: input.version } : {}),
  });
  tx.reason = reasonOf(tx, input.reason, event === 'disable');
  tx.settle();
  return account;
}

/** Closes an account: its sessions, tokens and open links end at once. */
export const disableAccount = useCase('accountDisable', async (tx, input: Input) => {
  const account = await load(tx, input, 'disable');
  if (account.id === tx.viewer.accountId) tx.refuse(problem('SELF_REFUSED'));
  const next = transitionTo(tx, ACCOUNT_LIFECYCLE, 'disable', account.state);
  await refuseLastAdmin(tx, account.id);
  account.state = next;
  await endAccess(tx, account.id);
  await endLinks(tx, account.id);
  return { account: account.id };
});

/** Opens a closed account again; a lock after failed attempts is lifted too. */
export const enableAccount = useCase('accountEnable', async (tx, input: Input) => {
  const account = await load(tx, input, 'enable');
  account.state = transitionTo(tx, ACCOUNT_LIFECYCLE, 'enable', account.state);
  account.failedAttempts = 0;
  account.lockedUntil = null;
  return { account: account.id };
});
