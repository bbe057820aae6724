import { IMPORT } from '@xinghuo/shared/imports/imports';
import type { ParsedSheet, SheetKind } from '../sheets/index.ts';
import type { ImportCheck, ImportKind, ImportRow } from './import-kind.ts';
import { ImportLog, type ImportProblem } from './import-log.ts';

/** A sheet with everything that is wrong in it. */
export interface CheckedSheet {
  readonly parsed: ParsedSheet<unknown>;
  /** The rows whose cells were all understood. */
  readonly rows: readonly ImportRow<unknown>[];
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
}

/** A workbook is a zip archive; everything else is read as CSV, whose reader says what is wrong. */
export function sheetKindOf(content: Buffer): SheetKind {
  return content.subarray(0, 2).toString('latin1') === 'PK' ? 'xlsx' : 'csv';
}

/** Reads a sheet; nothing of the database is looked at. */
export function parseSheet(kind: ImportKind, content: Buffer): Promise<ParsedSheet<unknown>> {
  return kind.sheet.parse(content, sheetKindOf(content), { maxBytes: IMPORT.maxBytes });
}

/** Finds everything that is wrong with a sheet that was read: in its cells, then with what they name. */
export async function checkSheet(
  kind: ImportKind,
  parsed: ParsedSheet<unknown>,
  context: ImportCheck,
): Promise<CheckedSheet> {
  const rows = parsed.rows.flatMap(({ row, values }) => (values === null ? [] : [{ row, values }]));
  const log = new ImportLog();
  if (rows.length > 0) await kind.check(rows, context, log);
  const problems = [...parsed.problems, ...log.problems]
    .sort((a, b) => a.row - b.row)
    .slice(0, IMPORT.problems);
  return { parsed, rows, problems, problemCount: parsed.problemCount + log.count };
}
