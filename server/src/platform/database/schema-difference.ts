import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/**
 * The statements that would bring the database to the entities it was opened with; empty when they agree.
 *
 * Compared are tables, columns, types, nullability, keys, foreign keys and plain indexes. What the ORM cannot express
 * belongs to the migrations alone and is left out: checks, exclusion constraints, indexes that are partial, over
 * expressions or not B-trees, triggers, functions and policies. A check that an entity declares must be there by name;
 * its text is not compared, because PostgreSQL keeps it in words of its own.
 */
export async function schemaDifference(database: Database): Promise<string[]> {
  const { up } = await database.orm.schema.getUpdateSchemaMigrationSQL({ wrap: false, dropDb: false });
  const byHand = await handmadeNames(database);
  return up
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !touchesHandmade(line, byHand));
}

async function handmadeNames(database: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select conname as name from pg_constraint where contype in ('c', 'x')
    union
    select index_class.relname
      from pg_index
      join pg_class index_class on index_class.oid = indexrelid
      join pg_am method on method.oid = index_class.relam
     where indexprs is not null or indpred is not null or method.amname <> 'btree'`.execute(
    database.orm.em.fork().getKysely(),
  );
  return new Set(rows.map((row) => row.name));
}

const DROPPED = /^(?:drop index (?:"[^"]*"\.)?|alter table \S+ drop constraint (?:if exists )?)"([^"]+)";?$/;
const CHECKED = /^alter table \S+ add constraint "([^"]+)" check /;

/** Whether a statement would only remove, or write in other words, what a migration made by hand. */
function touchesHandmade(statement: string, names: ReadonlySet<string>): boolean {
  const name = (DROPPED.exec(statement) ?? CHECKED.exec(statement))?.[1];
  return name !== undefined && names.has(name);
}
