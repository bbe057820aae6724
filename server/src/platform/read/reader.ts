import { type FieldNode, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { allOf, type Condition, isIn, type Sql } from '../access/condition.ts';
import { badInput } from '../graphql/errors.ts';
import { orderSignature, readCursor } from './cursor.ts';
import type { FilterInput, ListDefinition } from './define-list.ts';
import type { ReadContext, ReadDefinition } from './define-read.ts';
import type { Compile } from './kept.ts';
import { Levels } from './levels.ts';
import {
  after,
  type ConnectionValue,
  connection,
  type ListArguments,
  listCondition,
  pageOf,
  sortsOf,
} from './list-page.ts';
import { type ObjectPlan, planObject } from './plan.ts';
import { type Presented, presentAll, presentOne } from './present.ts';
import type { ReadModel } from './read-model.ts';
import type { Row } from './row.ts';
import { type SelectionSource, selectedFields, selectionKey } from './selection.ts';
import { Aliases, columnsJson, Level, selectOne, selectPage, selectRows, type Tail } from './statement.ts';

export { type ConnectionValue, type ListArguments, PAGE, type SortBy } from './list-page.ts';

/** Runs one statement and returns its rows, outside any transaction. */
export type RunSql = <R>(query: RawBuilder<R> | CompiledQuery<R>) => Promise<readonly R[]>;

type StoredRow = Readonly<Record<string, unknown>>;

/** One statement and what its rows are for GraphQL: for whoever sends it along with something else. */
export interface PreparedRead<T> {
  readonly query: CompiledQuery<StoredRow>;
  readonly present: (rows: readonly StoredRow[]) => T;
}

/** Counting stops here: an exact count of a longer list tells nobody more and costs the database a scan. */
export const COUNT_LIMIT = 10_000;

/**
 * The read pipeline: plan, visible, sql, present. Every GraphQL read goes through here and is one statement,
 * whatever the selection and the number of rows.
 */
export class Reader {
  private readonly plans = new WeakMap<FieldNode, Map<string, ObjectPlan>>();

  private readonly levels: Levels;

  constructor(
    private readonly model: ReadModel,
    private readonly compile: Compile,
  ) {
    this.levels = new Levels(compile);
  }

  /** One visible object by its id, or null. */
  byId(
    run: RunSql,
    context: ReadContext,
    info: SelectionSource,
    read: ReadDefinition,
    id: string,
  ): Promise<Presented | null> {
    return fetched(run, this.identified(context, this.plan(read, info.fieldNodes, info, ''), id));
  }

  /** One visible object that meets `where`, or null. */
  async one(
    run: RunSql,
    context: ReadContext,
    info: SelectionSource,
    read: ReadDefinition,
    where: (row: Row) => Condition,
  ): Promise<Presented | null> {
    const plan = this.plan(read, info.fieldNodes, info, '');
    const level = this.levels.of(plan, context);
    const [found] = await run(selectOne(level, where(level.row)));
    return found ? presentOne(plan, found.row, context) : null;
  }

  /** The object selected under a field of a payload, or the objects in the order of their ids: what a mutation answers with. */
  underField(
    context: ReadContext,
    info: GraphQLResolveInfo,
    field: string,
    named: string | readonly string[],
  ): PreparedRead<Presented | null | Presented[]> {
    const plan = this.fieldPlan(info, field);
    if (typeof named === 'string') return this.identified(context, plan, named);
    return this.rows(context, plan, (row) => ({
      where: isIn(row.id, named),
      suffix: sql`order by ${row.id}`,
    }));
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
    const rows = this.rows(context, plan, (row) => ({
      where: options.where(row),
      suffix: sql`order by ${options.order(row)} limit ${sql.raw(String(options.limit))}`,
    }));
    return fetched(run, rows);
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

    const level = this.levels.of(plan, context);
    const { row } = level;
    const place = page.cursor === null ? null : readCursor(signature, sorts.length, page.cursor);
    if (page.cursor !== null && !place)
      throw badInput('The cursor does not belong to this list and order.', [page.cursorName]);
    const keys = sorts.map((s) => s.field.by(row, context));
    const inner = selectPage(level, {
      where: allOf(where(row), place ? after(sorts, keys, place.values, page.backward) : true),
      keys: sorts.map((s, i) => ({
        by: keys[i] ?? row.id,
        descending: (s.direction === 'ASC') === page.backward,
      })),
      limit: page.size + 1,
    });
    const places = sql.raw(`json_build_array(${sorts.map((_, i) => `json_agg(s.k${i}::text)`).join(', ')})`);
    const count = counted
      ? sql`(select count(*) from (${this.counting(list.read, context, new Aliases(level.aliases.taken), where)} limit ${sql.raw(String(args.countLimit ?? COUNT_LIMIT))}) c)::int`
      : sql`null::int`;
    const [answer] = await run(
      sql<{
        rows: unknown;
        places: unknown;
        total: number | null;
      }>`select ${columnsJson(plan.width)} as rows, ${places} as places, ${count} as total from (${inner}) s`,
    );
    if (!answer) throw new Error('an aggregate answers one row');
    return connection(plan, context, answer, page, signature);
  }

  private identified(context: ReadContext, plan: ObjectPlan, id: string): PreparedRead<Presented | null> {
    return {
      query: this.levels.byId(plan, context, id),
      present: ([found]) => (found ? presentOne(plan, found.row, context) : null),
    };
  }

  /** The one statement of a plan. */
  private rows(context: ReadContext, plan: ObjectPlan, tail: (row: Row) => Tail): PreparedRead<Presented[]> {
    const level = this.levels.of(plan, context);
    const inner = selectRows(level, tail(level.row));
    return {
      query: this.compile(sql<StoredRow>`select ${columnsJson(plan.width)} as rows from (${inner}) s`),
      present: ([answer]) => presentAll(plan, answer?.rows, context),
    };
  }

  private counting(
    read: ReadDefinition,
    context: ReadContext,
    aliases: Aliases,
    where: (row: Row) => Condition,
  ): Sql {
    const plan: ObjectPlan = {
      bound: this.model.bound(read),
      slots: [],
      computed: [],
      width: 0,
      clocked: false,
    };
    const level = new Level(plan, context, aliases);
    return selectRows(level, { where: where(level.row) });
  }

  private fieldPlan(info: GraphQLResolveInfo, field: string): ObjectPlan {
    const nodes = selectedFields(info.fieldNodes, info).get(field) ?? [];
    return this.plan(this.model.bound(payloadType(info, field)).definition, nodes, info, field);
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

/** Sends a read by itself. */
async function fetched<T>(run: RunSql, read: PreparedRead<T>): Promise<T> {
  return read.present(await run(read.query));
}

function payloadType(info: GraphQLResolveInfo, field: string): string {
  const payload = getNamedType(info.returnType);
  if (!('getFields' in payload)) throw new Error(`${info.fieldName} does not return a payload`);
  const found = payload.getFields()[field];
  if (!found) throw new Error(`${payload.name} has no field ${field}`);
  return getNamedType(found.type).name;
}
