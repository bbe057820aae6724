/** What the headers of a download are made from. */
export interface ServedFile {
  /** Display name. */
  name: string;
  mediaType: string;
  /** Size of the whole file in bytes, when known. */
  bytes?: number;
  /** Digest of the content; becomes the entity tag, so an unchanged file is not sent twice. */
  sha256?: string;
}

/** Bytes from `start` to `end`, both included, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Headers for handing out a file that a user uploaded. `inline` lets the browser show PDF and pictures; the content
 * type is never guessed, the page it opens in can run and reach nothing (CSP sandbox), and no shared cache keeps it.
 * Some browsers' own PDF viewers refuse a sandboxed document, so PDF is to be shown by a viewer of ours that fetches it.
 */
export function contentHeaders(
  file: ServedFile,
  disposition: 'inline' | 'attachment',
): Record<string, string> {
  return {
    'content-type': file.mediaType,
    'content-disposition': contentDisposition(file.name, disposition),
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    ...(file.sha256 === undefined ? {} : { etag: `"${file.sha256}"` }),
    ...(file.bytes === undefined ? {} : { 'content-length': String(file.bytes) }),
  };
}

/** Content-Disposition with an ASCII fallback and the real name as RFC 5987 / 8187 asks (UTF-8, percent-encoded). */
export function contentDisposition(name: string, disposition: 'inline' | 'attachment'): string {
  const whole = name.toWellFormed();
  const ascii = whole.replace(/[^\x20-\x7e]+/gu, '_').replace(/["\\%]/g, '_');
  // encodeURIComponent leaves ' ( ) * as they are; RFC 8187 allows none of them in an extended value.
  const extended = encodeURIComponent(whole).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${extended}`;
}

/**
 * Reads a Range header against a file of `size` bytes. `none`: send the whole file (no header, several ranges, or
 * another unit, which a server may ignore); `unsatisfiable`: answer 416.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'none' | 'unsatisfiable' {
  const match = header === undefined ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (match === null) return 'none';
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return 'none';
  if (from === '') {
    const last = Number(to);
    return last === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return 'none';
  return start >= size ? 'unsatisfiable' : { start, end };
}
