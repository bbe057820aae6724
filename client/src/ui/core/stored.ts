import { useCallback, useState } from 'react';
import { useViewer } from './viewer.ts';

/** Reads a value kept in this browser; whatever cannot be read or understood counts as absent. */
export function readStored<T>(key: string, parse: (value: unknown) => T | undefined): T | undefined {
  try {
    const text = localStorage.getItem(`xinghuo:${key}`);
    return text === null ? undefined : parse(JSON.parse(text));
  } catch {
    // Storage may be switched off and old versions may have written another form: both mean "nothing kept".
    return undefined;
  }
}

/** Keeps a value in this browser; false when it has no room or storage is switched off. `undefined` removes it. */
export function writeStored(key: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(`xinghuo:${key}`);
    else localStorage.setItem(`xinghuo:${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The key under which this account, and no other on the same machine, keeps something. */
export function useOwnKey(key: string): string {
  return `${useViewer()?.id ?? 'anonymous'}:${key}`;
}

/** State that the account finds again on its next visit in this browser. */
export function useStored<T>(
  key: string,
  fallback: T,
  parse: (value: unknown) => T | undefined,
): [T, (value: T) => void] {
  const own = useOwnKey(key);
  const [held, hold] = useState(() => ({ key: own, value: readStored(own, parse) ?? fallback }));
  const current = held.key === own ? held.value : (readStored(own, parse) ?? fallback);
  const set = useCallback(
    (value: T) => {
      hold({ key: own, value });
      writeStored(own, value);
    },
    [own],
  );
  return [current, set];
}
