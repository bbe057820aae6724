import type { ProblemData } from '../core/problem-text.ts';
import { sessionGate } from '../core/session-gate.ts';

/** A file as the server keeps it. `size` in bytes; `kind` such as `pdf`, `image`, as found from the bytes. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly kind: string;
}

/** How an upload ended. `offline` means that the line dropped: it may be tried again as it is. */
export type UploadOutcome =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemData[] }
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed'; readonly status: number };

/** Where the bytes go. */
export interface UploadTarget {
  readonly url: string;
  readonly file: File;
  /** 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

function readProblems(body: unknown): readonly ProblemData[] {
  if (typeof body !== 'object' || body === null || !('problems' in body) || !Array.isArray(body.problems))
    return [];
  return body.problems.flatMap((one: unknown): ProblemData[] => {
    if (typeof one !== 'object' || one === null || !('code' in one) || typeof one.code !== 'string')
      return [];
    const params = 'params' in one ? one.params : {};
    return [{ code: one.code, path: [], params }];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page instead of the server's answer: the status alone says what happened.
    return undefined;
  }
}

/** One attempt. `fetch` cannot report how much has been sent, hence XMLHttpRequest. */
function attempt({ url, file, onProgress, signal }: UploadTarget): Promise<UploadOutcome> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const settle = (outcome: UploadOutcome): void => {
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    request.open('POST', url);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('apollo-require-preflight', 'true');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) settle({ kind: 'done', body });
      else {
        const problems = readProblems(body);
        settle(
          problems.length > 0 ? { kind: 'refused', problems } : { kind: 'failed', status: request.status },
        );
      }
    };
    request.onerror = () => settle({ kind: 'offline' });
    request.onabort = () => {
      signal.removeEventListener('abort', abort);
      reject(new DOMException('The upload was stopped', 'AbortError'));
    };
    signal.addEventListener('abort', abort);
    request.send(file);
  });
}

/** Settles when the browser believes in the line again. */
function online(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (navigator.onLine) return resolve();
    window.addEventListener('online', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => reject(new DOMException('The upload was stopped', 'AbortError')));
  });
}

/**
 * Sends a file. While the line is down it waits (`onPause` tells the screen) and begins again; when the session has
 * ended it waits for the sign-in over the page. Rejects only when `signal` is aborted.
 */
export async function upload(
  target: UploadTarget & { readonly onPause: () => void },
): Promise<UploadOutcome> {
  let asked = false;
  for (;;) {
    const outcome = await attempt(target);
    if (outcome.kind === 'failed' && outcome.status === 401 && !asked) {
      asked = true;
      if (await sessionGate.wait()) continue;
    }
    if (outcome.kind !== 'offline' || navigator.onLine) return outcome;
    target.onPause();
    await online(target.signal);
  }
}

/** Reads the answer to `POST /files`. */
export function readStoredFile(body: unknown): StoredFile | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { id, name, size, kind } = body as Record<string, unknown>;
  return typeof id === 'string' &&
    typeof name === 'string' &&
    typeof size === 'number' &&
    typeof kind === 'string'
    ? { id, name, size, kind }
    : undefined;
}

/** The address of a file, to look at or to keep. */
export function filePath(id: string, download = false): string {
  return `/files/${encodeURIComponent(id)}${download ? '?download=1' : ''}`;
}
