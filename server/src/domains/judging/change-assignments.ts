import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Round, roundAccess } from '../competition/index.ts';
import { Assignment } from './assignment.entity.ts';
import { judgedInRound } from './fingerprints.ts';
import { insertAssignments } from './insert-assignments.ts';
import { Judge } from './judge.entity.ts';
import { assignmentAccess, judgeAccess } from './judging.access.ts';
import { reasonOf } from './reason.ts';
import { releaseAssignments } from './release-assignments.ts';

interface Pair {
  readonly roundId: string;
  readonly entryId: string;
  readonly judgeId: string;
}

interface PairFacts {
  readonly known: boolean;
  readonly judged: boolean;
  readonly state: string | null;
  readonly conflict: boolean;
  readonly assigned: boolean;
  readonly load: number;
}

/**
 * Refuses a pair that must not be: another edition, an entry not under review, a judge who left, a conflict, no room.
 * The judge's row is held, so that a conflict entered at the same moment waits.
 */
async function checkPair(tx: Tx, { roundId, entryId, judgeId }: Pair): Promise<void> {
  const round = await tx.get(Round, roundAccess, roundId, { right: 'manage', path: 'roundId' });
  if (round.state === 'LOCKED') tx.refuse(problem('ROUND_LOCKED', 'roundId'));
  const judge = await tx.get(Judge, judgeAccess, judgeId, { right: 'manage', path: 'judgeId' });
  const [facts] = await tx.query<PairFacts>(
    sql`select e.competition_id = r.competition_id as known, ${judgedInRound(sql`e`, sql`r`)} as judged, e.state,
        exists (select 1 from conflict c where c.judge_id = ${judgeId} and c.entry_id = e.id and c.withdrawn_at is null) as conflict,
        exists (select 1 from assignment a where a.judge_id = ${judgeId} and a.entry_id = e.id and a.round_id = r.id and a.live) as assigned,
        (select count(*)::int from assignment a where a.judge_id = ${judgeId} and a.round_id = r.id and a.live) as load
      from entry e, round r where e.id = ${entryId} and r.id = ${roundId}`,
  );
  const pair = { judge: judgeId, entry: entryId };
  if (!facts) return tx.refuse(problem('NOT_FOUND', 'entryId'));
  if (!facts.known || judge.competition.id !== round.competition.id)
    tx.refuse(problem('JUDGE_OF_OTHER_EDITION', 'judgeId'));
  if (!facts.judged)
    tx.note(problem('ENTRY_NOT_IN_ROUND', 'entryId', { entry: entryId, state: facts.state }));
  if (judge.state === 'WITHDRAWN')
    tx.note(problem('JUDGE_NOT_ACTIVE', 'judgeId', { judge: judgeId, state: judge.state }));
  if (facts.conflict) tx.note(problem('CONFLICT_EXISTS', 'judgeId', pair));
  if (facts.assigned) tx.note(problem('ALREADY_ASSIGNED', 'judgeId', pair));
  else if (facts.load >= judge.capacity)
    tx.note(problem('JUDGE_OVER_CAPACITY', 'judgeId', { judge: judgeId, capacity: judge.capacity }));
  tx.settle();
}

async function assignedId(tx: Tx, { roundId, entryId, judgeId }: Pair): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    sql`select id from assignment where round_id = ${roundId} and entry_id = ${entryId} and judge_id = ${judgeId}`,
  );
  return row?.id ?? '';
}

/** Gives an entry to a judge by hand. */
export const addAssignment = useCase(
  'assignmentAdd',
  async (tx, input: Pair & { readonly pinned?: boolean | null }) => {
    await checkPair(tx, input);
    await insertAssignments(
      tx,
      input.roundId,
      [{ entryId: input.entryId, judgeId: input.judgeId }],
      input.pinned ?? true,
    );
    return { assignment: await assignedId(tx, input) };
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
    await checkPair(tx, pair);
    await takeOff(tx, assignment, input.reason);
    await insertAssignments(
      tx,
      pair.roundId,
      [{ entryId: pair.entryId, judgeId: pair.judgeId }],
      input.pinned ?? true,
    );
    return { assignment: await assignedId(tx, pair) };
  },
);
