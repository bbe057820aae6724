import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { VaultConfig } from './file-vault.ts';

/** How the stand-in for a bucket fails. */
export type BucketFailure = 'full' | 'denied' | 'cut' | null;

/** A bucket of its own behind real HTTP: the part of the S3 protocol that the store uses. */
export interface TestBucket {
  readonly objects: ReadonlyMap<string, Buffer>;
  readonly config: VaultConfig;
  /** What every request meets from now on. */
  failure: BucketFailure;
  /** Temporaries that lie on this machine. */
  temporaries(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const refuse = (response: ServerResponse, status: number, code: string): void =>
  void response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);

/** The bytes of a range header, or null; 'outside' when the object has none of them. */
function rangeOf(request: IncomingMessage, object: Buffer): readonly [number, number] | null | 'outside' {
  const found = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '');
  if (found === null) return null;
  const [first, last] = [Number(found[1]), Number(found[2])];
  return first >= object.length ? 'outside' : [first, Math.min(last, object.length - 1)];
}

function give(request: IncomingMessage, response: ServerResponse, object: Buffer, cut: boolean): void {
  const range = rangeOf(request, object);
  if (range === 'outside') {
    refuse(response, 416, 'InvalidRange');
    return;
  }
  const part = range === null ? object : object.subarray(range[0], range[1] + 1);
  const about = range === null ? {} : { 'content-range': `bytes ${range[0]}-${range[1]}/${object.length}` };
  response.writeHead(range === null ? 200 : 206, { 'content-length': part.length, ...about });
  if (request.method === 'HEAD') response.end();
  else if (!cut) response.end(part);
  else response.write(part.subarray(0, Math.floor(part.length / 2)), () => response.destroy());
}

/** Opens a bucket on a free port. */
export async function openTestBucket(): Promise<TestBucket> {
  const objects = new Map<string, Buffer>();
  const directory = await mkdtemp(join(tmpdir(), 'bucket-'));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const key = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/bucket\/?/, '');
    const { failure } = bucket;
    if (failure === 'cut' && request.method === 'PUT') {
      request.once('data', () => request.socket.destroy());
      return;
    }
    const body = await buffer(request);
    const object = objects.get(key);
    if (failure === 'denied') refuse(response, 403, 'AccessDenied');
    else if (failure === 'full' && request.method === 'PUT') refuse(response, 507, 'XMinioStorageFull');
    else if (request.method === 'PUT') {
      objects.set(key, body);
      response.writeHead(200, { etag: '"x"' }).end();
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (key === '') {
      const items = [...objects].map(
        ([name, { length }]) => `<Contents><Key>${name}</Key><Size>${length}</Size></Contents>`,
      );
      response
        .writeHead(200)
        .end(`<ListBucketResult><KeyCount>1</KeyCount>${items.join('')}</ListBucketResult>`);
    } else if (object === undefined) {
      response.writeHead(404).end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
    } else give(request, response, object, failure === 'cut');
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const bucket: TestBucket = {
    objects,
    failure: null,
    config: {
      kind: 's3',
      temporaryDirectory: directory,
      bucket: 'bucket',
      region: 'cn-east-1',
      endpoint: `http://127.0.0.1:${address.port}`,
      accessKeyId: 'key',
      secretAccessKey: 'secret',
    },
    temporaries: () => readdir(directory),
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(directory, { recursive: true });
    },
  };
  return bucket;
}
