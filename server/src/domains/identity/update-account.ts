import { localeOf, normalEmail } from '@xinghuo/shared/identity/account';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from './account.entity.ts';
import { type AccountFacts, accountFactProblems, cleanName, emailTaken } from './account.rules.ts';
import { IDENTITY_CHANGED } from './authenticate.ts';
import { endLinks } from './end-access.ts';
import { accountAccess } from './identity.access.ts';

type Input = AccountFacts & { readonly id: string; readonly version: number };

/** Changes address, name or language of an account. */
export const updateAccount = useCase('accountUpdate', async (tx, input: Input) => {
  const account = await tx.get(Account, accountAccess, input.id, { right: 'manage', version: input.version });
  tx.note(...accountFactProblems(input));
  tx.settle();
  if (input.name) account.name = cleanName(input.name);
  if (input.locale) account.locale = localeOf(input.locale);
  if (input.email && normalEmail(input.email) !== account.email) {
    const email = normalEmail(input.email);
    tx.note(await emailTaken(tx, email, account.id));
    tx.settle();
    account.email = email;
    // A link that went to the former address must not open the account.
    await endLinks(tx, account.id);
  }
  await tx.publish(IDENTITY_CHANGED, { accountId: account.id });
  return { account: account.id };
});

/** Changes the own name or language. */
export const updateViewer = useCase('viewerUpdate', async (tx, input: Omit<AccountFacts, 'email'>) => {
  const account = await tx.get(Account, accountAccess, tx.accountId, { right: 'own' });
  tx.note(...accountFactProblems({ name: input.name ?? null, locale: input.locale ?? null }));
  tx.settle();
  if (input.name) account.name = cleanName(input.name);
  if (input.locale) account.locale = localeOf(input.locale);
  await tx.publish(IDENTITY_CHANGED, { accountId: account.id });
  return { viewer: account.id };
});
