import { sql } from 'kysely';
import type { Access } from '../access/access.ts';
import { allOf, asSql, type Condition, type Sql } from '../access/condition.ts';
import type { ReadContext } from './define-read.ts';
import { type ObjectPlan, type Slot, widthOf } from './plan.ts';
import { columnName, type Row, rowBehind, rowOf, tableName } from './row.ts';

/** Hands out aliases within one statement. */
export class Aliases {
  private next = 0;
  take(): string {
    return `t${this.next++}`;
  }
}

/** One table of a statement with what hangs on it by to-one relations: their joins and the columns of all. */
interface Level {
  readonly context: ReadContext;
  readonly aliases: Aliases;
  readonly joins: Part[];
  readonly columns: Part[];
}

/** A piece of SQL; as a text where it has no parameters, because texts are put together many times faster. */
type Part = string | Sql;

/** What of a table is read, and in which order. */
export interface Tail {
  readonly where: Condition;
  readonly suffix?: Sql;
  /** Joins that the suffix needs. */
  readonly joins?: readonly string[];
  /** True where the condition leaves only what the policy allows: rows that are seen with their parent. */
  readonly seen?: boolean;
}

/** One order of a page: an expression and where it goes. */
export interface PageKey {
  readonly by: Sql;
  readonly descending: boolean;
}

/** Rows of one plan as a table expression, its columns named `c0`, `c1` … in the order of the plan. */
export function selectRows(
  plan: ObjectPlan,
  context: ReadContext,
  aliases: Aliases,
  tail: (row: Row) => Tail,
): Sql {
  const row = rowOf(plan.bound.meta, aliases.take());
  const level = levelOf(plan, row, context, aliases);
  const { where, suffix, joins, seen } = tail(row);
  if (joins) level.joins.push(...joins);
  const from = sql.raw(` from ${tableName(plan.bound.meta)} ${row.alias}`);
  const met = seen ? asSql(where) : visibleAnd(plan, row, context, where);
  return sql`select ${columnsOf(level)}${from}${joinsOf(level)} where ${met}${suffix ? sql` ${suffix}` : sql``}`;
}

/** The first row that meets a condition as one JSON value, an array of its columns: no aggregate for a single row. */
export function selectOne(
  plan: ObjectPlan,
  context: ReadContext,
  aliases: Aliases,
  where: (row: Row) => Condition,
): Sql<{ row: unknown }> {
  const row = rowOf(plan.bound.meta, aliases.take());
  const level = levelOf(plan, row, context, aliases);
  const columns: readonly Part[] = level.columns.length > 0 ? level.columns : ['true'];
  const chunks: Part[] = [];
  for (let from = 0; from < columns.length; from += ARGUMENTS) {
    const chunk = columns.slice(from, from + ARGUMENTS);
    chunks.push(from > 0 ? ', json_build_array(' : 'json_build_array(');
    chunks.push(...chunk.flatMap((column, i) => (i > 0 ? [', ', column] : [column])), ')');
  }
  const value =
    columns.length > ARGUMENTS ? together(['json_build_array(', ...chunks, ')']) : together(chunks);
  const from = sql.raw(` as row from ${tableName(plan.bound.meta)} ${row.alias}`);
  return sql<{
    row: unknown;
  }>`select ${value}${from}${joinsOf(level)} where ${visibleAnd(plan, row, context, where(row))} limit 1`;
}

/**
 * A page of rows, its order's values as further columns `k0`, `k1` … Which rows are on the page is found first, from
 * the table alone; relations and values are then read for those rows only.
 */
export function selectPage(
  plan: ObjectPlan,
  context: ReadContext,
  aliases: Aliases,
  page: (row: Row) => {
    readonly where: Condition;
    readonly keys: readonly PageKey[];
    readonly limit: number;
  },
): Sql {
  const row = rowOf(plan.bound.meta, aliases.take());
  const level = levelOf(plan, row, context, aliases);
  const { where, keys, limit } = page(row);
  const table = sql.raw(`${tableName(plan.bound.meta)} ${row.alias}`);
  const order = (from: string): Sql =>
    sql.raw(keys.map(({ descending }, i) => `${from}k${i}${descending ? ' desc' : ' asc'}`).join(', '));
  const found = sql`select ${row.id} as id, ${sql.join(keys.map((key, i) => sql`${key.by} as ${sql.raw(`k${i}`)}`))} from ${table} where ${visibleAnd(plan, row, context, where)} order by ${order('')} limit ${sql.raw(String(limit))}`;
  return sql`select ${columnsOf(level)}, ${sql.raw(keys.map((_, i) => `page.k${i}`).join(', '))} from (${found}) page join ${table} on ${row.id} = page.id${joinsOf(level)} order by ${order('page.')}`;
}

/** PostgreSQL gives a function at most 100 arguments; more columns come as an array of arrays. */
export const ARGUMENTS = 90;

/**
 * Rows of `selectRows` or `selectPage` under the alias `s` as one JSON value: an array for every column. Column by
 * column is several times cheaper than row by row, because the type of a column is then looked up once.
 */
export function columnsJson(width: number): Sql {
  const known = columnLists.get(width);
  if (known) return known;
  const made = sql.raw(columnsText(width));
  columnLists.set(width, made);
  return made;
}

const columnLists = new Map<number, Sql>();

function columnsText(width: number): string {
  const columns = Array.from({ length: Math.max(1, width) }, (_, i) => `json_agg(s.c${i})`);
  const array = (parts: readonly string[]): string => `json_build_array(${parts.join(', ')})`;
  if (columns.length <= ARGUMENTS) return array(columns);
  const parts: string[] = [];
  for (let from = 0; from < columns.length; from += ARGUMENTS)
    parts.push(array(columns.slice(from, from + ARGUMENTS)));
  return array(parts);
}

function visibleAnd(plan: ObjectPlan, row: Row, context: ReadContext, where: Condition): Sql<boolean> {
  return asSql(allOf(plan.bound.definition.access.read(context.viewer, row), where));
}

function levelOf(plan: ObjectPlan, row: Row, context: ReadContext, aliases: Aliases): Level {
  const level: Level = { context, aliases, joins: [], columns: [] };
  addColumns(plan, row, level, false);
  return level;
}

/** A row of which nothing is read still counts: it has one column that says that it is there. */
function columnsOf({ columns }: Level): Sql {
  if (columns.length === 0) return sql.raw('true as c0');
  return together(columns.flatMap((column, i) => [`${i === 0 ? '' : ', '}`, column, ` as c${i}`]));
}

function joinsOf({ joins }: Level): Sql {
  return together(joins.flatMap((join) => [' ', join]));
}

/** Pieces one behind the other, neighbouring texts as one. */
function together(parts: readonly Part[]): Sql {
  const pieces: Sql[] = [];
  let text = '';
  const end = (): void => {
    if (text !== '') pieces.push(sql.raw(text));
    text = '';
  };
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      end();
      pieces.push(part);
    }
  }
  end();
  const [only] = pieces;
  return pieces.length === 1 && only ? only : sql.join(pieces, sql.raw(''));
}

/** The columns of a plan in order. `joined`: the row may be absent, and then nothing is to be computed for it. */
function addColumns(plan: ObjectPlan, row: Row, level: Level, joined: boolean): void {
  for (const slot of plan.slots) {
    if (slot.kind === 'one') addOne(slot, row, level);
    else level.columns.push(guarded(plan, slot, row, level, joined));
  }
}

/** A to-one relation: joined when its row is visible, absent otherwise, like one that does not exist. */
function addOne(slot: Slot & { readonly kind: 'one' }, row: Row, level: Level): void {
  const { plan, field } = slot;
  const { meta, definition } = plan.bound;
  const shown = slot.shown ? slot.shown(level.context.viewer, row) : true;
  if (shown === false) {
    level.columns.push(...Array.from({ length: widthOf(slot) }, () => 'null'));
    return;
  }
  const child = rowOf(meta, level.aliases.take());
  const rule = allOf(definition.access.read(level.context.viewer, child), shown);
  const join = `left join ${tableName(meta)} ${child.alias} on `;
  if (field.on)
    level.joins.push(sql`${sql.raw(join)}${asSql(allOf(field.on(row, child, level.context), rule))}`);
  else {
    const onKey = `${child.alias}."id" = ${columnName(row, slot.property)}`;
    level.joins.push(rule === true ? join + onKey : sql`${sql.raw(join + onKey)} and ${asSql(rule)}`);
  }
  if (slot.key < 0) level.columns.push(`${child.alias}."id" is not null`);
  addColumns(plan, child, level, true);
}

/** A value shown only to some is null for everybody else, in the statement itself. */
function guarded(
  plan: ObjectPlan,
  slot: Exclude<Slot, { kind: 'one' }>,
  row: Row,
  level: Level,
  joined: boolean,
): Part {
  const shown = slot.shown ? slot.shown(level.context.viewer, row) : true;
  if (shown === false) return 'null';
  const value = slotSql(plan, slot, row, level);
  if (joined && slot.kind !== 'column') {
    const when = allOf(sql.raw<boolean>(`${row.alias}."id" is not null`), shown);
    return sql`case when ${asSql(when)} then ${asPart(value)} end`;
  }
  return shown === true ? value : sql`case when ${shown} then ${asPart(value)} end`;
}

const asPart = (part: Part): Sql => (typeof part === 'string' ? sql.raw(part) : part);

function slotSql(plan: ObjectPlan, slot: Exclude<Slot, { kind: 'one' }>, row: Row, level: Level): Part {
  switch (slot.kind) {
    case 'column':
      return row.alias + slot.text;
    case 'expression':
      return slot.field.sql(row, level.context);
    case 'right': {
      const rule = slot.rule(level.context.viewer, row);
      return typeof rule === 'boolean' ? String(rule) : rule;
    }
    case 'many':
      return manySql(slot, row, level, plan.bound.definition.access);
  }
}

/** A to-many relation as one JSON value. */
function manySql(
  { field, plan }: Slot & { readonly kind: 'many' },
  row: Row,
  level: Level,
  access: Access,
): Part {
  const { aliases, context, joins } = level;
  const inner = selectRows(plan, context, aliases, (child) => {
    const ordered: string[] = [];
    const order = field.order(child, (property) => {
      const target = rowBehind(child, property, aliases.take());
      ordered.push(
        ` left join ${tableName(target.meta)} ${target.alias} on ${target.alias}."id" = ${columnName(child, property)}`,
      );
      return target;
    });
    const { within } = plan.bound.definition.access;
    return {
      where: field.on
        ? field.on(row, child, context)
        : sql.raw<boolean>(`${columnName(child, field.by ?? '')} = ${row.alias}."id"`),
      suffix: sql`order by ${order} limit ${sql.raw(String(field.limit))}`,
      joins: ordered,
      // Below the very row that they are seen with, nothing has to be looked at again: that row is there for the viewer.
      // A condition of its own may lead elsewhere, so it never stands for the policy.
      seen:
        field.on === undefined &&
        within !== undefined &&
        within.property === field.by &&
        within.parent === access,
    };
  });
  const value = sql`(select ${columnsJson(plan.width)} as j from (${inner}) s)`;
  if (!field.shared) return value;
  // As a join the database may keep what it read and find it again by what the condition compares with (Memoize).
  const alias = aliases.take();
  joins.push(sql` left join lateral ${value} ${sql.raw(alias)} on true`);
  return `${alias}.j`;
}
