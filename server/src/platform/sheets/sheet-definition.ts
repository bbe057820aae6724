import type { Readable } from 'node:stream';
import type { Label } from '@xinghuo/shared/kernel/label';
import type { CellParser } from './cell-parser.ts';
import type { SheetLimits } from './raw-cell.ts';
import type { SheetProblem, SheetProblemCode } from './sheet-problem.ts';

/** One column of an importable sheet. */
export interface SheetColumn<K extends string = string, T = unknown, R extends boolean = boolean> {
  /** Name of the value in the rows that come out. */
  readonly key: K;
  /** Heading in Chinese and English; either is recognised, as is the key. */
  readonly zh: string;
  readonly en: string;
  /** Whether column and cells must be there. */
  readonly required: R;
  readonly parse: CellParser<T>;
  /** What the template's example row shows, as a person would type it. */
  readonly example: string;
  /** A hint shown beside the cell and in the explanation. */
  readonly note?: Label;
  /** Width in characters; otherwise chosen from heading and example. */
  readonly width?: number;
}

/** The typed row of a list of columns: required ones always there, the others possibly null. */
export type SheetRow<C extends readonly SheetColumn[]> = {
  [X in C[number] as X['key']]: X extends SheetColumn<string, infer T, infer R>
    ? R extends true
      ? T
      : T | null
    : never;
};

/** One row as it was read. */
export interface ParsedRow<Row> {
  /** Number as the spreadsheet program shows it. */
  readonly row: number;
  /** What stands in the cells, for showing the row again; cut to 200 characters. Absent when empty. */
  readonly cells: Readonly<Record<string, string>>;
  /** The understood row; null when anything in it is wrong. */
  readonly values: Row | null;
}

/** A file read to its end, with everything that is wrong in it. Nothing has been written anywhere. */
export interface ParsedSheet<Row> {
  /** SHA-256 of the file's bytes, 64 hexadecimal digits; null when it was too large to be read whole. */
  readonly digest: string | null;
  /** The known columns found, in the order of the file. */
  readonly columns: readonly string[];
  readonly rows: readonly ParsedRow<Row>[];
  /** The first 500 problems, below the row asked for, in the order of the file. */
  readonly problems: readonly SheetProblem[];
  /** The last row whose problems are all among them while further ones were left out; null when none was. */
  readonly completeTo: number | null;
  /** How many problems there are in all, and by code. */
  readonly problemCount: number;
  readonly problemCounts: Readonly<Partial<Record<SheetProblemCode, number>>>;
  /** Nothing is wrong, so the rows may be imported. */
  readonly ok: boolean;
}

/** The kinds of file a sheet is read from. */
export type SheetKind = 'xlsx' | 'csv';

/** What a sheet consists of. */
export interface SheetDefinition<C extends readonly SheetColumn[] = readonly SheetColumn[]> {
  /** Name of the sheet and of its template file. */
  readonly name: Label;
  readonly columns: C;
  /** Columns that together identify a row: no two rows of a file may agree in all of them. */
  readonly naturalKey: readonly [C[number]['key'], ...C[number]['key'][]];
}

/** An importable sheet. */
export interface Sheet<Row> {
  readonly definition: SheetDefinition;
  /** The workbook to download and fill in: headings, an example row, drop-downs, explanations. */
  template(locale: keyof Label): Promise<Buffer>;
  /**
   * Reads a file whole and says everything that is wrong with it; a bad file is an answer, not an error.
   * A confirmed import is the previewed one when the digests agree.
   */
  parse(source: Buffer | Readable, kind: SheetKind, limits?: Partial<SheetLimits>): Promise<ParsedSheet<Row>>;
}

/** The row type of a sheet. */
export type RowOf<S> = S extends Sheet<infer Row> ? Row : never;
