import pdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { viewKind } from '#client/ui/files/file-list.tsx';
import { filePath } from '#client/ui/files/upload.ts';
import type { Desk } from './judge-desk.ts';
import { fetchKept } from './judge-kept.ts';
import { loadPaper, loadRounds, loadSheets, SHELF } from './judge-queue.ts';

/** What lies on this device for reading without a line. */
export interface PackageInfo {
  /** When it was complete, an instant. */
  readonly at: string;
  readonly sheets: number;
  readonly files: number;
}

/** The caches that the service worker answers from; their names stand in `judge-offline.js`, too. */
const FILES = 'xinghuo-judge-files';
const PAGES = 'xinghuo-judge-pages';
const INFO = 'package';
const WORKER = '/judge-offline.js';

/** Whether attachments and the program itself can be kept: only over a secure connection. */
export function canKeepFiles(): boolean {
  return 'caches' in window && 'serviceWorker' in navigator;
}

/** Reads what was downloaded for a round. */
export async function packageInfo(desk: Desk, round: string): Promise<PackageInfo | null> {
  const found = await desk.shelf.read(`${INFO}:${round}`);
  if (typeof found !== 'object' || found === null) return null;
  const { at, sheets, files } = found as Partial<Record<keyof PackageInfo, unknown>>;
  return typeof at === 'string' && typeof sheets === 'number' && typeof files === 'number'
    ? { at, sheets, files }
    : null;
}

/** Keeps the program: the page, what it has loaded so far, and what the console loads when it is opened. */
async function keepProgram(): Promise<void> {
  await navigator.serviceWorker.register(WORKER);
  await Promise.all([
    import('./console-screen.tsx'),
    import('#client/ui/files/pdf-view.tsx'),
    import('#client/ui/files/image-view.tsx'),
    import('pdfjs-dist'),
  ]);
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets|pdfjs)\//.test(pathname))
    .map(({ pathname }) => pathname);
  const pages = await caches.open(PAGES);
  await pages.addAll([...new Set(['/', '/ember.svg', pdfWorker, ...loaded])]);
}

/**
 * Downloads the round's queue, every sheet with its texts and rubric, and the first attachment of each that can be
 * looked at. `onProgress` tells how many sheets are here; rejects when the line fails, and keeps what came.
 */
export async function downloadPackage(
  desk: Desk,
  round: string,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<PackageInfo> {
  const keepsFiles = canKeepFiles();
  if (keepsFiles) await keepProgram();
  await fetchKept(desk, SHELF.rounds, () => loadRounds(desk.client));
  const sheets = await fetchKept(desk, SHELF.sheets(round), () => loadSheets(desk.client, round));
  const wanted = sheets.filter(({ state }) => state !== 'RECUSED');
  let files = 0;
  let done = 0;
  onProgress(0, wanted.length);
  for (const { id } of wanted) {
    signal.throwIfAborted();
    const paper = await fetchKept(desk, SHELF.paper(id), () => loadPaper(desk.client, id));
    const first = paper?.entry?.attachments.find(({ file }) => viewKind(file.kind) !== undefined);
    if (first && keepsFiles && (await keepFile(first.file.id, signal))) files += 1;
    done += 1;
    onProgress(done, wanted.length);
  }
  const info: PackageInfo = { at: new Date().toISOString(), sheets: done, files };
  await desk.shelf.write(`${INFO}:${round}`, info);
  return info;
}

async function keepFile(id: string, signal: AbortSignal): Promise<boolean> {
  const files = await caches.open(FILES);
  const path = filePath(id);
  if (await files.match(path)) return true;
  const response = await fetch(path, { credentials: 'same-origin', signal });
  if (!response.ok) return false;
  await files.put(path, response);
  return true;
}

/** Takes everything readable off this device; what the judge wrote stays until it has been sent. */
export async function removePackage(desk: Desk): Promise<void> {
  await desk.shelf.clear();
  if (!canKeepFiles()) return;
  await Promise.all([caches.delete(FILES), caches.delete(PAGES)]);
  const worker = await navigator.serviceWorker.getRegistration(WORKER);
  await worker?.unregister();
}
