import { Worker } from 'node:worker_threads';
import type { FileKind } from '../files/index.ts';
import { readOfficeText } from './read-office.ts';
import { readPdfText } from './read-pdf.ts';

/** Longest text kept of a file, in characters: some hundred pages. A text as long as this is taken for one cut short. */
export const MAX_TEXT = 200_000;
/** A file is given so long; in milliseconds. */
const PATIENCE = 60_000;
/** Memory of a worker's own objects, in megabytes. Bytes outside of them, as a PDF's unpacked streams are, do not count. */
const OBJECTS = 256;
/**
 * So many bytes the whole process may grow by while a file is read, looked at so often (in milliseconds): a file made
 * to grow ends its worker, never the server. Other work that grows at that moment can only make its text unknown.
 */
const GROWTH = 400 * 1024 ** 2;
const GLANCE = 100;

/** What a worker is asked. */
export interface TextTask {
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
}

/** The worker beside this file: TypeScript when run from source, JavaScript when built. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./text-worker.ts', import.meta.url)
  : new URL('./text-worker.js', import.meta.url);

/** Reads a file's text where it is called. */
export async function textOf({ kind, bytes }: TextTask): Promise<string | null> {
  const read = kind === 'PDF' ? readPdfText : kind === 'DOCX' || kind === 'PPTX' ? readOfficeText : null;
  // A database keeps no NUL, which a PDF may well hold.
  const whole = read ? (await read(bytes, MAX_TEXT)).replaceAll('\0', ' ') : '';
  const text = whole.length < MAX_TEXT ? whole.trim() : whole.slice(0, MAX_TEXT);
  return text === '' ? null : text;
}

/**
 * The text of a PDF, Word file or slides with what it says of its author, read in a worker of its own; null for files
 * without text (pictures, scanned pages) and for those that cannot be read in time or within `growth` bytes of memory.
 */
export function readText(kind: FileKind, bytes: Uint8Array, growth = GROWTH): Promise<string | null> {
  if (kind !== 'PDF' && kind !== 'DOCX' && kind !== 'PPTX') return Promise.resolve(null);
  return new Promise((resolve) => {
    const task: TextTask = { kind, bytes };
    const worker = new Worker(WORKER, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: OBJECTS },
      stdout: true,
      stderr: true,
    });
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > growth) void worker.terminate();
    }, GLANCE);
    const timer = setTimeout(() => void worker.terminate(), PATIENCE);
    worker.once('message', (text: string | null) => resolve(text));
    // Whatever is wrong with a file, nothing is known of its text: an answer like any other.
    worker.once('error', () => resolve(null));
    worker.once('exit', () => {
      clearInterval(watch);
      clearTimeout(timer);
      resolve(null);
    });
  });
}
