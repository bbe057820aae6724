import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { openFileStore } from './file-store.ts';
import { pdfBytes } from './sample-bytes.ts';

const disk = vi.hoisted(() => ({ failure: null as null | 'ENOSPC' | 'EIO' }));

// A full disk cannot be had everywhere, so the system call's answer is replaced; everything above it is real.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    async open(...parameters: Parameters<typeof real.open>) {
      const handle = await real.open(...parameters);
      if (parameters[1] === 'wx' && disk.failure !== null) {
        const code = disk.failure;
        handle.writeFile = () => Promise.reject(Object.assign(new Error('write failed'), { code }));
      }
      return handle;
    },
  };
});

describe('storage that fails while a file comes in', () => {
  it('answers STORAGE_FULL for a full disk, throws on for anything else, and keeps nothing', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'files-'));
    const store = await openFileStore({ kind: 'disk', directory });
    const options = { name: 'a.pdf', maxBytes: 1_000_000, allowed: ['PDF'] as const };
    const bytes = await pdfBytes();
    disk.failure = 'ENOSPC';
    expect(await store.receive(Readable.from([bytes]), options)).toEqual({
      code: 'STORAGE_FULL',
      params: {},
    });
    disk.failure = 'EIO';
    await expect(store.receive(Readable.from([bytes]), options)).rejects.toThrow('write failed');
    disk.failure = null;
    expect(await readdir(join(directory, '.incoming'))).toEqual([]);
    expect(await store.receive(Readable.from([bytes]), options)).toMatchObject({ kind: 'PDF' });
    await rm(directory, { recursive: true });
  });
});
