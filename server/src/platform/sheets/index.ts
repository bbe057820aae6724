export { manyOf, oneOf } from './cell-choices.ts';
export { day, days } from './cell-dates.ts';
export {
  type CellParser,
  decimalText,
  integer,
  mail,
  refuse,
  text,
} from './cell-parser.ts';
export { defineSheet } from './define-sheet.ts';
export { defaultSheetLimits } from './raw-cell.ts';
export type { ParsedSheet, RowOf, Sheet, SheetKind } from './sheet-definition.ts';
export {
  type OutputColumn,
  type OutputSheet,
  writeSheet,
  writeSheets,
  XLSX_MEDIA_TYPE,
} from './write-sheet.ts';
