import { sql } from 'kysely';
import { allOf, asSql, type Condition, type Sql } from '../access/condition.ts';
import { badInput } from '../graphql/errors.ts';
import { writeCursor } from './cursor.ts';
import type { FilterField, FilterInput, ListDefinition, SortField } from './define-list.ts';
import type { ReadContext } from './define-read.ts';
import type { ObjectPlan } from './plan.ts';
import { type Presented, presentAll } from './present.ts';
import type { Row } from './row.ts';

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
  /** Where counting stops, for exports that must know whether there are more than they take. */
  readonly countLimit?: number | undefined;
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
/** Which page of a list is asked for. */
export interface Page {
  readonly size: number;
  readonly backward: boolean;
  readonly cursor: string | null;
  readonly cursorName: 'after' | 'before';
}

/** The page that the arguments name; anything contradictory is refused. */
export function pageOf(args: ListArguments<FilterInput, string>): Page {
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

/** The orders of a list with the id as the last one, so that no two rows share a place. */
export function sortsOf<F extends FilterInput, S extends string>(
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
export function after(
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

/** A connection from the columns of a page (`selectPage`): its rows, and their places in the order. */
export function connection(
  plan: ObjectPlan,
  context: ReadContext,
  answer: { readonly rows: unknown; readonly places: unknown; readonly total: number | null },
  page: Page,
  signature: string,
): ConnectionValue {
  const found = presentAll(plan, answer.rows, context);
  const more = found.length > page.size;
  const nodes = more ? found.slice(0, page.size) : found;
  if (page.backward) nodes.reverse();
  const places = new Places(signature, nodes.length, page.backward, answer.places);
  return new PageOfNodes(nodes, places, page, more, answer.total);
}

/** Cursors of a page's rows, written only where they are asked for: most pages show none but the last one's. */
class Places {
  constructor(
    private readonly signature: string,
    private readonly rows: number,
    private readonly backward: boolean,
    private readonly columns: unknown,
  ) {}

  cursor(index: number): string {
    const row = this.backward ? this.rows - 1 - index : index;
    const columns = this.columns as readonly (readonly unknown[])[];
    return writeCursor(
      this.signature,
      columns.map((column) => column[row]),
    );
  }

  cursorOrNone(index: number): string | null {
    return index >= 0 && index < this.rows ? this.cursor(index) : null;
  }
}

// Classes: V8 keeps what an object literal with accessors holds until the next full collection.
class PageOfNodes implements ConnectionValue {
  readonly pageInfo: ConnectionValue['pageInfo'];

  constructor(
    readonly nodes: readonly Presented[],
    private readonly places: Places,
    page: Page,
    more: boolean,
    readonly totalCount: number | null,
  ) {
    this.pageInfo = new PageEnds(places, nodes.length, page, more);
  }

  get edges(): ConnectionValue['edges'] {
    return this.nodes.map((node, index) => ({ cursor: this.places.cursor(index), node }));
  }
}

class PageEnds {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;

  constructor(
    private readonly places: Places,
    private readonly rows: number,
    { backward, cursor }: Page,
    more: boolean,
  ) {
    this.hasNextPage = backward ? cursor !== null : more;
    this.hasPreviousPage = backward ? more : cursor !== null;
  }

  get startCursor(): string | null {
    return this.places.cursorOrNone(0);
  }

  get endCursor(): string | null {
    return this.places.cursorOrNone(this.rows - 1);
  }
}
