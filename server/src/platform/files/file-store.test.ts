import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestBucket } from './bucket.test-kit.ts';
import { allFileKinds } from './file-kind.ts';
import { type FileStore, isFileProblem, openFileStore, type ReceiveOptions } from './file-store.ts';
import type { VaultConfig } from './file-vault.ts';
import { jpegBytes, officeBytes, pdfBytes, pngBytes, webpBytes, zipBytes } from './sample-bytes.ts';

/** A place files can lie in, with everything that lies there, temporaries included. */
interface Place {
  readonly config: VaultConfig;
  everything(): Promise<readonly string[]>;
  close(): Promise<void>;
}

async function folder(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'files-'));
  return {
    config: { kind: 'disk', directory },
    async everything() {
      const found = await readdir(directory, { recursive: true, withFileTypes: true });
      return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
    },
    close: () => rm(directory, { recursive: true }),
  };
}

async function bucket(): Promise<Place> {
  const made = await openTestBucket();
  return {
    config: made.config,
    everything: async () => [...made.objects.keys(), ...(await made.temporaries())],
    close: () => made.close(),
  };
}

let place: Place;
let store: FileStore;

function send(bytes: Buffer, name: string, options: Partial<ReceiveOptions> = {}) {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 10_000) chunks.push(bytes.subarray(at, at + 10_000));
  const whole = { name, maxBytes: 5_000_000, allowed: allFileKinds, ...options };
  return store.receive(Readable.from(chunks), whole);
}

async function codeOf(bytes: Buffer, name: string, options: Partial<ReceiveOptions> = {}) {
  const outcome = await send(bytes, name, options);
  return isFileProblem(outcome) ? outcome.code : outcome.kind;
}

describe.each([
  ['a folder', folder],
  ['a bucket', bucket],
] as const)('files in %s', (_name, open) => {
  beforeEach(async () => {
    place = await open();
    store = await openFileStore(place.config);
  });
  afterEach(async () => {
    store.close();
    await place.close();
  });

  describe('receiving a whole file', () => {
    it('stores it under a random key with size, digest and kind found from its bytes', async () => {
      const bytes = await pdfBytes();
      const file = await send(bytes, '../../etc/社区“邻里帮”项目书.pdf');
      if (isFileProblem(file)) throw new Error(file.code);
      expect(file).toMatchObject({ kind: 'PDF', mediaType: 'application/pdf', bytes: bytes.length });
      expect(file.name).toBe('社区“邻里帮”项目书.pdf');
      expect(file.key).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}\.pdf$/);
      expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      const opened = await store.open(file.key);
      expect(opened?.bytes).toBe(bytes.length);
      expect(opened && (await buffer(opened.stream)).equals(bytes)).toBe(true);
      expect(await Readable.from(store.keys()).toArray()).toEqual([file.key]);
    });

    it('knows every kind by its bytes', async () => {
      expect(await codeOf(await pdfBytes({ version: '1.7' }), 'a.pdf')).toBe('PDF');
      expect(await codeOf(pngBytes(), 'a.png')).toBe('PNG');
      expect(await codeOf(jpegBytes(), 'a.JPG')).toBe('JPEG');
      expect(await codeOf(webpBytes(), 'a.webp')).toBe('WEBP');
      expect(await codeOf(await officeBytes('presentationml.presentation'), 'a.pptx')).toBe('PPTX');
      expect(await codeOf(await officeBytes('wordprocessingml.document'), 'a.docx')).toBe('DOCX');
      expect(await codeOf(await officeBytes('spreadsheetml.sheet'), 'a.xlsx')).toBe('XLSX');
    });

    it('corrects the extension within a family and completes a missing one', async () => {
      expect(await send(pngBytes(), '现场照片.jpg')).toMatchObject({ name: '现场照片.png' });
      expect(await send(pngBytes(), '现场照片')).toMatchObject({ name: '现场照片.png' });
    });

    it('gives a part, refuses a part outside, and knows no foreign path', async () => {
      const bytes = jpegBytes();
      const file = await send(bytes, 'a.jpg');
      if (isFileProblem(file)) throw new Error(file.code);
      const part = await store.open(file.key, { start: 10, end: 19 });
      expect(part).toMatchObject({ bytes: 10, size: bytes.length });
      expect(part && (await buffer(part.stream)).equals(bytes.subarray(10, 20))).toBe(true);
      await expect(store.open(file.key, { start: 5, end: bytes.length })).rejects.toThrow(RangeError);
      expect(await store.open('../../etc/passwd')).toBeNull();
      expect(await store.open('aa/00000000-0000-4000-8000-000000000000.pdf')).toBeNull();
      await store.remove(file.key);
      await store.remove(file.key);
      expect(await store.has(file.key)).toBe(false);
    });
  });

  describe('refusals', () => {
    afterEach(async () => expect(await place.everything()).toEqual([]));

    it('refuses what is not what its name says', async () => {
      const zip = await zipBytes({ 'a.txt': 'hello' });
      expect(await send(zip, '申报书.pdf', { allowed: ['PDF'] })).toEqual({
        code: 'FILE_TYPE_NOT_ALLOWED',
        params: { found: 'ZIP', allowed: 'PDF' },
      });
      expect(await send(pngBytes(), '申报书.pdf')).toEqual({
        code: 'FILE_NAME_MISMATCH',
        params: { found: 'PNG', extension: 'pdf' },
      });
      expect(await codeOf(Buffer.from('<html><script>alert(1)</script>'), 'a.pdf')).toBe(
        'FILE_TYPE_NOT_ALLOWED',
      );
      expect(await codeOf(Buffer.from('MZ\x90\x00'), 'a.png')).toBe('FILE_TYPE_NOT_ALLOWED');
      expect(await codeOf(await pdfBytes(), 'a.pdf', { allowed: ['PNG'] })).toBe('FILE_TYPE_NOT_ALLOWED');
    });

    it('refuses two formats in one file', async () => {
      const pdf = await pdfBytes();
      const page = Buffer.from('%PDF-1.4\n<svg onload="alert(1)">\n');
      expect(await codeOf(Buffer.concat([page, pdf]), 'a.pdf')).toBe('FILE_POLYGLOT');
      const archive = await zipBytes({ 'run.js': 'alert(1)' });
      expect(await codeOf(Buffer.concat([jpegBytes(), archive]), 'a.jpg')).toBe('FILE_POLYGLOT');
      expect(await codeOf(Buffer.concat([pngBytes(), archive]), 'a.png')).toBe('FILE_POLYGLOT');
      expect(await codeOf(Buffer.concat([webpBytes(), archive]), 'a.webp')).toBe('FILE_POLYGLOT');
    });

    it('refuses files behind a password', async () => {
      expect(await codeOf(await pdfBytes({ password: 'spring' }), 'a.pdf')).toBe('FILE_ENCRYPTED');
      const office = Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(70_000),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]);
      expect(await codeOf(office, 'a.docx')).toBe('FILE_ENCRYPTED');
      expect(await codeOf(office.subarray(0, 4096), 'a.doc')).toBe('FILE_TYPE_NOT_ALLOWED');
    });

    it('refuses Office files with program code', async () => {
      const bytes = await officeBytes('presentationml.presentation', { 'ppt/vbaProject.bin': 'x' });
      expect(await codeOf(bytes, 'a.pptx')).toBe('FILE_HAS_MACROS');
    });

    it('refuses every kind with its end cut off', async () => {
      const half = (bytes: Buffer) => bytes.subarray(0, bytes.length - 40);
      expect(await codeOf(half(await pdfBytes()), 'a.pdf')).toBe('FILE_TRUNCATED');
      expect(await codeOf(half(pngBytes()), 'a.png')).toBe('FILE_TRUNCATED');
      expect(await codeOf(half(jpegBytes()), 'a.jpg')).toBe('FILE_TRUNCATED');
      expect(await codeOf(half(webpBytes()), 'a.webp')).toBe('FILE_TRUNCATED');
      expect(await codeOf(half(await officeBytes('spreadsheetml.sheet')), 'a.xlsx')).toBe('FILE_TRUNCATED');
    });

    it('refuses empty, oversized and half-sent files', async () => {
      expect(await codeOf(Buffer.alloc(0), 'a.pdf')).toBe('FILE_EMPTY');
      expect(await send(jpegBytes(), 'a.jpg', { maxBytes: 50_000 })).toEqual({
        code: 'FILE_TOO_LARGE',
        params: { maxBytes: 50_000 },
      });
      expect(await codeOf(jpegBytes(), 'a.jpg', { expectedBytes: 7 })).toBe('UPLOAD_INCOMPLETE');
    });

    it('keeps nothing of an upload that breaks off or is cancelled', async () => {
      const options = { name: 'a.jpg', maxBytes: 5_000_000, allowed: allFileKinds };
      const broken = new Readable({ read() {} });
      broken.push(jpegBytes().subarray(0, 30_000));
      setTimeout(() => broken.destroy(), 20);
      expect(await store.receive(broken, options)).toMatchObject({ code: 'UPLOAD_INCOMPLETE' });

      const slow = new Readable({ read() {} });
      slow.push(jpegBytes().subarray(0, 30_000));
      const abort = new AbortController();
      setTimeout(() => abort.abort(), 20);
      const cancelled = await store.receive(slow, { ...options, signal: abort.signal });
      expect(cancelled).toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
    });

    it('reads on after a refusal, so that a multipart parser is not stuck', async () => {
      const bytes = jpegBytes(500_000);
      const stream = Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000), bytes]);
      const ended = new Promise((resolve) => stream.once('close', resolve));
      const outcome = await store.receive(stream, { name: 'a.jpg', maxBytes: 1000, allowed: ['JPEG'] });
      expect(outcome).toMatchObject({ code: 'FILE_TOO_LARGE' });
      await ended;
    });
  });
});

describe('what a killed process leaves', () => {
  it('is swept when it is stale, and a live upload is left alone', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'files-'));
    await mkdir(join(directory, '.incoming'));
    const dead = join(directory, '.incoming', '11111111-1111-4111-8111-111111111111.part');
    const live = join(directory, '.incoming', '22222222-2222-4222-8222-222222222222.part');
    const foreign = join(directory, '.incoming', 'notes.txt');
    for (const path of [dead, live, foreign]) await writeFile(path, 'half');
    const hourAgo = new Date(Date.now() - 3_600_000);
    await utimes(dead, hourAgo, hourAgo);
    const again = await openFileStore({ kind: 'disk', directory });
    expect((await readdir(join(directory, '.incoming'))).sort()).toEqual([
      '22222222-2222-4222-8222-222222222222.part',
      'notes.txt',
    ]);
    expect(await again.sweep({ olderThanMs: 0 })).toBe(1);
    again.close();
    await rm(directory, { recursive: true });
  });
});
