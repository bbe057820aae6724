import { PASSWORD, passwordWeakness } from '@xinghuo/shared/identity/account';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { RunSql } from '../../platform/read/reader.ts';
import { preparedUseCase, type WriteContext } from '../../platform/write/use-case.ts';
import { Account } from './account.entity.ts';
import { IDENTITY_CHANGED } from './authenticate.ts';
import { accountAccess } from './identity.access.ts';
import { hashPassword, verifyPassword } from './password.ts';

interface Input {
  readonly currentPassword: string;
  readonly newPassword: string;
}

async function check(
  read: RunSql,
  input: Input,
  context: WriteContext,
): Promise<{ readonly matches: boolean; readonly hash: string }> {
  const [found] = await read<{ hash: string | null }>(
    sql`select password_hash as hash from account where id = ${context.viewer.accountId}`,
  );
  return {
    matches: await verifyPassword(input.currentPassword, found?.hash ?? null),
    hash: await hashPassword(input.newPassword),
  };
}

/** Replaces the own password; every other session of the account ends. */
export const changePassword = preparedUseCase('passwordChange', check, async (tx, input: Input, checked) => {
  const account = await tx.get(Account, accountAccess, tx.accountId, { right: 'own' });
  if (!checked.matches) tx.refuse(problem('PASSWORD_WRONG', 'currentPassword'));
  if (input.newPassword === input.currentPassword) tx.refuse(problem('PASSWORD_UNCHANGED', 'newPassword'));
  if (passwordWeakness(input.newPassword, account.email))
    tx.refuse(problem('PASSWORD_WEAK', 'newPassword', { min: PASSWORD.min }));
  account.passwordHash = checked.hash;
  account.mustChangePassword = false;
  await tx.execute(
    sql`update session set ended_at = ${tx.now} where account_id = ${account.id} and ended_at is null and id is distinct from ${tx.viewer.credentialId}`,
    { type: 'Session', id: account.id, kind: 'update', after: { ended: 'all others of the account' } },
  );
  await tx.publish(IDENTITY_CHANGED, { accountId: account.id });
  return { viewer: account.id };
});
