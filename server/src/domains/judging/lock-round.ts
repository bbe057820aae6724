import type { EntityMetadata } from '@mikro-orm/core';
import { ROUND_LIFECYCLE, type RoundEvent } from '@xinghuo/shared/competition/competition';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import { rowOf } from '../../platform/read/row.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Round, roundAccess, roundGates } from '../competition/index.ts';
import { reasonOf } from './reason.ts';
import { releaseAssignments } from './release-assignments.ts';
import { JUDGING_CHANGED } from './topics.ts';

interface Input {
  readonly roundId: string;
  readonly without?: readonly string[] | null;
  readonly reason?: string | null;
}

/** Why a step of the round is refused now. */
export async function gateProblems(tx: Tx, round: Round, event: RoundEvent): Promise<readonly Problem[]> {
  const row = rowOf(tx.em.getMetadata().get(Round) as EntityMetadata, 't0');
  const [gates] = await tx.query<{ facts: unknown }>(
    sql`select ${roundGates.facts(row, tx.now)} as facts from round t0 where t0.id = ${round.id}`,
  );
  return roundGates.problems(event, gates?.facts);
}

/** Gives up the sheets that are missing: exactly those that were named, for a reason. */
async function giveUp(
  tx: Tx,
  round: Round,
  without: readonly string[],
  why: string | null | undefined,
): Promise<void> {
  const missing = await tx.query<{ id: string }>(
    sql`select id from score_sheet where round_id = ${round.id} and state in ('ASSIGNED', 'DRAFT') order by id for update`,
  );
  const named = new Set(without);
  const ids = new Set(missing.map(({ id }) => id));
  if (named.size !== ids.size || [...named].some((id) => !ids.has(id))) {
    tx.refuse(problem('SHEETS_MISSING', 'without', { missing: ids.size }));
  }
  const reason = reasonOf(tx, why);
  tx.settle();
  await releaseAssignments(tx, sql`a.round_id = ${round.id}`, reason);
}

/** Locks a round: submitted sheets count from here on and do not change while it is locked. */
export const lockRound = useCase('roundLock', async (tx, input: Input) => {
  const round = await tx.get(Round, roundAccess, input.roundId, { right: 'manage', path: 'roundId' });
  // A step on a sheet that is not committed yet is waited for: what is counted below are the sheets as they are locked.
  await tx.query(sql`select id from score_sheet where round_id = ${round.id} order by id for update`);
  const without = input.without ?? [];
  if (without.length > 0 && round.state === 'OPEN') await giveUp(tx, round, without, input.reason);
  round.state = transitionTo(tx, ROUND_LIFECYCLE, 'lock', round.state, await gateProblems(tx, round, 'lock'));
  const locked = await tx.query<{ id: string }>(
    sql`select id from score_sheet where round_id = ${round.id} and state = 'SUBMITTED' order by id for update`,
  );
  await tx.execute(
    sql`update score_sheet set state = 'LOCKED', version = version + 1, updated_at = ${tx.now} where round_id = ${round.id} and state = 'SUBMITTED'`,
    {
      type: 'ScoreSheet',
      id: round.id,
      kind: 'update',
      before: { state: 'SUBMITTED' },
      after: { state: 'LOCKED', sheets: locked.length },
    },
  );
  await tx.publish(JUDGING_CHANGED, { roundId: round.id });
  return { round: round.id, advanced: null };
});
