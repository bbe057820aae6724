import type { RowRule } from '../access/access.ts';
import type { Condition, Sql } from '../access/condition.ts';
import type { ReadContext, ReadDefinition } from './define-read.ts';
import type { Row } from './row.ts';

/** One filter of a list: from the input's value to a condition. */
export type FilterField<V> = (row: Row, value: V, context: ReadContext) => Condition;

/** One order of a list. The expression must never be null: rows without a value need a stated place. */
export interface SortField {
  readonly by: (row: Row, context: ReadContext) => Sql;
  /** The SQL type, for reading the value back out of a cursor. */
  readonly type: 'text' | 'numeric' | 'timestamptz' | 'date' | 'integer' | 'uuid';
}

/** A filter input: every field optional. */
export type FilterInput = object;

/** How a connection may be narrowed and ordered: nothing outside this whitelist reaches SQL. */
export interface ListDefinition<F extends FilterInput, S extends string> {
  readonly read: ReadDefinition;
  readonly filter: { readonly [K in keyof Required<F>]: FilterField<NonNullable<F[K]>> };
  readonly sort: Readonly<Record<S, SortField>>;
  readonly defaultSort: readonly { readonly field: S; readonly direction: 'ASC' | 'DESC' }[];
  /** A condition that belongs to this list whatever the filter says. */
  readonly only?: RowRule;
}

/** Declares a list. */
export function defineList<F extends FilterInput, S extends string>(
  definition: ListDefinition<F, S>,
): ListDefinition<F, S> {
  return definition;
}
