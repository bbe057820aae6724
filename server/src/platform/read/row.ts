import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import { type RawBuilder, sql } from 'kysely';

/** One table in a statement, under its alias: the only way a policy or a field names a column. */
export interface Row {
  readonly alias: string;
  readonly meta: EntityMetadata;
  /** The column of a property; a to-one relation gives its key column. Unknown names throw at once. */
  col<T = unknown>(property: string): RawBuilder<T>;
  readonly id: RawBuilder<string>;
}

const columns = new WeakMap<EntityMetadata, Map<string, string>>();

/** The column of each stored property. */
export function columnsOf(meta: EntityMetadata): ReadonlyMap<string, string> {
  let known = columns.get(meta);
  if (!known) {
    known = new Map();
    for (const prop of Object.values(meta.properties) as EntityProperty[]) {
      const [name] = prop.fieldNames ?? [];
      if (name && prop.persist !== false) known.set(prop.name, name);
    }
    columns.set(meta, known);
  }
  return known;
}

/** The column name of a stored property. */
export function columnOf(meta: EntityMetadata, property: string): string {
  const name = columnsOf(meta).get(property);
  if (!name) throw new Error(`${meta.className} stores no property ${property}`);
  return name;
}

/** A row of the entity under an alias. */
export function rowOf(meta: EntityMetadata, alias: string): Row {
  return new TableRow(meta, alias);
}

// A class: V8 keeps what an object literal with accessors holds until the next full collection.
class TableRow implements Row {
  private readonly columns = new Map<string, RawBuilder<unknown>>();

  constructor(
    readonly meta: EntityMetadata,
    readonly alias: string,
  ) {}

  col<T>(property: string): RawBuilder<T> {
    let built = this.columns.get(property);
    if (!built) {
      built = sql.raw(columnName(this, property));
      this.columns.set(property, built);
    }
    return built as RawBuilder<T>;
  }

  get id(): RawBuilder<string> {
    return this.col('id');
  }
}

/** A column of a row as text: `t0."title"`. */
export function columnName(row: Row, property: string): string {
  return `${row.alias}."${columnOf(row.meta, property)}"`;
}

/** The row that a to-one relation leads to, under an alias of its own. */
export function rowBehind(row: Row, property: string, alias: string): Row {
  const target = (row.meta.properties as Record<string, EntityProperty>)[property]?.targetMeta;
  if (!target) throw new Error(`${row.meta.className} has no relation ${property}`);
  return rowOf(target, alias);
}

/** `"schema"."table"` of an entity as text. */
export function tableName(meta: EntityMetadata): string {
  return meta.schema ? `"${meta.schema}"."${meta.tableName}"` : `"${meta.tableName}"`;
}

/** `"schema"."table"` of an entity. */
export function tableOf(meta: EntityMetadata): RawBuilder<unknown> {
  return sql.raw(tableName(meta));
}
