import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import type { CompetitionState } from '@xinghuo/shared/competition/competition';
import { ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import { APPLICANT_KINDS } from '@xinghuo/shared/teams/team';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { EntryListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { ListPage } from '#client/ui/list/list-page.tsx';
import type { BulkAction, ListConnection } from '#client/ui/list/list-types.ts';
import { Clip } from '#client/ui/show/clip.tsx';
import './competition.css';
import { ENTRIES, ENTRIES_ACCEPT, ENTRIES_REJECT, ENTRIES_RETURN } from './documents/entries.ts';
import { ENTRY_ORDER, entryFilters, entryPath } from './entry-list.ts';
import { AssignEntries } from './parts/assign-entries.tsx';
import { EditionGate, EditionSwitch, useEditionTitle } from './parts/edition-gate.tsx';
import { nameRefusedRows } from './row-problems.ts';
import { ENTRY_TONES } from './tones.ts';
import type { EditionChoice } from './use-edition.ts';
import type { EditionOption } from './working-edition.ts';

const REFETCH = { refetch: ['EntryList'] } as const;

type Connection = EntryListQuery['entries'];
type Row = Connection['edges'][number]['node'] & { readonly cursor: string };

function rowsOf({ entries: { edges, ...page } }: EntryListQuery): ListConnection<Row> {
  return { ...page, nodes: edges.map(({ cursor, node }) => ({ ...node, cursor })) };
}

/** Phases in which entries have judges. */
const ASSIGNABLE: ReadonlySet<CompetitionState> = new Set(['SCREENING', 'REVIEW']);

function EntriesTable({ edition, choice }: { edition: EditionOption; choice: EditionChoice }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const can = useCan();
  const { search } = useLocation();
  const titleOf = useEditionTitle();
  const [accept] = useWrite(ENTRIES_ACCEPT, REFETCH);
  const [giveBack] = useWrite(ENTRIES_RETURN, REFETCH);
  const [reject] = useWrite(ENTRIES_REJECT, REFETCH);
  const refused = (name: string, why: string) => t('entries.rowRefused', { name, why });
  const list = search.replace(/^\?/, '');
  const importing = can('import.run') ? (
    <Link to="/import/entries">
      <Button icon={<ImportOutlined />}>{t('entries.import')}</Button>
    </Link>
  ) : null;
  const screening: readonly BulkAction<Row>[] = [
    {
      key: 'accept',
      label: t('entries.accept'),
      title: (count) => t('entries.bulkAccept', { count }),
      run: async (rows) =>
        nameRefusedRows(
          await accept({ input: { ids: rows.map(({ id }) => id) } }),
          rows.map(titleOf),
          refused,
        ),
    },
    {
      key: 'return',
      label: t('entries.return'),
      reason: true,
      title: (count) => t('entries.bulkReturn', { count }),
      run: async (rows, reason) => {
        const notes = [{ field: 'general', text: reason ?? '' }];
        const outcome = await giveBack({ input: { ids: rows.map(({ id }) => id), notes } });
        return nameRefusedRows(outcome, rows.map(titleOf), refused);
      },
    },
    {
      key: 'reject',
      label: t('entries.reject'),
      reason: true,
      danger: true,
      title: (count) => t('entries.bulkReject', { count }),
      run: async (rows, reason) => {
        const outcome = await reject({ input: { ids: rows.map(({ id }) => id), reason: reason ?? '' } });
        return nameRefusedRows(outcome, rows.map(titleOf), refused);
      },
    },
  ];
  const assigning: readonly BulkAction<Row>[] = [
    {
      key: 'assign',
      label: t('entries.assign'),
      title: (count) => t('entries.bulkAssign', { count }),
      dialog: (dialog) => <AssignEntries editionId={edition.id} {...dialog} />,
    },
  ];
  const bulk = [
    ...(can('entry.screen') ? screening : []),
    ...(can('assignment.manage') && ASSIGNABLE.has(edition.state) ? assigning : []),
  ];
  return (
    <ListPage
      name="entries"
      title={t('entries.title')}
      query={ENTRIES}
      connection={rowsOf}
      baseFilter={{ competition: { eq: edition.id } }}
      defaultSort={ENTRY_ORDER}
      rowName={(row) => row.title}
      rowPath={(row) =>
        entryPath(row.id, { list, cursor: row.cursor }, row.state === 'SUBMITTED' ? 'screening' : undefined)
      }
      searchable
      searchPlaceholder={t('entries.searchHint')}
      exportPath="/exports/entries.xlsx"
      actions={
        <>
          <EditionSwitch choice={choice} />
          {importing}
          {edition.state === 'OPEN' && can('entry.write') ? (
            <Link to={`/my-entries/new?edition=${edition.id}`}>
              <Button icon={<PlusOutlined />}>{t('entries.enterFor')}</Button>
            </Link>
          ) : null}
        </>
      }
      columns={[
        {
          key: 'number',
          title: t('entries.column.number'),
          width: 120,
          sort: 'NUMBER',
          render: (row) => row.number ?? NOTHING,
        },
        {
          key: 'title',
          title: t('entries.column.title'),
          sort: 'TITLE',
          card: 'title',
          render: (row) => <span className="xh-entry-title">{titleOf(row)}</span>,
        },
        {
          key: 'category',
          title: t('entries.column.category'),
          width: 105,
          sort: 'CATEGORY',
          render: (row) => label(CATEGORIES[row.category.code]),
        },
        {
          key: 'team',
          title: t('entries.column.team'),
          render: (row) =>
            row.team ? (
              <Clip text={titleOf({ title: row.team.name, titleEn: row.team.nameEn ?? '' })} />
            ) : (
              NOTHING
            ),
        },
        {
          key: 'state',
          title: t('entries.column.state'),
          width: 112,
          sort: 'STATE',
          card: 'state',
          render: (row) => <StateTag of={ENTRY_STATES} tones={ENTRY_TONES} value={row.state} />,
        },
        {
          key: 'mean',
          title: t('entries.column.mean'),
          width: 80,
          align: 'right',
          render: (row) => (row.meanScore === null ? NOTHING : formatNumber(row.meanScore, 2)),
        },
        {
          key: 'submittedAt',
          title: t('entries.column.submittedAt'),
          width: 140,
          sort: 'SUBMITTED_AT',
          render: (row) => formatDateTime(row.submittedAt),
        },
        {
          key: 'deadline',
          title: t('entries.column.deadline'),
          width: 150,
          hidden: true,
          render: (row) => formatDateTime(row.deadline),
        },
        {
          key: 'applicantKind',
          title: t('entries.column.applicantKind'),
          width: 150,
          hidden: true,
          render: (row) => label(APPLICANT_KINDS[row.applicantKind]),
        },
        {
          key: 'award',
          title: t('entries.column.award'),
          width: 110,
          hidden: true,
          render: (row) => (row.award ? titleOf(row.award) : NOTHING),
        },
        {
          key: 'budget',
          title: t('entries.column.budget'),
          width: 120,
          align: 'right',
          sort: 'BUDGET_TOTAL',
          hidden: true,
          render: (row) => formatNumber(row.budgetTotal, 2),
        },
        {
          key: 'updatedAt',
          title: t('entries.column.updatedAt'),
          width: 150,
          sort: 'UPDATED_AT',
          hidden: true,
          render: (row) => formatDateTime(row.updatedAt),
        },
      ]}
      filters={entryFilters({
        label,
        names: {
          categoryCode: t('entries.column.category'),
          state: t('entries.column.state'),
          applicantKind: t('entries.column.applicantKind'),
          submittedAt: t('entries.column.submittedAt'),
        },
      })}
      {...(bulk.length > 0 ? { bulk } : {})}
      empty={{ title: t('entries.empty'), hint: t('entries.emptyHint'), action: importing }}
    />
  );
}

/** All entries of an edition. */
export default function EntriesScreen(): ReactNode {
  return (
    <EditionGate>
      {(edition, choice) => <EntriesTable key={edition.id} edition={edition} choice={choice} />}
    </EditionGate>
  );
}
