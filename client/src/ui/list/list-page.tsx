import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, type InputRef } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useNarrow } from '../core/environment.ts';
import { useShortcuts } from '../core/shortcuts.ts';
import { useStored } from '../core/stored.ts';
import { Page } from '../show/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../show/states.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import {
  type ColumnChoice,
  parseColumnChoice,
  parseViews,
  placeColumns,
  type SavedView,
} from './list-layout.ts';
import { ListPager } from './list-pager.tsx';
import { ListRows } from './list-rows.tsx';
import { filterInput, pageArguments, viewOf } from './list-state.ts';
import type { ListFilter, ListPageProps, ListVariables } from './list-types.ts';
import { useListState } from './use-list-state.ts';
import { useSelection } from './use-selection.ts';
import { ViewsMenu } from './views-menu.tsx';

const NO_FILTERS: readonly ListFilter[] = [];
const NO_VIEWS: readonly SavedView[] = [];

/**
 * The one list page of the product. Search, filters, sorting, page size and page live in the address, so Back, a link
 * and a saved view all mean the same thing; chosen columns and saved views are the account's own.
 */
export function ListPage<Data, V extends ListVariables, Row extends { readonly id: string }>(
  props: ListPageProps<Data, V, Row>,
): ReactNode {
  const { t } = useTranslation('kit');
  const narrow = useNarrow();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const search = useRef<InputRef>(null);
  const filters: readonly ListFilter[] = props.filters ?? NO_FILTERS;
  const [state, change] = useListState(filters.map(({ key }) => key));
  const [choice, setChoice] = useStored<ColumnChoice | null>(
    `columns:${props.name}`,
    null,
    parseColumnChoice,
  );
  const [views, setViews] = useStored(`views:${props.name}`, NO_VIEWS, parseViews);
  const [cursor, setCursor] = useState(-1);
  const view = viewOf(state);
  const selection = useSelection<Row>(view);
  const placed = useMemo(() => placeColumns(props.columns, choice), [props.columns, choice]);

  const sort = state.sort ?? props.defaultSort;
  const filter = filterInput(state, filters, props.baseFilter);
  const variables: OperationVariables = {
    ...props.variables,
    ...pageArguments(state),
    filter: Object.keys(filter).length > 0 ? filter : undefined,
    sort: sort ? [sort] : undefined,
  };
  // The variables are put together from the declaration, whose keys the types tie to those of the query.
  const query = props.query as TypedDocumentNode<Data, OperationVariables>;
  const result = useQuery(query, {
    variables,
    fetchPolicy: 'cache-and-network',
    pollInterval: props.pollInterval ?? 0,
  });
  const data = (result.data ?? result.previousData) as Data | undefined;
  const connection = data === undefined ? undefined : props.connection(data);
  const rows = connection?.nodes ?? [];
  const at = Math.min(cursor, rows.length - 1);
  const current = rows[at];

  useShortcuts(props.title, [
    { keys: 'j', label: t('keys.nextRow'), run: () => setCursor(Math.min(at + 1, rows.length - 1)) },
    { keys: 'k', label: t('keys.previousRow'), run: () => setCursor(Math.max(at - 1, 0)) },
    {
      keys: 'Enter',
      label: t('keys.openRow'),
      run: () => {
        if (current && props.rowPath) void navigate(props.rowPath(current), { state: { fromList: true } });
      },
    },
    ...(props.bulk
      ? [
          {
            keys: 'x',
            label: t('keys.toggleRow'),
            run: () => {
              if (current) selection.toggle([current], !selection.ids.has(current.id));
            },
          },
        ]
      : []),
    ...(props.searchable ? [{ keys: '/', label: t('keys.search'), run: () => search.current?.focus() }] : []),
  ]);

  const narrowed = state.search !== '' || Object.keys(state.filters).length > 0;
  const tools = (
    <>
      <ViewsMenu
        views={views}
        current={view}
        onOpen={(saved) => void navigate(saved ? `${pathname}?${saved}` : pathname)}
        onChange={setViews}
      />
      {narrow ? null : <ColumnsMenu placed={placed} onChange={setChoice} />}
      {props.exportPath ? (
        <ExportButton path={props.exportPath} filter={filter} sort={sort} total={connection?.totalCount} />
      ) : null}
    </>
  );
  const body = (): ReactNode => {
    if (!connection) {
      return result.error ? (
        <ErrorState error={result.error} onRetry={() => void result.refetch().catch(() => undefined)} />
      ) : (
        <LoadingState />
      );
    }
    if (rows.length === 0 && !result.loading) {
      return narrowed ? (
        <EmptyState
          title={t('list.noMatch')}
          hint={t('list.noMatchHint')}
          action={<Button onClick={() => change({ search: '', filters: {} })}>{t('action.clearAll')}</Button>}
        />
      ) : (
        <EmptyState {...props.empty} />
      );
    }
    return (
      <>
        {result.error ? (
          <ErrorState error={result.error} onRetry={() => void result.refetch().catch(() => undefined)} />
        ) : null}
        <ListRows
          rows={rows}
          columns={placed.filter(({ shown }) => shown).map(({ column }) => column)}
          state={sort ? { ...state, sort } : state}
          change={change}
          rowName={props.rowName}
          rowPath={props.rowPath}
          at={at}
          selection={props.bulk ? selection : undefined}
          busy={result.loading}
        />
        <ListPager state={state} connection={connection} change={change} />
      </>
    );
  };
  const list = (
    <section className="xh-list" aria-label={props.title}>
      <FilterBar
        filters={filters}
        state={state}
        change={change}
        searchable={props.searchable === true}
        placeholder={props.searchPlaceholder ?? t('action.search')}
        searchRef={search}
        tools={tools}
      />
      {props.bulk ? <BulkBar rows={selection.rows} actions={props.bulk} onClear={selection.clear} /> : null}
      {body()}
    </section>
  );
  return props.embedded ? (
    list
  ) : (
    <Page title={props.title} actions={props.actions} hint={props.hint}>
      {list}
    </Page>
  );
}
