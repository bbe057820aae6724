import { type BoardFrame, type BoardRows, loadsOf, rowOf } from './assignment-board.ts';

/** What is not as it should be, for the list beside the board. */
export type BoardFinding =
  | { readonly kind: 'SHORT'; readonly entry: string; readonly held: number; readonly wanted: number }
  | { readonly kind: 'CONFLICT'; readonly entry: string; readonly judge: string }
  | { readonly kind: 'AWAY'; readonly judge: string; readonly held: number }
  | { readonly kind: 'OVER'; readonly judge: string; readonly held: number; readonly capacity: number }
  | { readonly kind: 'SPLIT'; readonly category: string; readonly parts: number };

/** How good the present assignment is. */
export interface BoardMeasures {
  /** Entries × judges wanted each. */
  readonly wanted: number;
  /** Pairs that count towards it: no entry counts more than it wants. */
  readonly covered: number;
  readonly pairs: number;
  readonly lowestLoad: number;
  readonly highestLoad: number;
  /** Pairs whose judge knows the category. */
  readonly knowing: number;
  readonly findings: readonly BoardFinding[];
}

/**
 * Into how many parts the entries of a category fall when entries with a common judge belong together: 1 means that
 * every score can be compared with every other. Entries that nobody holds are left out; 0 when there are none.
 */
export function connectedParts(rows: readonly Iterable<string>[]): number {
  const parent = new Map<string, string>();
  const root = (of: string): string => {
    let at = of;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const row of rows) {
    let first: string | undefined;
    for (const judge of row) {
      if (!parent.has(judge)) parent.set(judge, judge);
      if (first === undefined) first = judge;
      else parent.set(root(judge), root(first));
    }
  }
  return new Set([...parent.keys()].map(root)).size;
}

/** Measures a board. Judges without room (capacity 0) are left out of the lowest load. */
export function measure(frame: BoardFrame, rows: BoardRows): BoardMeasures {
  const loads = loadsOf(rows);
  const knows = new Map(frame.judges.map(({ id, expertise }) => [id, new Set(expertise)]));
  const findings: BoardFinding[] = [];
  const byCategory = new Map<string, Iterable<string>[]>();
  let covered = 0;
  let pairs = 0;
  let knowing = 0;
  for (const { id, category } of frame.entries) {
    const row = rowOf(rows, id);
    pairs += row.size;
    covered += Math.min(row.size, frame.wanted);
    if (row.size < frame.wanted)
      findings.push({ kind: 'SHORT', entry: id, held: row.size, wanted: frame.wanted });
    for (const judge of row.keys()) {
      if (knows.get(judge)?.has(category.code)) knowing += 1;
      if (frame.conflicts.get(id)?.has(judge)) findings.push({ kind: 'CONFLICT', entry: id, judge });
    }
    const members = byCategory.get(category.id) ?? [];
    members.push(row.keys());
    byCategory.set(category.id, members);
  }
  const open = frame.judges.filter(({ capacity }) => capacity > 0).map(({ id }) => loads.get(id) ?? 0);
  for (const { id, capacity } of frame.judges) {
    const held = loads.get(id) ?? 0;
    if (held > 0 && frame.away.has(id)) findings.push({ kind: 'AWAY', judge: id, held });
    if (held > capacity) findings.push({ kind: 'OVER', judge: id, held, capacity });
  }
  for (const { categoryId } of frame.categories) {
    const parts = connectedParts(byCategory.get(categoryId) ?? []);
    if (parts > 1) findings.push({ kind: 'SPLIT', category: categoryId, parts });
  }
  return {
    wanted: frame.entries.length * frame.wanted,
    covered,
    pairs,
    lowestLoad: open.length > 0 ? Math.min(...open) : 0,
    highestLoad: Math.max(0, ...open),
    knowing,
    findings,
  };
}
