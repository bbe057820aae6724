import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ProblemData, problemText } from '#client/ui/core/problem-text.ts';
import { readStored, useOwnKey, writeStored } from '#client/ui/core/stored.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { ENTRY_SAVE, LEADER_ENTRY } from './documents/leader-write.ts';
import {
  ENTRY_FIELDS,
  type EntryField,
  type EntryValues,
  patchOf,
  type ServedEntry,
  sameField,
  valuesOf,
  withPatch,
} from './leader-content.ts';
import { parseKept } from './leader-kept.ts';
import { mergeEntries, takeField } from './leader-merge.ts';

/** Where what is typed stands. `at` is an instant in milliseconds. */
export type SaveStatus =
  | { readonly kind: 'same' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly message: string };

/** A field that was changed here and elsewhere. */
export interface Clash {
  readonly field: EntryField;
  readonly theirs: EntryValues;
}

/** Time after the last key before a draft is sent, in milliseconds. */
const PAUSE = 900;
/** Time before a failed save is tried again, in milliseconds. */
const AGAIN = 8000;

/** An entry whose form this is, as the server had it when the page was opened. */
export type DraftEntry = ServedEntry & { readonly id: string; readonly version: number };

/**
 * The values of an entry's form, kept twice while one types: at once on this device, and after a pause on the server,
 * only the fields that changed and that the server would take. A version that somebody else overtook is joined field by
 * field; where both changed the same field, the person chooses.
 */
export function useEntryDraft(entry: DraftEntry) {
  const client = useApolloClient();
  const key = useOwnKey(`entry-form:${entry.id}`);
  const [write] = useWrite(ENTRY_SAVE);
  const [start] = useState(() => {
    const served = valuesOf(entry);
    const kept = readStored(key, parseKept);
    if (!kept) return { base: served, values: served, clashes: [], restored: false };
    const { values, clashes } = mergeEntries(kept.base, kept.values, served);
    const restored = ENTRY_FIELDS.some((field) => !sameField(values, served, field));
    return { base: served, values, clashes: clashes.map((field) => ({ field, theirs: served })), restored };
  });
  const [values, show] = useState(start.values);
  const [status, setStatus] = useState<SaveStatus>({ kind: 'same' });
  const [clashes, setClashes] = useState<readonly Clash[]>(start.clashes);
  const [refusals, setRefusals] = useState<ReadonlyMap<EntryField, string>>(new Map());
  const [held, setHeld] = useState<readonly EntryField[]>(() => patchOf(start.base, start.values).held);
  const state = useRef({
    base: start.base,
    values: start.values,
    version: entry.version,
    composing: false,
    running: null as Promise<boolean> | null,
    /** Values the server refused: not sent again until they change. */
    refused: new Map<EntryField, EntryValues>(),
    /** Fields that wait for the person's choice between two versions. */
    clashing: new Set<EntryField>(start.clashes.map(({ field }) => field)),
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  });

  const keep = useCallback((): void => {
    const { base, values: latest, version } = state.current;
    const differs = ENTRY_FIELDS.some((field) => !sameField(base, latest, field));
    writeStored(key, differs ? { base, values: latest, version } : undefined);
  }, [key]);

  const pull = useCallback(async (): Promise<void> => {
    const { data } = await client.query({
      query: LEADER_ENTRY,
      variables: { id: entry.id },
      fetchPolicy: 'network-only',
    });
    if (!data?.entry) return;
    const now = state.current;
    const theirs = valuesOf(data.entry);
    const merged = mergeEntries(now.base, now.values, theirs);
    state.current = { ...now, base: theirs, values: merged.values, version: data.entry.version };
    show(merged.values);
    for (const field of merged.clashes) now.clashing.add(field);
    setClashes((before) => [
      ...before.filter(({ field }) => !merged.clashes.includes(field)),
      ...merged.clashes.map((field) => ({ field, theirs })),
    ]);
    keep();
  }, [client, entry.id, keep]);

  /** Takes in a refusal; true when it is worth trying at once again. */
  const refuse = useCallback(
    async (problems: readonly ProblemData[], message: string): Promise<boolean> => {
      if (problems.some(({ code }) => code === 'STALE_VERSION')) {
        await pull();
        return true;
      }
      const atFields = problems.flatMap(({ path, code, params }) => {
        const name = path[0] === 'input' ? path[1] : path[0];
        const field = ENTRY_FIELDS.find((one) => one === name);
        return field ? [[field, problemText(code, params)] as const] : [];
      });
      if (atFields.length === 0) {
        setStatus({ kind: 'failed', message });
        return false;
      }
      for (const [field] of atFields) state.current.refused.set(field, state.current.values);
      setRefusals((before) => new Map([...before, ...atFields]));
      return true;
    },
    [pull],
  );

  const run = useCallback(async (): Promise<boolean> => {
    for (let round = 0; round < 6; round += 1) {
      const now = state.current;
      const skip = new Set([
        ...now.clashing,
        ...[...now.refused].flatMap(([field, at]) => (sameField(at, now.values, field) ? [field] : [])),
      ]);
      const { patch, held: waiting } = patchOf(now.base, now.values, skip);
      setHeld(waiting);
      if (Object.keys(patch).length === 0) {
        setStatus((before) =>
          before.kind === 'same' || before.kind === 'saved' ? before : { kind: 'saved', at: Date.now() },
        );
        keep();
        return waiting.length === 0;
      }
      setStatus({ kind: 'saving' });
      const outcome = await write({ input: { id: entry.id, version: now.version, ...patch } });
      if (outcome.ok) {
        const { base } = state.current;
        state.current.base = withPatch(base, patch);
        state.current.version = outcome.payload.entry?.version ?? now.version + 1;
        keep();
        if (!state.current.composing) setStatus({ kind: 'saved', at: Date.now() });
      } else if (outcome.problems.length === 0) {
        setStatus({ kind: 'failed', message: outcome.message });
        clearTimeout(state.current.timer);
        state.current.timer = setTimeout(() => void flushing.current(), AGAIN);
        return false;
      } else if (!(await refuse(outcome.problems, outcome.message))) return false;
    }
    return false;
  }, [entry.id, write, keep, refuse]);

  /** Sends what is not yet on the server; true when everything typed is there. */
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(state.current.timer);
    const before = state.current.running;
    // One save at a time: a later one waits and then sends what is newest.
    const next = (before ? before.then(run, run) : run()).finally(() => {
      if (state.current.running === next) state.current.running = null;
    });
    state.current.running = next;
    return next;
  }, [run]);
  const flushing = useRef(flush);
  flushing.current = flush;

  const later = useCallback((): void => {
    clearTimeout(state.current.timer);
    if (!state.current.composing) state.current.timer = setTimeout(() => void flushing.current(), PAUSE);
  }, []);

  const change = useCallback(
    (next: (before: EntryValues) => EntryValues): void => {
      state.current.values = next(state.current.values);
      show(state.current.values);
      setStatus({ kind: 'typing' });
      setRefusals((before) => {
        const rest = [...before].filter(([field]) => {
          const at = state.current.refused.get(field);
          return at && sameField(at, state.current.values, field);
        });
        return rest.length === before.size ? before : new Map(rest);
      });
      keep();
      later();
    },
    [keep, later],
  );

  /** While characters are being composed (pinyin before its word is chosen) nothing is sent. */
  const composing = useCallback(
    (on: boolean): void => {
      state.current.composing = on;
      if (on) clearTimeout(state.current.timer);
      else later();
    },
    [later],
  );

  const settle = useCallback(
    (field: EntryField, theirs: boolean): void => {
      const clash = clashes.find((one) => one.field === field);
      state.current.clashing.delete(field);
      setClashes((before) => before.filter((one) => one.field !== field));
      if (clash && theirs) change((before) => takeField(before, clash.theirs, field));
      else later();
    },
    [clashes, change, later],
  );

  useEffect(() => {
    const again = (): void => void flushing.current();
    window.addEventListener('online', again);
    // What was kept on this device goes to the server as soon as the form is open again.
    if (start.restored) void flushing.current();
    return () => {
      window.removeEventListener('online', again);
      void flushing.current().finally(() => clearTimeout(state.current.timer));
    };
  }, [start.restored]);

  const setVersion = useCallback((version: number): void => {
    state.current.version = version;
  }, []);
  return {
    values,
    status,
    held,
    clashes,
    refusals,
    restored: start.restored,
    change,
    composing,
    settle,
    flush,
    /** The version on the server; what a step on the entry carries. */
    version: () => state.current.version,
    setVersion,
  };
}
export type EntryDraft = ReturnType<typeof useEntryDraft>;
