import { RESULT_LIMITS } from '@xinghuo/shared/judging/domain/result';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { isIn } from '../../platform/access/condition.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Round, roundAccess } from '../competition/index.ts';
import { resultFingerprint } from './fingerprints.ts';
import { reasonOf } from './reason.ts';

interface Input {
  readonly roundId: string;
  readonly entryIds?: readonly string[] | null;
  readonly reason?: string | null;
}

interface Ranked {
  readonly entry: string;
  readonly category: string;
  readonly rank: number | null;
}

/** Entries within the round's number of each category, by its official result. A tie across the line is for people to decide. */
async function byRank(tx: Tx, round: Round): Promise<readonly string[]> {
  const [result] = await tx.query<{ id: string; current: boolean }>(
    sql`select t.id, t.fingerprint = ${resultFingerprint(sql`${round.competition.id}::uuid`, sql`${round.id}::uuid`)} as current
      from result t where t.round_id = ${round.id} and t.official`,
  );
  if (!result) return tx.refuse(problem('RESULT_MISSING', 'roundId'));
  if (!result.current) tx.refuse(problem('RESULT_OUTDATED', 'roundId'));
  const quota = round.advancePerCategory;
  if (quota === null || quota === undefined) return tx.refuse(problem('REQUIRED', 'entryIds'));
  const rows = await tx.query<Ranked>(
    sql`select r.entry_id as entry, r.category_id as category, r.category_rank as rank from result_row r join entry e on e.id = r.entry_id
      where r.result_id = ${result.id} and e.state = 'IN_REVIEW' and r.category_rank is not null order by r.category_id, r.category_rank`,
  );
  const advanced: string[] = [];
  for (const [category, ranked] of Map.groupBy(rows, (row) => row.category)) {
    const line = ranked[quota - 1]?.rank ?? Number.MAX_SAFE_INTEGER;
    const within = ranked.filter(({ rank }) => rank !== null && rank <= line);
    if (within.length > quota) {
      const tied = within.filter(({ rank }) => rank === line).map(({ entry }) => entry);
      tx.note(problem('ADVANCE_TIED', 'entryIds', { category, entries: tied.join(',') }));
    }
    advanced.push(...within.map(({ entry }) => entry));
  }
  tx.settle();
  return advanced;
}

/** The entries a person named: all of them under review in this edition. */
async function byHand(
  tx: Tx,
  round: Round,
  ids: readonly string[],
  reason: string | null | undefined,
): Promise<readonly string[]> {
  if (ids.length > RESULT_LIMITS.entries)
    tx.refuse(problem('TOO_MANY', 'entryIds', { max: RESULT_LIMITS.entries }));
  reasonOf(tx, reason, RESULT_LIMITS.reason);
  const known = await tx.query<{ id: string }>(
    sql`select id from entry where competition_id = ${round.competition.id} and state = 'IN_REVIEW' and ${isIn(sql`id`, ids)}`,
  );
  const reviewed = new Set(known.map(({ id }) => id));
  ids.forEach((id, i) => {
    if (!reviewed.has(id))
      tx.note(problem('ENTRY_NOT_IN_ROUND', `entryIds.${i}`, { entry: id, state: null }));
  });
  tx.settle();
  return [...reviewed];
}

async function move(
  tx: Tx,
  round: Round,
  which: ReturnType<typeof sql>,
  to: 'ADVANCED' | 'ELIMINATED',
): Promise<void> {
  const moved = await tx.query<{ number: string }>(
    sql`select number from entry where competition_id = ${round.competition.id} and state = 'IN_REVIEW' and ${which} order by id for update`,
  );
  if (moved.length === 0) return;
  await tx.execute(
    sql`update entry set state = ${to}, version = version + 1, updated_at = ${tx.now} where competition_id = ${round.competition.id} and state = 'IN_REVIEW' and ${which}`,
    {
      type: 'Entry',
      id: round.id,
      kind: 'update',
      before: { state: 'IN_REVIEW' },
      after: { state: to, numbers: moved.map(({ number }) => number) },
    },
  );
}

/** Decides which entries of a locked round go on; the others are eliminated. */
export const advanceRound = useCase('roundAdvance', async (tx, input: Input) => {
  const round = await tx.get(Round, roundAccess, input.roundId, { right: 'manage', path: 'roundId' });
  if (round.state !== 'LOCKED')
    tx.refuse(problem('ROUND_NOT_LOCKED', 'roundId', { round: round.title, roundEn: round.titleEn }));
  const [next] = await tx.query<{ id: string; state: string }>(
    sql`select id, state from round where competition_id = ${round.competition.id} and position > ${round.position} order by position limit 1`,
  );
  if (!next) tx.refuse(problem('ROUND_IS_LAST', 'roundId'));
  if (next?.state !== 'PLANNED')
    tx.refuse(problem('ROUND_STARTED', 'roundId', { state: next?.state ?? null }));
  const ids = input.entryIds
    ? await byHand(tx, round, input.entryIds, input.reason)
    : await byRank(tx, round);
  if (ids.length === 0) tx.refuse(problem('ENTRIES_MISSING'));
  await move(tx, round, sql`${isIn(sql`id`, ids)}`, 'ADVANCED');
  await move(tx, round, sql`true`, 'ELIMINATED');
  return { round: round.id, advanced: [...ids] };
});
