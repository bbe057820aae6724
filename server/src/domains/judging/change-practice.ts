import type { EntryState } from '@xinghuo/shared/competition/entry';
import { markProblem, SHEET_LIMITS } from '@xinghuo/shared/judging/domain/score-sheet';
import { problem } from '@xinghuo/shared/kernel/problem';
import { rangeProblem, textProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import {
  Category,
  Criterion,
  categoryAccess,
  Entry,
  entryAccess,
  Round,
  roundAccess,
} from '../competition/index.ts';
import { ExemplarProject, exemplarAccess } from '../library/index.ts';
import { judgedInRound } from './fingerprints.ts';
import { Judge } from './judge.entity.ts';
import { practiceAccess } from './practice.access.ts';
import { PracticeEntry, type PracticeGiven, PracticeMark, PracticeSheet } from './practice.entity.ts';
import { JUDGING_CHANGED } from './topics.ts';

/** States from which an entry may still come before the judges of its edition. */
const MAY_BE_JUDGED: ReadonlySet<EntryState> = new Set([
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ELIGIBLE',
  'IN_REVIEW',
  'ADVANCED',
]);

interface GivenMark extends PracticeGiven {
  readonly reason?: string;
}

/** Notes marks off their scale, given twice or for a criterion of another round, and criteria without one. */
async function noteMarks(tx: Tx, roundId: string, marks: readonly GivenMark[]): Promise<void> {
  if (marks.length > SHEET_LIMITS.marks) tx.refuse(problem('TOO_MANY', 'marks', { max: SHEET_LIMITS.marks }));
  const criteria = await tx.em.find(Criterion, { round: roundId });
  const scales = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const seen = new Set<string>();
  marks.forEach((mark, i) => {
    const scale = scales.get(mark.criterionId);
    if (!scale) tx.note(problem('NOT_FOUND', `marks.${i}.criterionId`));
    else if (seen.has(mark.criterionId)) tx.note(problem('DUPLICATE', `marks.${i}.criterionId`));
    else tx.note(markProblem(`marks.${i}.value`, mark.value, scale));
    seen.add(mark.criterionId);
  });
  const missing = criteria.filter(({ id }) => !seen.has(id)).length;
  if (missing > 0) tx.note(problem('PRACTICE_UNMARKED', 'marks', { missing }));
}

interface Text {
  readonly entryId?: string | null;
  readonly exemplarId?: string | null;
}

/** What is to be practised on: an entry that no judge of the round marks for real, or a project of the library. */
async function textOf(
  tx: Tx,
  round: Round,
  { entryId, exemplarId }: Text,
): Promise<{ readonly entry: Entry | null; readonly exemplar: ExemplarProject | null }> {
  if (entryId && exemplarId) tx.refuse(problem('PRACTICE_TWO_TEXTS', 'exemplarId'));
  if (exemplarId) {
    const options = { path: 'exemplarId', lock: 'share' } as const;
    return {
      entry: null,
      exemplar: await tx.get(ExemplarProject, exemplarAccess, exemplarId, options),
    };
  }
  if (!entryId) return tx.refuse(problem('REQUIRED', 'entryId'));
  const entry = await tx.get(Entry, entryAccess, entryId, { path: 'entryId', lock: 'none' });
  const [judged] = await tx.query<{ judged: boolean }>(
    sql`select ${judgedInRound(sql`e`, sql`r`)} as judged from entry e, round r where e.id = ${entry.id} and r.id = ${round.id}`,
  );
  // What this round or a later one judges must not be shown with its marks beforehand.
  const ahead = entry.competition.id === round.competition.id && MAY_BE_JUDGED.has(entry.state);
  if (judged?.judged || ahead) tx.note(problem('PRACTICE_OF_ROUND', 'entryId', { state: entry.state }));
  return { entry, exemplar: null };
}

/** Makes an entry or a project of the library a practice entry of a category, or sets its agreed marks anew while nobody has done it. */
export const setPractice = useCase(
  'practiceSet',
  async (
    tx,
    input: Text & {
      readonly roundId: string;
      readonly categoryId: string;
      readonly marks: readonly (PracticeGiven & { readonly reason: string })[];
    },
  ) => {
    const round = await tx.get(Round, roundAccess, input.roundId, { right: 'manage', path: 'roundId' });
    if (round.state === 'LOCKED') tx.refuse(problem('ROUND_LOCKED', 'roundId'));
    const category = await tx.get(Category, categoryAccess, input.categoryId, {
      path: 'categoryId',
      lock: 'none',
    });
    if (category.competition.id !== round.competition.id)
      tx.refuse(problem('JUDGE_OF_OTHER_EDITION', 'categoryId'));
    const { entry, exemplar } = await textOf(tx, round, input);
    await noteMarks(tx, round.id, input.marks);
    input.marks.forEach(({ reason }, i) => {
      tx.note(textProblem(`marks.${i}.reason`, reason, { max: SHEET_LIMITS.reason, required: true }));
    });
    tx.settle();
    const present = await tx.em.find(PracticeEntry, { round: round.id, category: category.id });
    let practice = present.find((one) =>
      entry ? one.entry?.id === entry.id : one.exemplar?.id === exemplar?.id,
    );
    if (practice) await refuseUsed(tx, practice);
    practice ??= tx.em.create(PracticeEntry, {
      round,
      category,
      entry,
      exemplar,
      position: 1 + Math.max(0, ...present.map(({ position }) => position)),
    });
    practice.updatedAt = tx.now;
    const marks = await tx.em.find(PracticeMark, { practice: practice.id });
    for (const { criterionId, value, reason } of input.marks) {
      const held = marks.find((mark) => mark.criterion.id === criterionId);
      if (held) Object.assign(held, { value, reason: reason.trim() });
      else
        tx.em.create(PracticeMark, {
          practice,
          criterion: tx.em.getReference(Criterion, criterionId),
          value,
          reason: reason.trim(),
        });
    }
    await tx.em.flush();
    return { practice: practice.id };
  },
);

/** Held while it changes: a judge who is doing it is waited for. */
async function refuseUsed(tx: Tx, practice: PracticeEntry): Promise<void> {
  const [held] = await tx.query(sql`select id from practice_entry where id = ${practice.id} for update`);
  if (!held) tx.refuse(problem('NOT_FOUND', 'entryId'));
  const judges = await tx.em.count(PracticeSheet, { practice: practice.id });
  if (judges > 0) tx.refuse(problem('PRACTICE_USED', 'id', { judges }));
}

/** Takes a practice entry away that nobody has done. */
export const removePractice = useCase('practiceRemove', async (tx, input: { readonly id: string }) => {
  const practice = await tx.get(PracticeEntry, practiceAccess, input.id, { right: 'manage' });
  await refuseUsed(tx, practice);
  for (const mark of await tx.em.find(PracticeMark, { practice: practice.id })) tx.em.remove(mark);
  tx.em.remove(practice);
  return { practice: null };
});

/** A judge does a practice entry, once; the agreed marks are seen from here on. */
export const submitPractice = useCase(
  'practiceSubmit',
  async (
    tx,
    input: {
      readonly id: string;
      readonly marks: readonly PracticeGiven[];
      readonly secondsSpent?: number | null;
      readonly idempotencyKey?: string | null;
    },
  ) => {
    const practice = await tx.get(PracticeEntry, practiceAccess, input.id, { right: 'try' });
    const [judge] = await tx.query<{ id: string }>(
      sql`select j.id from judge j join round r on r.competition_id = j.competition_id where r.id = ${practice.round.id} and j.account_id = ${tx.accountId}`,
    );
    if (!judge) throw new Error('the right to try hangs on a judge of the account');
    tx.note(rangeProblem('secondsSpent', input.secondsSpent, 0, SHEET_LIMITS.seconds));
    if (await tx.em.count(PracticeSheet, { practice: practice.id, judge: judge.id }))
      tx.refuse(problem('PRACTICE_DONE', 'id'));
    await noteMarks(tx, practice.round.id, input.marks);
    tx.settle();
    tx.em.create(PracticeSheet, {
      practice,
      judge: tx.em.getReference(Judge, judge.id),
      submittedAt: tx.now,
      secondsSpent: input.secondsSpent ?? 0,
      marks: input.marks.map(({ criterionId, value }) => ({ criterionId, value })),
    });
    await tx.em.flush();
    await tx.publish(JUDGING_CHANGED, { roundId: practice.round.id });
    return { practice: practice.id };
  },
);
