import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { asSql, isIn } from '../../platform/access/condition.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Round, roundAccess } from '../competition/index.ts';
import { Assignment } from './assignment.entity.ts';
import { availableInRound, judgedInRound } from './fingerprints.ts';
import { insertAssignments } from './insert-assignments.ts';
import { Judge } from './judge.entity.ts';
import { assignmentAccess, judgeAccess } from './judging.access.ts';
import { reasonOf } from './reason.ts';
import { releaseAssignments } from './release-assignments.ts';

interface Given {
  readonly roundId: string;
  readonly judgeId: string;
}
interface Pair extends Given {
  readonly entryId: string;
}

interface PairFacts {
  readonly id: string;
  readonly known: boolean;
  readonly judged: boolean;
  readonly state: string;
  readonly conflict: boolean;
  readonly assigned: boolean;
}

/** The input fields that a refusal of the i-th entry points at: the entry itself, or the entry with this judge. */
interface PairPaths {
  readonly entry: (i: number) => string;
  readonly pair: (i: number) => string;
}
const ONE: PairPaths = { entry: () => 'entryId', pair: () => 'judgeId' };
const SEVERAL: PairPaths = { entry: (i) => `entryIds.${i}`, pair: (i) => `entryIds.${i}` };

/**
 * Refuses pairs that must not be: another edition, an entry not under review, a judge who left or is not there, a
 * conflict, no room. The judge's row is held, so that a conflict entered at the same moment waits.
 */
async function checkPairs(
  tx: Tx,
  { roundId, judgeId }: Given,
  entryIds: readonly string[],
  at: PairPaths,
): Promise<void> {
  const round = await tx.get(Round, roundAccess, roundId, { right: 'manage', path: 'roundId' });
  if (round.state === 'LOCKED') tx.refuse(problem('ROUND_LOCKED', 'roundId'));
  const judge = await tx.get(Judge, judgeAccess, judgeId, { right: 'manage', path: 'judgeId' });
  const found = await tx.query<PairFacts>(
    sql`select e.id, e.competition_id = r.competition_id as known, ${judgedInRound(sql`e`, sql`r`)} as judged, e.state,
        exists (select 1 from conflict c where c.judge_id = ${judgeId} and c.entry_id = e.id and c.withdrawn_at is null) as conflict,
        exists (select 1 from assignment a where a.judge_id = ${judgeId} and a.entry_id = e.id and a.round_id = r.id and a.live) as assigned
      from entry e, round r where ${asSql(isIn(sql`e.id`, entryIds))} and r.id = ${roundId}`,
  );
  const facts = new Map(found.map((one) => [one.id, one]));
  for (const [i, id] of entryIds.entries()) {
    if (!facts.has(id)) tx.note(problem('NOT_FOUND', at.entry(i)));
    else if (entryIds.indexOf(id) < i) tx.note(problem('DUPLICATE', at.entry(i)));
  }
  tx.settle();
  if (judge.competition.id !== round.competition.id || found.some(({ known }) => !known))
    tx.refuse(problem('JUDGE_OF_OTHER_EDITION', 'judgeId'));
  for (const [i, id] of entryIds.entries()) {
    const one = facts.get(id);
    const pair = { judge: judgeId, entry: id };
    if (!one?.judged)
      tx.note(problem('ENTRY_NOT_IN_ROUND', at.entry(i), { entry: id, state: one?.state ?? null }));
    if (one?.conflict) tx.note(problem('CONFLICT_EXISTS', at.pair(i), pair));
    if (one?.assigned) tx.note(problem('ALREADY_ASSIGNED', at.pair(i), pair));
  }
  if (judge.state === 'WITHDRAWN')
    tx.note(problem('JUDGE_NOT_ACTIVE', 'judgeId', { judge: judgeId, state: judge.state }));
  const fresh = found.filter(({ assigned }) => !assigned).length;
  const [held] = await tx.query<{ load: number; available: boolean }>(
    sql`select (select count(*)::int from assignment a where a.judge_id = j.id and a.round_id = r.id and a.live) as load,
        ${availableInRound(sql`j`, sql`r`)} as available
      from judge j, round r where j.id = ${judgeId} and r.id = ${roundId}`,
  );
  if (fresh > 0 && !held?.available) tx.note(problem('JUDGE_NOT_AVAILABLE', 'judgeId', { judge: judgeId }));
  if (fresh > 0 && (held?.load ?? 0) + fresh > judge.capacity)
    tx.note(problem('JUDGE_OVER_CAPACITY', 'judgeId', { judge: judgeId, capacity: judge.capacity }));
  tx.settle();
}

async function assignedIds(
  tx: Tx,
  { roundId, judgeId }: Given,
  entryIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    sql`select id from assignment where round_id = ${roundId} and judge_id = ${judgeId} and ${asSql(isIn(sql`entry_id`, entryIds))}`,
  );
  return rows.map(({ id }) => id);
}

/** Gives one entry, once checked, to a judge; answers the assignment. */
async function give(tx: Tx, pair: Pair, pinned: boolean): Promise<string> {
  await insertAssignments(tx, pair.roundId, [{ entryId: pair.entryId, judgeId: pair.judgeId }], pinned);
  const [id = ''] = await assignedIds(tx, pair, [pair.entryId]);
  return id;
}

/** Gives an entry to a judge by hand. */
export const addAssignment = useCase(
  'assignmentAdd',
  async (tx, input: Pair & { readonly pinned?: boolean | null }) => {
    await checkPairs(tx, input, [input.entryId], ONE);
    return { assignment: await give(tx, input, input.pinned ?? true) };
  },
);

/** Entries given to a judge at once, at most: two of the longest pages of the table. */
const AT_ONCE = 200;

/** Gives several entries to a judge, all or none; problems name the row. */
export const addAssignments = useCase(
  'assignmentsAdd',
  async (tx, input: Given & { readonly entryIds: readonly string[]; readonly pinned?: boolean | null }) => {
    const { roundId, judgeId, entryIds } = input;
    if (entryIds.length === 0) tx.refuse(problem('REQUIRED', 'entryIds'));
    if (entryIds.length > AT_ONCE) tx.refuse(problem('TOO_MANY', 'entryIds', { max: AT_ONCE }));
    await checkPairs(tx, input, entryIds, SEVERAL);
    const pairs = entryIds.map((entryId) => ({ entryId, judgeId }));
    await insertAssignments(tx, roundId, pairs, input.pinned ?? true);
    return { assignments: await assignedIds(tx, input, entryIds) };
  },
);

/** Takes an assignment off its judge, unless the sheet is submitted; a begun one asks for a reason. */
async function takeOff(tx: Tx, assignment: Assignment, reason: string | null | undefined): Promise<void> {
  const [sheet] = await tx.query<{ state: string }>(
    sql`select state from score_sheet where assignment_id = ${assignment.id} for update`,
  );
  if (!assignment.live || sheet?.state === 'RECUSED') tx.refuse(problem('NOT_FOUND', 'id'));
  if (sheet?.state === 'SUBMITTED' || sheet?.state === 'LOCKED')
    tx.refuse(problem('SHEET_STARTED', 'id', { state: sheet.state }));
  const said = sheet?.state === 'DRAFT' || reason ? reasonOf(tx, reason) : '';
  tx.settle();
  await releaseAssignments(tx, sql`a.id = ${assignment.id}`, said);
}

/** Takes an entry off a judge. */
export const removeAssignment = useCase(
  'assignmentRemove',
  async (tx, input: { readonly id: string; readonly reason?: string | null }) => {
    const assignment = await tx.get(Assignment, assignmentAccess, input.id, { right: 'manage' });
    await takeOff(tx, assignment, input.reason);
    return { assignment: null };
  },
);

/** Gives an entry from one judge to another in one step, or changes the pin where it is. */
export const moveAssignment = useCase(
  'assignmentMove',
  async (
    tx,
    input: {
      readonly id: string;
      readonly judgeId: string;
      readonly pinned?: boolean | null;
      readonly reason?: string | null;
    },
  ) => {
    const assignment = await tx.get(Assignment, assignmentAccess, input.id, { right: 'manage' });
    if (assignment.judge.id === input.judgeId) {
      assignment.pinned = input.pinned ?? true;
      return { assignment: assignment.id };
    }
    const pair = { roundId: assignment.round.id, entryId: assignment.entry.id, judgeId: input.judgeId };
    await checkPairs(tx, pair, [pair.entryId], ONE);
    await takeOff(tx, assignment, input.reason);
    return { assignment: await give(tx, pair, input.pinned ?? true) };
  },
);
