import { ENTRY_FIELDS, type EntryField, type EntryValues, sameField } from './leader-content.ts';

/** What becomes of two people's changes to the same entry. */
export interface Merged {
  /** To be shown and saved: what was typed here, and what was changed elsewhere in other fields. */
  readonly values: EntryValues;
  /** Fields that both changed, differently; `values` holds what was typed here. */
  readonly clashes: readonly EntryField[];
}

/** Puts one field of `from` into `into`. */
export function takeField(into: EntryValues, from: EntryValues, field: EntryField): EntryValues {
  return { ...into, [field]: from[field] };
}

/** Joins what was typed here with what the server has now, both having begun from `base`. */
export function mergeEntries(base: EntryValues, mine: EntryValues, theirs: EntryValues): Merged {
  let values = mine;
  const clashes: EntryField[] = [];
  for (const field of ENTRY_FIELDS) {
    if (sameField(base, theirs, field)) continue;
    if (sameField(base, mine, field)) values = takeField(values, theirs, field);
    else if (!sameField(mine, theirs, field)) clashes.push(field);
  }
  return { values, clashes };
}
