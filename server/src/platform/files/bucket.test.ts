import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileStore, isFileProblem, openFileStore } from './file-store.ts';
import { jpegBytes, pngBytes } from './sample-bytes.ts';

/** The part of the S3 protocol that the store uses, over real HTTP. */
const objects = new Map<string, Buffer>();
let full = false;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const key = url.pathname.replace(/^\/bucket\/?/, '');
  const body = await buffer(request);
  const object = objects.get(key);
  if (request.method === 'PUT') {
    if (full) {
      response.writeHead(507).end('<Error><Code>XMinioStorageFull</Code></Error>');
      return;
    }
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
  } else {
    const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '');
    const part = range === null ? object : object.subarray(Number(range[1]), Number(range[2]) + 1);
    const about = range === null ? {} : { 'content-range': `bytes ${range[1]}-${range[2]}/${object.length}` };
    response.writeHead(range === null ? 200 : 206, { 'content-length': part.length, ...about });
    response.end(request.method === 'HEAD' ? undefined : part);
  }
}

let server: Server;
let store: FileStore;
let temporaryDirectory: string;

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  temporaryDirectory = await mkdtemp(join(tmpdir(), 'bucket-'));
  store = await openFileStore({
    kind: 's3',
    temporaryDirectory,
    bucket: 'bucket',
    region: 'cn-east-1',
    endpoint: `http://127.0.0.1:${address.port}`,
    accessKeyId: 'key',
    secretAccessKey: 'secret',
  });
});
afterAll(async () => {
  store.close();
  server.closeAllConnections();
  server.close();
  await rm(temporaryDirectory, { recursive: true });
});

const options = { name: 'a.jpg', maxBytes: 1_000_000, allowed: ['JPEG', 'PNG'] as const };

describe('a store in a bucket', () => {
  it('puts, reads whole and in part, lists and removes', async () => {
    const bytes = jpegBytes();
    const file = await store.receive(Readable.from([bytes]), options);
    if (isFileProblem(file)) throw new Error(file.code);
    expect(objects.get(file.key)?.equals(bytes)).toBe(true);
    const whole = await store.open(file.key);
    expect(whole && (await buffer(whole.stream)).equals(bytes)).toBe(true);
    const part = await store.open(file.key, { start: 3, end: 9 });
    expect(part).toMatchObject({ bytes: 7, size: bytes.length });
    expect(part && (await buffer(part.stream)).equals(bytes.subarray(3, 10))).toBe(true);
    expect(await store.has(file.key)).toBe(true);
    expect(await Readable.from(store.keys()).toArray()).toEqual([file.key]);
    await store.remove(file.key);
    expect(await store.has(file.key)).toBe(false);
    expect(await store.open(file.key)).toBeNull();
    expect(await readdir(temporaryDirectory)).toEqual([]);
  });

  it('keeps nothing of a refused file and says when the bucket is full', async () => {
    expect(await store.receive(Readable.from([pngBytes().subarray(0, 20)]), options)).toMatchObject({
      code: 'FILE_TRUNCATED',
    });
    full = true;
    expect(await store.receive(Readable.from([pngBytes()]), options)).toMatchObject({ code: 'STORAGE_FULL' });
    full = false;
    expect(objects.size).toBe(0);
    expect(await readdir(temporaryDirectory)).toEqual([]);
  });
});
