import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { useCase } from '../../platform/write/use-case.ts';
import { Entry, entryAccess, Round, roundAccess } from '../competition/index.ts';
import { Account } from '../identity/index.ts';
import { ScoreSheet } from './assignment.entity.ts';
import { Conflict, Judge } from './judge.entity.ts';
import { conflictAccess, judgeAccess } from './judging.access.ts';
import { reasonOf } from './reason.ts';
import { recuse } from './recuse-sheet.ts';
import { releaseAssignments } from './release-assignments.ts';
import { searchConflicts } from './search-conflicts.ts';

interface Pair {
  readonly judgeId: string;
  readonly entryId: string;
}

/** Enters a conflict. The judge's row is held, so that an assignment made at the same moment waits. */
export const addConflict = useCase(
  'conflictAdd',
  async (tx, input: Pair & { readonly reason: string; readonly release?: boolean | null }) => {
    const judge = await tx.get(Judge, judgeAccess, input.judgeId, { right: 'manage', path: 'judgeId' });
    const entry = await tx.get(Entry, entryAccess, input.entryId, { path: 'entryId', lock: 'none' });
    const reason = reasonOf(tx, input.reason);
    if (entry.competition.id !== judge.competition.id) tx.note(problem('JUDGE_OF_OTHER_EDITION', 'entryId'));
    tx.settle();
    const pair = { judge: judge.id, entry: entry.id };
    const [known] = await tx.query<{ conflict: boolean; states: string[] }>(
      sql`select exists (select 1 from conflict where judge_id = ${judge.id} and entry_id = ${entry.id} and withdrawn_at is null) as conflict,
        array(select s.state from assignment a join score_sheet s on s.assignment_id = a.id where a.live and a.judge_id = ${judge.id} and a.entry_id = ${entry.id}) as states`,
    );
    if (known?.conflict) tx.refuse(problem('ALREADY_EXISTS', [], { key: 'conflict' }));
    const states = known?.states ?? [];
    const submitted = states.find((state) => state === 'SUBMITTED' || state === 'LOCKED');
    if (states.length > 0 && !input.release) tx.refuse(problem('CONFLICT_WITH_ASSIGNMENT', [], pair));
    if (submitted) tx.refuse(problem('SHEET_STARTED', [], { state: submitted }));
    await releaseAssignments(tx, sql`a.judge_id = ${judge.id} and a.entry_id = ${entry.id}`, reason);
    const conflict = tx.em.create(Conflict, {
      judge,
      entry,
      source: 'ENTERED',
      reason,
      createdBy: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
      createdAt: tx.now,
    });
    await tx.em.flush();
    return { conflict: conflict.id };
  },
);

/** A conflict does not hold: it stays on record with the reason. */
export const removeConflict = useCase(
  'conflictRemove',
  async (tx, input: { readonly id: string; readonly reason: string }) => {
    const conflict = await tx.get(Conflict, conflictAccess, input.id, { right: 'manage' });
    const reason = reasonOf(tx, input.reason);
    if (conflict.withdrawnAt) tx.note(problem('NOT_FOUND', 'id'));
    tx.settle();
    conflict.withdrawnAt = tx.now;
    conflict.withdrawnReason = reason;
    return { conflict: conflict.id };
  },
);

/**
 * Finds and records conflicts for an edition's entries. Assignments on such pairs that are not submitted are freed;
 * submitted sheets are named and their pairs left alone until the office has reopened them.
 */
export const findConflicts = useCase('conflictsFind', async (tx, input: { readonly roundId: string }) => {
  const round = await tx.get(Round, roundAccess, input.roundId, { right: 'manage', path: 'roundId' });
  await tx.query(
    sql`select id from judge where competition_id = ${round.competition.id} order by id for update`,
  );
  const found = await searchConflicts(tx, round.id);
  const clear = found.filter(({ submitted }) => submitted === null);
  const pairs = JSON.stringify(clear.map(({ judge, entry }) => ({ judge, entry })));
  const released = await releaseAssignments(
    tx,
    sql`(a.judge_id, a.entry_id) in (select x.judge, x.entry from jsonb_to_recordset(${pairs}::jsonb) as x(judge uuid, entry uuid))`,
    'FOUND',
  );
  const rows = clear.map(({ judge, entry, finding }) => ({ id: uuidv7(), judge, entry, finding }));
  if (rows.length > 0) {
    await tx.execute(
      sql`insert into conflict (id, judge_id, entry_id, source, reason, created_by_id, created_at)
        select x.id, x.judge, x.entry, 'FOUND', x.finding, ${tx.viewer.accountId}::uuid, ${tx.now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, judge uuid, entry uuid, finding text)`,
      { type: 'Conflict', id: round.id, kind: 'create', after: { source: 'FOUND', rows } },
    );
  }
  return {
    conflicts: rows.map(({ id }) => id),
    released,
    blocked: found.flatMap(({ submitted }) => (submitted === null ? [] : [submitted])),
  };
});

/** A judge declares a conflict with an entry they hold: every sheet of it that is not submitted is taken off them. */
export const declareConflict = useCase(
  'conflictDeclare',
  async (tx, input: { readonly entryId: string; readonly reason: string }) => {
    const entry = await tx.get(Entry, entryAccess, input.entryId, { path: 'entryId', lock: 'none' });
    const held = await tx.query<{ id: string }>(
      sql`select s.id from score_sheet s join assignment a on a.id = s.assignment_id and a.live join judge j on j.id = s.judge_id
      where s.entry_id = ${entry.id} and j.account_id = ${tx.accountId} and s.state <> 'LOCKED' order by s.id for update of s`,
    );
    if (held.length === 0) tx.refuse(problem('NOT_FOUND', 'entryId'));
    let conflict: string | null = null;
    for (const { id } of held) {
      const sheet = await tx.em.findOneOrFail(ScoreSheet, id);
      conflict = await recuse(tx, sheet, input.reason);
    }
    return { conflict };
  },
);
