import { IMPORT } from '@xinghuo/shared/imports/imports';
import type { ProblemCode } from '@xinghuo/shared/problem-codes';

/** Facts a sentence about a problem needs. */
export type ImportParams = Readonly<Record<string, string | number | null>>;

/** One problem of a sheet with its place. */
export interface ImportProblem {
  /** Row as the spreadsheet program numbers it; 0 when the whole sheet is meant. */
  readonly row: number;
  /** Key of the column, or null when no one column is meant. */
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly params: ImportParams;
}

/** Collects problems: the first ones in full, all of them in number. */
export class ImportLog {
  readonly problems: ImportProblem[] = [];
  count = 0;
  /** The last row whose problems were all kept while further ones were dropped; null when none was dropped. */
  completeTo: number | null = null;

  /** @param after problems of this row and those above are only counted. */
  constructor(private readonly after = -1) {}

  /** Adds a problem. `params` is only worked out when it is told, so that 20,000 bad rows stay cheap. */
  add(row: number, column: string | null, code: ProblemCode, params: () => ImportParams = () => ({})): void {
    this.count += 1;
    if (row <= this.after) return;
    if (this.problems.length < IMPORT.problems) this.problems.push({ row, column, code, params: params() });
    else this.completeTo ??= row === this.problems.at(-1)?.row ? row - 1 : (this.problems.at(-1)?.row ?? 0);
  }
}
