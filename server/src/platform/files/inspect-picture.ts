import type { FileProblemCode } from './file-problem.ts';
import type { FileWindow } from './file-window.ts';

/** Walks the chunks of a PNG up to IEND, which must end the file. Returns null when it is sound. */
export async function inspectPng(window: FileWindow): Promise<FileProblemCode | null> {
  let at = 8;
  let first = true;
  while (at + 12 <= window.size) {
    const head = await window.read(at, 8);
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4, 8);
    if (!/^[A-Za-z]{4}$/.test(type)) return 'FILE_DAMAGED';
    if (first && (type !== 'IHDR' || length !== 13)) return 'FILE_DAMAGED';
    first = false;
    at += 12 + length;
    if (at > window.size) return 'FILE_TRUNCATED';
    if (type === 'IEND') return at === window.size ? null : 'FILE_POLYGLOT';
  }
  return 'FILE_TRUNCATED';
}

/** Checks the length a WebP declares against the file. Returns null when it is sound. */
export async function inspectWebp(window: FileWindow): Promise<FileProblemCode | null> {
  const head = await window.read(0, 16);
  if (head.length < 16 || !/^VP8[ LX]$/.test(head.toString('latin1', 12, 16))) return 'FILE_DAMAGED';
  const declared = head.readUInt32LE(4) + 8;
  if (declared > window.size) return 'FILE_TRUNCATED';
  // RIFF pads to an even length; some writers leave that byte out of the declared size.
  return window.size - declared <= 1 ? null : 'FILE_POLYGLOT';
}

/**
 * Walks the segments of a JPEG to its end marker (ISO/IEC 10918-1, annex B). Bytes after the end are let through:
 * phones append depth maps and short films there. Returns null when it is sound.
 */
export async function inspectJpeg(window: FileWindow): Promise<FileProblemCode | null> {
  let at = 2;
  let scanned = false;
  while (at + 2 <= window.size) {
    const [prefix, marker = 0] = await window.read(at, 2);
    if (prefix !== 0xff) return 'FILE_DAMAGED';
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    if (marker === 0xd9) return scanned ? null : 'FILE_DAMAGED';
    const length = await window.read(at + 2, 2);
    if (length.length < 2) break;
    at += 2 + length.readUInt16BE(0);
    if (marker === 0xda) {
      scanned = true;
      at = await endOfScan(window, at);
    }
  }
  return 'FILE_TRUNCATED';
}

/** Where the compressed data that starts at `at` gives way to the next marker; the file's size when it never does. */
async function endOfScan(window: FileWindow, at: number): Promise<number> {
  const step = 32_768;
  for (let base = at; base < window.size; base += step) {
    const block = await window.read(base, step + 1); // one more byte: a marker may straddle two steps
    for (let i = block.indexOf(0xff); i >= 0 && i < step; i = block.indexOf(0xff, i + 1)) {
      const next = block[i + 1];
      if (next === undefined) break;
      // FF 00 is a data byte, FF D0-D7 are restart markers inside the scan, FF FF is fill.
      if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return base + i;
    }
  }
  return window.size;
}
