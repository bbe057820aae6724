import type { Problem } from '@xinghuo/shared/kernel/problem';
import { describeDatabaseError } from '../../platform/database/index.ts';
import type { Tx } from '../../platform/write/tx.ts';

/** What a violated constraint means to a person: by SQLSTATE, the problem to answer with. */
export type Violations = Readonly<Record<string, (table: string) => Problem>>;
/** A key that exists already, a row that others refer to. */
export const UNIQUE = '23505';
export const REFERRED = '23503';

/** Writes what is pending; a constraint that refuses it becomes a problem, anything else is thrown. */
export async function flushOrRefuse(tx: Tx, violations: Violations): Promise<void> {
  try {
    await tx.em.flush();
  } catch (error) {
    const described = describeDatabaseError(error);
    const refusal = described ? violations[described.code] : undefined;
    if (refusal) tx.refuse(refusal(described?.table ?? ''));
    throw error;
  }
}
