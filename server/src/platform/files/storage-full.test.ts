import { type FileHandle, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, type MockInstance, vi } from 'vitest';
import { openFileStore } from './file-store.ts';
import { pdfBytes } from './sample-bytes.ts';

/** A full disk cannot be had everywhere, so the system call's answer is replaced; everything above it is real. */
async function failingWrites(directory: string): Promise<MockInstance<FileHandle['writeFile']>> {
  const handle = await open(join(directory, 'any'), 'w');
  await handle.close();
  const shared: FileHandle = Object.getPrototypeOf(handle);
  return vi.spyOn(shared, 'writeFile');
}
const failure = (code: string): Error => Object.assign(new Error('write failed'), { code });

describe('storage that fails while a file comes in', () => {
  it('answers STORAGE_FULL for a full disk, throws on for anything else, and keeps nothing', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'files-'));
    const store = await openFileStore({ kind: 'disk', directory });
    const options = { name: 'a.pdf', maxBytes: 1_000_000, allowed: ['PDF'] as const };
    const bytes = await pdfBytes();
    const writeFile = await failingWrites(directory);
    writeFile.mockRejectedValueOnce(failure('ENOSPC'));
    expect(await store.receive(Readable.from([bytes]), options)).toEqual({
      code: 'STORAGE_FULL',
      params: {},
    });
    writeFile.mockRejectedValueOnce(failure('EIO'));
    await expect(store.receive(Readable.from([bytes]), options)).rejects.toThrow('write failed');
    writeFile.mockRestore();
    expect(await readdir(join(directory, '.incoming'))).toEqual([]);
    expect(await store.receive(Readable.from([bytes]), options)).toMatchObject({ kind: 'PDF' });
    await rm(directory, { recursive: true });
  });
});
