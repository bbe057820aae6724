import { columnIndex, type RawCell, type RawRow, type SheetLimits } from './raw-cell.ts';
import { SheetFailure } from './sheet-problem.ts';
import { dateOfSerial, plainNumber } from './xlsx-dates.ts';
import { unescapeXlsx } from './xlsx-text.ts';
import { openPart, openWorkbook, type Workbook } from './xlsx-workbook.ts';
import { parseXmlInSteps, type XmlListener } from './xml-events.ts';

/*
 * Why not read-excel-file, which the unit tests use as a second opinion: it gives a formula's last value without
 * saying that it was a formula, keeps the whole sheet several times in memory, and unpacks before anything can be
 * checked. Imports must refuse formulas by cell and stay within limits, so the sheet is read here, piece by piece.
 */

/**
 * The rows of a workbook's first visible sheet that have anything in them, with their numbers.
 * @throws {SheetFailure} SHEET_UNREADABLE or SHEET_TOO_LARGE, possibly after some rows.
 */
export async function* readXlsx(bytes: Buffer, limits: SheetLimits): AsyncGenerator<RawRow> {
  const workbook = await openWorkbook(bytes, limits);
  try {
    const part = await openPart(workbook.zip, workbook.sheetPart);
    if (part === null) throw new SheetFailure('SHEET_UNREADABLE', { reason: 'NOT_A_WORKBOOK' });
    const gatherer = new RowGatherer(workbook, limits);
    for await (const _ of parseXmlInSteps(part, gatherer)) yield* gatherer.take();
  } finally {
    workbook.zip.close();
  }
}

/** Turns the elements of a sheet into rows. */
class RowGatherer implements XmlListener {
  readonly #workbook: Workbook;
  readonly #limits: SheetLimits;
  #ready: RawRow[] = [];
  #rowCount = 0;
  #row = 0;
  #cells: (RawCell | undefined)[] = [];
  #column = -1;
  #type = 'n';
  #style = 0;
  #formula = false;
  #text = '';
  #listening = false;
  #phonetic = false;

  constructor(workbook: Workbook, limits: SheetLimits) {
    this.#workbook = workbook;
    this.#limits = limits;
  }

  /** Hands over the complete rows gathered so far. */
  take(): RawRow[] {
    const rows = this.#ready;
    this.#ready = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#row = Number(attributes.r ?? this.#row + 1);
      this.#cells = [];
      this.#column = -1;
    } else if (name === 'c') {
      const named = attributes.r;
      this.#column = named === undefined ? this.#column + 1 : columnIndex(named);
      if (this.#column < 0) throw new SheetFailure('SHEET_UNREADABLE', { reason: 'DAMAGED' });
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? 0);
      this.#formula = false;
      this.#text = '';
    } else if (name === 'f') {
      this.#formula = true;
    } else if (name === 'rPh') {
      this.#phonetic = true;
    }
    this.#listening = (name === 'v' || name === 't') && !this.#phonetic;
  }

  text(text: string): void {
    if (!this.#listening) return;
    this.#text += text;
    if (this.#text.length > this.#limits.maxCellLength * 7)
      this.#tooLarge('cell', this.#limits.maxCellLength);
  }

  close(name: string): void {
    this.#listening = false;
    if (name === 'rPh') this.#phonetic = false;
    if (name === 'c') this.#addCell();
    if (name === 'row') this.#addRow();
  }

  #addCell(): void {
    const cell = this.#cell();
    if (cell === undefined) return;
    if (this.#column >= this.#limits.maxColumns) this.#tooLarge('columns', this.#limits.maxColumns);
    if (cell.text.length > this.#limits.maxCellLength) this.#tooLarge('cell', this.#limits.maxCellLength);
    this.#cells[this.#column] = cell;
  }

  #addRow(): void {
    if (this.#cells.length === 0) return;
    this.#rowCount += 1;
    if (this.#rowCount > this.#limits.maxRows) this.#tooLarge('rows', this.#limits.maxRows - 1);
    this.#ready.push({ row: this.#row, cells: this.#cells });
  }

  #tooLarge(limit: string, max: number): never {
    throw new SheetFailure('SHEET_TOO_LARGE', { limit, max });
  }

  /** The cell just closed, or undefined when there is nothing in it. */
  #cell(): RawCell | undefined {
    const value = this.#value();
    if (this.#formula) return { type: 'formula', text: value?.text ?? '' };
    return value === undefined || value.text === '' ? undefined : value;
  }

  #value(): RawCell | undefined {
    const text = this.#text;
    switch (this.#type) {
      case 's':
        return { type: 'text', text: this.#workbook.sharedStrings[Number(text)] ?? '' };
      case 'inlineStr':
      case 'str':
        return { type: 'text', text: unescapeXlsx(text) };
      case 'b':
        return text === '' ? undefined : { type: 'boolean', text: text === '1' ? 'true' : 'false' };
      case 'e':
        return { type: 'error', text };
      case 'd':
        return { type: text.length > 10 ? 'instant' : 'day', text: text.replace('T', ' ').slice(0, 19) };
      default:
        return this.#number(text);
    }
  }

  #number(text: string): RawCell | undefined {
    const plain = plainNumber(text);
    if (plain === null) return undefined;
    const date = this.#workbook.dateStyles[this.#style]
      ? dateOfSerial(Number(text), this.#workbook.from1904)
      : null;
    return date === null
      ? { type: 'number', text: plain }
      : { type: date.length === 10 ? 'day' : 'instant', text: date };
  }
}
