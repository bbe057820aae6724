import type { Readable } from 'node:stream';
import { ZipFailure, ZipReader } from '../files/index.ts';
import type { SheetLimits } from './raw-cell.ts';
import { SheetFailure } from './sheet-problem.ts';
import { isDateFormat } from './xlsx-dates.ts';
import { unescapeXlsx } from './xlsx-text.ts';
import { parseXml } from './xml-events.ts';

/** An opened workbook with what is needed to understand the cells of its first visible sheet. */
export interface Workbook {
  zip: ZipReader;
  /** Name of the part that holds the sheet. */
  sheetPart: string;
  from1904: boolean;
  sharedStrings: readonly string[];
  /** By index of the cell format: whether it shows dates. */
  dateStyles: readonly boolean[];
}

// A sheet of 20,000 bad rows packs to a thirtieth; deflate's own limit, which bombs reach, is a thousandth.
const MAX_RATIO = 250;
const MAX_ENTRIES = 1000;

/**
 * Opens a workbook within the limits.
 * @throws {SheetFailure} when it is no workbook, behind a password, or larger than allowed once unpacked.
 */
export async function openWorkbook(bytes: Buffer, limits: SheetLimits): Promise<Workbook> {
  const zip = await openArchive(bytes, limits);
  try {
    const { sheetPart, from1904 } = await findSheet(zip);
    return {
      zip,
      sheetPart,
      from1904,
      sharedStrings: await readSharedStrings(zip, limits),
      dateStyles: await readDateStyles(zip),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openArchive(bytes: Buffer, limits: SheetLimits): Promise<ZipReader> {
  if (bytes.toString('latin1', 0, 4) === '\xd0\xcf\x11\xe0') {
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new SheetFailure('SHEET_UNREADABLE', { reason: locked ? 'ENCRYPTED' : 'EXCEL_97' });
  }
  const { maxUnpackedBytes } = limits;
  try {
    return await ZipReader.open(bytes, {
      maxEntries: MAX_ENTRIES,
      maxTotalBytes: maxUnpackedBytes,
      maxRatio: MAX_RATIO,
    });
  } catch (error) {
    if (!(error instanceof ZipFailure)) throw error;
    throw error.reason === 'TOO_LARGE'
      ? new SheetFailure('SHEET_TOO_LARGE', { limit: 'unpacked', max: maxUnpackedBytes }, error)
      : new SheetFailure('SHEET_UNREADABLE', { reason: error.reason }, error);
  }
}

/** A part of the workbook, or null when there is none. @throws {SheetFailure} when the archive is damaged there. */
export async function openPart(zip: ZipReader, name: string): Promise<Readable | null> {
  try {
    return await zip.stream(name);
  } catch (error) {
    if (!(error instanceof ZipFailure)) throw error;
    throw new SheetFailure('SHEET_UNREADABLE', { reason: error.reason }, error);
  }
}

/** The part of the first sheet that is not hidden, and which date system the workbook counts in. */
async function findSheet(zip: ZipReader): Promise<{ sheetPart: string; from1904: boolean }> {
  const targets = new Map<string, string>();
  await readPart(zip, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
    },
  });
  let from1904 = false;
  let relation: string | undefined;
  const found = await readPart(zip, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1];
      relation ??= id;
    },
  });
  const target = targets.get(relation ?? '');
  if (!found || target === undefined)
    throw new SheetFailure('SHEET_UNREADABLE', { reason: 'NOT_A_WORKBOOK' });
  return { sheetPart: target.startsWith('/') ? target.slice(1) : `xl/${target}`, from1904 };
}

/** The texts that cells refer to by number. Phonetic guides (rPh) above them are not part of the text. */
async function readSharedStrings(zip: ZipReader, limits: SheetLimits): Promise<string[]> {
  const strings: string[] = [];
  let pieces: string[] = [];
  let inText = false;
  let phonetic = false;
  let length = 0;
  await readPart(zip, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') pieces = [];
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text(text) {
      if (!inText) return;
      length += text.length;
      // Escapes make stored text up to seven times longer than what it stands for.
      if (text.length > limits.maxCellLength * 7 || length > limits.maxUnpackedBytes) {
        throw new SheetFailure('SHEET_TOO_LARGE', { limit: 'cell', max: limits.maxCellLength });
      }
      pieces.push(text);
    },
    close(name) {
      if (name === 'si') strings.push(unescapeXlsx(pieces.join('')));
      if (name === 'rPh') phonetic = false;
      inText = false;
    },
  });
  return strings;
}

/** Which of the cell formats show dates. */
async function readDateStyles(zip: ZipReader): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  await readPart(zip, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true;
      const id = Number(attributes.numFmtId ?? 0);
      if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '');
      if (name === 'xf' && inCellFormats) styles.push(isDateFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

/** Reads a part when it is there; returns whether it was. */
async function readPart(
  zip: ZipReader,
  name: string,
  listener: Parameters<typeof parseXml>[1],
): Promise<boolean> {
  const part = await openPart(zip, name);
  if (part === null) return false;
  await parseXml(part, listener);
  return true;
}
