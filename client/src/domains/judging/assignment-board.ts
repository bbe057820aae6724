import type { CategoryCode } from '@xinghuo/shared/competition/category';
import type { SheetState } from '@xinghuo/shared/judging/domain/score-sheet';

/** A row of the board. */
export interface BoardEntry {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly titleEn: string;
  readonly category: { readonly id: string; readonly code: CategoryCode };
}

/** A column of the board. */
export interface BoardJudge {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** The most entries in the round. */
  readonly capacity: number;
  readonly expertise: readonly CategoryCode[];
}

export interface BoardCategory {
  readonly categoryId: string;
  readonly code: CategoryCode;
  readonly title: string;
  readonly titleEn: string;
  /** Empty when every judge may be given its entries. */
  readonly panelJudgeIds: readonly string[];
}

/** A judge holds an entry. */
export interface BoardCell {
  /** Null while the server has not answered yet. */
  readonly assignmentId: string | null;
  readonly pinned: boolean;
  readonly sheet: SheetState;
}

/** Who holds an entry, by the judge's id. */
export type BoardRow = ReadonlyMap<string, BoardCell>;

/** What stands fixed while one works on the board. */
export interface BoardFrame {
  readonly wanted: number;
  readonly entries: readonly BoardEntry[];
  readonly judges: readonly BoardJudge[];
  readonly categories: readonly BoardCategory[];
  /** Judges in conflict by entry. */
  readonly conflicts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Judges who can be there on no day of the round. */
  readonly away: ReadonlySet<string>;
  /** Entries that more judges mark than the others. */
  readonly anchors: ReadonlySet<string>;
}

/** Rows by the entry's id. A change replaces the row it touches and no other, so that only that one is drawn again. */
export type BoardRows = ReadonlyMap<string, BoardRow>;

const NO_ROW: BoardRow = new Map();

/** The row of an entry; empty when nobody holds it. */
export function rowOf(rows: BoardRows, entryId: string): BoardRow {
  return rows.get(entryId) ?? NO_ROW;
}

/** The rows after one cell was set, or cleared with null. */
export function withCell(
  rows: BoardRows,
  entryId: string,
  judgeId: string,
  cell: BoardCell | null,
): BoardRows {
  const row = new Map(rowOf(rows, entryId));
  if (cell) row.set(judgeId, cell);
  else row.delete(judgeId);
  return new Map(rows).set(entryId, row);
}

/** One step by hand. */
export type BoardStep =
  | { readonly kind: 'add'; readonly entry: string; readonly judge: string; readonly pinned: boolean }
  | { readonly kind: 'remove'; readonly entry: string; readonly judge: string; readonly reason?: string }
  | { readonly kind: 'pin'; readonly entry: string; readonly judge: string; readonly pinned: boolean }
  | {
      readonly kind: 'move';
      readonly entry: string;
      readonly from: string;
      readonly judge: string;
      readonly pinned: boolean;
    };

/** Why a step cannot be taken, as far as the board itself can tell; the server has the last word. */
export type BoardRefusal =
  | 'LOCKED'
  | 'CONFLICT'
  | 'FULL'
  | 'AWAY'
  | 'HELD'
  | 'NOT_HELD'
  | 'SUBMITTED'
  /** Possible, but a reason has to be given first: the sheet has been begun. */
  | 'NEEDS_REASON';

/** How many entries each judge holds, by id. */
export function loadsOf(rows: BoardRows): ReadonlyMap<string, number> {
  const loads = new Map<string, number>();
  for (const row of rows.values())
    for (const judge of row.keys()) loads.set(judge, (loads.get(judge) ?? 0) + 1);
  return loads;
}

function roomRefusal(frame: BoardFrame, rows: BoardRows, entry: string, judge: string): BoardRefusal | null {
  if (frame.conflicts.get(entry)?.has(judge)) return 'CONFLICT';
  if (rowOf(rows, entry).has(judge)) return 'HELD';
  if (frame.away.has(judge)) return 'AWAY';
  const capacity = frame.judges.find(({ id }) => id === judge)?.capacity ?? 0;
  return (loadsOf(rows).get(judge) ?? 0) >= capacity ? 'FULL' : null;
}

function takenRefusal(rows: BoardRows, entry: string, judge: string, reason?: string): BoardRefusal | null {
  const cell = rowOf(rows, entry).get(judge);
  if (!cell) return 'NOT_HELD';
  if (cell.sheet === 'SUBMITTED' || cell.sheet === 'LOCKED') return 'SUBMITTED';
  return cell.sheet === 'DRAFT' && !reason ? 'NEEDS_REASON' : null;
}

/** Whether a step can be taken on these rows. */
export function stepRefusal(
  frame: BoardFrame,
  rows: BoardRows,
  step: BoardStep,
  locked: boolean,
): BoardRefusal | null {
  if (locked) return 'LOCKED';
  switch (step.kind) {
    case 'add':
      return roomRefusal(frame, rows, step.entry, step.judge);
    case 'remove':
      return takenRefusal(rows, step.entry, step.judge, step.reason);
    case 'pin':
      return rowOf(rows, step.entry).has(step.judge) ? null : 'NOT_HELD';
    case 'move':
      return takenRefusal(rows, step.entry, step.from) ?? roomRefusal(frame, rows, step.entry, step.judge);
  }
}

/** The rows after a step, before the server has answered. */
export function afterStep(rows: BoardRows, step: BoardStep): BoardRows {
  const fresh = (pinned: boolean): BoardCell => ({ assignmentId: null, pinned, sheet: 'ASSIGNED' });
  switch (step.kind) {
    case 'add':
      return withCell(rows, step.entry, step.judge, fresh(step.pinned));
    case 'remove':
      return withCell(rows, step.entry, step.judge, null);
    case 'pin': {
      const cell = rowOf(rows, step.entry).get(step.judge);
      return cell ? withCell(rows, step.entry, step.judge, { ...cell, pinned: step.pinned }) : rows;
    }
    case 'move':
      return withCell(
        withCell(rows, step.entry, step.from, null),
        step.entry,
        step.judge,
        fresh(step.pinned),
      );
  }
}

/**
 * The step that takes one back, from the rows before it; null when it cannot be taken back: a begun sheet that was
 * taken off its judge stays with its reason on record.
 */
export function inverseOf(before: BoardRows, step: BoardStep): BoardStep | null {
  const { entry, judge } = step;
  switch (step.kind) {
    case 'add':
      return { kind: 'remove', entry, judge };
    case 'remove': {
      const cell = rowOf(before, entry).get(judge);
      return cell?.sheet === 'ASSIGNED' ? { kind: 'add', entry, judge, pinned: cell.pinned } : null;
    }
    case 'pin':
      return { kind: 'pin', entry, judge, pinned: !step.pinned };
    case 'move': {
      const cell = rowOf(before, entry).get(step.from);
      return cell ? { kind: 'move', entry, from: judge, judge: step.from, pinned: cell.pinned } : null;
    }
  }
}

/** What the server's answer holds of the board. */
export interface BoardData {
  readonly round: { readonly judgesPerEntry: number } | null;
  readonly entries: readonly BoardEntry[];
  readonly judges: readonly BoardJudge[];
  readonly categories: readonly BoardCategory[];
  readonly anchors: readonly { readonly entry: { readonly id: string } | null }[];
  readonly loads: readonly { readonly judgeId: string; readonly available: boolean }[];
  readonly assignments: readonly {
    readonly id: string;
    readonly pinned: boolean;
    readonly entry: { readonly id: string } | null;
    readonly judge: { readonly id: string } | null;
    readonly sheet: { readonly state: SheetState } | null;
  }[];
  readonly conflicts: readonly {
    readonly entry: { readonly id: string } | null;
    readonly judge: { readonly id: string } | null;
  }[];
}

/** The fixed part of a board. Entries are ordered by category, then by number. */
export function frameOf(data: BoardData): BoardFrame {
  const place = new Map(data.categories.map(({ categoryId }, at) => [categoryId, at]));
  const conflicts = new Map<string, Set<string>>();
  for (const { entry, judge } of data.conflicts) {
    if (!entry || !judge) continue;
    const set = conflicts.get(entry.id) ?? new Set();
    conflicts.set(entry.id, set.add(judge.id));
  }
  return {
    wanted: data.round?.judgesPerEntry ?? 0,
    // Sorting is stable: the server sends them by number.
    entries: data.entries.toSorted(
      (a, b) => (place.get(a.category.id) ?? 0) - (place.get(b.category.id) ?? 0),
    ),
    judges: data.judges,
    categories: data.categories,
    conflicts,
    anchors: new Set(data.anchors.flatMap(({ entry }) => (entry ? [entry.id] : []))),
    away: new Set(data.loads.flatMap(({ judgeId, available }) => (available ? [] : [judgeId]))),
  };
}

/** The rows of a board as the server holds them. */
export function rowsOf(data: BoardData): BoardRows {
  const rows = new Map<string, Map<string, BoardCell>>();
  for (const { id, pinned, entry, judge, sheet } of data.assignments) {
    if (!entry || !judge) continue;
    const row = rows.get(entry.id) ?? new Map<string, BoardCell>();
    rows.set(entry.id, row.set(judge.id, { assignmentId: id, pinned, sheet: sheet?.state ?? 'ASSIGNED' }));
  }
  return rows;
}
