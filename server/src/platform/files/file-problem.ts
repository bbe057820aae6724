import type { FILE_PROBLEMS } from '@xinghuo/shared/kernel/file-problems';
import type { FileKind } from './file-kind.ts';

/** Why a file was refused; the meaning of each code stands in the table. */
export type FileProblemCode = keyof typeof FILE_PROBLEMS;

/** What the bytes were recognised as, when it is not a kind we take. */
export type ForeignFormat = 'ZIP' | 'OFFICE_97' | 'GIF' | 'WEB_PAGE' | 'SVG' | 'PROGRAM' | 'UNKNOWN';

/** A refusal: a stable code and the facts a sentence about it needs. */
export interface FileProblem {
  readonly code: FileProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Builds a refusal. */
export function fileProblem(code: FileProblemCode, params: FileProblem['params'] = {}): FileProblem {
  return { code, params };
}

/** The refusal for bytes of a kind nobody asked for. */
export function notAllowed(found: FileKind | ForeignFormat, allowed: readonly FileKind[]): FileProblem {
  return fileProblem('FILE_TYPE_NOT_ALLOWED', { found, allowed: allowed.join(' ') });
}

const STORAGE_FULL = [
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'XMinioStorageFull',
  'QuotaExceeded',
  'InsufficientStorage',
];

/** The storage's own failure as a refusal when it means "full"; null for any other error, which is to be thrown on. */
export function storageProblem(error: unknown): FileProblem | null {
  // Libraries wrap the system's or the bucket's error, so the causes are looked through as well.
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const names = [cause.name, 'code' in cause ? cause.code : undefined];
    if (names.some((name) => typeof name === 'string' && STORAGE_FULL.includes(name))) {
      return fileProblem('STORAGE_FULL');
    }
  }
  return null;
}
