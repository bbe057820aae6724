import { TEAM_STATES } from '@xinghuo/shared/teams/team';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '#client/__generated__/index.ts';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';

const UNIT_TEAMS = graphql(`
  query UnitTeams(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: TeamFilter
    $sort: [TeamSort!]
  ) {
    teams(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) {
      nodes {
        id
        number
        name
        nameEn
        state
        memberCount
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

/** The teams that a unit answers for. */
export function UnitTeams({ unitId }: { unitId: string }): ReactNode {
  const { t } = useTranslation('units');
  const label = useLabel();
  const language = useLanguage();
  return (
    <ListPage
      embedded
      name="unit-teams"
      title={t('tab.teams')}
      exportPath="/exports/teams.xlsx"
      query={UNIT_TEAMS}
      connection={(data) => data.teams}
      baseFilter={{ unit: { eq: unitId } }}
      defaultSort={{ field: 'NUMBER', direction: 'ASC' }}
      rowName={(row) => row.name}
      rowPath={(row) => `/teams/${row.id}`}
      columns={[
        { key: 'number', title: t('team.number'), width: 130, sort: 'NUMBER', render: (row) => row.number },
        {
          key: 'name',
          title: t('team.name'),
          sort: 'NAME',
          card: 'title',
          render: (row) => (language === 'en' && row.nameEn ? row.nameEn : row.name),
        },
        {
          key: 'state',
          title: t('team.state'),
          width: 110,
          card: 'state',
          render: (row) => label(TEAM_STATES[row.state]),
        },
        {
          key: 'members',
          title: t('team.members'),
          width: 100,
          align: 'right',
          sort: 'MEMBER_COUNT',
          render: (row) => formatNumber(row.memberCount),
        },
      ]}
      empty={{ title: t('teamsEmpty'), hint: t('teamsHint') }}
    />
  );
}
