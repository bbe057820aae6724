import { type FieldNode, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { type RawBuilder, sql } from 'kysely';
import { allOf, asSql, type Condition, type Sql } from '../access/condition.ts';
import { badInput } from '../graphql/errors.ts';
import { orderSignature, readCursor, writeCursor } from './cursor.ts';
import type { FilterField, FilterInput, ListDefinition, SortField } from './define-list.ts';
import type { ReadContext, ReadDefinition } from './define-read.ts';
import { type ObjectPlan, planObject } from './plan.ts';
import { type Presented, present, presentAll } from './present.ts';
import type { ReadModel } from './read-model.ts';
import type { Row } from './row.ts';
import { type SelectionSource, selectedFields, selectionKey } from './selection.ts';
import { Aliases, selectObjects } from './statement.ts';

/** Runs one statement and returns its rows; the only door from reading to the database. */
export type RunSql = <R>(query: RawBuilder<R>) => Promise<readonly R[]>;

/** One order of a list. */
export interface SortBy<S extends string> {
  readonly field: S;
  readonly direction: 'ASC' | 'DESC';
}

/** The paging and ordering arguments of a connection. */
export interface ListArguments<F, S extends string> {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
  readonly filter?: F | null | undefined;
  readonly sort?: readonly SortBy<S>[] | null | undefined;
}

/** A Relay connection as GraphQL resolves it. */
export interface ConnectionValue {
  readonly edges: readonly { readonly cursor: string; readonly node: Presented }[];
  readonly nodes: readonly Presented[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number | null;
}

/** Rows on a page when nothing is said, and the most that may be asked for. */
export const PAGE = { default: 50, max: 200 } as const;
/** Counting stops here: an exact count of a longer list tells nobody more and costs the database a scan. */
export const COUNT_LIMIT = 10_000;

/**
 * The read pipeline: plan, visible, sql, present. Every GraphQL read goes through here and is one statement,
 * whatever the selection and the number of rows.
 */
export class Reader {
  private readonly plans = new WeakMap<FieldNode, Map<string, ObjectPlan>>();

  constructor(private readonly model: ReadModel) {}

  /** One visible object that meets `where`, or null. */
  async one(
    run: RunSql,
    context: ReadContext,
    info: SelectionSource,
    read: ReadDefinition,
    where: (row: Row) => Condition,
  ): Promise<Presented | null> {
    const plan = this.plan(read, info.fieldNodes, info, '');
    const query = selectObjects(plan, context, new Aliases(), (row) => ({
      where: where(row),
      suffix: sql`limit 1`,
    }));
    const [found] = await run(query as RawBuilder<{ node: readonly unknown[] }>);
    return found ? present(plan, found.node, context) : null;
  }

  /** One object selected under a field of a payload: what a mutation answers with. */
  async underField(
    run: RunSql,
    context: ReadContext,
    info: GraphQLResolveInfo,
    field: string,
    id: string,
  ): Promise<Presented | null> {
    const [found] = await this.underFieldMany(
      run,
      context,
      info,
      field,
      (row) => sql<boolean>`${row.id} = ${id}`,
    );
    return found ?? null;
  }

  /** The objects selected under a field of a payload, in the order of their ids. */
  async underFieldMany(
    run: RunSql,
    context: ReadContext,
    info: GraphQLResolveInfo,
    field: string,
    where: (row: Row) => Condition,
  ): Promise<Presented[]> {
    const nodes = selectedFields(info.fieldNodes, info).get(field) ?? [];
    const plan = this.plan(this.model.bound(payloadType(info, field)).definition, nodes, info, field);
    const query = selectObjects(plan, context, new Aliases(), (row) => ({
      where: where(row),
      suffix: sql`order by ${row.id}`,
    }));
    const found = await run(query as RawBuilder<{ node: readonly unknown[] }>);
    return found.map((row) => present(plan, row.node, context));
  }

  /** A bounded list that is not paged: at most `limit` rows in a fixed order. */
  async many(
    run: RunSql,
    context: ReadContext,
    info: SelectionSource,
    read: ReadDefinition,
    options: {
      readonly where: (row: Row) => Condition;
      readonly order: (row: Row) => Sql;
      readonly limit: number;
    },
  ): Promise<Presented[]> {
    const plan = this.plan(read, info.fieldNodes, info, '');
    const inner = selectObjects(plan, context, new Aliases(), (row) => ({
      where: options.where(row),
      suffix: sql`order by ${options.order(row)} limit ${sql.raw(String(options.limit))}`,
    }));
    const [found] = await run(
      sql<{ nodes: unknown }>`select coalesce(json_agg(s.node), '[]'::json) as nodes from (${inner}) s`,
    );
    return presentAll(plan, found?.nodes, context);
  }

  /** A page of a list as a Relay connection; the count only when it is asked for. */
  async list<F extends FilterInput, S extends string>(
    run: RunSql,
    context: ReadContext,
    info: SelectionSource,
    list: ListDefinition<F, S>,
    args: ListArguments<F, S>,
  ): Promise<ConnectionValue> {
    const plan = this.listPlan(list.read, info);
    const page = pageOf(args);
    const sorts = sortsOf(list, args);
    const signature = orderSignature(sorts.map((s) => `${s.name} ${s.direction}`).join());
    const counted = selectedFields(info.fieldNodes, info).has('totalCount');
    const where = (row: Row): Condition => listCondition(list, row, args.filter ?? null, context);

    const aliases = new Aliases();
    const inner = selectObjects(plan, context, aliases, (row) => {
      const keys = sorts.map((s) => s.field.by(row));
      const place = page.cursor === null ? null : readCursor(signature, sorts.length, page.cursor);
      if (page.cursor !== null && !place)
        throw badInput('The cursor does not belong to this list and order.', [page.cursorName]);
      const beyond: Condition = place ? after(sorts, keys, place.values, page.backward) : true;
      const order = sorts.map(
        (s, i) =>
          sql`${keys[i] ?? row.id} ${sql.raw((s.direction === 'ASC') === page.backward ? 'desc' : 'asc')}`,
      );
      return {
        where: allOf(where(row), beyond),
        extra: sql`json_build_array(${sql.join(keys.map((k) => sql`(${k})::text`))}) as place`,
        suffix: sql`order by ${sql.join(order)} limit ${sql.raw(String(page.size + 1))}`,
      };
    });
    const count = counted
      ? sql`(select count(*) from (${this.counting(list.read, context, aliases, where)} limit ${sql.raw(String(COUNT_LIMIT))}) c)::int`
      : sql`null::int`;
    const [answer] = await run(
      sql<{
        rows: unknown;
        total: number | null;
      }>`select ${count} as total, (select coalesce(json_agg(json_build_array(s.node, s.place)), '[]'::json) from (${inner}) s) as rows`,
    );
    return connection(plan, context, answer?.rows, answer?.total ?? null, page, signature);
  }

  private counting(
    read: ReadDefinition,
    context: ReadContext,
    aliases: Aliases,
    where: (row: Row) => Condition,
  ): Sql {
    const plan: ObjectPlan = { bound: this.model.bound(read), slots: [], computed: [], index: new Map() };
    return selectObjects(plan, context, aliases, (row) => ({ where: where(row) }));
  }

  private plan(
    read: ReadDefinition,
    nodes: readonly FieldNode[],
    source: SelectionSource,
    field: string,
  ): ObjectPlan {
    return this.kept(nodes, source, field, () =>
      planObject(this.model, this.model.bound(read), nodes, source),
    );
  }

  /** A connection's node is selected under `nodes` and under `edges.node`; one plan serves both. */
  private listPlan(read: ReadDefinition, info: SelectionSource): ObjectPlan {
    return this.kept(info.fieldNodes, info, 'list', () => {
      const selected = selectedFields(info.fieldNodes, info);
      const nodes = [...(selected.get('nodes') ?? [])];
      for (const [name, under] of selectedFields(selected.get('edges') ?? [], info))
        if (name === 'node') nodes.push(...under);
      return planObject(this.model, this.model.bound(read), nodes, info);
    });
  }

  private kept(
    nodes: readonly FieldNode[],
    source: SelectionSource,
    field: string,
    make: () => ObjectPlan,
  ): ObjectPlan {
    const [first] = nodes;
    if (!first) return make();
    let kept = this.plans.get(first);
    if (!kept) {
      kept = new Map();
      this.plans.set(first, kept);
    }
    const key = `${field}|${selectionKey(source)}`;
    let plan = kept.get(key);
    if (!plan) {
      plan = make();
      if (kept.size < 32) kept.set(key, plan);
    }
    return plan;
  }
}

function payloadType(info: GraphQLResolveInfo, field: string): string {
  const payload = getNamedType(info.returnType);
  if (!('getFields' in payload)) throw new Error(`${info.fieldName} does not return a payload`);
  const found = payload.getFields()[field];
  if (!found) throw new Error(`${payload.name} has no field ${field}`);
  return getNamedType(found.type).name;
}

interface Page {
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: string | null;
  readonly cursorName: 'after' | 'before';
}

function pageOf(args: ListArguments<FilterInput, string>): Page {
  const backward = typeof args.last === 'number';
  if (backward && typeof args.first === 'number') throw badInput('Give first or last, not both.', ['last']);
  const size = (backward ? args.last : args.first) ?? PAGE.default;
  if (size < 1 || size > PAGE.max)
    throw badInput(`A page has 1 to ${PAGE.max} rows.`, [backward ? 'last' : 'first']);
  return {
    size,
    backward,
    cursor: (backward ? args.before : args.after) ?? null,
    cursorName: backward ? 'before' : 'after',
  };
}

interface ResolvedSort {
  readonly name: string;
  readonly direction: 'ASC' | 'DESC';
  readonly field: SortField;
}

function sortsOf<F extends FilterInput, S extends string>(
  list: ListDefinition<F, S>,
  args: ListArguments<F, S>,
): ResolvedSort[] {
  const wanted = args.sort && args.sort.length > 0 ? args.sort : list.defaultSort;
  if (wanted.length > 4) throw badInput('A list is sorted by at most four fields.', ['sort']);
  const sorts = wanted.map(({ field, direction }) => ({
    name: field as string,
    direction,
    field: list.sort[field],
  }));
  const last = sorts.at(-1)?.direction ?? 'ASC';
  return [
    ...sorts,
    { name: 'id', direction: last, field: { by: (row: Row) => row.id, type: 'uuid' as const } },
  ];
}

/** Rows strictly behind a place, spelled out field by field because directions may differ. */
function after(
  sorts: readonly ResolvedSort[],
  keys: readonly Sql[],
  values: readonly string[],
  backward: boolean,
): Condition {
  const bound = (i: number): Sql => sql`(${values[i]}::text)::${sql.raw(sorts[i]?.field.type ?? 'text')}`;
  const same = new Set(sorts.map((s) => s.direction)).size === 1;
  if (same) {
    const operator = sql.raw((sorts[0]?.direction === 'ASC') === backward ? '<' : '>');
    return sql<boolean>`(${sql.join([...keys])}) ${operator} (${sql.join(keys.map((_, i) => bound(i)))})`;
  }
  const alternatives = sorts.map((s, i) => {
    const operator = sql.raw((s.direction === 'ASC') === backward ? '<' : '>');
    const equal = keys.slice(0, i).map((k, j) => sql`${k} = ${bound(j)}`);
    return sql`(${sql.join([...equal, sql`${keys[i] ?? sql`null`} ${operator} ${bound(i)}`], sql` and `)})`;
  });
  return sql<boolean>`(${sql.join(alternatives, sql` or `)})`;
}

/** The whole condition of a list for one filter: what belongs to the list, and each filter field given. */
export function listCondition<F extends FilterInput, S extends string>(
  list: ListDefinition<F, S>,
  row: Row,
  filter: F | null,
  context: ReadContext,
): Condition {
  const parts: Condition[] = [list.only ? list.only(context.viewer, row) : true];
  const fields = list.filter as Readonly<Record<string, FilterField<unknown>>>;
  for (const [name, value] of Object.entries(filter ?? {})) {
    if (value === undefined || value === null) continue;
    const field = fields[name];
    if (!field) throw badInput(`The list has no filter ${name}.`, ['filter', name]);
    parts.push(field(row, value, context));
  }
  const whole = allOf(...parts);
  return typeof whole === 'boolean' ? whole : asSql(whole);
}

function connection(
  plan: ObjectPlan,
  context: ReadContext,
  rows: unknown,
  total: number | null,
  page: Page,
  signature: string,
): ConnectionValue {
  const list = (Array.isArray(rows) ? rows : []) as [unknown[], unknown[]][];
  const more = list.length > page.size;
  const kept = more ? list.slice(0, page.size) : list;
  if (page.backward) kept.reverse();
  const edges = kept.map(([node, place]) => ({
    cursor: writeCursor(signature, place),
    node: present(plan, node, context),
  }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.backward ? page.cursor !== null : more,
      hasPreviousPage: page.backward ? more : page.cursor !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: total,
  };
}
