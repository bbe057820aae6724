import type { FileKind } from './file-kind.ts';

/** Every code a file is refused with, and what it means. Part of the public contract: clients show a sentence for each. */
export const fileProblems = {
  FILE_EMPTY: 'The file holds not one byte.',
  FILE_TOO_LARGE: 'The file is larger than `maxBytes` bytes; reading stopped there.',
  FILE_TYPE_NOT_ALLOWED: 'By its bytes the file is of kind `found`, which is not among `allowed`.',
  FILE_NAME_MISMATCH: 'By its bytes the file is of kind `found`, but its name ends in `extension`.',
  FILE_POLYGLOT: 'A second format (a web page, an archive) is hidden in the file.',
  FILE_ENCRYPTED: 'The file opens only with a password.',
  FILE_TRUNCATED: 'The end of the file is missing.',
  FILE_DAMAGED: 'The structure of the file contradicts itself.',
  FILE_HAS_MACROS: 'An Office file that carries program code.',
  UPLOAD_INCOMPLETE: 'The sender stopped before the end.',
  STORAGE_FULL: 'No room is left on the disk or in the bucket.',
} as const;

/** Why a file was refused. */
export type FileProblemCode = keyof typeof fileProblems;

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

const STORAGE_FULL = ['ENOSPC', 'EDQUOT', 'XMinioStorageFull', 'QuotaExceeded', 'InsufficientStorage'];

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
