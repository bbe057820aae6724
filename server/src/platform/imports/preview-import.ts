import { IMPORT } from '@xinghuo/shared/imports/imports';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { displayName } from '../files/index.ts';
import { Refusal } from '../write/refusal.ts';
import { preparedUseCase } from '../write/use-case.ts';
import { type CheckedSheet, checkSheet, parseSheet, sheetKindOf } from './check-sheet.ts';
import { ImportPreview } from './import.entity.ts';
import type { ImportKind } from './import-kind.ts';

interface Input {
  readonly kind: ImportKind;
  readonly content: Buffer;
  readonly fileName: string;
}

/** Checks a sheet and keeps it for an hour, so that what is confirmed is what was seen. Nothing of it is written. */
export const previewImport = preparedUseCase(
  'importPreview',
  async (read, input: Input, { viewer, now }): Promise<CheckedSheet> =>
    checkSheet(input.kind, await parseSheet(input.kind, input.content), { query: read, viewer, now }),
  async (tx, { kind, content, fileName }, checked) => {
    const before = new Date(tx.now.getTime() - IMPORT.previewMinutes * 60_000);
    const stale = await tx.query<{ id: string }>(
      sql`select id from import_preview where created_at < ${before} and run_id is null limit 100 for update skip locked`,
    );
    for (const { id } of stale) tx.em.remove(tx.em.getReference(ImportPreview, id));
    const preview = tx.em.create(ImportPreview, {
      kind: kind.kind,
      accountId: tx.viewer.accountId,
      fileName: displayName(fileName),
      fileKind: sheetKindOf(content),
      digest: checked.parsed.digest ?? '',
      problemCount: checked.problemCount,
      rows: checked.parsed.rows.length,
      content,
      createdAt: tx.now,
    });
    await tx.em.flush();
    tx.subject = { type: 'ImportPreview', id: preview.id };
    return { previewId: preview.id, checked };
  },
);

interface Later {
  readonly kind: ImportKind;
  readonly id: string;
  /** The row below which problems are told. */
  readonly after: number;
}

/** Checks a kept sheet once more for the problems below a row; nothing is kept of it. */
export const laterProblems = preparedUseCase(
  'importPreviewRead',
  async (read, { kind, id, after }: Later, { viewer, now }): Promise<CheckedSheet> => {
    const since = new Date(now.getTime() - IMPORT.previewMinutes * 60_000);
    const [found] = UUID.test(id)
      ? await read<{ content: Uint8Array | null }>(
          sql`select content from import_preview where id = ${id} and kind = ${kind.kind} and account_id is not distinct from ${viewer.accountId}::uuid and created_at >= ${since}`,
        )
      : [];
    if (!found?.content || !Number.isSafeInteger(after))
      throw new Refusal([problem('IMPORT_EXPIRED', 'previewId', { minutes: IMPORT.previewMinutes })]);
    const parsed = await parseSheet(kind, Buffer.from(found.content), after);
    return checkSheet(kind, parsed, { query: read, viewer, now }, after);
  },
  async (_tx, _input, checked) => ({ checked }),
);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
