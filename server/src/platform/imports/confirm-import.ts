import { ref } from '@mikro-orm/core';
import { IMPORT } from '@xinghuo/shared/imports/imports';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { forbidden } from '../graphql/errors.ts';
import type { ParsedSheet } from '../sheets/index.ts';
import { preparedUseCase } from '../write/use-case.ts';
import { checkSheet, parseSheet } from './check-sheet.ts';
import { importPreviewAccess } from './import.access.ts';
import { ImportPreview, ImportRun } from './import.entity.ts';
import { importKind } from './import-kind.ts';

/** Problems answered at most: a sheet that was clean an hour ago has few. */
const ANSWERED = 50;

/**
 * Imports a sheet that was checked: all of it or nothing. What the database holds may have changed since the preview,
 * so everything is checked again inside the transaction.
 */
export const confirmImport = preparedUseCase(
  'importConfirm',
  async (read, input: { readonly previewId: string }, { viewer }): Promise<ParsedSheet<unknown> | null> => {
    const [found] = await read<{ kind: string; content: Uint8Array | null }>(
      sql`select kind, content from import_preview where id = ${input.previewId} and account_id is not distinct from ${viewer.accountId}::uuid`,
    );
    const kind = found ? importKind(found.kind) : undefined;
    return found?.content && kind ? parseSheet(kind, Buffer.from(found.content)) : null;
  },
  async (tx, input, parsed) => {
    const preview = await tx.get(ImportPreview, importPreviewAccess, input.previewId, { path: 'previewId' });
    const kind = importKind(preview.kind);
    if (!kind || !tx.viewer.permissions.has(kind.permission))
      throw forbidden(kind?.permission ?? preview.kind);
    if (preview.run) return { importRun: preview.run.id };
    if (preview.problemCount > 0)
      tx.refuse(problem('IMPORT_HAS_PROBLEMS', 'previewId', { count: preview.problemCount }));
    const age = tx.now.getTime() - preview.createdAt.getTime();
    if (parsed === null || age > IMPORT.previewMinutes * 60_000) {
      return tx.refuse(problem('IMPORT_EXPIRED', 'previewId', { minutes: IMPORT.previewMinutes }));
    }
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
    const counts = await kind.apply(tx, checked.rows);
    const run = tx.em.create(ImportRun, {
      kind: preview.kind,
      fileName: preview.fileName,
      digest: preview.digest,
      rows: checked.rows.length,
      ...counts,
      accountId: tx.viewer.accountId,
      actor: tx.viewer.name ?? tx.viewer.via,
      at: tx.now,
    });
    preview.content = null;
    preview.run = ref(run);
    await tx.em.flush();
    tx.subject = { type: 'ImportRun', id: run.id };
    return { importRun: run.id };
  },
);
