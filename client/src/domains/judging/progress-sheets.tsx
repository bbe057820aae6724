import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { SHEET_STATES } from '@xinghuo/shared/judging/domain/score-sheet';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreSheetFilter, ScoreSheetSortField, SheetListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatMinutes, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { type ListColumn, optionsOf } from '#client/ui/list/list-types.ts';
import type { LookupFind } from '#client/ui/list/use-lookup.ts';
import { type JudgingCategory, useTitleOf } from './edition-page.tsx';
import { SHEET_TONES } from './judging-tones.ts';
import { SHEETS } from './progress-documents.ts';

type Row = SheetListQuery['scoreSheets']['nodes'][number];
type Sort = ScoreSheetSortField;

/** Score sheets as the office sees them: of a judge, or of a round with filters for judge and category. */
export function SheetsList(props: {
  name: string;
  filter: Partial<ScoreSheetFilter>;
  hide?: readonly ('judge' | 'round')[];
  findJudge?: LookupFind;
  categories?: readonly JudgingCategory[];
}): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const language = useLanguage();
  const titleOf = useTitleOf();
  const hide = new Set<string>(props.hide ?? []);
  const columns: readonly ListColumn<Row, Sort>[] = [
    {
      key: 'entry',
      title: t('progress.entry'),
      card: 'title',
      render: (row) => (row.entry ? `${row.entry.number ?? ''} ${titleOf(row.entry)}` : NOTHING),
    },
    {
      key: 'category',
      title: t('progress.category'),
      width: 130,
      sort: 'CATEGORY',
      render: (row) => (row.entry ? label(CATEGORIES[row.entry.category.code]) : ''),
    },
    {
      key: 'judge',
      title: t('progress.judge'),
      width: 140,
      sort: 'JUDGE',
      render: (row) =>
        `${row.judgeCode} ${(language === 'en' && row.judge?.nameEn) || (row.judge?.name ?? '')}`,
    },
    {
      key: 'round',
      title: t('frame.round'),
      width: 130,
      render: (row) => (row.round ? titleOf(row.round) : ''),
    },
    {
      key: 'state',
      title: t('progress.state'),
      width: 110,
      card: 'state',
      render: (row) => <StateTag of={SHEET_STATES} tones={SHEET_TONES} value={row.state} />,
    },
    {
      key: 'total',
      title: t('progress.total'),
      width: 90,
      align: 'right',
      sort: 'TOTAL',
      render: (row) => formatNumber(row.total, 2),
    },
    {
      key: 'time',
      title: t('progress.time'),
      width: 110,
      align: 'right',
      card: 'none',
      render: (row) =>
        row.secondsSpent > 0 ? formatMinutes(Math.ceil(row.secondsSpent / 60), language) : '',
    },
    {
      key: 'submittedAt',
      title: t('progress.submittedAt'),
      width: 150,
      sort: 'SUBMITTED_AT',
      render: (row) => formatDateTime(row.submittedAt),
    },
  ];
  return (
    <ListPage
      embedded
      name={props.name}
      title={t('progress.sheets')}
      query={SHEETS}
      connection={(data) => data.scoreSheets}
      baseFilter={props.filter}
      defaultSort={{ field: 'CATEGORY', direction: 'ASC' }}
      rowName={(row) => `${row.judgeCode} ${row.entry?.title ?? ''}`}
      rowPath={(row) => `/sheets/${row.id}`}
      exportPath="/exports/scoreSheets.xlsx"
      columns={columns.filter(({ key }) => !hide.has(key))}
      filters={[
        {
          kind: 'choice',
          key: 'state',
          label: t('progress.state'),
          options: optionsOf(SHEET_STATES, label),
        },
        ...(props.categories
          ? [
              {
                kind: 'choice' as const,
                key: 'category' as const,
                label: t('progress.category'),
                options: props.categories.map((one) => ({ value: one.id, label: titleOf(one) })),
              },
            ]
          : []),
        ...(props.findJudge
          ? [
              {
                kind: 'lookup' as const,
                key: 'judge' as const,
                label: t('progress.judge'),
                find: props.findJudge,
              },
            ]
          : []),
      ]}
      empty={{ title: t('progress.noSheets'), hint: t('progress.noSheetsHint') }}
    />
  );
}
