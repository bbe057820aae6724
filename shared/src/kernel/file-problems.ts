import type { ProblemTable } from './problem.ts';

/** Why an uploaded file was refused. */
export const FILE_PROBLEMS = {
  FILE_EMPTY: 'The file holds not one byte.',
  FILE_TOO_LARGE: 'The file is larger than allowed; reading stopped there. params: maxBytes.',
  FILE_TYPE_NOT_ALLOWED: 'By its bytes the file is of a kind not taken here. params: found, allowed.',
  FILE_NAME_MISMATCH:
    'By its bytes the file is of another kind than its name says. params: found, extension.',
  FILE_POLYGLOT: 'A second format (a web page, an archive) is hidden in the file.',
  FILE_ENCRYPTED: 'The file opens only with a password.',
  FILE_TRUNCATED: 'The end of the file is missing.',
  FILE_DAMAGED: 'The structure of the file contradicts itself.',
  FILE_HAS_MACROS: 'The file is an Office file that carries program code.',
  UPLOAD_INCOMPLETE: 'The sender stopped before the end of the file.',
  STORAGE_FULL: 'No room is left on the disk or in the bucket.',
  UPLOADS_TOO_MANY: 'Too many files sent within an hour. params: max.',
} as const satisfies ProblemTable;
