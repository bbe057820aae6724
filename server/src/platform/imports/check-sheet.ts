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
  /** The row below which the next problems are asked for; null when these are the last. */
  readonly nextAfter: number | null;
}

/** A workbook is a zip archive; everything else is read as CSV, whose reader says what is wrong. */
export function sheetKindOf(content: Buffer): SheetKind {
  return content.subarray(0, 2).toString('latin1') === 'PK' ? 'xlsx' : 'csv';
}

/** Reads a sheet; nothing of the database is looked at. */
export function parseSheet(kind: ImportKind, content: Buffer, after = -1): Promise<ParsedSheet<unknown>> {
  return kind.sheet.parse(content, sheetKindOf(content), { maxBytes: IMPORT.maxBytes, problemsAfter: after });
}

/** Finds everything that is wrong with a sheet that was read: in its cells, then with what they name. */
export async function checkSheet(
  kind: ImportKind,
  parsed: ParsedSheet<unknown>,
  context: ImportCheck,
  after = -1,
): Promise<CheckedSheet> {
  const rows = parsed.rows.flatMap(({ row, values }) => (values === null ? [] : [{ row, values }]));
  const log = new ImportLog(after);
  if (rows.length > 0) await kind.check(rows, context, log);
  const problemCount = parsed.problemCount + log.count;
  return { parsed, rows, problemCount, ...firstOf(parsed, log) };
}

/** The first problems of both checks in the order of the sheet, whole rows only, and where the next ones begin. */
function firstOf(
  parsed: ParsedSheet<unknown>,
  log: ImportLog,
): { readonly problems: readonly ImportProblem[]; readonly nextAfter: number | null } {
  const both = [...parsed.problems, ...log.problems].sort((a, b) => a.row - b.row);
  const ends = [parsed.completeTo, log.completeTo].filter((row) => row !== null);
  const beyond = both[IMPORT.problems];
  if (beyond)
    ends.push(
      both[IMPORT.problems - 1]?.row === beyond.row ? beyond.row - 1 : (both[IMPORT.problems - 1]?.row ?? 0),
    );
  if (ends.length === 0) return { problems: both, nextAfter: null };
  const end = Math.min(...ends);
  return { problems: both.filter(({ row }) => row <= end), nextAfter: end };
}
