import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { restoreCsvText } from './csv-text.ts';
import type { RawCell, RawRow, SheetLimits } from './raw-cell.ts';
import { SheetFailure } from './sheet-problem.ts';

const SLICE = 256 * 1024;
const PAUSE_EVERY = 500;

/**
 * The rows of a CSV file that have anything in them, numbered as a spreadsheet program would number them. Encoding:
 * UTF-8, UTF-16 with a byte order mark, otherwise GB18030, which contains GBK as Chinese Excel writes it. Separator:
 * comma, semicolon or tab, whichever the first line has most of.
 * @throws {SheetFailure} SHEET_UNREADABLE or SHEET_TOO_LARGE, possibly after some rows.
 */
export async function* readCsv(bytes: Buffer, limits: SheetLimits): AsyncGenerator<RawRow> {
  const text = decodeText(bytes);
  const parser = parse({
    delimiter: separatorOf(text),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.maxCellLength * 10,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  void feed(parser, text);
  let number = 0;
  let count = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      // The parser hands over a whole slice at once; without a pause nobody else would be served meanwhile.
      if (number % PAUSE_EVERY === 0) await setImmediate();
      const cells = record.map(toCell);
      if (cells.every((cell) => cell === undefined)) continue;
      count += 1;
      if (count > limits.maxRows) tooLarge('rows', limits.maxRows - 1);
      if (cells.findLastIndex((cell) => cell !== undefined) >= limits.maxColumns) {
        tooLarge('columns', limits.maxColumns);
      }
      if (cells.some((cell) => (cell?.text.length ?? 0) > limits.maxCellLength)) {
        tooLarge('cell', limits.maxCellLength);
      }
      yield { row: number, cells };
    }
  } catch (error) {
    if (error instanceof SheetFailure) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'CSV_MAX_RECORD_SIZE') {
      tooLarge('cell', limits.maxCellLength);
    }
    const line =
      error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
    throw new SheetFailure('SHEET_UNREADABLE', { reason: 'DAMAGED', line }, error);
  }
}

/** Writes the text piece by piece and waits when the parser is behind; its errors come out of the reading side. */
async function feed(parser: ReturnType<typeof parse>, text: string): Promise<void> {
  for (let at = 0; at < text.length && !parser.destroyed; at += SLICE) {
    if (!parser.write(text.slice(at, at + SLICE))) {
      await new Promise<void>((resolve) => {
        parser.once('drain', resolve).once('close', resolve);
      });
    }
  }
  if (!parser.destroyed) parser.end();
}

function toCell(field: string): RawCell | undefined {
  if (field === '') return undefined;
  // What a spreadsheet program would compute when it opens this file, although it is only text here.
  return field.startsWith('=')
    ? { type: 'formula', text: field }
    : { type: 'text', text: restoreCsvText(field) };
}

function tooLarge(limit: string, max: number): never {
  throw new SheetFailure('SHEET_TOO_LARGE', { limit, max });
}

/** @throws {SheetFailure} when the bytes are text in none of the encodings. */
export function decodeText(bytes: Buffer): string {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  const encodings = mark === 0xfffe ? ['utf-16le'] : mark === 0xfeff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A NUL never stands in a text file; binary data often decodes as GB18030 otherwise.
      if (!text.includes('\0')) return text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new SheetFailure('SHEET_UNREADABLE', { reason: 'NOT_TEXT' });
}

function separatorOf(text: string): string {
  const line = text.slice(0, 10_000).split(/[\r\n]/, 1)[0] ?? '';
  const count = (separator: string) => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
