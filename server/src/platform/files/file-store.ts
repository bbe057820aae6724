import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange } from './content-headers.ts';
import { nameForKind, splitName } from './display-name.ts';
import { allFileKinds, extensionOf, type FileKind, fileKinds } from './file-kind.ts';
import { type FileProblem, fileProblem, storageProblem } from './file-problem.ts';
import { hasCode, type OpenedFile, openVault, type Vault, type VaultConfig } from './file-vault.ts';
import { inspectFile } from './inspect-file.ts';

/** What a caller says about a file that is coming in. */
export interface ReceiveOptions {
  /** Name the sender gave; only ever displayed. */
  name: string;
  /** Largest size taken, in bytes. */
  maxBytes: number;
  allowed: readonly FileKind[];
  /** Size the sender announced, in bytes; another size counts as a broken upload. */
  expectedBytes?: number;
  /** Ends the reception as UPLOAD_INCOMPLETE. */
  signal?: AbortSignal;
}

/** A file that is stored, whole and durable. */
export interface ReceivedFile {
  /** Where it lies in the store: random, never derived from anything a user said. */
  key: string;
  /** Name for display and download. */
  name: string;
  kind: FileKind;
  mediaType: string;
  bytes: number;
  /** SHA-256 of the content, 64 hexadecimal digits. */
  sha256: string;
}

/** Keeps files. Knows neither who may see them nor what they belong to. */
export interface FileStore {
  /**
   * Takes in a stream. The file becomes visible under its key only when it is whole, of an allowed kind and flushed;
   * otherwise nothing of it stays. On a refusal the rest of the stream is read and thrown away, not destroyed, so that
   * a multipart parser can go on: the caller limits the request as a whole.
   */
  receive(stream: Readable, options: ReceiveOptions): Promise<ReceivedFile | FileProblem>;
  /** Reads a file or a part of it; null when there is none. @throws {RangeError} when the part lies outside. */
  open(key: string, range?: ByteRange): Promise<OpenedFile | null>;
  has(key: string): Promise<boolean>;
  /** Removes a file; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** Puts back a file under the key it had: restoring a backup, which vouches for its content. @throws when it cannot. */
  putBack(key: string, stream: Readable): Promise<void>;
  /** Every key in the store, for finding files that nothing refers to. */
  keys(): AsyncIterable<string>;
  /** Removes temporaries not written to for so long (default 15 minutes); returns how many. */
  sweep(options?: { olderThanMs?: number }): Promise<number>;
  close(): void;
}

/** Tells a refusal from a stored file. */
export function isFileProblem(outcome: ReceivedFile | FileProblem): outcome is FileProblem {
  return 'code' in outcome;
}

const TEMPORARY = /^[0-9a-f-]{36}\.part$/;
const KEY = new RegExp(`^[0-9a-f]{2}/[0-9a-f-]{36}\\.(${allFileKinds.map(extensionOf).join('|')})$`);

/** Opens the store and clears what a killed process left half-written. */
export async function openFileStore(config: VaultConfig): Promise<FileStore> {
  const vault = openVault(config);
  await mkdir(vault.temporaryDirectory, { recursive: true });
  const store: FileStore = {
    receive: (stream, options) => receive(vault, stream, options),
    open: async (key, range) => (KEY.test(key) ? vault.open(key, range) : null),
    has: async (key) => KEY.test(key) && (await vault.disk.exists(key)),
    async remove(key) {
      if (KEY.test(key)) await vault.disk.delete(key);
    },
    putBack: (key, stream) => putBack(vault, key, stream),
    keys: () => listKeys(vault),
    sweep: ({ olderThanMs = 15 * 60_000 } = {}) => sweep(vault.temporaryDirectory, olderThanMs),
    close: () => vault.close(),
  };
  await store.sweep();
  return store;
}

async function receive(
  vault: Vault,
  stream: Readable,
  options: ReceiveOptions,
): Promise<ReceivedFile | FileProblem> {
  const temporary = join(vault.temporaryDirectory, `${randomUUID()}.part`);
  try {
    const written = await writeTemporary(temporary, stream, options);
    if ('code' in written) return written;
    const kind = await inspectFile(temporary, options.allowed);
    if (typeof kind !== 'string') return kind;
    const name = nameForKind(options.name, kind);
    if (name === null) {
      return fileProblem('FILE_NAME_MISMATCH', { found: kind, extension: splitName(options.name).extension });
    }
    const id = randomUUID();
    const key = `${id.slice(0, 2)}/${id}.${extensionOf(kind)}`;
    const { mediaType } = fileKinds[kind];
    await vault.publish(temporary, key, { bytes: written.bytes, mediaType });
    return { key, name, kind, mediaType, ...written };
  } catch (error) {
    const problem = storageProblem(error);
    if (problem === null) throw error;
    return problem;
  } finally {
    await rm(temporary, { force: true });
    discard(stream);
  }
}

async function putBack(vault: Vault, key: string, stream: Readable): Promise<void> {
  const kind = allFileKinds.find((one) => key.endsWith(`.${extensionOf(one)}`));
  if (!KEY.test(key) || !kind) throw new RangeError('a backup names a file in a way this store does not');
  const temporary = join(vault.temporaryDirectory, `${randomUUID()}.part`);
  try {
    const written = await writeTemporary(temporary, stream, {
      name: '',
      allowed: [],
      maxBytes: Number.MAX_SAFE_INTEGER,
    });
    if ('code' in written) throw new Error(written.code);
    await vault.publish(temporary, key, { bytes: written.bytes, mediaType: fileKinds[kind].mediaType });
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Copies the stream into the temporary file, counting and hashing, and flushes it. */
async function writeTemporary(
  path: string,
  stream: Readable,
  { maxBytes, expectedBytes, signal }: ReceiveOptions,
): Promise<{ bytes: number; sha256: string } | FileProblem> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    const chunks = incoming(stream, signal);
    for (;;) {
      const next = await chunks.next();
      if (next.done === true) {
        if (!next.value) return fileProblem('UPLOAD_INCOMPLETE');
        break;
      }
      bytes += next.value.length;
      if (bytes > maxBytes) {
        await chunks.return(false);
        return fileProblem('FILE_TOO_LARGE', { maxBytes });
      }
      hash.update(next.value);
      await handle.writeFile(next.value);
    }
    if (expectedBytes !== undefined && bytes !== expectedBytes) return fileProblem('UPLOAD_INCOMPLETE');
    if (bytes === 0) return fileProblem('FILE_EMPTY');
    await handle.sync();
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}

/**
 * The chunks of a stream; returns true when it came to its end, false when the sender broke off. Only the sender's
 * failures are turned into that answer; the storage's own errors never pass through here.
 */
async function* incoming(stream: Readable, signal?: AbortSignal): AsyncGenerator<Buffer, boolean> {
  const abort = () => stream.destroy(new Error('upload aborted'));
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  const chunks = stream.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      let next: IteratorResult<unknown>;
      try {
        next = await chunks.next();
      } catch {
        return false; // the connection broke or the caller aborted: both mean that the rest will not come
      }
      if (next.done === true) return true;
      yield toBuffer(next.value);
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    await chunks.return?.();
  }
}

function toBuffer(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (chunk instanceof Uint8Array || typeof chunk === 'string') return Buffer.from(chunk);
  throw new TypeError('a file must come as bytes');
}

/** Reads what is left of a stream so that its source is not stuck; by now the outcome is settled, errors included. */
function discard(stream: Readable): void {
  if (stream.readableEnded || stream.destroyed) return;
  stream.on('error', () => undefined);
  stream.resume();
}

async function* listKeys(vault: Vault): AsyncGenerator<string> {
  let token: string | undefined;
  do {
    const page = await vault.disk.listAll('/', {
      recursive: true,
      ...(token === undefined ? {} : { paginationToken: token }),
    });
    for (const object of page.objects) {
      if (object.isFile && KEY.test(object.key)) yield object.key;
    }
    token = page.paginationToken;
  } while (token !== undefined);
}

async function sweep(directory: string, olderThanMs: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(directory)) {
    if (!TEMPORARY.test(name)) continue;
    const path = join(directory, name);
    try {
      // A live upload writes all the time, also one of another instance on the same folder: only silence means dead.
      if (Date.now() - (await stat(path)).mtimeMs < olderThanMs) continue;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) continue; // finished in the meantime
      throw error;
    }
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
