/** Width in characters of a spreadsheet column for a text: Chinese characters are two wide. At least `atLeast`. */
export function widthFor(text: string, atLeast: number): number {
  const widest = Math.max(
    ...text
      .split('\n')
      .map((line) => [...line].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)),
  );
  return Math.min(60, Math.max(atLeast, widest + 3));
}

/** A sheet name that every program takes: none of []:*?/\ and no more than 31 characters. */
export function safeSheetName(name: string): string {
  const clean = name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return clean === '' ? 'Sheet1' : [...clean].slice(0, 31).join('').slice(0, 31).toWellFormed();
}
