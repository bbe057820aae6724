import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type LocatedColumn, locateColumns } from './locate-columns.ts';
import { columnLetter, defaultSheetLimits, type RawCell, type RawRow, type SheetLimits } from './raw-cell.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { ParsedRow, ParsedSheet, SheetColumn, SheetDefinition, SheetKind } from './sheet-definition.ts';
import { ProblemLog, SheetFailure } from './sheet-problem.ts';

/** Problems listed in full; beyond that only their numbers are kept. */
const PROBLEM_CAP = 500;
/** Characters of a cell shown in a preview. */
const SHOWN_LENGTH = 200;
/** Rows among which the headings are looked for: people put titles and instructions above them. */
const HEADING_ROWS = 10;

/** Reads a file by a definition; see `Sheet.parse`. */
export async function parseSheet<Row>(
  definition: SheetDefinition,
  source: Buffer | Readable,
  kind: SheetKind,
  overrides: Partial<SheetLimits> = {},
): Promise<ParsedSheet<Row>> {
  const limits = { ...defaultSheetLimits, ...overrides };
  const log = new ProblemLog(PROBLEM_CAP, limits.problemsAfter);
  const rows: ParsedRow<Row>[] = [];
  let columns: readonly string[] = [];
  let digest: string | null = null;
  try {
    const bytes = await collect(source, limits.maxBytes);
    digest = createHash('sha256').update(bytes).digest('hex');
    const raw = kind === 'xlsx' ? readXlsx(bytes, limits) : readCsv(bytes, limits);
    const head: RawRow[] = [];
    let reader: RowReader<Row> | null = null;
    const start = () => {
      const located = locateColumns(definition.columns, head, log);
      columns = located.known.map(({ column }) => column.key);
      reader = new RowReader<Row>(definition, located.known, located.headed, log);
      for (const early of located.body) push(rows, reader.read(early));
      return reader;
    };
    for await (const row of raw) {
      if (reader !== null) push(rows, (reader as RowReader<Row>).read(row));
      else if (head.push(row) === HEADING_ROWS) start();
    }
    if (reader === null && head.length > 0) start();
    if (rows.length === 0) log.add(0, null, 'SHEET_EMPTY', () => ({}));
  } catch (error) {
    if (!(error instanceof SheetFailure)) throw error;
    log.add(0, null, error.code, () => error.params);
  }
  const { problems, completeTo, count, counts } = log;
  return {
    digest,
    columns,
    rows,
    problems,
    completeTo,
    problemCount: count,
    problemCounts: counts,
    ok: count === 0,
  };
}

function push<T>(list: T[], item: T | null): void {
  if (item !== null) list.push(item);
}

async function collect(source: Buffer | Readable, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new SheetFailure('SHEET_TOO_LARGE', { limit: 'bytes', max: maxBytes });
  if (Buffer.isBuffer(source)) {
    if (source.length > maxBytes) throw tooLarge();
    return source;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Reads rows below the headings. */
class RowReader<Row> {
  readonly #definition: SheetDefinition;
  readonly #columns: readonly LocatedColumn[];
  /** Columns with any heading, and those without one that were already reported. */
  readonly #headed: Set<number>;
  readonly #log: ProblemLog;
  readonly #firstRows = new Map<string, number>();

  constructor(
    definition: SheetDefinition,
    columns: readonly LocatedColumn[],
    headed: ReadonlySet<number>,
    log: ProblemLog,
  ) {
    this.#definition = definition;
    this.#columns = columns;
    this.#headed = new Set(headed);
    this.#log = log;
  }

  /** The understood row, or null when nothing known stands in it or it is the template's example left untouched. */
  read({ row, cells }: RawRow): ParsedRow<Row> | null {
    this.#reportStray(row, cells);
    if (this.#columns.every(({ index }) => cells[index] === undefined)) return null;
    if (this.#columns.every(({ index, column }) => (cells[index]?.text ?? '') === column.example))
      return null;
    const before = this.#log.count;
    const shown: Record<string, string> = {};
    const values: Record<string, unknown> = {};
    for (const { key } of this.#definition.columns) values[key] = null;
    for (const { index, column } of this.#columns) {
      const cell = cells[index];
      if (cell !== undefined) shown[column.key] = shorten(cell.text);
      values[column.key] = this.#value(row, column, cell);
    }
    this.#checkKey(row, values);
    // The values are exactly what the columns' parsers gave, which is how the row type is derived from the columns.
    const understood = this.#log.count === before ? (values as Row) : null;
    return { row, cells: shown, values: understood };
  }

  /** Data below no heading would be dropped in silence, so the column is reported once. */
  #reportStray(row: number, cells: RawRow['cells']): void {
    for (const [index, cell] of cells.entries()) {
      if (cell === undefined || this.#headed.has(index)) continue;
      this.#headed.add(index);
      const params = { at: columnLetter(index), heading: '', nearest: null };
      this.#log.add(row, null, 'COLUMN_UNKNOWN', () => params);
    }
  }

  #value(row: number, column: SheetColumn, cell: RawCell | undefined): unknown {
    if (cell?.type === 'formula') this.#log.add(row, column.key, 'CELL_FORMULA', () => ({}));
    else if (cell?.type === 'error') this.#log.add(row, column.key, 'CELL_ERROR', () => ({}));
    else if (cell === undefined || cell.text.trim() === '') {
      if (column.required) this.#log.add(row, column.key, 'CELL_REQUIRED', () => ({}));
    } else {
      const outcome = column.parse.read(cell);
      if ('value' in outcome) return outcome.value;
      this.#log.add(row, column.key, outcome.code, outcome.params);
    }
    return null;
  }

  #checkKey(row: number, values: Readonly<Record<string, unknown>>): void {
    const key = this.#definition.naturalKey.map((name) => values[name]);
    if (key.every((part) => part === null)) return;
    const text = JSON.stringify(key);
    const firstRow = this.#firstRows.get(text);
    if (firstRow === undefined) this.#firstRows.set(text, row);
    else this.#log.add(row, this.#definition.naturalKey[0], 'ROW_DUPLICATE_KEY', () => ({ firstRow }));
  }
}

function shorten(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH).toWellFormed()}…` : text;
}
