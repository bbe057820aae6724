import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { looksLikeFormula } from './csv-text.ts';
import { columnLetter } from './raw-cell.ts';
import { serialOfDate } from './xlsx-dates.ts';
import { escapeXlsx, MAX_CELL_TEXT } from './xlsx-text.ts';

/*
 * Why not write-excel-file: it wants all rows at once and keeps them several times; exports are streamed from the
 * database. A sheet is plain XML, written here row by row with a bounded memory.
 */

/** A cell to be written; text is never computed by the spreadsheet program. `wall` is YYYY-MM-DD or …HH:mm:ss. */
export type WrittenCell =
  | { readonly text: string; readonly style?: 'plain' | 'heading' | 'example' | 'wrapped' }
  | { readonly number: number | string; readonly places: number | null }
  | { readonly wall: string }
  | null;

/** A sheet to be written. */
export interface WrittenSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows from the top; the first is frozen. */
  readonly rows: AsyncIterable<readonly WrittenCell[]> | Iterable<readonly WrittenCell[]>;
  /** Number format of the empty cells of each column: text keeps what is typed into it as it is. */
  readonly columnFormats?: readonly ('text' | 'number')[];
  /** Drop-downs and hints below the heading. */
  readonly hints?: readonly SheetHint[];
}

/** A hint shown when a cell of a column is selected, with the range its values come from, if any. */
export interface SheetHint {
  readonly column: number;
  readonly title: string;
  readonly text: string;
  /** Such as '选项'!$A$1:$A$9. */
  readonly list?: string;
}

// Indices of cellXfs in the styles part below.
const STYLE = {
  plain: 0,
  heading: 1,
  example: 2,
  wrapped: 3,
  quoted: 4,
  day: 5,
  instant: 6,
  text: 7,
  integer: 8,
};
const MAX_PLACES = 6;
const MAX_ROWS = 1_048_576;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Writes a workbook to a stream and ends it. The same rows give the same bytes.
 * @throws what the rows threw, or RangeError beyond 1,048,576 rows; the stream is then destroyed.
 */
export async function writeWorkbook(out: Writable, sheets: readonly WrittenSheet[]): Promise<void> {
  const zip = new ZipFile();
  // A fixed date, before any file: nothing in an export says when it was packed.
  const options = { mtime: new Date(Date.UTC(2000, 0, 1)), forceDosTimestamp: true, compressionLevel: 6 };
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(HEADER + xml), name, options);
  const sources: Readable[] = [];
  let over = false;
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  zip.on('error', fail);
  add('[Content_Types].xml', contentTypes(sheets.length));
  add(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add('xl/workbook.xml', workbook(sheets));
  add('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
  add('xl/styles.xml', stylesPart());
  for (const [index, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, options, (callback) => {
      if (over) return; // the reader went away before this sheet was begun
      const source = Readable.from(sheetXml(sheet), { objectMode: true });
      // yazl listens to no failure of its sources and would leave its output open for ever.
      source.on('error', fail);
      sources.push(source);
      callback(null, source);
    });
  }
  zip.end();
  try {
    await Promise.race([pipeline(zip.outputStream, out), failed]);
  } catch (error) {
    out.destroy();
    throw error;
  } finally {
    over = true;
    for (const source of sources) source.destroy();
  }
}

async function* sheetXml(sheet: WrittenSheet): AsyncGenerator<Buffer> {
  const formats = sheet.columnFormats ?? [];
  const columns = sheet.widths.map((width, index) => {
    const style = formats[index] === 'text' ? ` style="${STYLE.text}"` : '';
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${style}/>`;
  });
  let xml = `${HEADER}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${columns.join('')}</cols><sheetData>`;
  let row = 0;
  for await (const cells of sheet.rows) {
    row += 1;
    if (row > MAX_ROWS) throw new RangeError('a sheet holds at most 1,048,576 rows');
    xml += `<row r="${row}">${cells.map((cell, index) => cellXml(cell, `${columnLetter(index)}${row}`)).join('')}</row>`;
    if (xml.length > 32_768) {
      yield Buffer.from(xml);
      xml = '';
    }
  }
  yield Buffer.from(`${xml}</sheetData>${hintsXml(sheet.hints ?? [])}</worksheet>`);
}

function cellXml(cell: WrittenCell, reference: string): string {
  if (cell === null) return '';
  if ('text' in cell) {
    const style = cell.style ?? (looksLikeFormula(cell.text) ? 'quoted' : 'plain');
    // An inline string is never computed; the quote prefix keeps it so when a person edits the cell.
    return `<c r="${reference}" s="${STYLE[style]}" t="inlineStr"><is><t xml:space="preserve">${escapeXlsx(cutToCell(cell.text))}</t></is></c>`;
  }
  if ('number' in cell) {
    const value = Number(cell.number);
    if (!Number.isFinite(value)) return cellXml({ text: String(cell.number) }, reference);
    const style = cell.places === null ? STYLE.plain : STYLE.integer + Math.min(cell.places, MAX_PLACES);
    return `<c r="${reference}" s="${style}"><v>${cell.number}</v></c>`;
  }
  const serial = serialOfDate(cell.wall);
  // Before March 1900 spreadsheet programs disagree on what a number means; such a day is written as text.
  if (!(serial >= 61)) return cellXml({ text: cell.wall }, reference);
  return `<c r="${reference}" s="${cell.wall.length === 10 ? STYLE.day : STYLE.instant}"><v>${serial}</v></c>`;
}

/** Cuts what no spreadsheet program would open. */
function cutToCell(text: string): string {
  return text.length > MAX_CELL_TEXT ? `${text.slice(0, MAX_CELL_TEXT - 1)}…` : text;
}

function hintsXml(hints: readonly SheetHint[]): string {
  if (hints.length === 0) return '';
  const items = hints.map(({ column, title, text, list }) => {
    const letter = columnLetter(column);
    const attributes = `allowBlank="1" showInputMessage="1" promptTitle="${escapeXlsx(title.slice(0, 32))}" prompt="${escapeXlsx(text.slice(0, 255))}" sqref="${letter}2:${letter}20001"`;
    return list === undefined
      ? `<dataValidation ${attributes}/>`
      : `<dataValidation type="list" showErrorMessage="1" ${attributes}><formula1>${escapeXlsx(list)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${hints.length}">${items.join('')}</dataValidations>`;
}

function workbook(sheets: readonly WrittenSheet[]): string {
  const items = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXlsx(name)}" sheetId="${index + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${items.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const items = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts.join('')}</Types>`;
}

function stylesPart(): string {
  const places = Array.from({ length: MAX_PLACES + 1 }, (_, count) => count);
  const numberCode = (count: number) => `#,##0${count === 0 ? '' : `.${'0'.repeat(count)}`}`;
  const formats = [
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>',
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>',
    ...places.map((count) => `<numFmt numFmtId="${170 + count}" formatCode="${numberCode(count)}"/>`),
  ];
  const font = '<sz val="11"/><name val="Microsoft YaHei"/>';
  const xf = (format: number, fontId: number, fill: number, rest = '') =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${rest === '' ? '/>' : rest}`;
  const top = ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
  const cells = [
    xf(0, 0, 0),
    xf(49, 1, 2, ' applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>'),
    xf(49, 2, 0),
    xf(49, 0, 0, top),
    xf(49, 0, 0, ' quotePrefix="1"/>'),
    xf(164, 0, 0),
    xf(165, 0, 0),
    xf(49, 0, 0),
    ...places.map((count) => xf(170 + count, 0, 0)),
  ];
  return `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="3"><font>${font}</font><font><b/>${font}</font><font><i/><sz val="11"/><color rgb="FF8C8C8C"/><name val="Microsoft YaHei"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF8"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
