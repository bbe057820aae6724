import { PlusOutlined } from '@ant-design/icons';
import { COMPETITION_STATES } from '@xinghuo/shared/competition/competition';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { optionsOf } from '#client/ui/list/list-types.ts';
import { Clip } from '#client/ui/show/clip.tsx';
import { EDITIONS } from './documents/edition.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { COMPETITION_TONES } from './tones.ts';

/** All editions. */
export default function EditionsScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const language = useLanguage();
  const can = useCan();
  const titleOf = useEditionTitle();
  const create = can('competition.manage') ? (
    <Link to="/competitions/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('editions.create')}
      </Button>
    </Link>
  ) : null;
  return (
    <ListPage
      name="editions"
      title={t('editions.title')}
      hint={t('editions.hint')}
      query={EDITIONS}
      connection={(data) => data.competitions}
      defaultSort={{ field: 'YEAR', direction: 'DESC' }}
      rowName={(row) => row.title}
      rowPath={(row) => `/competitions/${row.id}`}
      searchable
      searchPlaceholder={t('editions.searchHint')}
      exportPath="/exports/competitions.xlsx"
      actions={create}
      columns={[
        { key: 'year', title: t('editions.column.year'), width: 64, sort: 'YEAR', render: (row) => row.year },
        {
          key: 'title',
          title: t('editions.column.title'),
          sort: 'TITLE',
          card: 'title',
          render: (row) => titleOf(row),
        },
        {
          key: 'state',
          title: t('editions.column.state'),
          width: 104,
          card: 'state',
          render: (row) => <StateTag of={COMPETITION_STATES} tones={COMPETITION_TONES} value={row.state} />,
        },
        {
          key: 'theme',
          title: t('editions.column.theme'),
          render: (row) => {
            const theme = language === 'en' && row.themeEn ? row.themeEn : row.theme;
            return theme ? <Clip text={theme} /> : NOTHING;
          },
        },
        {
          key: 'period',
          title: t('editions.column.period'),
          width: 200,
          render: (row) =>
            t('editions.period', { from: formatDate(row.entriesOpenAt), to: formatDate(row.entriesCloseAt) }),
        },
        {
          key: 'entries',
          title: t('editions.column.entries'),
          width: 76,
          align: 'right',
          render: (row) => formatNumber(row.entryCount),
        },
      ]}
      filters={[
        {
          kind: 'choice',
          key: 'state',
          label: t('editions.column.state'),
          options: optionsOf(COMPETITION_STATES, label),
        },
      ]}
      empty={{ title: t('editions.empty'), hint: t('editions.emptyHint'), action: create }}
    />
  );
}
