import PDFDocument from 'pdfkit';
import { type Face, fontFile } from './fonts.ts';
import type { Align, PrintDocument } from './print-document.ts';
import { breakLines, type Line, type Measure, widestUnit, widthOf } from './text-flow.ts';

/** Colours of printed matter. */
export const ink = {
  text: '#1F1F1F',
  quiet: '#6B6560',
  line: '#B9B2AA',
  fill: '#F4F1ED',
  blue: '#1E4FA3',
  ember: '#E8590C',
} as const;

const MARGIN = 56;
const SMALL = 8.5;

// Advance widths never change, so they are measured once per process, not once per document.
const advances: Readonly<Record<Face, Map<string, number>>> = { regular: new Map(), bold: new Map() };

/** Marks that Chinese type sets a full character wide, and English must not; they have narrow forms in the same font. */
const QUOTES = /([“”‘’]+)/;
const NARROW: PDFKit.Mixins.OpenTypeFeatures[] = ['pwid'];

/** How a piece of text is set. */
export interface Style {
  readonly face?: Face;
  readonly size: number;
  readonly color?: string;
  /** Distance of lines relative to the size. */
  readonly leading?: number;
}

/** Draws on the pages of one document and knows where the next block begins. */
export class Pen {
  readonly doc: PDFKit.PDFDocument;
  readonly left = MARGIN;
  readonly #english: boolean;
  /** Where the next block begins. */
  y = MARGIN;

  constructor(document: PrintDocument) {
    this.#english = document.language === 'en';
    this.doc = new PDFDocument({
      size: 'A4',
      layout: document.landscape === true ? 'landscape' : 'portrait',
      margin: 0,
      bufferPages: true,
      // Without this pdfkit sets its own Helvetica on every document.
      font: '',
      lang: this.#english ? 'en' : 'zh-CN',
      displayTitle: true,
      info: {
        Title: document.title,
        ...(document.subject === undefined ? {} : { Subject: document.subject }),
        ...(document.author === undefined ? {} : { Author: document.author }),
        CreationDate: document.createdAt,
        ModDate: document.createdAt,
      },
    });
    this.doc.registerFont('regular', fontFile('regular')).registerFont('bold', fontFile('bold'));
  }

  /** Width between the margins. */
  get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  get bottom(): number {
    return this.doc.page.height - MARGIN;
  }

  /** Room a block can have at most. */
  get bodyHeight(): number {
    return this.bottom - MARGIN;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = MARGIN;
  }

  /** Begins a page when less than `height` is left on this one. */
  ensure(height: number): void {
    if (this.y + height > this.bottom && this.y > MARGIN) this.newPage();
  }

  lines(text: string, style: Style, width: number, indent = 0): Line[] {
    return breakLines(text, this.#measure(style.face ?? 'regular'), style.size, width, indent);
  }

  widthOf(text: string, style: Style): number {
    return widthOf(text, this.#measure(style.face ?? 'regular'), style.size);
  }

  /** Width of the longest word of a text. */
  widestUnit(text: string, style: Style): number {
    return widestUnit(text, this.#measure(style.face ?? 'regular'), style.size);
  }

  /** Draws one line whose line box begins at `y`. `spread` widens it to that width by spacing its characters. */
  line(
    text: string,
    x: number,
    y: number,
    style: Style,
    place: { width?: number; align?: Align; spread?: number } = {},
  ): void {
    if (text === '') return;
    const natural = this.widthOf(text, style);
    const { width = natural, align = 'left', spread } = place;
    const shift = align === 'left' ? 0 : align === 'right' ? width - natural : (width - natural) / 2;
    const gaps = [...text].length - 1;
    const characterSpacing = spread === undefined || gaps < 1 ? 0 : (spread - natural) / gaps;
    const baseline = y + (lineHeight(style) + style.size * 0.76) / 2;
    this.doc
      .font(style.face ?? 'regular')
      .fontSize(style.size)
      .fillColor(style.color ?? ink.text);
    let at = x + shift;
    for (const [index, part] of (this.#english ? text.split(QUOTES) : [text]).entries()) {
      if (part === '') continue;
      const options = { characterSpacing, ...(index % 2 === 1 ? { features: NARROW } : {}) };
      this.doc.text(part, at, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...options,
      });
      // As drawn, kerning included: the next part follows without a gap.
      at += this.doc.widthOfString(part, options) + characterSpacing;
    }
  }

  rule(x1: number, y1: number, x2: number, y2: number, color: string = ink.line, thickness = 0.6): void {
    this.doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(thickness).strokeColor(color).stroke();
  }

  /** Puts header, footer and page numbers on every page and ends the document. */
  finish(document: PrintDocument): void {
    const { count } = this.doc.bufferedPageRange();
    const style: Style = { size: SMALL, color: ink.quiet };
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page);
      const foot = this.doc.page.height - 40;
      if (document.header !== undefined && !(page === 0 && opensWithHeader(document))) {
        // One line, however long the title.
        this.line(this.lines(document.header, style, this.width)[0]?.text ?? '', this.left, 28, style);
        this.rule(this.left, 44, this.left + this.width, 44, ink.line, 0.4);
      }
      if (document.footer !== undefined) this.line(document.footer, this.left, foot, style);
      if (document.pageNumbers === true) {
        const number = this.#english ? `Page ${page + 1} of ${count}` : `第 ${page + 1} 页 / 共 ${count} 页`;
        this.line(number, this.left, foot, style, { width: this.width, align: 'right' });
      }
    }
    this.doc.end();
  }

  #measure(face: Face): Measure {
    const known = advances[face];
    return (character) => {
      const narrow = this.#english && QUOTES.test(character);
      const key = narrow ? `${character} narrow` : character;
      let advance = known.get(key);
      if (advance === undefined) {
        const options = narrow ? { features: NARROW } : {};
        advance = this.doc.font(face).fontSize(100).widthOfString(character, options) / 100;
        known.set(key, advance);
      }
      return advance;
    };
  }
}

/** Whether the first page says what its header would, in large. */
function opensWithHeader({ blocks: [first], header }: PrintDocument): boolean {
  return first?.kind === 'title' && header?.startsWith(first.text) === true;
}

/** Height of a line box. */
export function lineHeight(style: Style): number {
  return style.size * (style.leading ?? 1.45);
}
