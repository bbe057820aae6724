import { ROUND_LIFECYCLE } from '@xinghuo/shared/competition/competition';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Round, roundAccess } from '../competition/index.ts';
import { gateProblems } from './lock-round.ts';
import { reasonOf } from './reason.ts';
import { JUDGING_CHANGED } from './topics.ts';

interface Input {
  readonly roundId: string;
  readonly reason: string;
}

/** Throws away what was computed from the round: none of it has been publicised. The audit log keeps the digests. */
async function discardResults(tx: Tx, round: Round): Promise<number> {
  const which = sql`competition_id = ${round.competition.id} and (round_id = ${round.id} or round_id is null) and frozen_at is null`;
  const found = await tx.query<{ official: boolean; resultDigest: string }>(
    sql`select official, result_digest as "resultDigest" from result where ${which} order by id for update`,
  );
  if (found.length === 0) return 0;
  await tx.execute(sql`delete from result where ${which}`, {
    type: 'Result',
    id: round.id,
    kind: 'delete',
    before: { results: [...found] },
  });
  return found.length;
}

/**
 * Opens a locked round again: its sheets count as submitted, may be given back to their judges, and what was computed
 * from them is discarded. Refused as soon as a later step stands on the round.
 */
export const reopenRound = useCase('roundReopen', async (tx, input: Input) => {
  // The edition is held first: it must not pass on to the deliberation while one of its rounds opens again.
  await tx.query(
    sql`select c.id from competition c join round r on r.competition_id = c.id where r.id = ${input.roundId} for share of c`,
  );
  const round = await tx.get(Round, roundAccess, input.roundId, { right: 'manage', path: 'roundId' });
  const problems = await gateProblems(tx, round, 'reopen');
  const state = transitionTo(tx, ROUND_LIFECYCLE, 'reopen', round.state, problems);
  reasonOf(tx, input.reason);
  tx.settle();
  const discarded = await discardResults(tx, round);
  round.state = state;
  await tx.em.flush();
  const sheets = await tx.query<{ id: string }>(
    sql`select id from score_sheet where round_id = ${round.id} and state = 'LOCKED' order by id for update`,
  );
  await tx.execute(
    sql`update score_sheet set state = 'SUBMITTED', version = version + 1, updated_at = ${tx.now} where round_id = ${round.id} and state = 'LOCKED'`,
    {
      type: 'ScoreSheet',
      id: round.id,
      kind: 'update',
      before: { state: 'LOCKED' },
      after: { state: 'SUBMITTED', sheets: sheets.length },
    },
  );
  await tx.publish(JUDGING_CHANGED, { roundId: round.id });
  return { round: round.id, advanced: null, discarded };
});
