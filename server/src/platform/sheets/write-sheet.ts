import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { shanghaiWallTime } from './cell-dates.ts';
import { neutraliseCsvText } from './csv-text.ts';
import { safeSheetName, widthFor } from './sheet-layout.ts';
import { type WrittenCell, type WrittenSheet, writeWorkbook } from './xlsx-writer.ts';

/** Media type of a workbook. */
export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One column of an export: its heading and how a row's value is shown. Absent values give empty cells. */
export type OutputColumn<Row> = {
  readonly heading: string;
  /** Width in characters; otherwise chosen from heading and type. */
  readonly width?: number;
} & (
  | { readonly type: 'text'; readonly value: (row: Row) => string | null | undefined }
  | {
      readonly type: 'number';
      /** Numbers, or decimals as text so that no digit is lost. */
      readonly value: (row: Row) => number | string | null | undefined;
      /** Decimal places shown; all that there are when absent. */
      readonly places?: number;
    }
  /** A calendar day as YYYY-MM-DD. */
  | { readonly type: 'day'; readonly value: (row: Row) => string | null | undefined }
  /** A moment, shown in Asia/Shanghai. */
  | { readonly type: 'instant'; readonly value: (row: Row) => Date | string | null | undefined }
  | {
      readonly type: 'yesNo';
      readonly value: (row: Row) => boolean | null | undefined;
      readonly words?: readonly [string, string];
    }
);

/** What an export consists of. */
export interface OutputSheet<Row> {
  readonly sheetName: string;
  readonly columns: readonly OutputColumn<Row>[];
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
  /** A sentence under the last row, in its first cell: that the list goes on, for example. */
  readonly note?: string;
}

/**
 * Writes a workbook of one sheet, streamed: heading frozen, numbers and dates typed, text never computed.
 * Ends the stream; destroys it when the rows fail. Returns how many rows were written.
 */
export async function writeSheet<Row>(out: Writable, sheet: OutputSheet<Row>): Promise<{ rows: number }> {
  let rows = 0;
  const counted = () => {
    rows += 1;
  };
  await writeWorkbook(out, [writtenSheet(sheet, counted)]);
  return { rows };
}

/** Writes a workbook of several sheets in their order, each as `writeSheet` writes one. */
export function writeSheets<Row>(out: Writable, sheets: readonly OutputSheet<Row>[]): Promise<void> {
  return writeWorkbook(
    out,
    sheets.map((sheet) => writtenSheet(sheet, () => undefined)),
  );
}

function writtenSheet<Row>(sheet: OutputSheet<Row>, onRow: () => void): WrittenSheet {
  async function* cells(): AsyncGenerator<WrittenCell[]> {
    yield sheet.columns.map(({ heading }) => ({ text: heading, style: 'heading' }) as const);
    for await (const row of sheet.rows) {
      onRow();
      yield sheet.columns.map((column) => cellOf(column, row));
    }
    if (sheet.note !== undefined) yield [{ text: sheet.note, style: 'heading' }];
  }
  const widths = sheet.columns.map(
    (column) => column.width ?? widthFor(column.heading, usualWidth[column.type]),
  );
  return { name: safeSheetName(sheet.sheetName), widths, rows: cells() };
}

/**
 * Writes the same as CSV in UTF-8 with a byte order mark, as Chinese Excel needs it to see UTF-8; text that would be
 * computed gets an apostrophe in front. Ends the stream; returns how many rows were written.
 */
export async function writeCsv<Row>(out: Writable, sheet: OutputSheet<Row>): Promise<{ rows: number }> {
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    yield `\ufeff${csvLine(sheet.columns.map(({ heading }) => ({ text: heading })))}`;
    for await (const row of sheet.rows) {
      rows += 1;
      yield csvLine(sheet.columns.map((column) => cellOf(column, row)));
    }
    if (sheet.note !== undefined) yield csvLine([{ text: sheet.note }]);
  }
  await pipeline(Readable.from(lines()), out);
  return { rows };
}

const usualWidth = { text: 18, number: 12, day: 12, instant: 18, yesNo: 8 } as const;

function cellOf<Row>(column: OutputColumn<Row>, row: Row): WrittenCell {
  switch (column.type) {
    case 'text': {
      const value = column.value(row);
      return value === null || value === undefined || value === '' ? null : { text: value };
    }
    case 'number': {
      const value = column.value(row);
      return value === null || value === undefined ? null : { number: value, places: column.places ?? null };
    }
    case 'day': {
      const value = column.value(row);
      return value === null || value === undefined ? null : { wall: value };
    }
    case 'instant': {
      const value = column.value(row);
      return value === null || value === undefined ? null : { wall: shanghaiWallTime(new Date(value)) };
    }
    case 'yesNo': {
      const value = column.value(row);
      const [yes, no] = column.words ?? ['是', '否'];
      return value === null || value === undefined ? null : { text: value ? yes : no };
    }
  }
}

function csvLine(cells: readonly WrittenCell[]): string {
  return `${cells.map((cell) => csvField(cell)).join(',')}\r\n`;
}

function csvField(cell: WrittenCell): string {
  if (cell === null) return '';
  if ('number' in cell) return String(cell.number);
  // A NUL would make the file look binary; nothing can be meant by it.
  const text = 'wall' in cell ? cell.wall : neutraliseCsvText(cell.text.toWellFormed().replaceAll('\0', ''));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
