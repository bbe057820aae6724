import type { CategoryCode } from '@xinghuo/shared/competition/category';
import type { BoardCategory, BoardCell, BoardEntry, BoardFrame, BoardJudge } from './assignment-board.ts';

/** How a pair of entry and judge is drawn and read aloud. */
export type CellKind = 'submitted' | 'begun' | 'held' | 'conflict' | 'away' | 'outside' | 'knows' | 'open';

/** What is known of a pair. A pair that is held shows so even when a conflict was entered later. */
export function cellKind(
  frame: BoardFrame,
  panel: ReadonlySet<string> | null,
  entry: BoardEntry,
  judge: BoardJudge,
  cell: BoardCell | undefined,
): CellKind {
  if (cell) {
    if (cell.sheet === 'SUBMITTED' || cell.sheet === 'LOCKED') return 'submitted';
    return cell.sheet === 'DRAFT' ? 'begun' : 'held';
  }
  if (frame.conflicts.get(entry.id)?.has(judge.id)) return 'conflict';
  if (frame.away.has(judge.id)) return 'away';
  if (panel && !panel.has(judge.id)) return 'outside';
  return judge.expertise.includes(entry.category.code) ? 'knows' : 'open';
}

/** The panel of each category; null where every judge may be given the entries. */
export function panelsOf(
  categories: readonly BoardCategory[],
): ReadonlyMap<string, ReadonlySet<string> | null> {
  return new Map(
    categories.map(({ categoryId, panelJudgeIds }) => [
      categoryId,
      panelJudgeIds.length > 0 ? new Set(panelJudgeIds) : null,
    ]),
  );
}

/**
 * The columns that matter for one category: its panel and whoever holds an entry of it. Without a panel all judges, those
 * who know the category or hold an entry of it first.
 */
export function columnsFor(
  judges: readonly BoardJudge[],
  code: CategoryCode,
  panel: ReadonlySet<string> | null,
  holders: ReadonlySet<string>,
): readonly BoardJudge[] {
  const near = ({ id, expertise }: BoardJudge): boolean => holders.has(id) || expertise.includes(code);
  return panel
    ? judges.filter(({ id }) => panel.has(id) || holders.has(id))
    : judges.toSorted((a, b) => Number(near(b)) - Number(near(a)));
}
