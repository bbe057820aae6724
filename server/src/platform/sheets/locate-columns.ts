import { nearest, normalise } from './nearest.ts';
import { columnLetter, type RawRow } from './raw-cell.ts';
import type { SheetColumn } from './sheet-definition.ts';
import type { ProblemLog } from './sheet-problem.ts';

/** A known column and where it stands in the file, counted from 0. */
export interface LocatedColumn {
  readonly index: number;
  readonly column: SheetColumn;
}

/**
 * Finds the headings among the first rows: the row that names most columns. What stands above it is ignored, what
 * stands below is data. Reports columns that are missing, unknown or there twice.
 */
export function locateColumns(
  columns: readonly SheetColumn[],
  head: readonly RawRow[],
  log: ProblemLog,
): { known: LocatedColumn[]; headed: ReadonlySet<number>; body: readonly RawRow[] } {
  const byHeading = new Map<string, SheetColumn>();
  for (const column of columns) {
    for (const word of [column.key, column.en, column.zh]) byHeading.set(headingForm(word), column);
  }
  const matches = (row: RawRow) =>
    row.cells.filter((cell) => cell !== undefined && byHeading.has(headingForm(cell.text))).length;
  const headings = head.reduce((best, row) => (matches(row) > matches(best) ? row : best));
  const known: LocatedColumn[] = [];
  const headed = new Set<number>();
  for (const [index, cell] of headings.cells.entries()) {
    if (cell === undefined) continue;
    headed.add(index);
    const at = columnLetter(index);
    const column = byHeading.get(headingForm(cell.text));
    if (column === undefined) {
      log.add(headings.row, null, 'COLUMN_UNKNOWN', () => ({
        at,
        heading: cell.text.slice(0, 50),
        nearest:
          nearest(
            cell.text,
            columns.map(({ zh }) => zh),
          ) ??
          nearest(
            cell.text,
            columns.map(({ en }) => en),
          ),
      }));
    } else if (known.some((other) => other.column === column)) {
      log.add(headings.row, column.key, 'COLUMN_TWICE', () => ({ at }));
    } else {
      known.push({ index, column });
    }
  }
  for (const column of columns) {
    if (column.required && !known.some((other) => other.column === column)) {
      log.add(headings.row, column.key, 'COLUMN_MISSING', () => ({ heading: column.zh }));
    }
  }
  return { known, headed, body: head.slice(head.indexOf(headings) + 1) };
}

/** Headings are compared without blanks, width, case, and the star that marks required ones. */
function headingForm(text: string): string {
  return normalise(text).replace(/\*+$/, '');
}
