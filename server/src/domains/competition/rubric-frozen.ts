import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { rubricFrozen } from './extensions.ts';

/** Whether a round's criteria and weights no longer change. */
export async function isRubricFrozen(tx: Tx, roundId: string): Promise<boolean> {
  const [answer] = await tx.query<{ frozen: boolean }>(
    sql`select ${rubricFrozen(sql<string>`${roundId}::uuid`)} as frozen`,
  );
  return answer?.frozen === true;
}
