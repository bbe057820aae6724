import type { EntityClass } from '@mikro-orm/core';
import type { Access, RowRule } from '../access/access.ts';
import type { Sql } from '../access/condition.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Row } from './row.ts';

/** What a field's SQL and presentation may know of the request. */
export interface ReadContext {
  readonly viewer: Viewer;
  /** The server's clock at the start of the request. */
  readonly now: Date;
}

/**
 * What the SQL of a field may know: who asks, never the clock, so that it is the same at each request of a viewer and is
 * put together once (`Levels`).
 */
export type SqlContext = Pick<ReadContext, 'viewer'>;

/** The values a computed field asked for, and the viewer's rights on the row. */
export interface ComputedRow {
  /** A needed field's value, by its name in the read definition. */
  get<T>(field: string): T;
  /** Whether the viewer holds a right of the entity's policy on this row. */
  may(right: string): boolean;
}

/** A stored column under another name, or shown only to some. */
export interface ColumnField {
  readonly kind: 'column';
  readonly property: string;
  /** Who sees the value; for everybody else it is null. */
  readonly shown?: RowRule;
}
/** A value the database computes. Decimals are cast to text by the definer so that nothing becomes a float. */
export interface ExpressionField {
  readonly kind: 'expression';
  readonly sql: (row: Row, context: ReadContext) => Sql;
  /** The value depends on the clock: its statement is put together anew each time. */
  readonly clocked: boolean;
  readonly shown?: RowRule;
}
/** A to-one relation, read by the other entity's own definition and policy. */
export interface OneField {
  readonly kind: 'one';
  readonly read: () => ReadDefinition;
  /** The to-one property that holds the key; by default the field's name. */
  readonly property?: string;
  /** A join of its own, when no single property holds the key. It must meet at most one row. */
  readonly on?: (parent: Row, child: Row, context: SqlContext) => Sql<boolean>;
  readonly shown?: RowRule;
}
/** The row that a to-one relation of a child leads to, joined to be ordered by. */
export type Through = (property: string) => Row;
/** A bounded to-many relation. Longer lists are a connection of their own with a filter. */
export interface ManyField {
  readonly kind: 'many';
  readonly read: () => ReadDefinition;
  /** The child's to-one property that points here; or `on` for any other condition. */
  readonly by?: string;
  readonly on?: (parent: Row, child: Row, context: SqlContext) => Sql<boolean>;
  readonly order: (child: Row, through: Through) => Sql;
  /** The most that are ever returned. */
  readonly limit: number;
  /** Many rows have the same list, like the criteria of their round: it is then read once for all of them. */
  readonly shared?: boolean;
  readonly shown?: RowRule;
}
/** A value made from other fields after reading. */
export interface ComputedField {
  readonly kind: 'computed';
  /** Fields of this definition the value is made from, hidden ones included. */
  readonly needs: readonly string[];
  /** Rights of the policy the value depends on. */
  readonly rights?: readonly string[];
  readonly value: (row: ComputedRow, context: ReadContext) => unknown;
}
export type ReadField = ColumnField | ExpressionField | OneField | ManyField | ComputedField;

/** How a GraphQL type is read from storage: only what differs from the entity is said. */
export interface ReadDefinition {
  /** The GraphQL object type's name. */
  readonly type: string;
  readonly entity: EntityClass<object>;
  readonly access: Access;
  readonly fields: Readonly<Record<string, ReadField>>;
}

const registry = new Map<string, ReadDefinition>();

/** Declares how a GraphQL type is read; checked against schema and storage at boot. */
export function defineRead(definition: {
  readonly type: string;
  readonly entity: EntityClass<object>;
  readonly access: Access;
  readonly fields?: Readonly<Record<string, ReadField>>;
}): ReadDefinition {
  const complete = { ...definition, fields: definition.fields ?? {} };
  if (registry.has(definition.type)) throw new Error(`two reads for ${definition.type}`);
  registry.set(definition.type, complete);
  return complete;
}

/** Every declared read, by GraphQL type name. */
export function declaredReads(): ReadonlyMap<string, ReadDefinition> {
  return registry;
}

/** A stored column under another name, or shown only to some. */
export function column(property: string, options: { readonly shown?: RowRule } = {}): ColumnField {
  return { kind: 'column', property, ...options };
}
/** A value the database computes. */
export function expression(
  build: (row: Row, context: SqlContext) => Sql,
  options: { readonly shown?: RowRule } = {},
): ExpressionField {
  return { kind: 'expression', sql: build, clocked: false, ...options };
}
/** A value the database computes from the server's clock at the start of the request. */
export function clocked(build: (row: Row, now: Date) => Sql): ExpressionField {
  return { kind: 'expression', sql: (row, { now }) => build(row, now), clocked: true };
}
/** A to-one relation. */
export function one(read: () => ReadDefinition, options: Omit<OneField, 'kind' | 'read'> = {}): OneField {
  return { kind: 'one', read, ...options };
}
/** A bounded to-many relation. */
export function many(read: () => ReadDefinition, options: Omit<ManyField, 'kind' | 'read'>): ManyField {
  return { kind: 'many', read, ...options };
}
/** A value made from other fields after reading. */
export function computed(
  needs: readonly string[],
  value: ComputedField['value'],
  rights?: readonly string[],
): ComputedField {
  return rights ? { kind: 'computed', needs, value, rights } : { kind: 'computed', needs, value };
}
