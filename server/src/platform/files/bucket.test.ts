import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestBucket, type TestBucket } from './bucket.test-kit.ts';
import { type FileStore, isFileProblem, openFileStore } from './file-store.ts';
import { jpegBytes, pngBytes } from './sample-bytes.ts';

/* What only a bucket can do wrong; what it has in common with a folder is in file-store.test.ts. */

let bucket: TestBucket;
let store: FileStore;

beforeEach(async () => {
  bucket = await openTestBucket();
  store = await openFileStore(bucket.config);
});
afterEach(async () => {
  store.close();
  await bucket.close();
});

const receive = (bytes: Buffer) =>
  store.receive(Readable.from([bytes]), { name: 'a', maxBytes: 1_000_000, allowed: ['JPEG', 'PNG'] });

async function stored(): Promise<string> {
  const file = await receive(jpegBytes());
  if (isFileProblem(file)) throw new Error(file.code);
  return file.key;
}

describe('a bucket that fails', () => {
  it('says when it is full, and keeps nothing', async () => {
    bucket.failure = 'full';
    expect(await receive(pngBytes())).toMatchObject({ code: 'STORAGE_FULL' });
    expect(bucket.objects.size).toBe(0);
    expect(await bucket.temporaries()).toEqual([]);
  });

  it('is an error and no file when it denies access, in writing and in reading', async () => {
    const key = await stored();
    bucket.failure = 'denied';
    await expect(receive(pngBytes())).rejects.toThrow();
    await expect(store.open(key)).rejects.toMatchObject({ name: 'AccessDenied' });
    expect([...bucket.objects.keys()]).toEqual([key]);
    expect(await bucket.temporaries()).toEqual([]);
    bucket.failure = null;
    expect(await store.has(key)).toBe(true);
  });

  it('leaves nothing half-written when the connection breaks, and never gives half a file as a whole one', async () => {
    const key = await stored();
    bucket.failure = 'cut';
    await expect(receive(jpegBytes(400_000))).rejects.toThrow();
    expect([...bucket.objects.keys()]).toEqual([key]);
    expect(await bucket.temporaries()).toEqual([]);
    const half = await store.open(key);
    if (!half) throw new Error('the file is there');
    await expect(buffer(half.stream)).rejects.toThrow();
    bucket.failure = null;
    const whole = await store.open(key);
    expect(whole && (await buffer(whole.stream)).equals(jpegBytes())).toBe(true);
  });
});
