import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DurableFileSystem } from './durable-file-system.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'xinghuo-durable-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Opens the database with these parameters and returns how many fsyncs three commits caused. */
async function syncsOfThreeCommits(startParams: string[]): Promise<number> {
  const files = new DurableFileSystem(join(directory, 'database'));
  const pglite = new PGlite({ fs: files, startParams });
  await pglite.waitReady;
  await pglite.exec('create table if not exists kept (number int)');
  const before = files.syncs;
  for (const number of [1, 2, 3]) await pglite.query('insert into kept values ($1)', [number]);
  const after = files.syncs;
  await pglite.close();
  return after - before;
}

it('forces every commit to disk once PostgreSQL is told to, and shows when it is not', async () => {
  expect(await syncsOfThreeCommits(PGlite.defaultStartParams)).toBe(0);
  const durable = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
  expect(
    await syncsOfThreeCommits([...durable, '-c', 'fsync=on', '-c', 'wal_sync_method=fsync']),
  ).toBeGreaterThanOrEqual(3);
}, 30_000);
