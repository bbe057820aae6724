import type { SheetState } from '@xinghuo/shared/judging/domain/score-sheet';

/** The value of the field `released` while the remark goes to the entrant; empty means it stays with the office. */
export const RELEASED = 'yes';

/**
 * What a judge fills in, by field: `mark:<criterion>`, `comment:<criterion>`, `remark` and `released`. Empty text means
 * nothing.
 */
export type SheetFields = Readonly<Record<string, string>>;

/** A sheet as the server has it. Marks are decimals without needless zeros. */
export interface ServerSheet {
  readonly version: number;
  readonly state: SheetState;
  readonly fields: SheetFields;
  /** Σ weight · mark / max once submitted. */
  readonly total: string | null;
  /** The last change on the server, an instant. */
  readonly updatedAt: string;
}

/** Whether two values of a field say the same: the server trims texts. */
export function sameValue(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}

/** What this browser holds of a sheet when a newer one arrives. */
export interface Held {
  readonly edits: SheetFields;
  /** What the server was known to hold: the common ancestor. */
  readonly known: SheetFields;
  readonly clash: readonly string[];
}

/** The outcome: the new ground, the changes that remain, the fields to choose. */
export interface Rebased {
  readonly base: ServerSheet;
  readonly edits: SheetFields;
  readonly clash: readonly string[];
}

/**
 * Puts own changes onto a newer sheet, field by field: what only one side changed is taken, the same change on both
 * sides is one, different changes wait for a choice. Nothing is dropped.
 */
export function rebase(held: Held, server: ServerSheet): Rebased {
  const edits: Record<string, string> = {};
  const clash: string[] = [];
  for (const [field, mine] of Object.entries(held.edits)) {
    const theirs = server.fields[field] ?? '';
    if (sameValue(theirs, mine)) continue;
    edits[field] = mine;
    if (!sameValue(theirs, held.known[field] ?? '') || held.clash.includes(field)) clash.push(field);
  }
  const fields: Record<string, string> = { ...server.fields };
  // A text typed here keeps its trailing space, or the next word would be glued to it.
  for (const [field, value] of Object.entries({ ...held.known, ...held.edits })) {
    if (sameValue(fields[field] ?? '', value)) fields[field] = value;
  }
  return { base: { ...server, fields }, edits, clash };
}
