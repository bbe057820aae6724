import { type EntryValues, parseValues } from './leader-content.ts';

/** What this device holds of a form: what was typed, and the version on the server that it began from. */
export interface Kept {
  readonly version: number;
  readonly base: EntryValues;
  readonly values: EntryValues;
}

/** Reads it back; whatever is not whole counts as absent. */
export function parseKept(value: unknown): Kept | undefined {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('base' in value && 'values' in value && 'version' in value)
  )
    return undefined;
  const [base, values] = [parseValues(value.base), parseValues(value.values)];
  return base && values && typeof value.version === 'number'
    ? { version: value.version, base, values }
    : undefined;
}
