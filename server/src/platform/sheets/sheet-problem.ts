import type { SHEET_PROBLEMS } from '@xinghuo/shared/kernel/sheet-problems';

/** What is wrong with a cell, row, column or sheet; the meaning of each code stands in the table. */
export type SheetProblemCode = keyof typeof SHEET_PROBLEMS;

/** Facts a sentence about a problem needs; never what a person wrote in a cell. */
export type SheetProblemParams = Readonly<Record<string, string | number | null>>;

/** One problem with its place. */
export interface SheetProblem {
  /** Row as the spreadsheet program numbers it, from 1; 0 when the whole sheet is meant. */
  readonly row: number;
  /** Key of the column, or null when no known column is meant. */
  readonly column: string | null;
  readonly code: SheetProblemCode;
  readonly params: SheetProblemParams;
}

/** Thrown by the readers when a file cannot be read on; becomes a problem of the whole sheet. */
export class SheetFailure extends Error {
  readonly code: 'SHEET_TOO_LARGE' | 'SHEET_UNREADABLE';
  readonly params: SheetProblemParams;

  constructor(code: SheetFailure['code'], params: SheetProblemParams, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'SheetFailure';
    this.code = code;
    this.params = params;
  }
}

/** Collects problems: the first `cap` below a row in full, all of them in number. */
export class ProblemLog {
  readonly problems: SheetProblem[] = [];
  readonly counts: Partial<Record<SheetProblemCode, number>> = {};
  count = 0;
  /** The last row whose problems were all kept while further ones were dropped; null when none was dropped. */
  completeTo: number | null = null;
  readonly #cap: number;
  readonly #after: number;

  /** @param after problems of this row and those above are only counted: what comes below is told. */
  constructor(cap: number, after = -1) {
    this.#cap = cap;
    this.#after = after;
  }

  /** Adds a problem. `params` is only worked out when the problem is kept, so that 20,000 bad rows stay cheap. */
  add(row: number, column: string | null, code: SheetProblemCode, params: () => SheetProblemParams): void {
    this.count += 1;
    this.counts[code] = (this.counts[code] ?? 0) + 1;
    if (row <= this.#after) return;
    if (this.problems.length < this.#cap) this.problems.push({ row, column, code, params: params() });
    else this.completeTo ??= row === this.problems.at(-1)?.row ? row - 1 : (this.problems.at(-1)?.row ?? 0);
  }
}
