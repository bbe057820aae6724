import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrations } from '../../server/src/migrations/index.ts';
import { type Database, migrate, openDatabase } from '../../server/src/platform/database/index.ts';
import type { DatabaseTemplate } from './database.ts';
import { startPostgres } from './postgres-server.ts';

const root = join(import.meta.dirname, '..', '..');

/** Once per run: a migrated template on the engine that TEST_DATABASE names (pglite by default). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = process.env.TEST_DATABASE ?? 'pglite';
  if (engine === 'pglite') {
    const template: DatabaseTemplate = { engine, ...(await embeddedTemplates()) };
    project.provide('databaseTemplate', template);
    return async () => undefined;
  }
  if (engine !== 'postgresql') throw new Error(`TEST_DATABASE is ${engine}; use pglite or postgresql.`);
  const server = await startPostgres();
  try {
    const template = await postgresTemplate(server.url('postgres'));
    project.provide('databaseTemplate', { engine, server: server.url('postgres'), template });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}

async function postgresTemplate(server: string): Promise<string> {
  const { administer } = await import('./database.ts');
  const name = 'xinghuo_template';
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href, dataDir: { memory: 'empty' }, entities: [] });
  await migrate(database, migrations);
  await database.close();
  return name;
}

/**
 * Dumps of an empty and of a migrated embedded database. Making them takes seconds, so they are kept until a
 * migration or the database code changes.
 */
async function embeddedTemplates(): Promise<{ empty: string; migrated: string }> {
  const directory = join(root, '.cache', 'test-database');
  const mark = fingerprint();
  const empty = join(directory, `${mark}-empty.tar`);
  const migrated = join(directory, `${mark}-migrated.tar`);
  if (existsSync(empty) && existsSync(migrated)) return { empty, migrated };
  mkdirSync(directory, { recursive: true });
  for (const old of readdirSync(directory)) {
    if (!old.startsWith(mark)) rmSync(join(directory, old), { force: true });
  }
  const database = await openDatabase({ dataDir: { memory: 'empty' }, entities: [] });
  await dump(database, empty);
  await migrate(database, migrations);
  await dump(database, migrated);
  await database.close();
  return { empty, migrated };
}

/** Written beside its place and renamed, because another run may be doing the same. */
async function dump(database: Database, file: string): Promise<void> {
  if (database.pglite === undefined) throw new Error('The embedded engine was expected.');
  const content = await database.pglite.dumpDataDir('none');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, new Uint8Array(await content.arrayBuffer()));
  renameSync(draft, file);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const sources = globSync('server/src/{migrations,platform/database}/*.ts', { cwd: root }).sort();
  for (const source of [...sources, 'pnpm-lock.yaml']) hash.update(readFileSync(join(root, source)));
  return hash.digest('hex').slice(0, 16);
}
