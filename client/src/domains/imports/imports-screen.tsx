import { ImportOutlined } from '@ant-design/icons';
import { IMPORT_STATES, type ImportState } from '@xinghuo/shared/imports/imports';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportListQuery } from '#client/__generated__/graphql.ts';
import { graphql } from '#client/__generated__/index.ts';
import { formatDateTime, formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { problemText } from '#client/ui/core/problem-text.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { StateTag, type Tones } from '#client/ui/detail/state-tag.tsx';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { IMPORT_KIND_NAMES, IMPORT_KINDS, isImportKind } from './kinds.ts';

const IMPORTS = graphql(`
  query ImportList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ImportRunFilter
    $sort: [ImportRunSort!]
  ) {
    imports(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        kind
        fileName
        digest
        rows
        created
        updated
        unchanged
        actor
        at
        state
        problems {
          code
          path
          params
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
    }
  }
`);

type Row = ImportListQuery['imports']['nodes'][number];

const TONES: Tones<ImportState> = { QUEUED: 'active', DONE: 'done', FAILED: 'refused' };
/** How often the list is asked again, in milliseconds: a long import ends while one looks. */
const POLL = 5_000;
/** Reasons of a failure that are written out. */
const TOLD = 3;

/** Where an import stands, and why nothing was written. */
function Standing({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation('imports');
  const reasons = row.problems.slice(0, TOLD).map(({ code, path, params }) => {
    const why = problemText(code, params);
    const [part, row] = path;
    return part === 'rows' && row !== undefined ? t('rowProblem', { row, why }) : why;
  });
  if (row.problems.length > TOLD) reasons.push(`+${row.problems.length - TOLD}`);
  if (row.state === 'FAILED' && reasons.length === 0) reasons.push(t('unknownFailure'));
  return (
    <>
      <StateTag of={IMPORT_STATES} tones={TONES} value={row.state} />
      {reasons.map((reason) => (
        <div key={reason} className="xh-hint">
          {reason}
        </div>
      ))}
    </>
  );
}

/** What was imported, and the way to import more. */
export default function ImportsScreen(): ReactNode {
  const { t } = useTranslation('imports');
  const can = useCan();
  const label = useLabel();
  const kindOf = (kind: string): string => (isImportKind(kind) ? t(`kinds.${kind}`) : kind);
  const open = IMPORT_KIND_NAMES.filter((kind) => can('import.run') && can(IMPORT_KINDS[kind].permission));
  const start =
    open.length === 0 ? null : (
      <Dropdown
        trigger={['click']}
        menu={{
          items: open.map((kind) => ({
            key: kind,
            label: <Link to={`/import/${kind}`}>{t('open', { kind: kindOf(kind) })}</Link>,
          })),
        }}
      >
        <Button type="primary" icon={<ImportOutlined />}>
          {t('start')}
        </Button>
      </Dropdown>
    );
  return (
    <ListPage
      name="imports"
      title={t('title')}
      hint={t('hint')}
      query={IMPORTS}
      connection={(data) => data.imports}
      defaultSort={{ field: 'AT', direction: 'DESC' }}
      rowName={(row) => row.fileName}
      searchable
      searchPlaceholder={t('search')}
      exportPath="/exports/imports.xlsx"
      pollInterval={POLL}
      actions={start}
      columns={[
        { key: 'fileName', title: t('field.fileName'), card: 'title', render: (row) => row.fileName },
        {
          key: 'kind',
          title: t('field.kind'),
          width: 110,
          card: 'state',
          render: (row) =>
            isImportKind(row.kind) && can(IMPORT_KINDS[row.kind].permission) ? (
              <Link to={IMPORT_KINDS[row.kind].list}>{kindOf(row.kind)}</Link>
            ) : (
              kindOf(row.kind)
            ),
        },
        {
          key: 'state',
          title: t('field.state'),
          width: 120,
          card: 'state',
          render: (row) => <Standing row={row} />,
        },
        {
          key: 'rows',
          title: t('field.rows'),
          width: 80,
          align: 'right',
          render: (row) => formatNumber(row.rows),
        },
        {
          key: 'created',
          title: t('field.created'),
          width: 80,
          align: 'right',
          render: (row) => formatNumber(row.created),
        },
        {
          key: 'updated',
          title: t('field.updated'),
          width: 80,
          align: 'right',
          render: (row) => formatNumber(row.updated),
        },
        {
          key: 'unchanged',
          title: t('field.unchanged'),
          width: 90,
          align: 'right',
          render: (row) => formatNumber(row.unchanged),
        },
        { key: 'actor', title: t('field.actor'), width: 110, render: (row) => row.actor },
        {
          key: 'at',
          title: t('field.at'),
          width: 160,
          sort: 'AT',
          render: (row) => formatDateTime(row.at),
        },
        {
          key: 'digest',
          title: t('field.digest'),
          hidden: true,
          card: 'none',
          render: (row) => <code title={row.digest}>{row.digest.slice(0, 16)}…</code>,
        },
      ]}
      filters={[
        {
          kind: 'choice',
          key: 'kind',
          label: t('field.kind'),
          options: IMPORT_KIND_NAMES.map((value) => ({ value, label: kindOf(value) })),
        },
        { kind: 'choice', key: 'state', label: t('field.state'), options: optionsOf(IMPORT_STATES, label) },
        { kind: 'dates', key: 'at', label: t('field.at') },
      ]}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: start }}
    />
  );
}
