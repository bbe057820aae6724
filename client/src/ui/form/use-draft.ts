import { useCallback, useEffect, useRef, useState } from 'react';
import { readStored, useOwnKey, writeStored } from '../core/stored.ts';
import type { WriteOutcome } from '../core/use-write.ts';

/** Where a draft stands. `at` is an instant in milliseconds. */
export type DraftStatus =
  | { readonly kind: 'clean' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'server'; readonly at: number }
  | { readonly kind: 'local'; readonly at: number }
  | { readonly kind: 'failed'; readonly message: string };

/** What is kept in the browser. */
export interface KeptDraft {
  readonly at: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Time after the last key before a draft is saved, in milliseconds. */
const PAUSE = 800;

function parseDraft(value: unknown): KeptDraft | undefined {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('values' in value))
    return undefined;
  const { at, values } = value;
  return typeof at === 'number' && typeof values === 'object' && values !== null
    ? { at, values: { ...values } }
    : undefined;
}

/** Settings of a draft. */
export interface DraftOptions<Values> {
  /** Unique within the product: the kind and the id of what is edited. */
  readonly name: string;
  /** False for secrets, which must not be kept anywhere. */
  readonly enabled: boolean;
  /** Saves on the server; without it the draft stays in the browser. */
  readonly save?: ((values: Values) => Promise<WriteOutcome<unknown>>) | undefined;
}

/**
 * Saves what is typed by itself. The browser's copy is written first and at once, so a closed tab or a lost line
 * costs nothing; the server's follows after a short pause, one save at a time and the newest values last.
 */
export function useDraft<Values extends object>(options: DraftOptions<Values>) {
  const key = `draft:${useOwnKey(options.name)}`;
  const [status, setStatus] = useState<DraftStatus>({ kind: 'clean' });
  const [kept] = useState(() => (options.enabled ? readStored(key, parseDraft) : undefined));
  const latest = useRef(options);
  latest.current = options;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<Values>(undefined);
  const saving = useRef(false);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const { save } = latest.current;
    if (!save || saving.current) return;
    while (pending.current !== undefined) {
      const values = pending.current;
      pending.current = undefined;
      saving.current = true;
      setStatus({ kind: 'saving' });
      const outcome = await save(values).finally(() => {
        saving.current = false;
      });
      if (!outcome.ok) {
        // A lost line: the same values go again with the next change or when the line is back. A refusal would only
        // be refused again.
        if (outcome.problems.length === 0) pending.current ??= values;
        setStatus({ kind: 'failed', message: outcome.message });
        return;
      }
      setStatus({ kind: 'server', at: Date.now() });
      if (pending.current === undefined) writeStored(key, undefined);
    }
  }, [key]);

  const touch = useCallback(
    (values: Values): void => {
      const { enabled, save } = latest.current;
      if (!enabled) {
        setStatus({ kind: 'unsaved' });
        return;
      }
      const at = Date.now();
      const written = writeStored(key, { at, values });
      setStatus(save || !written ? { kind: 'unsaved' } : { kind: 'local', at });
      if (!save) return;
      pending.current = values;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE);
    },
    [key, flush],
  );

  /** Forgets the draft: it was submitted or thrown away. */
  const clear = useCallback((): void => {
    clearTimeout(timer.current);
    pending.current = undefined;
    writeStored(key, undefined);
    setStatus({ kind: 'clean' });
  }, [key]);

  useEffect(() => {
    const again = (): void => void flush();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      clearTimeout(timer.current);
      // Leaving the page does not wait for the pause: what was typed last is sent now.
      void flush();
    };
  }, [flush]);

  return { status, kept, touch, clear, flush };
}
