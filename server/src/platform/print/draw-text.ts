import { tableBeginning } from './draw-table.ts';
import { ink, lineHeight, type Pen, type Style } from './pen.ts';
import type { Align, PrintBlock } from './print-document.ts';

type BlockOf<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;

const body: Style = { size: 10.5, leading: 1.7 };

/** The document's visible title, centred, with a short ember rule beneath. */
export function drawTitle(pen: Pen, { text, subtitle }: BlockOf<'title'>): void {
  const style: Style = { face: 'bold', size: 20, leading: 1.4 };
  drawLines(pen, text, style, 'center');
  if (subtitle !== undefined)
    drawLines(pen, subtitle, { size: 11, color: ink.quiet, leading: 1.6 }, 'center');
  pen.y += 6;
  const middle = pen.left + pen.width / 2;
  pen.rule(middle - 24, pen.y, middle + 24, pen.y, ink.ember, 2);
  pen.y += 18;
}

const headings = {
  1: { style: { face: 'bold', size: 13.5 }, above: 10, inset: 10 },
  2: { style: { face: 'bold', size: 11.5 }, above: 6, inset: 0 },
} as const satisfies Record<number, { style: Style; above: number; inset: number }>;
const BELOW_HEADING = 4;

/** Draws a heading; whoever calls sees to it that what follows has room below it. */
export function drawHeading(pen: Pen, { text, level = 1 }: BlockOf<'heading'>): void {
  const { style, above, inset } = headings[level];
  pen.y += above;
  if (level === 1) pen.doc.rect(pen.left, pen.y + 4, 3, lineHeight(style) - 8).fill(ink.blue);
  for (const line of pen.lines(text, style, pen.width - inset)) {
    pen.line(line.text, pen.left + inset, pen.y, style);
    pen.y += lineHeight(style);
  }
  pen.y += BELOW_HEADING;
}

/** Room that a heading takes, with what must stand below it on the same page. */
export function headingRoom(pen: Pen, heading: BlockOf<'heading'>, following: readonly PrintBlock[]): number {
  const { style, above, inset } = headings[heading.level ?? 1];
  const lines = pen.lines(heading.text, style, pen.width - inset).length;
  return above + lines * lineHeight(style) + BELOW_HEADING + roomBelow(pen, following);
}

/** Room for what must stand below a heading: the next heading's, a short note and what it is on, a table's first rows. */
function roomBelow(pen: Pen, [next, ...rest]: readonly PrintBlock[]): number {
  if (next?.kind === 'heading') return headingRoom(pen, next, rest);
  if (next?.kind === 'table') return tableBeginning(pen, next, signaturesRoom(rest[0]));
  if (next?.kind === 'paragraph' && rest[0]?.kind === 'table') {
    const lines = next.text.split('\n').flatMap((part) => pen.lines(part, body, pen.width, indentOf(next)));
    if (lines.length <= MOST_NOTE)
      return lines.length * lineHeight(body) + BELOW_PARAGRAPH + roomBelow(pen, rest);
  }
  return 2 * lineHeight(body);
}

/** Lines of a note before a table that are kept together with it. */
const MOST_NOTE = 6;
const BELOW_PARAGRAPH = 5;

function indentOf({ text, align, indent }: BlockOf<'paragraph'>): number {
  const chinese = /\p{Script=Han}/u.test(text);
  return (indent ?? (chinese && align === undefined)) ? 2 * body.size : 0;
}

export function drawParagraph(pen: Pen, paragraph: BlockOf<'paragraph'>): void {
  const { text, align } = paragraph;
  const first = indentOf(paragraph);
  for (const part of text.split('\n')) drawLines(pen, part, body, align ?? 'left', first);
  pen.y += BELOW_PARAGRAPH;
}

export function drawList(pen: Pen, { items, numbered }: BlockOf<'list'>): void {
  const inset = 20;
  for (const [index, item] of items.entries()) {
    pen.ensure(lineHeight(body));
    if (numbered === true) {
      pen.line(`${index + 1}.`, pen.left, pen.y, body, { width: inset - 5, align: 'right' });
    } else {
      pen.doc.circle(pen.left + 11, pen.y + lineHeight(body) / 2 + 0.5, 1.6).fill(ink.ember);
    }
    for (const line of pen.lines(item, body, pen.width - inset)) {
      pen.ensure(lineHeight(body));
      pen.line(line.text, pen.left + inset, pen.y, body);
      pen.y += lineHeight(body);
    }
  }
  pen.y += 5;
}

const SIGNATURE_ROW = 38;
const ABOVE_SIGNATURES = 10;
const signaturesPerRow = ({ lines, date }: BlockOf<'signatures'>): number =>
  date === undefined && lines.length > 1 ? 2 : 1;

/** Room that lines to be signed take; none where the block is another. A page of nothing but signatures signs nothing. */
export function signaturesRoom(block: PrintBlock | undefined): number {
  if (block?.kind !== 'signatures') return 0;
  return Math.ceil(block.lines.length / signaturesPerRow(block)) * SIGNATURE_ROW + ABOVE_SIGNATURES;
}

/**
 * Lines to be signed. With a date each takes a row of its own, name left and date right; without one they stand two
 * to a row, a single one at the right.
 */
export function drawSignatures(pen: Pen, signatures: BlockOf<'signatures'>): void {
  const { lines, date } = signatures;
  const rowHeight = SIGNATURE_ROW;
  const gap = 28;
  const half = (pen.width - gap) / 2;
  const perRow = signaturesPerRow(signatures);
  pen.ensure(signaturesRoom(signatures));
  pen.y += ABOVE_SIGNATURES;
  for (const [index, label] of lines.entries()) {
    const second = pen.left + half + gap;
    if (date !== undefined) {
      drawBlank(pen, label, pen.left, half + 40, rowHeight);
      drawBlank(pen, date, second + 40, half - 40, rowHeight);
    } else {
      drawBlank(pen, label, lines.length === 1 || index % 2 === 1 ? second : pen.left, half, rowHeight);
    }
    if (index % perRow === perRow - 1 || index === lines.length - 1) pen.y += rowHeight;
  }
}

/** A label and a line to write on, together `width` wide. */
function drawBlank(pen: Pen, label: string, x: number, width: number, rowHeight: number): void {
  const style: Style = { size: 10.5 };
  const base = pen.y + rowHeight - 12;
  pen.line(label, x, base - lineHeight(style) + 3, style);
  pen.rule(x + pen.widthOf(label, style) + 4, base, x + width, base, ink.text, 0.5);
}

/** Sets a text line by line over the pages; full lines of Chinese reach the right margin. */
function drawLines(pen: Pen, text: string, style: Style, align: Align, indent = 0): void {
  for (const [index, line] of pen.lines(text, style, pen.width, indent).entries()) {
    pen.ensure(lineHeight(style));
    const shift = index === 0 ? indent : 0;
    const room = pen.width - shift;
    // A line that falls far short holds a long word; spreading that would tear it apart.
    const spread =
      align === 'left' && line.full && line.width > room - 2.5 * style.size ? { spread: room } : {};
    pen.line(line.text, pen.left + shift, pen.y, style, { width: room, align, ...spread });
    pen.y += lineHeight(style);
  }
}
