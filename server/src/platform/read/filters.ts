import { sql } from 'kysely';
import { allOf, type Condition, isIn, type Sql } from '../access/condition.ts';
import type { FilterField } from './define-list.ts';
import type { Row } from './row.ts';

type Of = string | ((row: Row) => Sql);
const expressionOf = (row: Row, of: Of): Sql => (typeof of === 'string' ? row.col(of) : of(row));

/** `{ eq, in, isNull }` on a column or an expression. */
export function equals<T extends string | number>(
  of: Of,
): FilterField<{ eq?: T | null; in?: readonly T[] | null; isNull?: boolean | null }> {
  return (row, value) => {
    const e = expressionOf(row, of);
    const parts: Condition[] = [];
    if (value.eq !== undefined && value.eq !== null) parts.push(sql<boolean>`${e} = ${value.eq}`);
    if (value.in) parts.push(isIn(e, value.in));
    if (typeof value.isNull === 'boolean') {
      parts.push(value.isNull ? sql<boolean>`${e} is null` : sql<boolean>`${e} is not null`);
    }
    return allOf(...parts);
  };
}

/** `{ eq, gte, lte, lt }` on numbers and instants; `lt` excludes. */
export function range<T extends number | string | Date>(
  of: Of,
): FilterField<{ eq?: T | null; gte?: T | null; lte?: T | null; lt?: T | null }> {
  return (row, value) => {
    const e = expressionOf(row, of);
    const part = (operator: string, bound: T | null | undefined): Condition =>
      bound === undefined || bound === null ? true : sql<boolean>`${e} ${sql.raw(operator)} ${bound}`;
    return allOf(part('=', value.eq), part('>=', value.gte), part('<=', value.lte), part('<', value.lt));
  };
}

/** `{ eq }` on a boolean. */
export function flag(of: Of | ((row: Row) => Sql)): FilterField<{ eq?: boolean | null }> {
  return (row, value) =>
    value.eq === undefined || value.eq === null ? true : sql<boolean>`${expressionOf(row, of)} = ${value.eq}`;
}

/** A search over some texts: every word must occur in one of them, in any case, from one character on. */
export function search(...of: readonly Of[]): FilterField<string> {
  return (row, value) => {
    const words = value.trim().split(/\s+/).filter(Boolean).slice(0, 8);
    return allOf(
      ...words.map((word) => {
        const pattern = `%${word.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
        const hits = of.map((o) => sql`${expressionOf(row, o)} ilike ${pattern}`);
        return sql<boolean>`(${sql.join(hits, sql` or `)})`;
      }),
    );
  };
}
