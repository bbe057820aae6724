import { createHash } from 'node:crypto';
import type { Migration } from '@mikro-orm/migrations';
import type { AbstractSqlDriver, Configuration, SqlEntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';
import { inTransaction } from './transaction.ts';

/** One step of the schema: a name that never changes once it has run anywhere, and the class with its `up`. */
export interface MigrationStep {
  /** `NNN-domain`, the name of its file. */
  name: string;
  migration: new (driver: AbstractSqlDriver, config: Configuration) => Migration;
}

/** The schema in the database is not one that this release can bring forward. */
export class SchemaMismatchError extends Error {
  override readonly name = 'SchemaMismatchError';
}

/** Any number that no other user of advisory locks in the same database takes. */
const LOCK = 5_219_720_318;

/** Loading and indexing a city takes longer than any transaction of the running product may. */
const LIMIT = 30 * 60_000;

/**
 * Brings the schema to the last of `steps` and returns the names of those that ran, all in one transaction: either
 * the whole of it is there afterwards or nothing changed. Several instances may call it at once; one does the work.
 * @throws SchemaMismatchError when the database was migrated by a newer release, when a step that ran has been edited
 * or is missing, or when there are tables that no step made.
 */
export function migrate(database: Database, steps: readonly MigrationStep[]): Promise<string[]> {
  assertOrdered(steps);
  return inTransaction(
    database,
    async ({ em }) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(em.getKysely());
      await assertOurs(em);
      const applied = await readHistory(em);
      const ran: string[] = [];
      for (const [index, step] of steps.entries()) {
        const queries = await queriesOf(database, em, step);
        const digest = digestOf(queries);
        const past = applied[index];
        if (past === undefined) {
          for (const query of queries) await sql.raw(query).execute(em.getKysely());
          await sql`insert into schema_migration (position, name, digest) values (${index}, ${step.name}, ${digest})`.execute(
            em.getKysely(),
          );
          ran.push(step.name);
        } else assertSame(step.name, digest, past);
      }
      assertNotNewer(steps, applied);
      return ran;
    },
    { limit: LIMIT },
  );
}

interface AppliedStep {
  name: string;
  digest: string;
}

async function readHistory(em: SqlEntityManager): Promise<AppliedStep[]> {
  const { rows } =
    await sql<AppliedStep>`select name, digest from schema_migration order by position`.execute(
      em.getKysely(),
    );
  return rows;
}

/** Creates the history in an empty database; refuses one whose tables somebody else made. */
async function assertOurs(em: SqlEntityManager): Promise<void> {
  const { rows } = await sql<{ history: string | null; tables: number }>`
    select to_regclass('public.schema_migration')::text as history, count(*)::int as tables
      from information_schema.tables where table_schema = 'public'`.execute(em.getKysely());
  if (rows[0]?.history != null) return;
  if (rows[0]?.tables !== 0) {
    throw new SchemaMismatchError(
      'The database holds tables but no history of migrations: it is not a database of this product. ' +
        'Point DATABASE_URL at an empty one.',
    );
  }
  await em.execute(
    'create table schema_migration (position int primary key, name text not null unique, digest text not null, ' +
      'applied_at timestamptz not null default clock_timestamp())',
  );
}

/** Runs `up`, which only collects statements. A step that reads data does it in SQL, so its text is its identity. */
async function queriesOf(database: Database, em: SqlEntityManager, step: MigrationStep): Promise<string[]> {
  const migration = new step.migration(database.orm.driver, database.orm.config);
  const transaction = em.getTransactionContext();
  if (transaction !== undefined) migration.setTransactionContext(transaction);
  await migration.up();
  return migration.getQueries().map((query) => {
    if (typeof query !== 'string') throw new TypeError(`${step.name}: addSql takes text only.`);
    return query.trim();
  });
}

function digestOf(queries: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(queries)).digest('hex');
}

function assertSame(name: string, digest: string, past: AppliedStep): void {
  if (past.name !== name) {
    throw new SchemaMismatchError(
      `数据库来自另一版本系列 / The database ran the migration ${past.name} where this release has ${name}. ` +
        'It was made by another line of releases; start the release that made it, or restore a backup.',
    );
  }
  if (past.digest === digest) return;
  throw new SchemaMismatchError(
    `迁移 ${name} 在执行后被改动 / The migration ${name} has been edited since it ran on this database. Undo the edit and add a new migration.`,
  );
}

function assertNotNewer(steps: readonly MigrationStep[], applied: readonly AppliedStep[]): void {
  const newer = applied.slice(steps.length).map((step) => step.name);
  if (newer.length === 0) return;
  throw new SchemaMismatchError(
    `数据库比本版本新，请使用更新的版本 / The database is newer than this release: it ran ${newer.join(', ')}. Start the newer release.`,
  );
}

function assertOrdered(steps: readonly MigrationStep[]): void {
  const names = steps.map((step) => step.name);
  for (const [index, name] of names.entries()) {
    const number = String(index + 1).padStart(3, '0');
    if (!new RegExp(`^${number}-[a-z][a-z-]*$`).test(name)) {
      throw new TypeError(`Migration ${index + 1} of the list is named ${name}; expected ${number}-domain.`);
    }
  }
}
