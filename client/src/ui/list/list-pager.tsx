import { LeftOutlined, RightOutlined, VerticalRightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../core/format.ts';
import { COUNTED } from './export-button.tsx';
import { type ListState, PAGE_SIZES } from './list-state.ts';
import type { ListConnection } from './list-types.ts';

/** The foot of a list: where one is, how many there are, onward and back. */
export function ListPager(props: {
  state: ListState;
  connection: ListConnection<unknown>;
  change: (part: Partial<ListState>) => void;
}): ReactNode {
  const { t } = useTranslation('kit');
  const { state, connection, change } = props;
  const { pageInfo, totalCount, nodes } = connection;
  const from = (state.page - 1) * state.size + 1;
  const back = pageInfo.hasPreviousPage && pageInfo.startCursor;
  const on = pageInfo.hasNextPage && pageInfo.endCursor;
  const many = (totalCount ?? 0) >= COUNTED;
  return (
    <footer className="xh-list-foot">
      <span className="xh-hint">
        {nodes.length > 0
          ? `${t('list.range', { from: formatNumber(from), to: formatNumber(from + nodes.length - 1) })} · `
          : null}
        {totalCount === null || totalCount === undefined
          ? null
          : many
            ? t('list.totalMany')
            : t('list.total', { total: formatNumber(totalCount) })}
      </span>
      <span className="xh-list-turn">
        {state.page > 1 ? (
          <Button
            type="text"
            icon={<VerticalRightOutlined />}
            aria-label={t('list.first')}
            title={t('list.first')}
            onClick={() => change({ cursor: undefined, page: 1 })}
          />
        ) : null}
        <Button
          icon={<LeftOutlined />}
          aria-label={t('list.previous')}
          disabled={!back}
          onClick={() => {
            if (!back) return;
            const page = state.page - 1;
            // The first page is asked from its front, so that rows which came in since are seen.
            change(
              page <= 1 ? { cursor: undefined, page: 1 } : { cursor: { kind: 'before', value: back }, page },
            );
          }}
        />
        <span aria-current="page">{formatNumber(state.page)}</span>
        <Button
          icon={<RightOutlined />}
          aria-label={t('list.next')}
          disabled={!on}
          onClick={() => {
            if (on) change({ cursor: { kind: 'after', value: on }, page: state.page + 1 });
          }}
        />
        <Select
          value={state.size}
          aria-label={t('list.pageSize', { size: state.size })}
          options={PAGE_SIZES.map((size) => ({ value: size, label: t('list.pageSize', { size }) }))}
          popupMatchSelectWidth={false}
          onChange={(size: number) => change({ size })}
        />
      </span>
    </footer>
  );
}
