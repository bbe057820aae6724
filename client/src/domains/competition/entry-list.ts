import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import type { Label } from '@xinghuo/shared/kernel/label';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import type { EntryFilter, EntrySort, EntrySortField } from '#client/__generated__/graphql.ts';
import { filterInput, readListState } from '#client/ui/list/list-state.ts';
import { type ListFilter, optionsOf } from '#client/ui/list/list-types.ts';

/** What the table of entries can be filtered by. */
export type EntryFilterKey = 'categoryCode' | 'state' | 'applicantKind' | 'submittedAt';

/** The filters of the table of entries; the page of an entry reads the same address. */
export function entryFilters(words: {
  label: (label: Label) => string;
  names: Readonly<Record<EntryFilterKey, string>>;
}): readonly ListFilter<EntryFilterKey>[] {
  const { label, names } = words;
  return [
    { kind: 'choice', key: 'state', label: names.state, options: optionsOf(ENTRY_STATES, label) },
    { kind: 'choice', key: 'categoryCode', label: names.categoryCode, options: optionsOf(CATEGORIES, label) },
    {
      kind: 'choice',
      key: 'applicantKind',
      label: names.applicantKind,
      options: optionsOf(APPLICANT_KINDS, label),
    },
    { kind: 'dates', key: 'submittedAt', label: names.submittedAt, rare: true },
  ];
}

const NAMELESS: Readonly<Record<EntryFilterKey, string>> = {
  categoryCode: '',
  state: '',
  applicantKind: '',
  submittedAt: '',
};
const SORTS: readonly EntrySortField[] = [
  'BUDGET_TOTAL',
  'CATEGORY',
  'NUMBER',
  'STATE',
  'SUBMITTED_AT',
  'TITLE',
  'UPDATED_AT',
];

/** The order of the table unless the reader chose another. */
export const ENTRY_ORDER = { field: 'NUMBER', direction: 'ASC' } as const satisfies EntrySort;

/** Where an entry stands in the table it was opened from: the table's own address and the row's cursor. */
export interface EntryPlace {
  readonly list: string;
  readonly cursor: string;
}

/** The address of an entry that remembers its place; a tab to open at once, where the work is. */
export function entryPath(id: string, place: EntryPlace | null, tab?: string): string {
  const params = new URLSearchParams();
  if (tab) params.set('tab', tab);
  if (place) {
    params.set('list', place.list);
    params.set('at', place.cursor);
  }
  const query = params.toString();
  return query ? `/entries/${id}?${query}` : `/entries/${id}`;
}

/** The place an address of an entry remembers; null for one opened from elsewhere. */
export function placeOf(params: URLSearchParams): EntryPlace | null {
  const cursor = params.get('at');
  return cursor ? { list: params.get('list') ?? '', cursor } : null;
}

/** The filter and order of the table at an address, as the server takes them. */
export function entryListArguments(
  list: string,
  competition: string | null,
): { filter: EntryFilter; sort: EntrySort[] } {
  const filters = entryFilters({ label: ({ zh }) => zh, names: NAMELESS });
  const state = readListState(
    new URLSearchParams(list),
    filters.map(({ key }) => key),
  );
  const base = competition ? { competition: { eq: competition } } : undefined;
  const field = SORTS.find((one) => one === state.sort?.field);
  return {
    filter: filterInput(state, filters, base),
    sort: [state.sort && field ? { field, direction: state.sort.direction } : ENTRY_ORDER],
  };
}
