/** A cell as it stands in a file, before anyone asks what it should be. */
export interface RawCell {
  /** `formula` and `error` are refused by every column; `day` and `instant` are cells formatted as dates. */
  readonly type: 'text' | 'number' | 'boolean' | 'day' | 'instant' | 'formula' | 'error';
  /**
   * What a person sees: the text, the number in plain decimals, true or false, YYYY-MM-DD, YYYY-MM-DD HH:mm:ss, a
   * formula's last value, or the name of the error.
   */
  readonly text: string;
}

/** A row of a file; absent cells are undefined. */
export interface RawRow {
  /** Number as the spreadsheet program shows it, from 1. */
  readonly row: number;
  readonly cells: readonly (RawCell | undefined)[];
}

/** What a sheet may not exceed. */
export interface SheetLimits {
  /** Size of the file in bytes. */
  maxBytes: number;
  /** Size of a workbook once unpacked, in bytes. */
  maxUnpackedBytes: number;
  /** Rows with anything in them, the heading included. */
  maxRows: number;
  maxColumns: number;
  /** Characters of one cell. */
  /** Problems of this row and those above are counted, those below told. */
  problemsAfter: number;
  maxCellLength: number;
}

/** 20,000 rows of data below one heading; a cell as long as a spreadsheet program allows. */
export const defaultSheetLimits: SheetLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxUnpackedBytes: 128 * 1024 * 1024,
  maxRows: 20_001,
  maxColumns: 100,
  maxCellLength: 32_767,
  problemsAfter: -1,
};

/** The letter of a column counted from 0: A, B, … Z, AA. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The column of a reference such as AB12, counted from 0; -1 when it is not one. */
export function columnIndex(reference: string): number {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference)?.[1];
  if (letters === undefined) return -1;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
