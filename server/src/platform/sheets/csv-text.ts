// What makes a spreadsheet program compute a cell of a CSV file; East Asian Excel takes the full-width signs as well.
const DANGEROUS = '[=+\\-@\\t\\r\\n＝＋－＠]';
const TO_NEUTRALISE = new RegExp(`^'*${DANGEROUS}`);
const NEUTRALISED = new RegExp(`^'+${DANGEROUS}`);

/** Puts an apostrophe before text that a spreadsheet program would take for a formula. */
export function neutraliseCsvText(text: string): string {
  return TO_NEUTRALISE.test(text) ? `'${text}` : text;
}

/** Takes back the apostrophe put there by `neutraliseCsvText`, so that a file that was exported imports unchanged. */
export function restoreCsvText(field: string): string {
  return NEUTRALISED.test(field) ? field.slice(1) : field;
}

/** Whether text would be taken for a formula when someone edits its cell. */
export function looksLikeFormula(text: string): boolean {
  return TO_NEUTRALISE.test(text);
}
