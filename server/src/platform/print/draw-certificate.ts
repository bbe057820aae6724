import { ink, lineHeight, type Pen, type Style } from './pen.ts';
import type { PrintCertificate } from './print-document.ts';

const MARK_RADIUS = 50;

/** A framed page of its own. */
export function drawCertificate(pen: Pen, certificate: PrintCertificate): void {
  if (pen.y > 60) pen.newPage();
  const { width, height } = pen.doc.page;
  drawFrame(pen, width, height);
  drawSpark(pen, width / 2, 92, 22);
  const centre = (text: string, y: number, style: Style) =>
    pen.line(text, 0, y, style, { width, align: 'center' });

  const title: Style = { face: 'bold', size: 40, color: ink.ember };
  const spaced = [...certificate.title].join(' ');
  centre(spaced, 118, title);
  let y = 180;
  if (certificate.subtitle !== undefined) {
    centre(certificate.subtitle, y, { size: 14, color: ink.quiet });
    y += 30;
  }
  y += 14;
  const inner = width - 260;
  const text: Style = { size: 18, leading: 1.8 };
  pen.line(certificate.recipient, 130, y, { ...text, face: 'bold', size: 20 });
  y += 42;
  for (const paragraph of certificate.paragraphs) {
    const indent = /\p{Script=Han}/u.test(paragraph) ? 2 * text.size : 0;
    for (const [index, line] of pen.lines(paragraph, text, inner, indent).entries()) {
      const shift = index === 0 ? indent : 0;
      const spread = line.full && line.width > inner - shift - 2 * text.size ? { spread: inner - shift } : {};
      pen.line(line.text, 130 + shift, y, text, spread);
      y += lineHeight(text);
    }
  }
  if (certificate.award !== undefined) {
    centre([...certificate.award].join(' '), y + 12, { face: 'bold', size: 30, color: ink.blue });
  }
  drawIssuers(pen, certificate, width, height);
  pen.y = pen.bottom;
}

function drawIssuers(pen: Pen, certificate: PrintCertificate, width: number, height: number): void {
  const style: Style = { size: 13, leading: 1.6 };
  const lines = [...certificate.issuers, certificate.date];
  const widest = Math.max(...lines.map((line) => pen.widthOf(line, style)));
  const x = width - 130 - widest;
  let y = height - 92 - lines.length * lineHeight(style);
  if (certificate.mark !== undefined) {
    drawMark(pen, certificate.mark, x - MARK_RADIUS - 22, y + (lines.length * lineHeight(style)) / 2);
  }
  for (const line of lines) {
    pen.line(line, x, y, style, { width: widest, align: 'center' });
    y += lineHeight(style);
  }
  const notes = certificate.notes ?? [];
  const small: Style = { size: 9, color: ink.quiet, leading: 1.6 };
  for (const [index, note] of notes.entries()) {
    pen.line(note, 130, height - 92 - (notes.length - index) * lineHeight(small), small);
  }
}

/** A strong and a fine line around the page, a four-pointed star where the fine lines meet. */
function drawFrame(pen: Pen, width: number, height: number): void {
  pen.doc
    .rect(26, 26, width - 52, height - 52)
    .lineWidth(3)
    .strokeColor(ink.ember)
    .stroke();
  pen.doc
    .rect(35, 35, width - 70, height - 70)
    .lineWidth(0.8)
    .strokeColor(ink.ember)
    .stroke();
  for (const x of [35, width - 35]) {
    for (const y of [35, height - 35]) {
      pen.doc.circle(x, y, 11).fill('#FFFFFF');
      drawSpark(pen, x, y, 9);
    }
  }
}

/** The product's mark: a four-pointed spark. */
function drawSpark(pen: Pen, x: number, y: number, size: number): void {
  const waist = size * 0.16;
  const { doc } = pen;
  doc.moveTo(x, y - size);
  for (const [cx, cy, px, py] of [
    [waist, -waist, size, 0],
    [waist, waist, 0, size],
    [-waist, waist, -size, 0],
    [-waist, -waist, 0, -size],
  ] as const) {
    doc.quadraticCurveTo(x + cx, y + cy, x + px, y + py);
  }
  doc.fill(ink.ember);
}

/** A ring with the spark inside and words along its upper part. */
function drawMark(pen: Pen, words: string, x: number, y: number): void {
  const radius = MARK_RADIUS;
  const { doc } = pen;
  doc.circle(x, y, radius).lineWidth(2.4).strokeColor(ink.ember).stroke();
  doc
    .circle(x, y, radius - 18)
    .lineWidth(0.7)
    .strokeColor(ink.ember)
    .stroke();
  drawSpark(pen, x, y, 16);
  const characters = [...words];
  // Short words span part of the ring, long ones at most nine tenths of it.
  const step = Math.min(24, 324 / Math.max(1, characters.length));
  const style: Style = { face: 'bold', size: Math.min(11, step * 0.66), color: ink.ember };
  for (const [index, character] of characters.entries()) {
    const angle = (index - (characters.length - 1) / 2) * step;
    doc.save().rotate(angle, { origin: [x, y] });
    const top = y - radius + 9 - lineHeight(style) / 2;
    pen.line(character, x - 20, top, style, { width: 40, align: 'center' });
    doc.restore();
  }
}
