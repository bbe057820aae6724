import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { useCase } from '../../platform/write/use-case.ts';
import { Session } from './account.entity.ts';
import { IDENTITY_CHANGED } from './authenticate.ts';
import { sessionAccess } from './identity.access.ts';

/** Signs out here, or everywhere. */
export const endSession = useCase('sessionEnd', async (tx, input: { readonly everywhere: boolean }) => {
  const accountId = tx.accountId;
  tx.subject = { type: 'Account', id: accountId };
  if (!input.everywhere && tx.viewer.via !== 'session') tx.refuse(problem('NOT_FOUND'));
  const only = input.everywhere ? sql`true` : sql`id = ${tx.viewer.credentialId}`;
  const ended = await tx.query<{ id: string }>(
    sql`select id from session where account_id = ${accountId} and ended_at is null and ${only} for update`,
  );
  for (const { id } of ended) tx.em.getReference(Session, id).endedAt = tx.now;
  await tx.publish(IDENTITY_CHANGED, { accountId });
  return { viewer: null };
});

/** Signs out on one other browser. */
export const revokeSession = useCase('sessionRevoke', async (tx, input: { readonly id: string }) => {
  const session = await tx.get(Session, sessionAccess, input.id, { right: 'end' });
  tx.subject = { type: 'Account', id: tx.accountId };
  session.endedAt ??= tx.now;
  await tx.publish(IDENTITY_CHANGED, { accountId: tx.accountId });
  return { viewer: tx.accountId };
});
