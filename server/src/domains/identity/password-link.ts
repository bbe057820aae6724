import { LIFETIMES, localeOf } from '@xinghuo/shared/identity/account';
import type { Tx } from '../../platform/write/tx.ts';
import type { Account } from './account.entity.ts';
import { Invitation } from './invitation.entity.ts';
import { newLinkSecret, queueLink } from './send-link.ts';

/** Sends a person a link to choose a password. */
export async function sendPasswordLink(tx: Tx, account: Account, welcome: boolean): Promise<void> {
  const { secret, hash } = newLinkSecret();
  const expiresAt = new Date(tx.now.getTime() + LIFETIMES.passwordLinkHours * 3_600_000);
  tx.em.create(Invitation, {
    kind: 'PASSWORD',
    account,
    name: account.name,
    tokenHash: hash,
    invitedBy: tx.viewer.accountId,
    sentAt: tx.now,
    expiresAt,
  });
  await queueLink(tx, {
    to: account.email,
    locale: localeOf(account.locale),
    token: secret,
    template: 'password',
    params: { name: account.name, welcome, expiresAt: expiresAt.toISOString() },
  });
}
