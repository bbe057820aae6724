import { sql } from 'kysely';
import { type Row, rowBehind, tableName } from '../read/row.ts';
import type { Condition } from './condition.ts';
import type { Viewer } from './viewer.ts';

/** A rule about one row: who may, as a condition on it. */
export type RowRule = (viewer: Viewer, row: Row) => Condition;

/**
 * The one policy of an entity. `read` decides which rows exist for the viewer, on every path, nested ones too;
 * each further action is a right on a visible row.
 */
export interface Access {
  /** The GraphQL type name and the subject in the rights matrix. */
  readonly subject: string;
  readonly read: RowRule;
  readonly actions: Readonly<Record<string, RowRule>>;
  /** Set by `seenWith`: rows are visible exactly when the row is that `property` leads to. */
  readonly within?: { readonly property: string; readonly parent: Access };
}

/**
 * The policy of what hangs on another object and is seen exactly when that is: made from the parent's, so that the two
 * cannot part. Below the parent itself a read then need not look at it again.
 */
export function seenWith(parent: Access, property: string): Required<Pick<Access, 'read' | 'within'>> {
  return {
    within: { property, parent },
    read: (viewer, row) => {
      const target = rowBehind(row, property, `${row.alias}_${property}`);
      const seen = parent.read(viewer, target);
      if (typeof seen === 'boolean') return seen;
      const table = sql.raw(`${tableName(target.meta)} ${target.alias}`);
      return sql<boolean>`exists (select 1 from ${table} where ${target.id} = ${row.col(property)} and ${seen})`;
    },
  };
}

const registry = new Map<string, Access>();

/** Declares an entity's policy; the rights matrix test enumerates all declared ones. */
export function defineAccess<const A extends Access>(access: A): A {
  if (registry.has(access.subject)) throw new Error(`two policies for ${access.subject}`);
  registry.set(access.subject, access);
  return access;
}

/** Every declared policy, by subject. */
export function declaredAccess(): ReadonlyMap<string, Access> {
  return registry;
}
