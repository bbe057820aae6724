import { ref } from '@mikro-orm/core';
import { IMPORT } from '@xinghuo/shared/imports/imports';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import type { Viewer } from '../access/viewer.ts';
import { forbidden } from '../graphql/errors.ts';
import type { RunSql } from '../read/reader.ts';
import type { ParsedSheet } from '../sheets/index.ts';
import type { Tx } from '../write/tx.ts';
import { preparedUseCase } from '../write/use-case.ts';
import { checkSheet, parseSheet } from './check-sheet.ts';
import { importPreviewAccess } from './import.access.ts';
import { ImportPreview, ImportRun } from './import.entity.ts';
import { type ImportCounts, type ImportKind, importKind } from './import-kind.ts';

/** Problems answered at most: a sheet that was clean an hour ago has few. */
const ANSWERED = 50;

/** The job that writes a long sheet; its data are the preview and whose it is. */
export const IMPORT_JOB = 'imports.run';

/**
 * Reads the sheet of a preview ahead of the transaction; null when there is none any more, or a longer one than `most`
 * rows.
 */
export async function sheetOf(
  read: RunSql,
  previewId: string,
  { accountId }: Viewer,
  most?: number,
): Promise<ParsedSheet<unknown> | null> {
  const short = most === undefined ? sql`true` : sql`rows <= ${most}`;
  const [found] = await read<{ kind: string; content: Uint8Array | null }>(
    sql`select kind, case when ${short} then content end as content from import_preview where id = ${previewId} and account_id is not distinct from ${accountId}::uuid`,
  );
  const kind = found ? importKind(found.kind) : undefined;
  return found?.content && kind ? parseSheet(kind, Buffer.from(found.content)) : null;
}

/** The kind of a preview, if the viewer may import it. */
export function allowedKind(viewer: Viewer, name: string): ImportKind {
  const kind = importKind(name);
  if (!kind || !viewer.permissions.has(kind.permission)) throw forbidden(kind?.permission ?? name);
  return kind;
}

/**
 * Writes a sheet, all of it or nothing. What the database holds may have changed since the preview, so everything is
 * checked again inside the transaction.
 */
export async function writeSheet(
  tx: Tx,
  kind: ImportKind,
  parsed: ParsedSheet<unknown>,
): Promise<ImportCounts & { readonly rows: number }> {
  // Two sheets of one kind at a time would trip over each other's keys.
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`import:${kind.kind}`}, 0))`);
  const checked = await checkSheet(kind, parsed, {
    query: (query) => tx.query(query),
    viewer: tx.viewer,
    now: tx.now,
  });
  tx.note(
    ...checked.problems
      .slice(0, ANSWERED)
      .map((one) =>
        problem(one.code, ['rows', String(one.row), one.column ?? ''].filter(Boolean), one.params),
      ),
  );
  tx.settle();
  return { rows: checked.rows.length, ...(await kind.apply(tx, checked.rows)) };
}

interface Confirm {
  readonly previewId: string;
  /** A longer sheet is written in the background; absent where whoever asks waits for the whole of it. */
  readonly atOnce?: number;
}

/** Imports a sheet that was checked: at once, or as background work when it is long. */
export const confirmImport = preparedUseCase(
  'importConfirm',
  (read, input: Confirm, { viewer }) => sheetOf(read, input.previewId, viewer, input.atOnce),
  async (tx, input, parsed) => {
    const preview = await tx.get(ImportPreview, importPreviewAccess, input.previewId, { path: 'previewId' });
    const kind = allowedKind(tx.viewer, preview.kind);
    if (preview.run) return { importRun: preview.run.id };
    if (preview.problemCount > 0)
      tx.refuse(problem('IMPORT_HAS_PROBLEMS', 'previewId', { count: preview.problemCount }));
    const later = preview.rows > (input.atOnce ?? Number.POSITIVE_INFINITY);
    const age = tx.now.getTime() - preview.createdAt.getTime();
    if ((parsed === null && !later) || age > IMPORT.previewMinutes * 60_000)
      return tx.refuse(problem('IMPORT_EXPIRED', 'previewId', { minutes: IMPORT.previewMinutes }));
    const written =
      parsed === null
        ? { rows: preview.rows, created: 0, updated: 0, unchanged: 0 }
        : await writeSheet(tx, kind, parsed);
    const run = tx.em.create(ImportRun, {
      kind: preview.kind,
      fileName: preview.fileName,
      digest: preview.digest,
      ...written,
      accountId: tx.viewer.accountId,
      actor: tx.viewer.name ?? tx.viewer.via,
      at: tx.now,
      state: later ? 'QUEUED' : 'DONE',
      problems: [],
    });
    if (!later) preview.content = null;
    preview.run = ref(run);
    await tx.em.flush();
    if (later) await tx.enqueue(IMPORT_JOB, { previewId: preview.id, accountId: tx.viewer.accountId });
    tx.subject = { type: 'ImportRun', id: run.id };
    return { importRun: run.id };
  },
);
