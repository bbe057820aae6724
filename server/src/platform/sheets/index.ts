export { manyOf, oneOf, yesNo } from './cell-choices.ts';
export { day, instant } from './cell-dates.ts';
export {
  type CellOutcome,
  type CellParser,
  decimalText,
  integer,
  mail,
  refuse,
  type TextLimits,
  text,
} from './cell-parser.ts';
export {
  defineSheet,
  type ParsedRow,
  type ParsedSheet,
  type RowOf,
  type Sheet,
  type SheetColumn,
  type SheetDefinition,
  type SheetKind,
  type SheetRow,
} from './define-sheet.ts';
export { defaultSheetLimits, type RawCell, type SheetLimits } from './raw-cell.ts';
export type { SheetProblem, SheetProblemCode, SheetProblemParams } from './sheet-problem.ts';
export {
  CSV_MEDIA_TYPE,
  type OutputColumn,
  type OutputSheet,
  writeCsv,
  writeSheet,
  XLSX_MEDIA_TYPE,
} from './write-sheet.ts';
