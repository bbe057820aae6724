import { SHEET_LIMITS } from '@xinghuo/shared/judging/domain/score-sheet';
import type { Problem } from '@xinghuo/shared/kernel/problem';
import { textProblem } from '@xinghuo/shared/kernel/text-limits';
import type { ProblemData } from '#client/ui/core/problem-text.ts';
import { rebase, type ServerSheet, type SheetFields } from './judge-merge.ts';

/** A write that is under way or whose answer did not arrive. It is sent again word for word, under the same key. */
export interface Sending {
  readonly key: string;
  readonly kind: 'save' | 'submit';
  readonly version: number;
  readonly fields: SheetFields;
  readonly seconds: number;
  /** The tab that sends it, and since when (milliseconds): another tab takes over after `LEASE`. */
  readonly by: string;
  readonly at: number;
}

/** Everything this browser knows and owes of one sheet; kept on disk with every change. */
export interface SheetRecord {
  readonly format: 1;
  readonly sheetId: string;
  readonly base: ServerSheet;
  /** What was entered here and is not confirmed by the server. */
  readonly edits: SheetFields;
  readonly sending: Sending | null;
  /** Seconds spent that were not reported yet. */
  readonly seconds: number;
  /** The judge has said that nothing ties them to the entry, and begins. */
  readonly begin: boolean;
  /** When the judge submitted, in milliseconds; null unless a submission waits. */
  readonly submitAt: number | null;
  /** Fields that were changed here and elsewhere to different values; `base` holds the other version. */
  readonly clash: readonly string[];
  /** Why the server did not take it; empty otherwise. */
  readonly refused: readonly ProblemData[];
  /** The last confirmation, in milliseconds. */
  readonly savedAt: number | null;
  /** The first change that waits, in milliseconds: the order of sending. */
  readonly waitingSince: number | null;
}

/** Which of two versions of a field stays. */
export type ClashChoice = 'mine' | 'theirs' | 'both';

/** What happens to a record. */
export type SheetEvent =
  | { readonly kind: 'loaded'; readonly server: ServerSheet }
  | { readonly kind: 'edit'; readonly field: string; readonly value: string; readonly at: number }
  | { readonly kind: 'spent'; readonly seconds: number }
  | { readonly kind: 'begin'; readonly at: number }
  | { readonly kind: 'submit'; readonly at: number }
  | { readonly kind: 'claim'; readonly key: string; readonly by: string; readonly at: number }
  /** The attempt ended without an answer: any tab may send it again. */
  | { readonly kind: 'released'; readonly key: string }
  | { readonly kind: 'acked'; readonly key: string; readonly server: ServerSheet; readonly at: number }
  | { readonly kind: 'stale'; readonly key: string; readonly server: ServerSheet }
  | { readonly kind: 'refused'; readonly key: string; readonly problems: readonly ProblemData[] }
  | { readonly kind: 'retry' }
  | { readonly kind: 'resolve'; readonly choices: Readonly<Record<string, ClashChoice>>; readonly at: number }
  | { readonly kind: 'discard' };

/** Milliseconds after which a tab that does not answer is taken for closed. */
export const LEASE = 30_000;

/** A record for a sheet as it was loaded. */
export function newRecord(sheetId: string, base: ServerSheet): SheetRecord {
  return {
    format: 1,
    sheetId,
    base,
    edits: {},
    sending: null,
    seconds: 0,
    begin: false,
    submitAt: null,
    clash: [],
    refused: [],
    savedAt: null,
    waitingSince: null,
  };
}

/** Whether the sheet takes marks, as far as this browser knows. */
export function isOpen(record: Pick<SheetRecord, 'base'>): boolean {
  return record.base.state === 'ASSIGNED' || record.base.state === 'DRAFT';
}

/**
 * What the judge sees: the server's values with the own changes over them. On a sheet closed elsewhere the server's alone
 * count, and the changes are shown apart.
 */
export function currentFields(record: SheetRecord): SheetFields {
  return isOvertaken(record) ? record.base.fields : { ...record.base.fields, ...record.edits };
}

/** Whether anything of this sheet still has to reach the server. */
export function isWaiting(record: SheetRecord): boolean {
  return (
    record.sending !== null ||
    record.submitAt !== null ||
    record.begin ||
    Object.keys(record.edits).length > 0
  );
}

/** Whether it can be sent now: nothing to choose, nothing refused, and the sheet takes marks. */
export function isSendable(record: SheetRecord): boolean {
  return (
    isWaiting(record) &&
    record.clash.length === 0 &&
    record.refused.length === 0 &&
    (record.sending !== null || isOpen(record))
  );
}

/** The sheet was closed elsewhere (submitted, locked, taken off) while changes waited here. */
export function isOvertaken(record: SheetRecord): boolean {
  return !isOpen(record) && record.sending === null && Object.keys(record.edits).length > 0;
}

/** Two versions wait for the judge's choice. On a closed sheet nothing chosen could be sent. */
export function mustChoose(record: SheetRecord): boolean {
  return record.clash.length > 0 && isOpen(record);
}

/** Where the last change is: held up by two versions, not taken, waiting to be sent, or nowhere but on the server. */
export type SaveStanding = 'choose' | 'notTaken' | 'waiting' | 'settled';

export function saveStanding(record: SheetRecord): SaveStanding {
  if (mustChoose(record)) return 'choose';
  if (record.refused.length > 0 || isOvertaken(record)) return 'notTaken';
  return isWaiting(record) ? 'waiting' : 'settled';
}

function bothVersions(record: SheetRecord, field: string): string {
  return `${record.base.fields[field] ?? ''}\n${record.edits[field] ?? ''}`;
}

/** Why both versions of a text cannot stay, or null: together they may be longer than one may be. */
export function bothProblem(record: SheetRecord, field: string): Problem | null {
  const max = field === 'remark' ? SHEET_LIMITS.remark : SHEET_LIMITS.comment;
  return textProblem(field, bothVersions(record, field), { max });
}

function waiting(record: SheetRecord, at: number): number {
  return record.waitingSince ?? at;
}

function settle(record: SheetRecord): SheetRecord {
  return isWaiting(record) ? record : { ...record, waitingSince: null };
}

function claim(record: SheetRecord, event: Extract<SheetEvent, { kind: 'claim' }>): SheetRecord {
  if (!isSendable(record)) return record;
  if (record.sending) {
    const held = record.sending.by !== event.by && event.at - record.sending.at < LEASE;
    // The payload and its key stay: what may have arrived once must not count twice.
    return held ? record : { ...record, sending: { ...record.sending, by: event.by, at: event.at } };
  }
  return {
    ...record,
    seconds: 0,
    sending: {
      key: event.key,
      kind: record.submitAt === null ? 'save' : 'submit',
      version: record.base.version,
      fields: record.edits,
      seconds: record.seconds,
      by: event.by,
      at: event.at,
    },
  };
}

function acked(record: SheetRecord, event: Extract<SheetEvent, { kind: 'acked' }>): SheetRecord {
  const sent = record.sending;
  if (sent?.key !== event.key) return record;
  const edits = Object.fromEntries(
    Object.entries(record.edits).filter(([field, value]) => value !== sent.fields[field]),
  );
  const known = { ...record.base.fields, ...sent.fields };
  const after = rebase({ edits, known, clash: [] }, event.server);
  return settle({
    ...record,
    ...after,
    sending: null,
    begin: false,
    submitAt: sent.kind === 'submit' ? null : record.submitAt,
    savedAt: event.at,
    waitingSince: isWaiting({ ...record, ...after, sending: null, begin: false }) ? event.at : null,
  });
}

/** Takes a write that had no effect back into what waits. */
function unsent(record: SheetRecord): SheetRecord {
  return { ...record, sending: null, seconds: record.seconds + (record.sending?.seconds ?? 0) };
}

function resolve(record: SheetRecord, event: Extract<SheetEvent, { kind: 'resolve' }>): SheetRecord {
  const edits: Record<string, string> = { ...record.edits };
  for (const field of record.clash) {
    const choice = event.choices[field];
    if (choice === undefined) continue;
    if (choice === 'theirs') delete edits[field];
    if (choice === 'both') edits[field] = bothVersions(record, field);
  }
  const clash = record.clash.filter((field) => event.choices[field] === undefined);
  return settle({ ...record, edits, clash, waitingSince: waiting(record, event.at) });
}

function edit(record: SheetRecord, event: Extract<SheetEvent, { kind: 'edit' }>): SheetRecord {
  const edits: Record<string, string> = { ...record.edits, [event.field]: event.value };
  const inFlight = record.sending?.fields[event.field];
  // Typed back to what the server has: nothing to send, unless the other value is under way.
  if (inFlight === undefined && event.value === (record.base.fields[event.field] ?? '')) {
    delete edits[event.field];
  }
  const clash = record.clash.filter((field) => edits[field] !== undefined);
  return settle({ ...record, edits, clash, refused: [], waitingSince: waiting(record, event.at) });
}

/** The record after an event. Pure: every tab that applies the same events in the same order holds the same record. */
export function reduceRecord(record: SheetRecord, event: SheetEvent): SheetRecord {
  switch (event.kind) {
    case 'loaded': {
      // An answer is on its way that will say more; an older copy says nothing new.
      if (record.sending || event.server.version < record.base.version) return record;
      const { edits, clash } = record;
      return settle({ ...record, ...rebase({ edits, clash, known: record.base.fields }, event.server) });
    }
    case 'edit':
      return edit(record, event);
    case 'spent':
      return { ...record, seconds: Math.min(record.seconds + event.seconds, 86_400) };
    case 'begin':
      return record.base.state === 'ASSIGNED'
        ? { ...record, begin: true, waitingSince: waiting(record, event.at) }
        : record;
    case 'submit':
      return isOpen(record) && record.clash.length === 0
        ? { ...record, submitAt: event.at, refused: [], waitingSince: waiting(record, event.at) }
        : record;
    case 'claim':
      return claim(record, event);
    case 'released':
      return record.sending?.key === event.key
        ? { ...record, sending: { ...record.sending, at: Number.NEGATIVE_INFINITY } }
        : record;
    case 'acked':
      return acked(record, event);
    case 'stale': {
      if (record.sending?.key !== event.key) return record;
      const back = unsent(record);
      const { edits, clash } = record;
      const after = rebase({ edits, clash, known: record.base.fields }, event.server);
      const closed = event.server.state !== 'ASSIGNED' && event.server.state !== 'DRAFT';
      // Whoever submitted saw other values: they look again first.
      const submitAt = after.clash.length > 0 || closed ? null : record.submitAt;
      return settle({ ...back, ...after, submitAt, begin: record.begin && !closed });
    }
    case 'refused':
      return record.sending?.key === event.key
        ? { ...unsent(record), submitAt: null, begin: false, refused: event.problems }
        : record;
    case 'retry':
      return { ...record, refused: [] };
    case 'resolve':
      return resolve(record, event);
    case 'discard':
      return settle({ ...record, edits: {}, clash: [], submitAt: null, begin: false, refused: [] });
  }
}
