import type { FileProblemCode } from './file-problem.ts';
import type { FileWindow } from './file-window.ts';

/** How far from the last cross-reference section its trailer may lie: 8 MiB holds 400,000 objects. */
const MAX_XREF_BYTES = 8 * 1024 * 1024;
const MAX_TRAILER_BYTES = 64 * 1024;

/**
 * Checks that a file that starts like a PDF is whole and opens without a password (ISO 32000-1, 7.5): it ends with
 * `startxref OFFSET %%EOF`, the offset points at a cross-reference table or stream, and its trailer names no /Encrypt.
 * Returns null when it is sound.
 */
export async function inspectPdf(window: FileWindow): Promise<FileProblemCode | null> {
  const tail = (await window.read(window.size - 2048, 2048)).toString('latin1');
  const end = /startxref\s+(\d{1,12})\s+%%EOF[\s\0]*$/.exec(tail);
  if (end === null) return tail.includes('%%EOF') ? 'FILE_DAMAGED' : 'FILE_TRUNCATED';
  const offset = Number(end[1]);
  if (offset >= window.size) return 'FILE_TRUNCATED';
  const trailer = await trailerAt(window, offset);
  if (trailer === null) return 'FILE_DAMAGED';
  return /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(trailer) ? 'FILE_ENCRYPTED' : null;
}

/** The trailer dictionary of the cross-reference section at the offset, as text; null when there is none. */
async function trailerAt(window: FileWindow, offset: number): Promise<string | null> {
  // Some producers are off by a line break or two; every viewer forgives that, so look a little around.
  const from = Math.max(0, offset - 16);
  const around = (await window.read(from, 96)).toString('latin1');
  if (/(^|[\s>])xref\s/.test(around)) {
    const trailer = await window.find(Buffer.from('trailer'), from, offset + MAX_XREF_BYTES);
    if (trailer < 0) return null;
    return upTo(await window.read(trailer, MAX_TRAILER_BYTES), 'startxref');
  }
  const stream = /\d+\s+\d+\s+obj\b/.exec(around);
  if (stream === null) return null;
  return upTo(await window.read(from + stream.index, MAX_TRAILER_BYTES), 'stream');
}

function upTo(bytes: Buffer, word: string): string {
  const text = bytes.toString('latin1');
  const end = text.indexOf(word);
  return end < 0 ? text : text.slice(0, end);
}
