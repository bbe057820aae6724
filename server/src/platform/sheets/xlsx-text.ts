/**
 * Text inside the XML of a workbook. Characters that XML 1.0 cannot hold are written as _xHHHH_, as ECMA-376 (part 1,
 * 22.4.2.4, ST_Xstring) and the spreadsheet programs do, and a literal _xHHHH_ is written with its underscore escaped.
 */

/** Longest text a cell can hold. */
export const MAX_CELL_TEXT = 32_767;

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for an element or attribute of a workbook part. Half surrogates become U+FFFD. */
export function escapeXlsx(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => markup[character] ?? character)
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, (character) => {
      const code = character.charCodeAt(0);
      // 7F-9F are legal in XML, but spreadsheet programs differ on them; all readers know the escape.
      return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
    });
}

/** Undoes the _xHHHH_ escapes; the XML parser has undone the rest. */
export function unescapeXlsx(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
