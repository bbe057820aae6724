import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { FileKind } from '../../platform/files/index.ts';
import type { JobServices } from '../../platform/jobs/define-job.ts';
import { readText } from '../../platform/texts/index.ts';
import { useCase } from '../../platform/write/use-case.ts';

interface Read {
  readonly fileId: string;
  readonly text: string | null;
}

/** Keeps what was read of a file; one that is gone, or that another run has read, is left alone. */
const keepText = useCase('fileTextKeep', async (tx, { fileId, text }: Read) => {
  const id = uuidv7();
  await tx.execute(
    sql`insert into file_text (id, file_id, text, read_at) select ${id}::uuid, f.id, ${text}, ${tx.now}::timestamptz from stored_file f where f.id = ${fileId} on conflict (file_id) do nothing`,
    { type: 'FileText', id, kind: 'create', after: { file: fileId, text: text === null ? null : '***' } },
  );
  return { id };
});

/** Reads the text of files that it has not been read of, one after the other, for work done in the background. */
export async function readFileTexts(
  { read, execute, files }: Pick<JobServices, 'read' | 'execute' | 'files'>,
  fileIds: readonly string[],
): Promise<void> {
  for (const id of fileIds) {
    const [file] = await read<{ key: string; kind: FileKind }>(
      sql`select f.key, f.kind from stored_file f where f.id = ${id} and not exists (select 1 from file_text known where known.file_id = f.id)`,
    );
    const opened = file && (await files.open(file.key));
    if (!file || !opened) continue;
    await execute(keepText, { fileId: id, text: await readText(file.kind, await buffer(opened.stream)) });
  }
}
