import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '#client/__generated__/index.ts';
import { formatDateTime, NOTHING } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';

const TEAM_ENTRIES = graphql(`
  query TeamEntries(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: EntryFilter
    $sort: [EntrySort!]
  ) {
    entries(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        number
        title
        titleEn
        state
        submittedAt
        competition {
          id
          year
        }
        category {
          id
          code
        }
        award {
          id
          title
          titleEn
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

/** The projects a team has entered, in all editions. */
export function TeamEntries({ teamId }: { teamId: string }): ReactNode {
  const { t } = useTranslation('teams');
  const label = useLabel();
  const english = useLanguage() === 'en';
  return (
    <ListPage
      embedded
      name="team-entries"
      title={t('tab.entries')}
      exportPath="/exports/entries.xlsx"
      query={TEAM_ENTRIES}
      connection={(data) => data.entries}
      baseFilter={{ team: { eq: teamId } }}
      defaultSort={{ field: 'UPDATED_AT', direction: 'DESC' }}
      rowName={(row) => row.title}
      rowPath={(row) => `/entries/${row.id}`}
      columns={[
        {
          key: 'number',
          title: t('entries.number'),
          width: 140,
          sort: 'NUMBER',
          render: (row) => row.number ?? NOTHING,
        },
        {
          key: 'title',
          title: t('entries.title'),
          sort: 'TITLE',
          card: 'title',
          render: (row) => (english && row.titleEn ? row.titleEn : row.title),
        },
        { key: 'year', title: t('entries.competition'), width: 90, render: (row) => row.competition.year },
        {
          key: 'category',
          title: t('entries.category'),
          width: 160,
          render: (row) => label(CATEGORIES[row.category.code]),
        },
        {
          key: 'state',
          title: t('entries.state'),
          width: 120,
          card: 'state',
          sort: 'STATE',
          render: (row) => label(ENTRY_STATES[row.state]),
        },
        {
          key: 'award',
          title: t('entries.award'),
          width: 120,
          render: (row) =>
            row.award ? (english && row.award.titleEn ? row.award.titleEn : row.award.title) : '',
        },
        {
          key: 'submittedAt',
          title: t('entries.submittedAt'),
          width: 160,
          sort: 'SUBMITTED_AT',
          render: (row) => formatDateTime(row.submittedAt),
        },
      ]}
      empty={{ title: t('entries.empty'), hint: t('entries.emptyHint') }}
    />
  );
}
