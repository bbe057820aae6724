import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { IDENTITY_CHANGED } from './authenticate.ts';

/** Ends all sessions and API tokens of an account, on every instance at once. */
export async function endAccess(tx: Tx, accountId: string): Promise<void> {
  await tx.execute(
    sql`update session set ended_at = ${tx.now} where account_id = ${accountId} and ended_at is null`,
    { type: 'Session', id: accountId, kind: 'update', after: { ended: 'all of the account' } },
  );
  await tx.execute(
    sql`update api_token set revoked_at = ${tx.now} where account_id = ${accountId} and revoked_at is null`,
    { type: 'ApiToken', id: accountId, kind: 'update', after: { revoked: 'all of the account' } },
  );
  await tx.publish(IDENTITY_CHANGED, { accountId });
}

/** Stops every link to the account that was not used yet. */
export async function endLinks(tx: Tx, accountId: string, kind: 'all' | 'PASSWORD' = 'all'): Promise<void> {
  const only = kind === 'all' ? sql`true` : sql`kind = ${kind}`;
  await tx.execute(
    sql`update invitation set revoked_at = ${tx.now}, updated_at = ${tx.now}, version = version + 1
      where account_id = ${accountId} and accepted_at is null and revoked_at is null and ${only}`,
    { type: 'Invitation', id: accountId, kind: 'update', after: { revoked: `${kind} of the account` } },
  );
}
