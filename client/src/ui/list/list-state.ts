import type { ListFilter } from './list-types.ts';

/** Rows on a page that one may choose. */
export const PAGE_SIZES = [20, 50, 100] as const;
const DEFAULT_SIZE = 50;

/** All that an address says about a list. */
export interface ListState {
  readonly search: string;
  /** By filter key, as written in the address. */
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | undefined;
  readonly size: number;
  readonly cursor: { readonly kind: 'after' | 'before'; readonly value: string } | undefined;
  /** Which page the cursor stands for, counted from 1; for the reader only. */
  readonly page: number;
}

/** Reads an address; unknown and malformed parts count as absent. */
export function readListState(params: URLSearchParams, keys: readonly string[]): ListState {
  const sort = params.get('sort');
  const size = Number(params.get('size'));
  const after = params.get('after');
  const before = params.get('before');
  const page = Number(params.get('page'));
  return {
    search: params.get('q') ?? '',
    filters: Object.fromEntries(
      keys.flatMap((key) => {
        const value = params.get(`f.${key}`);
        return value ? [[key, value]] : [];
      }),
    ),
    sort: sort
      ? { field: sort.replace(/^-/, ''), direction: sort.startsWith('-') ? 'DESC' : 'ASC' }
      : undefined,
    size: PAGE_SIZES.find((one) => one === size) ?? DEFAULT_SIZE,
    cursor: after ? { kind: 'after', value: after } : before ? { kind: 'before', value: before } : undefined,
    page: (after || before) && Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** Writes the parts that differ from the default, keeping what else stands in the address. */
export function writeListState(state: ListState, before: URLSearchParams): URLSearchParams {
  const kept = [...before].filter(([name]) => !isListParam(name));
  const params = new URLSearchParams(kept);
  if (state.search) params.set('q', state.search);
  for (const [key, value] of Object.entries(state.filters)) if (value) params.set(`f.${key}`, value);
  if (state.sort) params.set('sort', `${state.sort.direction === 'DESC' ? '-' : ''}${state.sort.field}`);
  if (state.size !== DEFAULT_SIZE) params.set('size', String(state.size));
  if (state.cursor) {
    params.set(state.cursor.kind, state.cursor.value);
    params.set('page', String(state.page));
  }
  return params;
}

function isListParam(name: string): boolean {
  return ['q', 'sort', 'size', 'after', 'before', 'page'].includes(name) || name.startsWith('f.');
}

/** The part of an address that a saved view keeps: what is shown, not which page of it. */
export function viewOf(state: ListState): string {
  return writeListState({ ...state, cursor: undefined, page: 1 }, new URLSearchParams()).toString();
}

/** The address of a list with filters set, for figures and links: `listPath('/entries', { state: ['SUBMITTED'] })`. */
export function listPath(
  path: string,
  filters: Readonly<Record<string, string | readonly string[]>>,
  sort?: string,
): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) {
    params.set(`f.${key}`, typeof value === 'string' ? value : value.join(','));
  }
  if (sort) params.set('sort', sort);
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

/** `from..to`, either side open. */
export function splitRange(value: string | undefined): [string, string] {
  const [from = '', to = ''] = (value ?? '').split('..');
  return [from, to];
}

/** The reverse; empty when both sides are. */
export function joinRange(from: string, to: string): string {
  return from || to ? `${from}..${to}` : '';
}

/** `id~name`: the name travels along, so that a filter can be shown before the server is asked. */
export function splitLookup(value: string): { value: string; label: string } {
  const at = value.indexOf('~');
  return at < 0 ? { value, label: value } : { value: value.slice(0, at), label: value.slice(at + 1) };
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const startOfDay = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function dates(value: string, dateOnly: boolean): object | undefined {
  const [from, to] = splitRange(value).map((day) =>
    DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : '',
  );
  if (!from && !to) return undefined;
  const edge = dateOnly ? (day: string) => day : startOfDay;
  return { ...(from ? { gte: edge(from) } : {}), ...(to ? { lt: edge(dayAfter(to)) } : {}) };
}

function numbers(value: string): object | undefined {
  const [from, to] = splitRange(value).map((one) =>
    one !== '' && Number.isFinite(Number(one)) ? Number(one) : undefined,
  );
  if (from === undefined && to === undefined) return undefined;
  return { ...(from === undefined ? {} : { gte: from }), ...(to === undefined ? {} : { lt: to }) };
}

/** The contract's operator object of one filter (a bare id where it asks for one); undefined when its text says nothing usable. */
export function operatorOf(filter: ListFilter, value: string): object | string | undefined {
  switch (filter.kind) {
    case 'choice':
      return filter.single ? { eq: value } : { in: value.split(',') };
    case 'dates':
      return dates(value, filter.dateOnly ?? false);
    case 'numbers':
      return numbers(value);
    case 'text':
      return { contains: value };
    case 'flag':
      return value === 'true' || value === 'false' ? { eq: value === 'true' } : undefined;
    case 'lookup':
      return filter.bare ? splitLookup(value).value : { eq: splitLookup(value).value };
  }
}

/** The whole `filter` argument. The base wins over the address: it is the page's own limit. */
export function filterInput(
  state: ListState,
  filters: readonly ListFilter[],
  base: object | undefined,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const filter of filters) {
    const value = state.filters[filter.key];
    const operator = value ? operatorOf(filter, value) : undefined;
    if (operator) input[filter.key] = operator;
  }
  if (state.search.trim()) input.search = state.search.trim();
  return { ...input, ...base };
}

/** `first/after` going forward, `last/before` going back. */
export function pageArguments({ size, cursor }: ListState): {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
} {
  if (!cursor) return { first: size };
  return cursor.kind === 'after'
    ? { first: size, after: cursor.value }
    : { last: size, before: cursor.value };
}

/** The address of the same rows as an Excel file. */
export function exportAddress(
  path: string,
  filter: object,
  sort: ListState['sort'],
  language: 'zh-CN' | 'en',
): string {
  const params = new URLSearchParams({
    filter: JSON.stringify(filter),
    lang: language === 'en' ? 'en' : 'zh',
  });
  if (sort) params.set('sort', JSON.stringify([sort]));
  return `${path}?${params}`;
}
