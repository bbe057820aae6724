import { sql } from 'kysely';
import type { Access } from '../access/access.ts';
import { allOf, asSql, type Condition, type Sql } from '../access/condition.ts';
import type { ManyField, ReadContext } from './define-read.ts';
import { type ObjectPlan, type Slot, widthOf } from './plan.ts';
import { columnName, type Row, rowBehind, rowOf, tableName } from './row.ts';

/** Hands out aliases within one statement. */
export class Aliases {
  constructor(private next = 0) {}
  take(): string {
    return `t${this.next++}`;
  }
  get taken(): number {
    return this.next;
  }
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

/**
 * One table of a statement with what hangs on it by to-one relations: what is read, the joins of that, and which rows
 * are there for the viewer. Made from plan and viewer alone, unless the plan is clocked.
 */
export class Level {
  readonly row: Row;
  readonly joins: Part[] = [];
  readonly columns: Part[] = [];
  private listed: Sql | undefined;
  private valued: Sql | undefined;
  private together: Sql | undefined;
  private policy: Condition | undefined;

  constructor(
    readonly plan: ObjectPlan,
    readonly context: ReadContext,
    readonly aliases: Aliases,
  ) {
    this.row = rowOf(plan.bound.meta, aliases.take());
    addColumns(plan, this.row, this, false);
  }

  /** The columns, named `c0`, `c1` … A row of which nothing is read still counts: it has one that says so. */
  get list(): Sql {
    this.listed ??= together(
      this.columns.length === 0
        ? ['true as c0']
        : this.columns.flatMap((column, i) => [`${i === 0 ? '' : ', '}`, column, ` as c${i}`]),
    );
    return this.listed;
  }

  /** The columns of a single row as one JSON array: no aggregate is needed. */
  get value(): Sql {
    this.valued ??= arrayOf(this.columns.length > 0 ? this.columns : ['true']);
    return this.valued;
  }

  /** The rows that the viewer may see and that meet a condition. */
  met(where: Condition): Sql<boolean> {
    this.policy ??= this.plan.bound.definition.access.read(this.context.viewer, this.row);
    return asSql(allOf(this.policy, where));
  }

  /** The joins, and further ones. */
  joined(further: readonly string[] = []): Sql {
    if (further.length > 0) return together([...this.joins, ...further].flatMap((join) => [' ', join]));
    this.together ??= together(this.joins.flatMap((join) => [' ', join]));
    return this.together;
  }
}

/** Columns as one JSON array, or an array of arrays where there are more than a function takes. */
function arrayOf(columns: readonly Part[]): Sql {
  const chunks: Part[] = [];
  for (let from = 0; from < columns.length; from += ARGUMENTS) {
    const chunk = columns.slice(from, from + ARGUMENTS);
    chunks.push(from > 0 ? ', json_build_array(' : 'json_build_array(');
    chunks.push(...chunk.flatMap((column, i) => (i > 0 ? [', ', column] : [column])), ')');
  }
  return columns.length > ARGUMENTS ? together(['json_build_array(', ...chunks, ')']) : together(chunks);
}

/** Rows as a table expression, its columns named `c0`, `c1` … in the order of the plan. */
export function selectRows(level: Level, { where, suffix, joins, seen }: Tail): Sql {
  const { row } = level;
  const from = sql.raw(` from ${tableName(row.meta)} ${row.alias}`);
  const met = seen ? asSql(where) : level.met(where);
  return sql`select ${level.list}${from}${level.joined(joins)} where ${met}${suffix ? sql` ${suffix}` : sql``}`;
}

/** The first row that meets a condition as one JSON value, an array of its columns. */
export function selectOne(level: Level, where: Condition): Sql<{ row: unknown }> {
  const { row } = level;
  const from = sql.raw(` as row from ${tableName(row.meta)} ${row.alias}`);
  return sql<{
    row: unknown;
  }>`select ${level.value}${from}${level.joined()} where ${level.met(where)} limit 1`;
}

/**
 * A page of rows, its order's values as further columns `k0`, `k1` … Which rows are on the page is found first, from
 * the table alone; relations and values are then read for those rows only.
 */
export function selectPage(
  level: Level,
  {
    where,
    keys,
    limit,
  }: { readonly where: Condition; readonly keys: readonly PageKey[]; readonly limit: number },
): Sql {
  const { row } = level;
  const table = sql.raw(`${tableName(row.meta)} ${row.alias}`);
  const order = (from: string): Sql =>
    sql.raw(keys.map(({ descending }, i) => `${from}k${i}${descending ? ' desc' : ' asc'}`).join(', '));
  const found = sql`select ${row.id} as id, ${sql.join(keys.map((key, i) => sql`${key.by} as ${sql.raw(`k${i}`)}`))} from ${table} where ${level.met(where)} order by ${order('')} limit ${sql.raw(String(limit))}`;
  return sql`select ${level.list}, ${sql.raw(keys.map((_, i) => `page.k${i}`).join(', '))} from (${found}) page join ${table} on ${row.id} = page.id${level.joined()} order by ${order('page.')}`;
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
  const below = new Level(plan, context, aliases);
  const inner = selectRows(below, tailOf(field, row, below, access));
  const value = sql`(select ${columnsJson(plan.width)} as j from (${inner}) s)`;
  if (!field.shared) return value;
  // As a join the database may keep what it read and find it again by what the condition compares with (Memoize).
  const alias = aliases.take();
  joins.push(sql` left join lateral ${value} ${sql.raw(alias)} on true`);
  return `${alias}.j`;
}

/** Which rows of a to-many relation, and in which order. */
function tailOf(field: ManyField, row: Row, below: Level, access: Access): Tail {
  const { row: child, context, aliases } = below;
  const ordered: string[] = [];
  const order = field.order(child, (property) => {
    const target = rowBehind(child, property, aliases.take());
    ordered.push(
      ` left join ${tableName(target.meta)} ${target.alias} on ${target.alias}."id" = ${columnName(child, property)}`,
    );
    return target;
  });
  const { within } = below.plan.bound.definition.access;
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
}
