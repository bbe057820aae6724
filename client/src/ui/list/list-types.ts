import type { TypedDocumentNode } from '@apollo/client';
import type { EnumTable } from '@xinghuo/shared/kernel/label';
import type { ReactNode } from 'react';
import type { WriteOutcome } from '../core/use-write.ts';
import type { ListOption } from './list-option.ts';
import type { LookupFind } from './use-lookup.ts';

/** The variables every list query of the contract takes. */
export interface ListVariables {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
  readonly filter?: object | null | undefined;
  readonly sort?: object | null | undefined;
}

/** One page of a list as the contract delivers it. */
export interface ListConnection<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string | null | undefined;
    readonly endCursor?: string | null | undefined;
  };
  /** Exact up to 10,000, where it means "10,000 or more". */
  readonly totalCount?: number | null | undefined;
}

/** The fields a list may be filtered by, from the query's own variables. */
export type FilterKey<V extends ListVariables> = keyof NonNullable<V['filter']> & string;
type Element<S> = S extends readonly (infer E)[] ? E : S;
/** The fields a list may be sorted by, from the query's own variables. */
export type SortField<V extends ListVariables> =
  Element<NonNullable<V['sort']>> extends { field: infer F extends string } ? F : string;

/** One column. */
export interface ListColumn<Row, Sort extends string = string> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Stays at the right edge while the others scroll: for what is done with a row. */
  readonly pinned?: boolean;
  /** The contract's sort field, where the column can be sorted by. */
  readonly sort?: Sort;
  /** Off until somebody chooses it. */
  readonly hidden?: boolean;
  /** Where it stands on a phone's card; `line` (label and value) when not said. */
  readonly card?: 'title' | 'state' | 'line' | 'none';
}

interface FilterBase<Key extends string> {
  readonly key: Key;
  readonly label: string;
  /** Behind "more filters" until it is in use. */
  readonly rare?: boolean;
}

/** One filter; its kind says what stands in the bar and what goes to the server. */
export type ListFilter<Key extends string = string> =
  | (FilterBase<Key> & {
      /** `{ in: […] }`, or `{ eq }` with `single`. */
      readonly kind: 'choice';
      readonly options: readonly ListOption[];
      readonly single?: boolean;
    })
  | (FilterBase<Key> & {
      /** `{ gte, lt }` instants of whole days in Shanghai; days themselves with `dateOnly`. */
      readonly kind: 'dates';
      readonly dateOnly?: boolean;
    })
  | (FilterBase<Key> & {
      /** `{ gte, lt }` numbers. */
      readonly kind: 'numbers';
    })
  | (FilterBase<Key> & {
      /** `{ contains }`. */
      readonly kind: 'text';
    })
  | (FilterBase<Key> & {
      /** `{ eq: true | false }`. */
      readonly kind: 'flag';
    })
  | (FilterBase<Key> & {
      /** `{ eq: id }`, found on the server by its name; the id alone with `bare`, for `within` and its like. */
      readonly kind: 'lookup';
      readonly bare?: boolean;
      readonly find: LookupFind;
    });

interface BulkBase {
  readonly key: string;
  readonly label: string;
  /** Names what will happen to how many: `淘汰 12 个项目`. */
  readonly title: (count: number) => string;
}

/** What the dialog of a bulk step is given. */
export interface BulkDialogProps<Row> {
  readonly rows: readonly Row[];
  readonly title: string;
  readonly onCancel: () => void;
  /** It was done: says so and lets the selection go. */
  readonly onDone: () => void;
}

/** A step over several selected rows. */
export type BulkAction<Row> =
  | (BulkBase & {
      readonly danger?: boolean;
      /** Asks for a reason. */
      readonly reason?: boolean;
      readonly run: (rows: readonly Row[], reason: string | undefined) => Promise<WriteOutcome<unknown>>;
    })
  | (BulkBase & {
      /** A dialog of its own, for a step that asks for more than a reason. */
      readonly dialog: (props: BulkDialogProps<Row>) => ReactNode;
    });

/** Properties of a list page. */
export interface ListPageProps<Data, V extends ListVariables, Row extends { readonly id: string }> {
  /** Unique: chosen columns and saved views are kept under it. */
  readonly name: string;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly query: TypedDocumentNode<Data, V>;
  readonly connection: (data: Data) => ListConnection<Row> | null | undefined;
  /** The query's further variables. */
  readonly variables?: Partial<Omit<V, keyof ListVariables>>;
  /** Always applied, not shown. */
  readonly baseFilter?: Partial<NonNullable<V['filter']>>;
  readonly defaultSort?: { readonly field: SortField<V>; readonly direction: 'ASC' | 'DESC' };
  readonly columns: readonly ListColumn<Row, SortField<V>>[];
  readonly filters?: readonly ListFilter<FilterKey<V>>[];
  /** A search box that fills `filter.search`. */
  readonly searchable?: boolean;
  readonly searchPlaceholder?: string;
  /** What a row is called, for screen readers. */
  readonly rowName: (row: Row) => string;
  /** The address a row opens. */
  readonly rowPath?: (row: Row) => string;
  /** Buttons at the head of the page. */
  readonly actions?: ReactNode;
  readonly bulk?: readonly BulkAction<Row>[];
  /** `/exports/entries.xlsx`. */
  readonly exportPath?: string;
  /** What will stand here, and the first step, while there is nothing at all. */
  readonly empty: { readonly title: string; readonly hint?: ReactNode; readonly action?: ReactNode };
  /** Asks again every so many milliseconds, for lists that change while one looks. */
  readonly pollInterval?: number;
  /** Inside another page: without a heading and a title of its own. */
  readonly embedded?: boolean;
}

/** The values of an enumeration of `shared` as options in the reader's language (`label` from `useLabel()`). */
export function optionsOf<K extends string>(
  table: EnumTable<K>,
  label: (value: { zh: string; en: string }) => string,
): readonly ListOption[] {
  return (Object.keys(table) as K[]).map((value) => ({ value, label: label(table[value]) }));
}
