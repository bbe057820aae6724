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

export function drawHeading(pen: Pen, { text, level = 1 }: BlockOf<'heading'>): void {
  const style: Style = level === 1 ? { face: 'bold', size: 13.5 } : { face: 'bold', size: 11.5 };
  // A heading alone at the foot of a page belongs to the next one.
  pen.ensure(lineHeight(style) + 3 * lineHeight(body));
  pen.y += level === 1 ? 10 : 6;
  if (level === 1) pen.doc.rect(pen.left, pen.y + 4, 3, lineHeight(style) - 8).fill(ink.blue);
  const inset = level === 1 ? 10 : 0;
  for (const line of pen.lines(text, style, pen.width - inset)) {
    pen.line(line.text, pen.left + inset, pen.y, style);
    pen.y += lineHeight(style);
  }
  pen.y += 4;
}

export function drawParagraph(pen: Pen, { text, align, indent }: BlockOf<'paragraph'>): void {
  const chinese = /\p{Script=Han}/u.test(text);
  const first = (indent ?? (chinese && align === undefined)) ? 2 * body.size : 0;
  for (const part of text.split('\n')) drawLines(pen, part, body, align ?? 'left', first);
  pen.y += 5;
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

/**
 * Lines to be signed. With a date each takes a row of its own, name left and date right; without one they stand two
 * to a row, a single one at the right.
 */
export function drawSignatures(pen: Pen, { lines, date }: BlockOf<'signatures'>): void {
  const rowHeight = 38;
  const gap = 28;
  const half = (pen.width - gap) / 2;
  const perRow = date === undefined && lines.length > 1 ? 2 : 1;
  pen.ensure(Math.ceil(lines.length / perRow) * rowHeight + 10);
  pen.y += 10;
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
