import { NOTE_FIELDS, type NoteField } from '@xinghuo/shared/competition/entry';
import { useStored } from '#client/ui/core/stored.ts';

/** A screening note that is written but not sent. */
export interface NoteDraft {
  readonly key: string;
  readonly field: NoteField;
  readonly text: string;
}

/** Reads kept notes; whatever is not one is left out. */
export function parseNotes(value: unknown): readonly NoteDraft[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('key' in one && 'field' in one && 'text' in one))
      return [];
    const field = NOTE_FIELDS.find((known) => known === one.field);
    return field && typeof one.key === 'string' && typeof one.text === 'string'
      ? [{ key: one.key, field, text: one.text }]
      : [];
  });
}

const NONE: readonly NoteDraft[] = [];

/** The notes a coordinator is writing on an entry; kept in this browser until they are sent. */
export function useNotes(entryId: string): {
  readonly notes: readonly NoteDraft[];
  /** Notes with words in them: what would be sent. */
  readonly ready: readonly NoteDraft[];
  readonly add: (field: NoteField) => string;
  readonly write: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
} {
  const [notes, set] = useStored(`notes:${entryId}`, NONE, parseNotes);
  return {
    notes,
    ready: notes.filter(({ text }) => text.trim() !== ''),
    add: (field) => {
      const key = crypto.randomUUID();
      set([...notes, { key, field, text: '' }]);
      return key;
    },
    write: (key, text) => set(notes.map((note) => (note.key === key ? { ...note, text } : note))),
    remove: (key) => set(notes.filter((note) => note.key !== key)),
    clear: () => set(NONE),
  };
}
