import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { FileKind, FileStore } from '../../platform/files/index.ts';
import type { JobServices } from '../../platform/jobs/define-job.ts';
import { MAX_TEXT, readText } from '../../platform/texts/index.ts';
import { useCase } from '../../platform/write/use-case.ts';

/** Files are read so long at once; in milliseconds. */
const TURN = 60_000;

interface Read {
  readonly fileId: string;
  readonly text: string | null;
}

/** Whether a text that was kept is only the beginning of its file's. */
export const cutShort = (text: string): boolean => text.length >= MAX_TEXT;

/** Keeps what was read of a file; one that is gone, or that another run has read, is left alone. */
const keepText = useCase('fileTextKeep', async (tx, { fileId, text }: Read) => {
  const id = uuidv7();
  await tx.execute(
    sql`insert into file_text (id, file_id, text, read_at) select ${id}::uuid, f.id, ${text}, ${tx.now}::timestamptz from stored_file f where f.id = ${fileId} on conflict (file_id) do nothing`,
    { type: 'FileText', id, kind: 'create', after: { file: fileId, text: text === null ? null : '***' } },
  );
  return { id };
});

/**
 * Reads the text of files that it has not been read of, one after the other, for work done in the background. What is
 * wrong with one file never keeps those behind it waiting: a text that cannot be kept is unknown, and a content that
 * cannot be fetched now stays unread. Ends early when it took a minute, so that other long work has its turn; answers
 * how many files it has been through.
 */
export async function readFileTexts(
  { read, execute, files, log }: Pick<JobServices, 'read' | 'execute' | 'files' | 'log'>,
  fileIds: readonly string[],
): Promise<number> {
  const start = performance.now();
  let through = 0;
  for (const fileId of fileIds) {
    if (performance.now() - start > TURN) break;
    through += 1;
    const [file] = await read<{ key: string; kind: FileKind }>(
      sql`select f.key, f.kind from stored_file f where f.id = ${fileId} and not exists (select 1 from file_text known where known.file_id = f.id)`,
    );
    if (!file) continue;
    const bytes = await contentOf(files, file.key).catch((error: unknown) => {
      log.warn({ file: fileId, error: nameOf(error) }, 'the content of a file cannot be fetched');
      return null;
    });
    if (!bytes) continue;
    const text = await readText(file.kind, bytes);
    await execute(keepText, { fileId, text }).catch((error: unknown) => {
      log.warn({ file: fileId, error: nameOf(error) }, 'the text of a file cannot be kept');
      return execute(keepText, { fileId, text: null });
    });
  }
  return through;
}

async function contentOf(files: FileStore, key: string): Promise<Buffer | null> {
  const opened = await files.open(key);
  return opened && buffer(opened.stream);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
