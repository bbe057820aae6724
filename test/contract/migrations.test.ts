import { Migration } from '@mikro-orm/migrations';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Database,
  type MigrationStep,
  migrate,
  openDatabase,
  SchemaMismatchError,
} from '../../server/src/platform/database/index.ts';
import { createScratchDatabase, type ScratchDatabase } from '../harness/database.ts';

function step(name: string, ...statements: string[]): MigrationStep {
  class Step extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  }
  return { name, migration: Step };
}

const first = step('001-units', 'create table unit (id int primary key)');
const second = step('002-teams', 'create table team (id int primary key)', "insert into team values ('7')");
const failing = step('002-teams', 'create table team (id int primary key)', 'select 1 / 0');

let scratch: ScratchDatabase;
let database: Database;

beforeEach(async () => {
  scratch = await createScratchDatabase('empty');
  database = await openDatabase({ ...scratch.options, entities: [] });
});

afterEach(async () => {
  await database.close();
  await scratch.drop();
});

const tables = async (): Promise<string[]> => {
  const rows = await database.orm.em
    .fork()
    .execute<{ name: string }[]>(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
  return rows.map((row) => row.name);
};

describe('migrate', () => {
  it('runs what has not run yet, once, also when several instances start together', async () => {
    expect(await migrate(database, [first])).toEqual(['001-units']);
    const other =
      database.engine === 'pglite' ? database : await openDatabase({ ...scratch.options, entities: [] });
    const ran = await Promise.all([migrate(database, [first, second]), migrate(other, [first, second])]);
    expect(ran.flat()).toEqual(['002-teams']);
    if (other !== database) await other.close();
    expect(await tables()).toEqual(['schema_migration', 'team', 'unit']);
  });

  it('changes nothing when a step fails', async () => {
    await expect(migrate(database, [first, failing])).rejects.toMatchObject({ code: '22012' });
    expect(await tables()).toEqual([]);
    expect(await migrate(database, [first, second])).toEqual(['001-units', '002-teams']);
  });

  it('refuses a database that is newer, edited, of another line or not ours', async () => {
    await migrate(database, [first, second]);
    const refused = (steps: MigrationStep[]) => migrate(database, steps).catch((error: unknown) => error);
    const newer = await refused([first]);
    expect(newer).toBeInstanceOf(SchemaMismatchError);
    expect(String(newer)).toContain('newer than this release: it ran 002-teams');
    const edited = await refused([first, step('002-teams', 'create table team (id bigint primary key)')]);
    expect(String(edited)).toContain('002-teams has been edited');
    const other = await refused([first, step('002-places', 'create table place (id int)')]);
    expect(String(other)).toContain('ran the migration 002-teams where this release has 002-places');
    expect(await tables()).toEqual(['schema_migration', 'team', 'unit']);

    await database.orm.em.fork().execute('drop table schema_migration');
    expect(String(await refused([first]))).toContain('not a database of this product');
  });

  it('insists on names in order', () => {
    expect(() => migrate(database, [second])).toThrow('expected 001-domain');
  });
});
