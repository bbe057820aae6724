/** Dates in workbooks: numbers of days, told from plain numbers only by the format of their cell. */

// Built-in formats that show a date or a time (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are the East Asian ones).
const BUILT_IN: readonly [number, number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Whether cells of a number format are dates or times. `code` is absent for built-in formats. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare.trim());
}

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * The wall time a serial number of days stands for, as YYYY-MM-DD or, with a time of day, YYYY-MM-DD HH:mm:ss;
 * null outside 1900-9999. The 1900 system believes in a 29 February 1900, so days before that are one off.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const days = !from1904 && serial < 60 ? serial + 1 : serial;
  const instant = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * 86_400) * 1000);
  if (Number.isNaN(instant.getTime()) || instant.getUTCFullYear() > 9999) return null;
  const text = instant.toISOString();
  return Number.isInteger(serial) ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** The serial number (1900 system) of a wall time given as YYYY-MM-DD or YYYY-MM-DD HH:mm[:ss]; NaN when it is none. */
export function serialOfDate(text: string): number {
  const at = Date.parse(`${text.length === 10 ? `${text} 00:00` : text}`.replace(' ', 'T').concat('Z'));
  return (at - EPOCH_1900) / DAY_MS;
}

/** A number as a person typed it: files hold 8.6999999999999993 for 8.7; fifteen digits are what Excel itself shows. */
export function plainNumber(stored: string): string | null {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return null;
  return String(Number(value.toPrecision(15)));
}
