import type { PasswordDelivery } from '@xinghuo/shared/identity/account';
import { problem } from '@xinghuo/shared/kernel/problem';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { Account } from './account.entity.ts';
import { reasonOf } from './account.rules.ts';
import { endAccess, endLinks } from './end-access.ts';
import { accountAccess } from './identity.access.ts';
import { oneTimePassword } from './one-time-password.ts';
import { sendPasswordLink } from './password-link.ts';

interface Input {
  readonly id: string;
  readonly delivery: PasswordDelivery;
  readonly reason?: string | null;
}

/** Takes the present password and every way in away from an account, and opens one new way. */
export const resetPassword = preparedUseCase(
  'accountResetPassword',
  async (_read, input: Input) => (input.delivery === 'HAND' ? oneTimePassword() : null),
  async (tx, input: Input, handed) => {
    const account = await tx.get(Account, accountAccess, input.id, { right: 'manage' });
    tx.reason = reasonOf(tx, input.reason);
    if (account.id === tx.viewer.accountId) tx.note(problem('SELF_REFUSED'));
    if (account.state !== 'ACTIVE') tx.note(problem('ACCOUNT_DISABLED'));
    tx.settle();
    account.passwordHash = handed?.hash ?? null;
    account.mustChangePassword = handed !== null;
    account.failedAttempts = 0;
    account.lockedUntil = null;
    await endAccess(tx, account.id);
    // Earlier links stop working: the account has one way in.
    await endLinks(tx, account.id, 'PASSWORD');
    if (!handed) await sendPasswordLink(tx, account, false);
    return { account: account.id, oneTimePassword: handed?.password ?? null };
  },
);
