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

/** A table whose heading is repeated on every page. */
export function drawTable(pen: Pen, table: PrintTable): void {
  const total = table.columns.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const widths = table.columns.map(({ weight = 1 }) => (pen.width * weight) / total);
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
  const headingHeight = heightOf(pen, heading, 0);
  const drawHeading = () => drawRow(pen, heading, 0, () => undefined);
  const least = table.rowHeight ?? 0;
  pen.ensure(headingHeight + Math.max(least, 2 * lineHeight(plain)));
  drawHeading();
  for (const [index, texts] of table.rows.entries()) {
    const row = cells(texts, table.strong?.includes(index) === true ? strong : plain, false);
    const height = heightOf(pen, row, least);
    // A row that fits on a page is never torn; a longer one goes on over the page.
    if (pen.y + height > pen.bottom && height + headingHeight <= pen.bodyHeight) {
      pen.newPage();
      drawHeading();
    }
    drawRow(pen, row, least, drawHeading);
  }
  pen.y += 10;
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
