import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import {
  type Database,
  type OpenDatabaseOptions,
  openDatabase,
} from '../../server/src/platform/database/index.ts';

/** Where the migrated template of this run lies, found out once in global-setup.ts. */
export type DatabaseTemplate =
  | { engine: 'pglite'; empty: string; migrated: string }
  | { engine: 'postgresql'; server: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    databaseTemplate: DatabaseTemplate;
  }
}

/** A database that holds the migrated schema and nothing else, for one test file. */
export interface ScratchDatabase {
  /** What `openDatabase` needs to reach it: give it to the server under test. */
  options: Pick<OpenDatabaseOptions, 'url' | 'dataDir'>;
  /** Removes it; close what is open on it first. */
  drop(): Promise<void>;
}

/**
 * Makes a scratch database on the engine that TEST_DATABASE names, by copying the migrated template.
 * @param content `empty` leaves the schema out, for tests of migrating
 */
export async function createScratchDatabase(
  content: 'migrated' | 'empty' = 'migrated',
): Promise<ScratchDatabase> {
  const template = inject('databaseTemplate');
  if (template.engine === 'pglite') {
    return {
      options: { dataDir: { memory: await openAsBlob(template[content]) } },
      drop: async () => undefined,
    };
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(
    template.server,
    `create database ${name} template ${content === 'empty' ? 'template0' : template.template}`,
  );
  const url = new URL(template.server);
  url.pathname = `/${name}`;
  return {
    options: { url: url.href, dataDir: { memory: 'empty' } },
    drop: () => administer(template.server, `drop database if exists ${name} with (force)`),
  };
}

/** A scratch database, opened with these entities; `close` also removes it. */
export async function openScratchDatabase(
  options: Omit<OpenDatabaseOptions, 'url' | 'dataDir'>,
): Promise<Database> {
  const scratch = await createScratchDatabase();
  const database = await openDatabase({ ...options, ...scratch.options });
  return {
    ...database,
    async close() {
      await database.close();
      await scratch.drop();
    },
  };
}

/** Runs one statement on the server's own database. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
