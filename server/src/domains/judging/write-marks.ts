import { markProblem, SHEET_LIMITS } from '@xinghuo/shared/judging/domain/score-sheet';
import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { type RawBuilder, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Stored, Tx } from '../../platform/write/tx.ts';
import { ScoreSheet } from './assignment.entity.ts';
import type { MarkedCriterion } from './sheet-standing.ts';

/** One mark as it comes in; what is absent stays. */
export interface GivenMark {
  readonly criterionId: string;
  readonly value?: string | null;
  readonly comment?: string | null;
}

/** What a judge sends of a sheet. */
export interface GivenSheet {
  readonly id: string;
  readonly version: number;
  readonly idempotencyKey?: string | null;
  readonly marks?: readonly GivenMark[] | null;
  readonly remark?: string | null;
  readonly remarkReleased?: boolean | null;
  readonly secondsSpent?: number | null;
}

/** Notes everything wrong with what a judge sent: scales, steps, lengths, criteria of another round. */
export function noteMarks(tx: Tx, input: GivenSheet, criteria: readonly MarkedCriterion[]): void {
  const marks = input.marks ?? [];
  if (marks.length > SHEET_LIMITS.marks) tx.refuse(problem('TOO_MANY', 'marks', { max: SHEET_LIMITS.marks }));
  const scales = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const seen = new Set<string>();
  marks.forEach((mark, i) => {
    const scale = scales.get(mark.criterionId);
    if (!scale) tx.note(problem('NOT_FOUND', `marks.${i}.criterionId`));
    else if (seen.has(mark.criterionId)) tx.note(problem('DUPLICATE', `marks.${i}.criterionId`));
    else if (typeof mark.value === 'string') tx.note(markProblem(`marks.${i}.value`, mark.value, scale));
    seen.add(mark.criterionId);
    tx.note(textProblem(`marks.${i}.comment`, mark.comment, { max: SHEET_LIMITS.comment }));
  });
  tx.note(
    textProblem('remark', input.remark, { max: SHEET_LIMITS.remark }),
    rangeProblem('secondsSpent', input.secondsSpent, 0, SHEET_LIMITS.seconds),
  );
}

/** The marks after the input is applied, by criterion. */
export function marksAfter(
  input: GivenSheet,
  criteria: readonly MarkedCriterion[],
): ReadonlyMap<string, string> {
  const given = new Map(
    (input.marks ?? []).filter((m) => m.value !== undefined).map((m) => [m.criterionId, m.value]),
  );
  return new Map(
    criteria.flatMap(({ id, value }) => {
      const mark = given.has(id) ? given.get(id) : value;
      return mark === null || mark === undefined ? [] : [[id, mark] as const];
    }),
  );
}

/** What is given of one mark as far as it differs from what is there: what is written, and what the audit log keeps. */
interface MarkChange {
  readonly criterionId: string;
  readonly before: { value?: string | null; comment?: string };
  readonly after: { value?: string | null; comment?: string };
}

function changesOf(marks: readonly GivenMark[], criteria: readonly MarkedCriterion[]): readonly MarkChange[] {
  const held = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  return marks.flatMap(({ criterionId, value, comment }) => {
    const { value: was = null, comment: said } = held.get(criterionId) ?? {};
    const change: MarkChange = { criterionId, before: {}, after: {} };
    if (value !== undefined && !sameMark(value, was)) {
      change.before.value = was;
      change.after.value = value;
    }
    // A comment of null leaves the comment alone.
    if (typeof comment === 'string' && comment.trim() !== (said ?? '')) {
      change.before.comment = said ?? '';
      change.after.comment = comment.trim();
    }
    return Object.keys(change.after).length > 0 ? [change] : [];
  });
}

/** Marks that stand on a scale have far fewer digits than a number holds exactly. */
function sameMark(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && Number(a) === Number(b));
}

/** Changes as rows of a statement; new marks with a key. */
function given(changes: readonly MarkChange[], fresh: boolean): RawBuilder<unknown> {
  const rows = changes.map(({ criterionId, after: { value, comment } }) => ({
    ...(fresh ? { id: uuidv7() } : {}),
    criterion: criterionId,
    value: value ?? null,
    valued: value !== undefined,
    comment: comment ?? null,
  }));
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, criterion uuid, value numeric, valued boolean, comment text)`;
}

/**
 * Writes marks, remark and time onto a sheet that may be written, and what else a step changes of it. Marks come before
 * the sheet: the database takes none once it is submitted.
 */
export function writeMarks(
  tx: Tx,
  sheet: Stored<ScoreSheet>,
  input: GivenSheet,
  criteria: readonly MarkedCriterion[],
  changes: Partial<Stored<ScoreSheet>>,
): void {
  const changed = changesOf(input.marks ?? [], criteria);
  const held = new Set(criteria.flatMap(({ id, comment }) => (comment === null ? [] : [id])));
  const { old = [], fresh = [] } = Object.groupBy(changed, ({ criterionId }) =>
    held.has(criterionId) ? 'old' : 'fresh',
  );
  // Not one `insert … on conflict`, which would run the triggers of both: the sheet's lock keeps other writers away.
  const parts: Record<string, RawBuilder<unknown>> = {};
  if (old.length > 0)
    parts.marks_changed = sql`update mark set value = case when x.valued then x.value else mark.value end, comment = coalesce(x.comment, mark.comment)
      from ${given(old, false)} where mark.sheet_id = ${sheet.id} and mark.criterion_id = x.criterion returning 1`;
  if (fresh.length > 0)
    parts.marks_made = sql`insert into mark (id, sheet_id, criterion_id, value, comment)
      select x.id, ${sheet.id}::uuid, x.criterion, x.value, coalesce(x.comment, '') from ${given(fresh, true)} returning 1`;
  if (changed.length > 0) {
    const kept = (of: 'before' | 'after') =>
      changed.map((each) => ({ criterionId: each.criterionId, ...each[of] }));
    tx.last(parts, {
      type: 'Mark',
      id: sheet.id,
      kind: 'update',
      before: { marks: kept('before') },
      after: { marks: kept('after') },
    });
  }
  tx.update(
    ScoreSheet,
    sheet,
    {
      remark: input.remark?.trim() ?? sheet.remark,
      remarkReleased: input.remarkReleased ?? sheet.remarkReleased,
      secondsSpent: sheet.secondsSpent + (input.secondsSpent ?? 0),
      startedAt: sheet.startedAt ?? tx.now,
      ...changes,
    },
    Object.keys(parts),
  );
}
