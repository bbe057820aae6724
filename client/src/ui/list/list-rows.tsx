import { Checkbox, Table } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useNarrow } from '../core/environment.ts';
import type { FromList } from '../detail/detail-page.tsx';
import type { ListState } from './list-state.ts';
import type { ListColumn } from './list-types.ts';

const FROM_LIST: FromList = { fromList: true };

/** What both forms of a list's rows need. */
export interface ListRowsProps<Row extends { readonly id: string }> {
  readonly rows: readonly Row[];
  readonly columns: readonly ListColumn<Row>[];
  readonly state: ListState;
  readonly change: (part: Partial<ListState>) => void;
  readonly rowName: (row: Row) => string;
  readonly rowPath: ((row: Row) => string) | undefined;
  /** The row that j and k stand on; -1 for none. */
  readonly at: number;
  /** Undefined where nothing can be done with several rows. */
  readonly selection:
    | { readonly ids: ReadonlySet<string>; readonly toggle: (rows: readonly Row[], on: boolean) => void }
    | undefined;
  readonly busy: boolean;
}

function isOwnControl(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('a, button, input, label, .ant-checkbox-wrapper, [role="button"]') !== null
  );
}

function TableRows<Row extends { readonly id: string }>(props: ListRowsProps<Row>): ReactNode {
  const { t } = useTranslation('kit');
  const navigate = useNavigate();
  const { rows, columns, state, rowPath, rowName, selection } = props;
  const titleKey = (columns.find(({ card }) => card === 'title') ?? columns[0])?.key;
  return (
    <Table<Row>
      size="small"
      className="xh-table"
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={(_row, index) => (index === props.at ? 'xh-row-at' : '')}
      onRow={(row, index) => ({
        'data-row': index,
        className: rowPath ? 'xh-row-link' : undefined,
        onClick: (event) => {
          if (!rowPath || isOwnControl(event.target) || window.getSelection()?.toString()) return;
          if (event.ctrlKey || event.metaKey) window.open(rowPath(row), '_blank', 'noopener');
          else void navigate(rowPath(row), { state: FROM_LIST });
        },
      })}
      onChange={(_pages, _filters, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        const field = columns.find(({ key }) => key === one?.columnKey)?.sort;
        props.change({
          sort:
            field && one?.order ? { field, direction: one.order === 'descend' ? 'DESC' : 'ASC' } : undefined,
        });
      }}
      rowSelection={
        selection && {
          selectedRowKeys: [...selection.ids],
          columnWidth: 40,
          onSelect: (row, on) => selection.toggle([row], on),
          onSelectAll: (on) => selection.toggle(rows, on),
          getCheckboxProps: (row) => ({ 'aria-label': t('list.selectRow', { name: rowName(row) }) }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('list.selectAll') }),
        }
      }
      columns={columns.map((column) => ({
        key: column.key,
        title: column.title,
        width: column.width,
        align: column.align,
        fixed: column.pinned ? ('end' as const) : false,
        sorter: column.sort !== undefined,
        sortOrder:
          column.sort !== undefined && state.sort?.field === column.sort
            ? state.sort.direction === 'DESC'
              ? ('descend' as const)
              : ('ascend' as const)
            : null,
        showSorterTooltip: false,
        render: (_value: unknown, row: Row) =>
          rowPath && column.key === titleKey ? (
            <Link to={rowPath(row)} state={FROM_LIST} className="xh-row-title">
              {column.render(row)}
            </Link>
          ) : (
            column.render(row)
          ),
      }))}
    />
  );
}

function CardRows<Row extends { readonly id: string }>(props: ListRowsProps<Row>): ReactNode {
  const { t } = useTranslation('kit');
  const { rows, columns, rowPath, rowName, selection } = props;
  const title = columns.find(({ card }) => card === 'title') ?? columns[0];
  const states = columns.filter(({ card }) => card === 'state');
  const lines = columns.filter((column) => column !== title && (column.card ?? 'line') === 'line');
  return (
    <ul className="xh-cards">
      {rows.map((row, index) => (
        <li key={row.id} data-row={index} className={index === props.at ? 'xh-row-at' : undefined}>
          <div className="xh-card-head">
            {selection ? (
              <Checkbox
                checked={selection.ids.has(row.id)}
                aria-label={t('list.selectRow', { name: rowName(row) })}
                onChange={(event) => selection.toggle([row], event.target.checked)}
              />
            ) : null}
            {rowPath ? (
              <Link to={rowPath(row)} state={FROM_LIST} className="xh-row-title">
                {title?.render(row)}
              </Link>
            ) : (
              <b>{title?.render(row)}</b>
            )}
            {states.map((column) => (
              <span key={column.key}>{column.render(row)}</span>
            ))}
          </div>
          <dl>
            {lines.map((column) => {
              const content = column.render(row);
              // Space is scarce on a phone: what is not there needs no heading.
              return content === '' || content === null ? null : (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{content}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** A list's rows: a table, on a phone cards. */
export function ListRows<Row extends { readonly id: string }>(props: ListRowsProps<Row>): ReactNode {
  const narrow = useNarrow();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.at >= 0)
      box.current?.querySelector(`[data-row="${props.at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [props.at]);
  return (
    <div ref={box} className={props.busy ? 'xh-rows xh-rows-busy' : 'xh-rows'} aria-busy={props.busy}>
      {narrow ? <CardRows {...props} /> : <TableRows {...props} />}
    </div>
  );
}
