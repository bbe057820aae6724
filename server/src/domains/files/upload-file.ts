import type { Readable } from 'node:stream';
import { UPLOAD } from '@xinghuo/shared/files/permissions';
import { problem } from '@xinghuo/shared/kernel/problem';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import {
  allFileKinds,
  type FileStore,
  isFileProblem,
  type ReceivedFile,
} from '../../platform/files/index.ts';
import type { RunSql } from '../../platform/read/reader.ts';
import { Refusal } from '../../platform/write/refusal.ts';
import { preparedUseCase, type WriteContext } from '../../platform/write/use-case.ts';
import { StoredFile } from './stored-file.entity.ts';

/** An upload on its way. */
export interface Upload {
  readonly store: FileStore;
  readonly stream: Readable;
  readonly name: string;
  readonly bytes: number | null;
  readonly signal: AbortSignal;
}

/** Takes the content in, whole or not at all, ahead of the transaction. */
async function receive(read: RunSql, input: Upload, context: WriteContext): Promise<ReceivedFile> {
  const since = new Date(context.now.getTime() - 3_600_000);
  const [sent] = await read<{ n: number }>(
    sql`select count(*)::int as n from stored_file where uploaded_by = ${context.viewer.accountId} and created_at > ${since}`,
  );
  if ((sent?.n ?? 0) >= UPLOAD.perHour)
    throw new Refusal([problem('UPLOADS_TOO_MANY', [], { max: UPLOAD.perHour })]);
  const received = await input.store.receive(input.stream, {
    name: input.name,
    maxBytes: UPLOAD.maxBytes,
    allowed: allFileKinds,
    signal: input.signal,
    ...(input.bytes === null ? {} : { expectedBytes: input.bytes }),
  });
  if (isFileProblem(received)) throw new Refusal([problem(received.code, [], params(received.params))]);
  return received;
}

function params(given: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  );
}

/** Keeps an uploaded file under the account that sent it, until something attaches it. */
export const uploadFile = preparedUseCase('fileUpload', receive, async (tx, _input: Upload, received) => {
  const file = tx.em.create(StoredFile, {
    id: uuidv7(),
    key: received.key,
    name: received.name,
    kind: received.kind,
    mediaType: received.mediaType,
    size: received.bytes,
    sha256: received.sha256,
    uploadedBy: tx.accountId,
    createdAt: tx.now,
  });
  tx.subject = { type: 'File', id: file.id };
  return { id: file.id, name: file.name, size: file.size, kind: file.kind };
});
