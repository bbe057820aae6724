import { ink, lineHeight, type Pen, type Style } from './pen.ts';
import type { Align, PrintFacts, PrintTable } from './print-document.ts';

const PAD_X = 6;
const PAD_Y = 4;
const plain: Style = { size: 9.5, leading: 1.45 };
const strong: Style = { ...plain, face: 'bold' };

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly style: Style;
  readonly align: Align;
  readonly filled: boolean;
}

/**
 * Widths by weight, except that a column is as wide as its longest word asks for. A word of more than a third of the
 * page, such as an address, is broken instead; so is what finds no room at all.
 */
function columnWidths(pen: Pen, { columns, rows }: PrintTable): readonly number[] {
  const padded = (width: number): number => width + 2 * PAD_X + 0.1;
  const wordOf = (text: string): number => padded(pen.widestUnit(text, strong));
  // Chinese could be broken anywhere; short headings are not.
  const headingOf = (text: string): number =>
    Math.max(wordOf(text), padded(Math.min(pen.widthOf(text, strong), 4 * strong.size)));
  const words = columns.map(({ heading }, index) =>
    Math.min(
      pen.width / 3,
      rows.reduce((widest, row) => Math.max(widest, wordOf(row[index] ?? '')), headingOf(heading)),
    ),
  );
  const scale = Math.min(1, pen.width / words.reduce((sum, word) => sum + word, 0));
  const least = words.map((word) => word * scale);
  const widths = new Map<number, number>();
  for (;;) {
    const open = columns.flatMap(({ weight = 1 }, index) => (widths.has(index) ? [] : [{ index, weight }]));
    const total = open.reduce((sum, { weight }) => sum + weight, 0);
    const room = pen.width - [...widths.values()].reduce((sum, width) => sum + width, 0);
    const short = open.filter(({ index, weight }) => (room * weight) / total < (least[index] ?? 0) - 0.01);
    if (short.length === 0) {
      for (const { index, weight } of open) widths.set(index, (room * weight) / total);
      return columns.map((_, index) => widths.get(index) ?? 0);
    }
    for (const { index } of short) widths.set(index, least[index] ?? 0);
  }
}

interface LaidRow {
  readonly cells: readonly Cell[];
  readonly height: number;
}

interface LaidTable {
  readonly heading: LaidRow;
  readonly rows: readonly LaidRow[];
}

/** A table is measured once: its heading asks for its first rows before it is drawn itself. */
const measured = new WeakMap<Pen, Map<PrintTable, LaidTable>>();

function layOut(pen: Pen, table: PrintTable): LaidTable {
  const ofPen = measured.get(pen) ?? new Map<PrintTable, LaidTable>();
  measured.set(pen, ofPen);
  const laid = ofPen.get(table) ?? measure(pen, table);
  ofPen.set(table, laid);
  return laid;
}

function measure(pen: Pen, table: PrintTable): LaidTable {
  const widths = columnWidths(pen, table);
  const cells = (texts: readonly string[], style: Style, filled: boolean): Cell[] =>
    table.columns.map(({ align = 'left' }, index) => ({
      text: texts[index] ?? '',
      width: widths[index] ?? 0,
      style,
      align: filled ? 'center' : align,
      filled,
    }));
  const heading = cells(
    table.columns.map((column) => column.heading),
    strong,
    true,
  );
  return {
    heading: { cells: heading, height: heightOf(pen, heading, 0) },
    rows: table.rows.map((texts, index) => {
      const row = cells(texts, table.strong?.includes(index) === true ? strong : plain, false);
      return { cells: row, height: heightOf(pen, row, table.rowHeight ?? 0) };
    }),
  };
}

/** Rows that stand together wherever a table is divided: none is alone under a heading or on the last page. */
const TOGETHER = 2;
const BELOW_TABLE = 10;

/** Room for the beginning of a table: its heading and as many rows as must stand there, with `below` under the last. */
export function tableBeginning(pen: Pen, table: PrintTable, below: number): number {
  return beginning(pen, layOut(pen, table), below);
}

function beginning(pen: Pen, { heading, rows }: LaidTable, below: number): number {
  // Three rows cannot be divided without leaving one alone.
  for (const count of [rows.length < 2 * TOGETHER ? rows.length : TOGETHER, 1]) {
    const end = count >= rows.length ? BELOW_TABLE + below : 0;
    const height = heading.height + sumOf(rows.slice(0, count)) + end;
    if (height <= pen.bodyHeight) return height;
  }
  return heading.height + 2 * lineHeight(plain);
}

const sumOf = (rows: readonly LaidRow[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** A table whose heading is repeated on every page; the last rows stand with what must be `below` them, so high. */
export function drawTable(pen: Pen, table: PrintTable, below: number): void {
  const laid = layOut(pen, table);
  const { heading, rows } = laid;
  const drawHeading = () => drawRow(pen, heading.cells, 0, () => undefined);
  pen.ensure(beginning(pen, laid, below));
  drawHeading();
  for (const [index, { cells, height }] of rows.entries()) {
    const last = index === rows.length - TOGETHER;
    const end = last ? sumOf(rows.slice(index)) + BELOW_TABLE + below : height;
    const needed = end + heading.height <= pen.bodyHeight ? end : height;
    // A row that fits on a page is never torn; a longer one goes on over the page.
    if (index > 0 && pen.y + needed > pen.bottom && needed + heading.height <= pen.bodyHeight) {
      pen.newPage();
      drawHeading();
    }
    drawRow(pen, cells, table.rowHeight ?? 0, drawHeading);
  }
  pen.y += BELOW_TABLE;
}

/** A framed table of labels and values, one or two pairs in a row. */
export function drawFacts(pen: Pen, { rows, columns = 1 }: PrintFacts): void {
  const label = Math.min(
    pen.width * 0.3,
    Math.max(64, ...rows.map(([text]) => pen.widthOf(text, strong) + 2 * PAD_X + 2)),
  );
  for (let at = 0; at < rows.length; at += columns) {
    const pairs = rows.slice(at, at + columns);
    const value = pen.width / columns - label;
    const cells = pairs.flatMap(([name, text], index): Cell[] => [
      { text: name, width: label, style: strong, align: 'left', filled: true },
      {
        text,
        // The last pair of an odd number takes the rest of its row.
        width: index === pairs.length - 1 ? value + (columns - pairs.length) * (label + value) : value,
        style: plain,
        align: 'left',
        filled: false,
      },
    ]);
    const height = heightOf(pen, cells, 0);
    if (pen.y + height > pen.bottom && height <= pen.bodyHeight) pen.newPage();
    drawRow(pen, cells, 0, () => undefined);
  }
  pen.y += 10;
}

function heightOf(pen: Pen, cells: readonly Cell[], least: number): number {
  const lines = cells.map((cell) => pen.lines(cell.text, cell.style, cell.width - 2 * PAD_X).length);
  return Math.max(least, Math.max(...lines) * lineHeight(plain) + 2 * PAD_Y);
}

/** Draws a row, over several pages when it is longer than what is left; `onPage` draws what a new page begins with. */
function drawRow(pen: Pen, cells: readonly Cell[], least: number, onPage: () => void): void {
  const step = lineHeight(plain);
  const texts = cells.map((cell) => pen.lines(cell.text, cell.style, cell.width - 2 * PAD_X));
  const count = Math.max(...texts.map((lines) => lines.length));
  for (let from = 0; from < count; ) {
    if (pen.bottom - pen.y < step + 2 * PAD_Y) {
      pen.newPage();
      onPage();
    }
    const fitting = Math.max(1, Math.floor((pen.bottom - pen.y - 2 * PAD_Y) / step));
    const taken = Math.min(count - from, fitting);
    const height = Math.max(from === 0 && taken === count ? least : 0, taken * step + 2 * PAD_Y);
    let x = pen.left;
    for (const [index, cell] of cells.entries()) {
      const lines = (texts[index] ?? []).slice(from, from + taken);
      drawCell(
        pen,
        cell,
        lines.map(({ text }) => text),
        x,
        height,
        step,
      );
      x += cell.width;
    }
    pen.y += height;
    from += taken;
  }
}

function drawCell(
  pen: Pen,
  cell: Cell,
  lines: readonly string[],
  x: number,
  height: number,
  step: number,
): void {
  if (cell.filled) pen.doc.rect(x, pen.y, cell.width, height).fill(ink.fill);
  pen.doc.rect(x, pen.y, cell.width, height).lineWidth(0.5).strokeColor(ink.line).stroke();
  const top = pen.y + (height - lines.length * step) / 2;
  for (const [index, text] of lines.entries()) {
    const place = { width: cell.width - 2 * PAD_X, align: cell.align };
    pen.line(text, x + PAD_X, top + index * step, cell.style, place);
  }
}
