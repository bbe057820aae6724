import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { lockDataDirectory } from './data-directory-lock.ts';
import { DurableFileSystem } from './durable-file-system.ts';
import { EmbeddedEngine } from './embedded-engine.ts';
import { DataDirectoryUnusableError, DurabilityError } from './errors.ts';
import { GuardedPGlite } from './guarded-pglite.ts';
import { valueParsers } from './value-parsers.ts';

/** The embedded database, open. `close` also gives the data directory free. */
export interface EmbeddedDatabase {
  engine: EmbeddedEngine;
  pglite: PGlite;
  close(): Promise<void>;
}

/** Version of the files that this PGlite reads; other versions need a dump and a restore. */
const POSTGRES_MAJOR = '18';

const SHARED: PGliteOptions = { extensions: { btree_gist, pg_trgm } };

/** PGlite's own start parameters turn fsync off (-F); ours are the same without it, in UTC, through fsync. */
const DURABLE_START = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'timezone=UTC',
];

/**
 * Opens the embedded database below `dataDir`, creating it on first use:
 * `database/` holds PostgreSQL's files, `database.lock` the operating-system lock taken before they are touched.
 * @throws DataDirectoryInUseError, DataDirectoryUnusableError, DurabilityError
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const lock = lockDataDirectory(dataDir);
  try {
    const directory = join(dataDir, 'database');
    if (!existsSync(directory)) await createCluster(directory);
    assertVersion(directory);
    const files = new DurableFileSystem(directory);
    const pglite = await start(directory, { ...SHARED, fs: files, startParams: DURABLE_START });
    await assertDurable(directory, pglite, files);
    const engine = new EmbeddedEngine(pglite);
    return {
      engine,
      pglite,
      async close() {
        await engine.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens a database in memory, for tests: empty, or as it was when `snapshot` was dumped from another one. */
export async function openInMemory(snapshot?: Blob): Promise<EmbeddedDatabase> {
  const startParams = [...PGlite.defaultStartParams, '-c', 'timezone=UTC'];
  const options = { ...SHARED, startParams, ...(snapshot === undefined ? {} : { loadDataDir: snapshot }) };
  const pglite = new GuardedPGlite({ ...options, parsers: valueParsers() });
  await pglite.waitReady;
  const engine = new EmbeddedEngine(pglite);
  return { engine, pglite, close: () => engine.close() };
}

async function start(directory: string, options: PGliteOptions): Promise<PGlite> {
  const pglite = new GuardedPGlite({ ...options, parsers: valueParsers() });
  try {
    await pglite.waitReady;
  } catch (error) {
    throw new DataDirectoryUnusableError(directory, 'its files are damaged; restore a backup.', error);
  }
  return pglite;
}

/**
 * The files of a new database are made beside their place and renamed into it when they are whole and on disk, so
 * that a start which is killed half-way leaves nothing that looks like a database.
 */
async function createCluster(directory: string): Promise<void> {
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  const pglite = await start(draft, { ...SHARED, dataDir: draft });
  await pglite.close();
  syncTree(draft);
  renameSync(draft, directory);
  syncPath(join(directory, '..'));
}

function assertVersion(directory: string): void {
  let version: string;
  try {
    version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new DataDirectoryUnusableError(directory, 'its version cannot be read; restore a backup.', error);
  }
  if (version === POSTGRES_MAJOR) return;
  throw new DataDirectoryUnusableError(
    directory,
    `it was made by PostgreSQL ${version}, this release needs ${POSTGRES_MAJOR}: back it up with the release that ` +
      'made it and restore the backup with this one.',
  );
}

/** Commits something small and sees whether it was forced to disk. */
async function assertDurable(directory: string, pglite: PGlite, files: DurableFileSystem): Promise<void> {
  const before = files.syncs;
  await pglite.query("select pg_logical_emit_message(true, 'xinghuo', 'durability check')");
  if (files.syncs > before) return;
  await pglite.close();
  throw new DurabilityError(directory);
}

function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else syncPath(path);
  }
  syncPath(directory);
}

function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
