import type { ProblemTable } from './problem.ts';

/** What can be wrong with an imported sheet: of a cell, of a row, of a column, of the whole. */
export const SHEET_PROBLEMS = {
  CELL_REQUIRED: 'The cell must be filled in.',
  CELL_NOT_A_NUMBER: 'The cell must hold a number. params: places (decimal places allowed).',
  CELL_OUT_OF_RANGE: 'The number or date lies outside the allowed range. params: min, max.',
  CELL_NOT_IN_LIST: 'The cell must hold one of the listed values. params: nearest (suggestion or null).',
  CELL_TOO_LONG: 'The text is longer than allowed. params: max, length.',
  CELL_TOO_SHORT: 'The text is shorter than required. params: min, length.',
  CELL_FORMULA: 'The cell holds a formula; only values are taken.',
  CELL_ERROR: 'The cell holds a spreadsheet error such as #N/A.',
  CELL_NOT_A_DATE: 'The cell must hold a date that exists. params: expected.',
  CELL_NOT_A_MAIL: 'The cell must hold one mail address.',
  CELL_MALFORMED:
    'The cell does not have the expected form. params: expected, expectedZh (the same in Chinese).',
  ROW_DUPLICATE_KEY: 'An earlier row has the same key. params: firstRow.',
  COLUMN_MISSING: 'A required column is not in the sheet. params: heading.',
  COLUMN_UNKNOWN: 'The sheet has a column nobody knows. params: at (letter), heading, nearest.',
  COLUMN_TWICE: 'The same column stands in the sheet twice. params: at (letter).',
  SHEET_EMPTY: 'The sheet has no row of data.',
  SHEET_TOO_LARGE: 'The sheet exceeds a limit. params: limit (bytes, unpacked, rows, columns, cell), max.',
  SHEET_UNREADABLE: 'The file is not a readable sheet. params: reason, line.',
} as const satisfies ProblemTable;
