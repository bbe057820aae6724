import { open } from 'node:fs/promises';
import type { FileKind } from './file-kind.ts';
import {
  type FileProblem,
  type FileProblemCode,
  type ForeignFormat,
  fileProblem,
  notAllowed,
} from './file-problem.ts';
import { FileWindow } from './file-window.ts';
import { inspectOffice, isEncryptedOffice } from './inspect-office.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { inspectJpeg, inspectPng, inspectWebp } from './inspect-picture.ts';

/** How much of the start a browser may look at when it guesses a type (WHATWG MIME sniffing: 1,445 bytes). */
const SNIFFED_BYTES = 1445;
const ACTIVE_MARKUP = /<!doctype\s+html|<(html|script|svg|body|iframe|head|img|meta)[\s>/]/i;

/**
 * Decides from the bytes of a stored file which kind it is and whether it is whole, alone and open.
 * @param path the file, already complete; @param allowed kinds the caller takes.
 */
export async function inspectFile(
  path: string,
  allowed: readonly FileKind[],
): Promise<FileKind | FileProblem> {
  const handle = await open(path, 'r');
  try {
    const window = new FileWindow(handle, (await handle.stat()).size);
    if (window.size === 0) return fileProblem('FILE_EMPTY');
    const head = await window.read(0, SNIFFED_BYTES);
    const start = Buffer.from(head); // the window reuses its block
    const format = formatOf(start);
    if (format === 'ZIP') return await judgeArchive(path, allowed);
    if (format === 'OFFICE_97' && (await isEncryptedOffice(window))) return fileProblem('FILE_ENCRYPTED');
    if (!isKind(format) || !allowed.includes(format)) return notAllowed(format, allowed);
    if (ACTIVE_MARKUP.test(start.toString('latin1'))) return fileProblem('FILE_POLYGLOT');
    const problem = (await inspectors[format](window)) ?? (await hiddenArchive(window));
    return problem === null ? format : fileProblem(problem);
  } finally {
    await handle.close();
  }
}

type PlainKind = 'PDF' | 'PNG' | 'JPEG' | 'WEBP';

const inspectors: Readonly<Record<PlainKind, (window: FileWindow) => Promise<FileProblemCode | null>>> = {
  PDF: inspectPdf,
  PNG: inspectPng,
  JPEG: inspectJpeg,
  WEBP: inspectWebp,
};

function isKind(format: PlainKind | ForeignFormat): format is PlainKind {
  return format in inspectors;
}

async function judgeArchive(path: string, allowed: readonly FileKind[]): Promise<FileKind | FileProblem> {
  const { kind, problem } = await inspectOffice(path);
  if (problem !== null && allowed.some((wanted) => wanted.endsWith('X'))) return fileProblem(problem);
  return kind !== 'ZIP' && allowed.includes(kind) ? kind : notAllowed(kind, allowed);
}

/** The format by its first bytes. */
function formatOf(head: Buffer): PlainKind | ForeignFormat {
  const text = head.toString('latin1');
  if (/^%PDF-[12]\.\d/.test(text)) return 'PDF';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'PNG';
  if (text.startsWith('\xff\xd8\xff')) return 'JPEG';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'WEBP';
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return 'ZIP';
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'OFFICE_97';
  if (/^GIF8[79]a/.test(text)) return 'GIF';
  if (text.startsWith('MZ') || text.startsWith('\x7fELF') || text.startsWith('#!')) return 'PROGRAM';
  if (/<svg[\s>]/i.test(text)) return 'SVG';
  return ACTIVE_MARKUP.test(text) ? 'WEB_PAGE' : 'UNKNOWN';
}

/** A ZIP directory at the end of a picture or PDF makes the same bytes a valid archive (or program library) too. */
async function hiddenArchive(window: FileWindow): Promise<FileProblemCode | null> {
  const span = 65_557; // end record of 22 bytes and the longest comment
  const from = Math.max(0, window.size - span);
  const at = await window.find(Buffer.from('PK\x05\x06', 'latin1'), from, window.size);
  if (at < 0) return null;
  const record = await window.read(at, 22);
  return record.length === 22 && at + 22 + record.readUInt16LE(20) <= window.size ? 'FILE_POLYGLOT' : null;
}
