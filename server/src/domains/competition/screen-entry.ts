import {
  ENTRY_LIFECYCLE,
  type EntryEvent,
  NOTE_FIELDS,
  type NoteField,
} from '@xinghuo/shared/competition/entry';
import { type EntryStanding, entryStepProblems } from '@xinghuo/shared/competition/entry-steps';
import { type Problem, problem } from '@xinghuo/shared/kernel/problem';
import { textProblem } from '@xinghuo/shared/kernel/text-limits';
import { judgeTransition } from '@xinghuo/shared/kernel/transition';
import { sql } from 'kysely';
import { asSql, isIn } from '../../platform/access/condition.ts';
import { transitionTo } from '../../platform/lifecycle/lifecycle.ts';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { Account } from '../identity/index.ts';
import { entryAccess } from './entry.access.ts';
import { Entry, ScreeningNote } from './entry.entity.ts';
import { entryStanding } from './entry.read.ts';
import { contentOf, holdEdition, rowIn, stepProblems } from './entry.rules.ts';
import { COMPETITION_CHANGED } from './step-competition.ts';

interface StepInput {
  readonly id: string;
  readonly version: number;
}
interface ReasonInput extends StepInput {
  readonly reason: string;
}
interface NoteGiven {
  readonly field: string;
  readonly text: string;
}
interface ReturnInput extends StepInput {
  readonly notes: readonly NoteGiven[];
  readonly until?: Date | null;
}
interface BulkInput {
  readonly ids: readonly string[];
}

const LIMITS = { reason: 1000, note: 1000, notes: 30, bulk: 200, returnDays: 7 } as const;

/** Loads, judges and moves one entry; the caller says what else the step does. */
async function stepOf(tx: Tx, input: StepInput, event: EntryEvent): Promise<Entry> {
  await holdEdition(tx, [input.id]);
  const { right } = ENTRY_LIFECYCLE.events[event];
  const entry = await tx.get(Entry, entryAccess, input.id, { right, version: input.version });
  entry.state = transitionTo(tx, ENTRY_LIFECYCLE, event, entry.state, await stepProblems(tx, entry, event));
  await tx.publish(COMPETITION_CHANGED, { competitionId: entry.competition.id, entryId: entry.id });
  return entry;
}

/** The reason as it is kept; it also goes to the audit log. */
function checkedReason(tx: Tx, reason: string): string {
  const wrong = textProblem('reason', reason, { max: LIMITS.reason, required: true });
  if (wrong) tx.refuse(wrong.code === 'REQUIRED' ? problem('REASON_REQUIRED', 'reason') : wrong);
  tx.reason = reason.trim();
  return tx.reason;
}

async function stepWithReason(tx: Tx, input: ReasonInput, event: EntryEvent): Promise<{ entry: string }> {
  const reason = checkedReason(tx, input.reason);
  const entry = await stepOf(tx, input, event);
  entry.stateReason = reason;
  return { entry: entry.id };
}

/** The entry is eligible. */
export const acceptEntry = useCase('entryAccept', async (tx, input: StepInput) => ({
  entry: (await stepOf(tx, input, 'accept')).id,
}));
/** The entry is not eligible, for a reason the team reads. */
export const rejectEntry = useCase('entryReject', (tx, input: ReasonInput) =>
  stepWithReason(tx, input, 'reject'),
);
/** The entry leaves the competition for a breach of its rules. */
export const disqualifyEntry = useCase('entryDisqualify', (tx, input: ReasonInput) =>
  stepWithReason(tx, input, 'disqualify'),
);
/** The team takes its entry back. */
export const withdrawEntry = useCase('entryWithdraw', (tx, input: ReasonInput) =>
  stepWithReason(tx, input, 'withdraw'),
);

/** The team is asked to change the entry, note by note, until a deadline of its own. */
export const returnEntry = useCase('entryReturn', async (tx, input: ReturnInput) => {
  checkNotes(tx, input.notes);
  const entry = await stepOf(tx, input, 'return');
  await giveBack(tx, [entry], input);
  return { entry: entry.id };
});

/** Accepts entries, all or none. */
export const acceptEntries = useCase('entriesAccept', async (tx, input: BulkInput) => {
  await stepAll(tx, input.ids, 'accept');
  return { entries: [...input.ids] };
});

/** Rejects entries for the same reason, all or none. */
export const rejectEntries = useCase(
  'entriesReject',
  async (tx, input: BulkInput & { readonly reason: string }) => {
    const reason = checkedReason(tx, input.reason);
    for (const entry of await stepAll(tx, input.ids, 'reject')) entry.stateReason = reason;
    return { entries: [...input.ids] };
  },
);

/** Returns entries with the same notes, all or none. */
export const returnEntries = useCase(
  'entriesReturn',
  async (tx, input: BulkInput & Omit<ReturnInput, keyof StepInput>) => {
    checkNotes(tx, input.notes);
    await giveBack(tx, await stepAll(tx, input.ids, 'return'), input);
    return { entries: [...input.ids] };
  },
);

/** Every entry is loaded, held and judged in one statement; problems are told row by row. */
async function stepAll(tx: Tx, ids: readonly string[], event: EntryEvent): Promise<Entry[]> {
  if (ids.length === 0) tx.refuse(problem('REQUIRED', 'ids'));
  if (ids.length > LIMITS.bulk) tx.refuse(problem('TOO_MANY', 'ids', { max: LIMITS.bulk }));
  await holdEdition(tx, ids);
  const row = rowIn(tx, Entry);
  const { right } = ENTRY_LIFECYCLE.events[event];
  const rule = entryAccess.actions[right as 'screen'];
  const found = await tx.query<
    Record<string, unknown> & { id: string; right$: boolean; standing$: EntryStanding }
  >(
    sql`select t0.*, ${asSql(rule(tx.viewer, row))} as "right$", ${entryStanding(row)} as "standing$" from entry t0 where ${asSql(isIn(row.id, ids))} and ${asSql(entryAccess.read(tx.viewer, row))} order by t0.id for update of t0`,
  );
  const entries: Entry[] = [];
  for (const [i, id] of ids.entries()) {
    const hit = found.find((one) => one.id === id);
    if (!hit || ids.indexOf(id) < i) {
      tx.note(problem(hit ? 'DUPLICATE' : 'NOT_FOUND', `ids.${i}`));
      continue;
    }
    const { right$, standing$, ...columns } = hit;
    const entry = tx.em.map(Entry, columns);
    const answer = judgeTransition(ENTRY_LIFECYCLE, event, {
      state: entry.state,
      may: () => right$,
      rules: () => entryStepProblems(event, standing$, () => contentOf(entry), tx.now),
    });
    tx.note(...answer.problems.map((one): Problem => ({ ...one, path: ['ids', String(i), ...one.path] })));
    entry.state = answer.to;
    entries.push(entry);
  }
  tx.settle();
  for (const competitionId of new Set(entries.map(({ competition }) => competition.id)))
    await tx.publish(COMPETITION_CHANGED, { competitionId });
  return entries;
}

function checkNotes(tx: Tx, notes: readonly NoteGiven[]): void {
  if (notes.length === 0) tx.refuse(problem('REQUIRED', 'notes'));
  if (notes.length > LIMITS.notes) tx.refuse(problem('TOO_MANY', 'notes', { max: LIMITS.notes }));
  notes.forEach((note, i) => {
    if (!isNoteField(note.field))
      tx.note(problem('INVALID_FORMAT', `notes.${i}.field`, { expected: NOTE_FIELDS.join(', ') }));
    tx.note(textProblem(`notes.${i}.text`, note.text, { max: LIMITS.note, required: true }));
  });
  tx.settle();
}

function isNoteField(field: string): field is NoteField {
  return (NOTE_FIELDS as readonly string[]).includes(field);
}

/** Notes at their fields, and until when the team may submit again. */
async function giveBack(
  tx: Tx,
  entries: readonly Entry[],
  { notes, until }: Omit<ReturnInput, keyof StepInput>,
): Promise<void> {
  if (until && until <= tx.now)
    tx.refuse(problem('DEADLINE_NOT_LATER', 'until', { deadline: tx.now.toISOString() }));
  const editions = await screeningEnds(tx, entries);
  for (const entry of entries) {
    entry.resubmitUntil = until ?? usualReturn(tx.now, editions.get(entry.competition.id) ?? null);
    for (const { field, text } of notes) {
      if (!isNoteField(field)) continue;
      tx.em.create(ScreeningNote, {
        entry,
        field,
        text: text.trim(),
        author: tx.viewer.accountId ? tx.em.getReference(Account, tx.viewer.accountId) : null,
        createdAt: tx.now,
      });
    }
  }
}

async function screeningEnds(tx: Tx, entries: readonly Entry[]): Promise<ReadonlyMap<string, Date | null>> {
  const ids = [...new Set(entries.map(({ competition }) => competition.id))];
  const rows = await tx.query<{ id: string; at: string | null }>(
    sql`select id, screening_close_at as at from competition where ${asSql(isIn(sql`id`, ids))}`,
  );
  return new Map(rows.map(({ id, at }) => [id, at ? new Date(at) : null]));
}

/** Seven days, but not beyond the end of screening while that is ahead. */
function usualReturn(now: Date, screeningEnd: Date | null): Date {
  const usual = new Date(now.getTime() + LIMITS.returnDays * 86_400_000);
  return screeningEnd && screeningEnd > now && screeningEnd < usual ? screeningEnd : usual;
}
