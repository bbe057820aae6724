import { useCallback, useEffect, useRef, useState } from 'react';
import type { Desk } from './judge-desk.ts';

/** Something that was asked from the server, with the last copy until the answer is here. */
export interface Kept<T> {
  readonly data: T | undefined;
  /** Why the last attempt failed; what `data` holds is then a copy. */
  readonly error: unknown;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
}

/** Copies of this page, so that going back and forth shows them at once. */
const memory = new WeakMap<Desk, Map<string, unknown>>();

function shelfInMemory(desk: Desk): Map<string, unknown> {
  const held = memory.get(desk) ?? new Map<string, unknown>();
  memory.set(desk, held);
  return held;
}

/** Asks the server and keeps a copy under `key`. */
export async function fetchKept<T>(desk: Desk, key: string, load: () => Promise<T>): Promise<T> {
  // Without what this browser has written, a sheet that was submitted here would be offered once more.
  const [fresh] = await Promise.all([load(), desk.store.ready]);
  shelfInMemory(desk).set(key, fresh);
  await desk.shelf.write(key, fresh);
  return fresh;
}

/** Brings something ahead of its use. Without a line it is asked for again when it is opened. */
export function prefetch<T>(desk: Desk, key: string, load: () => Promise<T>): void {
  if (!shelfInMemory(desk).has(key)) fetchKept(desk, key, load).catch(() => undefined);
}

/**
 * What stands under `key`: the copy at once where there is one, then the server's answer. Copies are this program's
 * own, of the stored format at hand, hence of the type that `load` gives.
 */
export function useKept<T>(desk: Desk, key: string | null, load: () => Promise<T>): Kept<T> {
  const [, redraw] = useState(0);
  const [status, setStatus] = useState<{ key: string | null; error?: unknown; loading: boolean }>({
    key: null,
    loading: true,
  });
  const current = useRef(load);
  current.current = load;
  const wanted = useRef(key);
  wanted.current = key;
  const reload = useCallback(async (): Promise<void> => {
    if (key === null) return;
    setStatus({ key, loading: true });
    let outcome: { key: string; error?: unknown; loading: boolean } = { key, loading: false };
    try {
      await fetchKept(desk, key, () => current.current());
    } catch (error) {
      outcome = { key, error, loading: false };
    }
    if (wanted.current === key) setStatus(outcome);
  }, [desk, key]);
  useEffect(() => {
    if (key === null) return;
    void reload();
    if (shelfInMemory(desk).has(key)) return;
    void Promise.all([desk.shelf.read(key), desk.store.ready]).then(([copy]) => {
      if (copy === undefined || shelfInMemory(desk).has(key)) return;
      shelfInMemory(desk).set(key, copy);
      redraw((n) => n + 1);
    });
  }, [desk, key, reload]);
  const failed = status.key === key && status.error !== undefined;
  useEffect(() => {
    if (!failed) return;
    const again = (): void => void reload();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [failed, reload]);
  const held = key === null ? undefined : shelfInMemory(desk).get(key);
  const settled = status.key === key;
  return {
    data: held as T | undefined,
    error: settled ? status.error : undefined,
    loading: settled ? status.loading : true,
    reload,
  };
}
