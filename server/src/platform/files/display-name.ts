import { extensionOf, type FileKind, fileKinds, kindOfExtension } from './file-kind.ts';

/** Longest display name, in code points: fits every file system once saved by a browser (255 bytes of UTF-8). */
const MAX_CODE_POINTS = 80;

// Control characters, and the invisible ones that reverse or hide part of a name ("报告\u202Efdp.exe").
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
const FORBIDDEN_ON_WINDOWS = /[<>:"/\\|?*]/gu;
const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(?=$|\.)/i;

/**
 * A name fit to be shown and offered for saving: the last path segment, without control or direction characters, at
 * most 80 code points, the extension kept. It is only ever displayed; stored files are named by random keys.
 */
export function displayName(raw: string): string {
  const segment = raw.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const clean = segment
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN_ON_WINDOWS, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const safe = RESERVED_ON_WINDOWS.test(clean) ? `_${clean}` : clean;
  if (safe === '') return 'file';
  const { stem, extension } = splitName(safe);
  const room = MAX_CODE_POINTS - (extension === '' ? 0 : [...extension].length + 1);
  const kept = [...stem].slice(0, room).join('').trimEnd();
  return extension === '' ? kept : `${kept}.${extension}`;
}

/** Splits "计划.v2.pdf" into "计划.v2" and "pdf"; an ending of more than eight characters is not an extension. */
export function splitName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1) : '';
  return /^[\p{L}\p{N}]{1,8}$/u.test(extension)
    ? { stem: name.slice(0, dot), extension }
    : { stem: name, extension: '' };
}

/**
 * The display name of a file whose bytes are of the given kind, or null when the name claims another family of file
 * (a picture called .pdf). Within a family the extension is corrected: phones and chat programs often call a PNG .jpg.
 */
export function nameForKind(raw: string, kind: FileKind): string | null {
  const name = displayName(raw);
  const { stem, extension } = splitName(name);
  if (extension === '') return displayName(`${name}.${extensionOf(kind)}`);
  if (fileKinds[kind].extensions.includes(extension.toLowerCase())) return name;
  const claimed = kindOfExtension(extension);
  return claimed !== null && fileKinds[claimed].family === fileKinds[kind].family
    ? displayName(`${stem}.${extensionOf(kind)}`)
    : null;
}
