import type { EntityMetadata } from '@mikro-orm/core';
import { COMPETITION_LIFECYCLE, type CompetitionEvent } from '@xinghuo/shared/competition/competition';
import type { EntryState } from '@xinghuo/shared/competition/entry';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import { rowOf } from '../../platform/read/row.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { type UseCase, useCase } from '../../platform/write/use-case.ts';
import { competitionAccess } from './competition.access.ts';
import { Competition } from './competition.entity.ts';
import { datesOutOfOrder } from './competition.gates.ts';
import { competitionGates, reactToStep } from './extensions.ts';
import { Round } from './round.entity.ts';

/** Told with every step of an edition and every step of its entries: boards and lists look again. */
export const COMPETITION_CHANGED = 'competition.changed';

/** The input of a step of an edition. */
export interface CompetitionStep {
  readonly id: string;
  readonly version: number;
}

/** One step of an edition: gates, state, what follows from it here, and what later domains do with it. */
function step(name: string, event: CompetitionEvent): UseCase<CompetitionStep, { competition: string }> {
  return useCase(name, async (tx, input: CompetitionStep) => {
    const competition = await tx.get(Competition, competitionAccess, input.id, {
      right: 'manage',
      version: input.version,
    });
    const row = rowOf(tx.em.getMetadata().get(Competition) as EntityMetadata, 't0');
    const [answer] = await tx.query<{ facts: unknown }>(
      sql`select ${competitionGates.facts(row, tx.now)} as facts from competition t0 where t0.id = ${competition.id}`,
    );
    const before = competition.state;
    competition.state = transitionTo(
      tx,
      COMPETITION_LIFECYCLE,
      event,
      before,
      competitionGates.problems(event, answer?.facts),
    );
    if (event === 'startReview')
      await enterRound(tx, competition, before === 'SCREENING' ? 'ELIGIBLE' : 'ADVANCED');
    if (event === 'close') await finishEntries(tx, competition);
    await tx.em.flush();
    // The second round begins in the state the edition is in already: whoever saw it before must still look again.
    if (competition.state === before) await countStep(tx, competition);
    await reactToStep(tx, event, competition);
    await tx.publish(COMPETITION_CHANGED, { competitionId: competition.id });
    return { competition: competition.id };
  });
}

/** Gives an edition its next version although none of its own values changed. */
async function countStep(tx: Tx, competition: Competition): Promise<void> {
  await tx.execute(
    sql`update competition set version = version + 1, updated_at = ${tx.now} where id = ${competition.id}`,
    {
      type: 'Competition',
      id: competition.id,
      kind: 'update',
      before: { version: competition.version },
      after: { version: competition.version + 1 },
    },
  );
}

/** Opens the next round and takes into it the entries that have come this far. */
async function enterRound(tx: Tx, competition: Competition, from: EntryState): Promise<void> {
  const [next] = await tx.query<{ id: string }>(
    sql`select id from round where competition_id = ${competition.id} and state = 'PLANNED' order by position limit 1 for update`,
  );
  const round = next ? await tx.em.findOne(Round, next.id) : null;
  if (!round) return tx.refuse(problem('ROUNDS_MISSING'));
  round.state = 'OPEN';
  await moveEntries(tx, competition, sql`state = ${from}`, 'IN_REVIEW');
}

/** The awards are final: awarded entries and all others that were judged reach their last state. */
async function finishEntries(tx: Tx, competition: Competition): Promise<void> {
  competition.publishedAt = tx.now;
  const judged = sql`state in ('IN_REVIEW', 'ADVANCED', 'ELIMINATED')`;
  await moveEntries(tx, competition, sql`${judged} and award_id is not null`, 'AWARDED');
  await moveEntries(tx, competition, sql`${judged} and award_id is null`, 'NOT_AWARDED');
}

async function moveEntries(
  tx: Tx,
  competition: Competition,
  which: ReturnType<typeof sql>,
  to: EntryState,
): Promise<void> {
  const moved = await tx.query<{ number: string }>(
    sql`select number from entry where competition_id = ${competition.id} and ${which} order by id for update`,
  );
  await tx.execute(
    sql`update entry set state = ${to}, version = version + 1, updated_at = ${tx.now} where competition_id = ${competition.id} and ${which}`,
    {
      type: 'Entry',
      id: competition.id,
      kind: 'update',
      after: { state: to, numbers: moved.map(({ number }) => number) },
    },
  );
}

/** DATES_OUT_OF_ORDER when the stored dates of an edition and its rounds contradict each other; looked at once it is open. */
export async function orderProblem(tx: Tx, competition: Competition): Promise<Problem | null> {
  await tx.em.flush();
  const row = rowOf(tx.em.getMetadata().get(Competition) as EntityMetadata, 't0');
  const [answer] = await tx.query<{ params: Problem['params'] | null }>(
    sql`select ${datesOutOfOrder(row)} as params from competition t0 where t0.id = ${competition.id}`,
  );
  return answer?.params ? problem('DATES_OUT_OF_ORDER', String(answer.params.later), answer.params) : null;
}

export const openCompetition = step('competitionOpen', 'open');
export const returnCompetitionToDraft = step('competitionReturnToDraft', 'returnToDraft');
export const startScreening = step('competitionStartScreening', 'startScreening');
export const startReview = step('competitionStartReview', 'startReview');
export const startDeliberation = step('competitionStartDeliberation', 'startDeliberation');
export const publiciseCompetition = step('competitionPublicise', 'publicise');
export const closeCompetition = step('competitionClose', 'close');
