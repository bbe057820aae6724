import { CONFLICT_SOURCES } from '@xinghuo/shared/judging/domain/judge';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConflictListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { ToneTag } from '#client/ui/detail/state-tag.tsx';
import { eachWrite } from '#client/ui/list/each-write.ts';
import type { ListOption } from '#client/ui/list/list-option.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { type BulkAction, type ListColumn, optionsOf } from '#client/ui/list/list-types.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import { findJudgesOf } from '../competition/find-judges.ts';
import { CONFLICT_REMOVE, CONFLICTS } from './conflicts-documents.ts';
import { conflictReason } from './conflicts-words.ts';
import { findJudgedEntries } from './judges-find.ts';

type Row = ConflictListQuery['conflicts']['nodes'][number];

/** Conflicts of an edition, or of one of its judges. */
export function ConflictsList(props: {
  competitionId: string;
  judge?: ListOption;
  actions?: ReactNode;
  embedded?: boolean;
}): ReactNode {
  const { competitionId, judge } = props;
  const { t } = useTranslation('judging');
  const label = useLabel();
  const english = useLanguage() === 'en';
  const entryOf = (row: Pick<Row, 'entryTitle' | 'entryTitleEn'>): string =>
    english ? row.entryTitleEn : row.entryTitle;
  const manage = useCan()('conflict.manage');
  const [remove] = useWrite(CONFLICT_REMOVE);
  const judges = useCallback<LookupFind>(
    (...asked) => findJudgesOf(competitionId)(...asked),
    [competitionId],
  );
  const entries = useCallback<LookupFind>(
    (...asked) => findJudgedEntries(competitionId)(...asked),
    [competitionId],
  );
  const columns: readonly ListColumn<Row, 'CREATED_AT'>[] = [
    {
      key: 'judge',
      title: t('conflicts.judge'),
      width: 160,
      render: (row) =>
        row.judge ? (
          <Link to={`/judges/${row.judge.id}`}>
            {row.judge.code} {english && row.judge.nameEn ? row.judge.nameEn : row.judge.name}
          </Link>
        ) : null,
    },
    {
      key: 'entry',
      title: t('conflicts.entry'),
      card: 'title',
      render: (row) =>
        row.entry ? <Link to={`/entries/${row.entry.id}`}>{entryOf(row)}</Link> : entryOf(row),
    },
    {
      key: 'state',
      title: t('conflicts.state'),
      width: 110,
      card: 'state',
      render: (row) =>
        row.withdrawn ? (
          <span title={`${formatDateTime(row.withdrawnAt)} ${row.withdrawnReason ?? ''}`}>
            <ToneTag tone="draft">{t('conflicts.withdrawn')}</ToneTag>
          </span>
        ) : (
          <ToneTag tone="refused">{t('conflicts.holds')}</ToneTag>
        ),
    },
    {
      key: 'source',
      title: t('conflicts.source'),
      width: 130,
      render: (row) => label(CONFLICT_SOURCES[row.source]),
    },
    { key: 'reason', title: t('conflicts.reason'), render: (row) => conflictReason(row, label) },
    {
      key: 'createdAt',
      title: t('conflicts.createdAt'),
      width: 160,
      sort: 'CREATED_AT',
      render: (row) => formatDateTime(row.createdAt),
    },
  ];
  const bulk: readonly BulkAction<Row>[] = [
    {
      key: 'remove',
      label: t('conflicts.remove'),
      title: (count) => t('conflicts.removeTitle', { count }),
      reason: true,
      run: (rows, reason) =>
        eachWrite(
          rows.filter(({ withdrawn }) => !withdrawn),
          entryOf,
          ({ id }) => remove({ input: { id, reason: reason ?? '' } }),
        ),
    },
  ];
  return (
    <ListPage
      key={competitionId}
      name={judge ? 'judge-conflicts' : 'conflicts'}
      title={t('conflicts.title')}
      hint={t('conflicts.hint')}
      query={CONFLICTS}
      connection={(data) => data.conflicts}
      baseFilter={judge ? { judge: { eq: judge.value } } : { competition: { eq: competitionId } }}
      defaultSort={{ field: 'CREATED_AT', direction: 'DESC' }}
      rowName={(row) => `${row.judge?.name ?? ''} ${entryOf(row)}`}
      embedded={props.embedded ?? false}
      actions={props.actions}
      {...(props.embedded ? {} : { exportPath: '/exports/conflicts.xlsx' })}
      {...(manage ? { bulk } : {})}
      columns={judge ? columns.filter(({ key }) => key !== 'judge') : columns}
      filters={[
        ...(judge
          ? []
          : [
              {
                kind: 'lookup' as const,
                key: 'judge' as const,
                label: t('conflicts.judge'),
                find: judges,
              },
            ]),
        { kind: 'lookup', key: 'entry', label: t('conflicts.entry'), find: entries },
        {
          kind: 'choice',
          key: 'source',
          label: t('conflicts.source'),
          options: optionsOf(CONFLICT_SOURCES, label),
        },
        { kind: 'flag', key: 'withdrawn', label: t('conflicts.withdrawn') },
      ]}
      empty={{ title: t('conflicts.empty'), hint: t('conflicts.emptyHint') }}
    />
  );
}
