import { type RawBuilder, sql } from 'kysely';

/** A piece of SQL with its parameters. */
export type Sql<T = unknown> = RawBuilder<T>;

/**
 * Who may, as data: `true` everybody, `false` nobody, or an SQL condition on the row.
 * The same condition filters reads, decides nested visibility and guards writes.
 */
export type Condition = boolean | Sql<boolean>;

/** Met when one of them is. Constants fold, so an unlimited right costs no SQL. */
export function anyOf(...conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true;
  const parts = conditions.filter((c): c is Sql<boolean> => typeof c !== 'boolean');
  if (parts.length === 0) return false;
  const [first] = parts;
  return parts.length === 1 && first ? first : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

/** Met when all of them are. */
export function allOf(...conditions: readonly Condition[]): Condition {
  if (conditions.includes(false)) return false;
  const parts = conditions.filter((c): c is Sql<boolean> => typeof c !== 'boolean');
  if (parts.length === 0) return true;
  const [first] = parts;
  return parts.length === 1 && first ? first : sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

/** The opposite. */
export function not(condition: Condition): Condition {
  return typeof condition === 'boolean' ? !condition : sql<boolean>`(not coalesce(${condition}, false))`;
}

/** A condition as SQL, constants included. */
export function asSql(condition: Condition): Sql<boolean> {
  if (typeof condition !== 'boolean') return condition;
  return condition ? sql<boolean>`true` : sql<boolean>`false`;
}

/** `expression in (values)`; an empty list is met by nothing. */
export function isIn(expression: Sql, values: readonly (string | number)[]): Condition {
  if (values.length === 0) return false;
  if (values.length === 1) return sql<boolean>`${expression} = ${values[0]}`;
  return sql<boolean>`${expression} in (${sql.join(values.map((v) => sql`${v}`))})`;
}
