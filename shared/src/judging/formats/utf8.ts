import { u8 } from '../numeric.ts';

/** Decodes UTF-8; null where the bytes are not valid UTF-8. Written out because the engines use no platform API. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | null {
  const parts: string[] = [];
  let units: number[] = [];
  let at = start;
  while (at < end) {
    const first = u8(bytes, at);
    const length =
      first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > end) return null;
    let code = length === 1 ? first : first & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) {
      const next = u8(bytes, at + k);
      if ((next & 0xc0) !== 0x80) return null;
      code = (code << 6) | (next & 0x3f);
    }
    const tooShort = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000);
    if (tooShort || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    if (code < 0x10000) units.push(code);
    else units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    at += length;
    if (units.length > 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  return parts.join('') + String.fromCharCode(...units);
}
