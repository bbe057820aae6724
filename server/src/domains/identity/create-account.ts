import { localeOf, normalEmail, type PasswordDelivery } from '@xinghuo/shared/identity/account';
import { preparedUseCase } from '../../platform/write/use-case.ts';
import { Account } from './account.entity.ts';
import { accountFactProblems, cleanName, emailTaken } from './account.rules.ts';
import { checkGrants, type GivenGrant, giveRoles } from './grant-roles.ts';
import { oneTimePassword } from './one-time-password.ts';
import { sendPasswordLink } from './password-link.ts';

interface Input {
  readonly email: string;
  readonly name: string;
  readonly locale?: string | null;
  readonly grants: readonly GivenGrant[];
  readonly delivery: PasswordDelivery;
}

/** Makes an account with its roles; the person gets a link by mail, or a password by hand. */
export const createAccount = preparedUseCase(
  'accountCreate',
  async (_read, input: Input) => (input.delivery === 'HAND' ? oneTimePassword() : null),
  async (tx, input: Input, handed) => {
    tx.note(...accountFactProblems(input));
    const grants = await checkGrants(tx, input.grants, 'grants');
    tx.settle();
    const email = normalEmail(input.email);
    tx.note(await emailTaken(tx, email));
    tx.settle();
    const account = tx.em.create(Account, {
      email,
      name: cleanName(input.name),
      locale: localeOf(input.locale),
      passwordHash: handed?.hash ?? null,
      mustChangePassword: handed !== null,
    });
    await tx.em.flush();
    tx.subject = { type: 'Account', id: account.id };
    await giveRoles(tx, account, grants);
    if (!handed) await sendPasswordLink(tx, account, true);
    return { account: account.id, oneTimePassword: handed?.password ?? null };
  },
);
