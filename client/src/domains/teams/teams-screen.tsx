import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useApolloClient } from '@apollo/client/react';
import {
  APPLICANT_KINDS,
  SERVICE_TYPES,
  TEAM_KINDS,
  TEAM_LIFECYCLE,
  TEAM_STATES,
  type TeamEvent,
} from '@xinghuo/shared/teams/team';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TeamListQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useNameOf, useRegionName } from '#client/ui/core/named.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { eachWrite } from '#client/ui/list/each-write.ts';
import { ListPage } from '#client/ui/list/list-page.tsx';
import { type BulkAction, optionsOf } from '#client/ui/list/list-types.ts';
import { Clip } from '#client/ui/show/clip.tsx';
import { findRegions } from '../places/index.ts';
import { findUnits } from '../units/index.ts';
import { TEAMS } from './documents.ts';
import { TEAM_TONES } from './tones.ts';
import { useTeamStep } from './use-team-step.ts';

type Row = TeamListQuery['teams']['nodes'][number];
const BULK = ['approve', 'reject', 'suspend', 'resume', 'archive'] as const satisfies readonly TeamEvent[];

/** The steps that can be taken on several teams at once. */
function useBulk(): readonly BulkAction<Row>[] {
  const { t } = useTranslation('teams');
  const client = useApolloClient();
  const step = useTeamStep();
  return BULK.map((event) => {
    const { reason, final } = TEAM_LIFECYCLE.events[event];
    return {
      key: event,
      label: t(`bulk.${event}`),
      title: (count) => t(`bulk.${event}Title`, { count }),
      danger: final === true,
      reason: reason === true,
      run: async (rows, why) => {
        const outcome = await eachWrite(
          rows,
          ({ name }) => name,
          ({ id, version }) => step(event, { id, version, reason: why }),
        );
        await client.refetchQueries({ include: [TEAMS] });
        return outcome;
      },
    };
  });
}

/** All teams the account may see. */
export default function TeamsScreen(): ReactNode {
  const { t } = useTranslation('teams');
  const label = useLabel();
  const nameOf = useNameOf();
  const regionName = useRegionName();
  const can = useCan();
  const bulk = useBulk();
  const create = (
    <Link to="/teams/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('create')}
      </Button>
    </Link>
  );
  return (
    <ListPage
      name="teams"
      title={t('title')}
      hint={t('hint')}
      query={TEAMS}
      connection={(data) => data.teams}
      defaultSort={{ field: 'NUMBER', direction: 'ASC' }}
      rowName={(row) => row.name}
      rowPath={(row) => `/teams/${row.id}`}
      searchable
      searchPlaceholder={t('search')}
      exportPath="/exports/teams.xlsx"
      actions={
        can('team.create') ? (
          <>
            {can('team.import') ? (
              <Link to="/import/teams">
                <Button icon={<ImportOutlined />}>{t('import')}</Button>
              </Link>
            ) : null}
            {create}
          </>
        ) : null
      }
      {...(can('team.manage') ? { bulk } : {})}
      columns={[
        { key: 'number', title: t('field.number'), width: 130, sort: 'NUMBER', render: (row) => row.number },
        {
          key: 'name',
          title: t('field.name'),
          sort: 'NAME',
          card: 'title',
          render: (row) => nameOf(row),
        },
        {
          key: 'state',
          title: t('field.state'),
          width: 110,
          card: 'state',
          render: (row) => <StateTag of={TEAM_STATES} tones={TEAM_TONES} value={row.state} />,
        },
        {
          key: 'unit',
          title: t('field.unit'),
          render: (row) => <Clip text={row.unit ? nameOf(row.unit) : null} />,
        },
        { key: 'region', title: t('field.region'), render: (row) => <Clip text={regionName(row.region)} /> },
        {
          key: 'kind',
          title: t('field.kind'),
          width: 120,
          hidden: true,
          render: (row) => label(TEAM_KINDS[row.kind]),
        },
        {
          key: 'applicantKind',
          title: t('field.applicantKind'),
          width: 150,
          hidden: true,
          render: (row) => label(APPLICANT_KINDS[row.applicantKind]),
        },
        {
          key: 'serviceTypes',
          title: t('field.serviceTypes'),
          card: 'none',
          hidden: true,
          render: (row) => row.serviceTypes.map((type) => label(SERVICE_TYPES[type])).join(t('separator')),
        },
        {
          key: 'memberCount',
          title: t('field.memberCount'),
          width: 100,
          align: 'right',
          sort: 'MEMBER_COUNT',
          render: (row) => formatNumber(row.memberCount),
        },
        {
          key: 'activeMonths',
          title: t('field.activeMonths'),
          width: 140,
          align: 'right',
          hidden: true,
          render: (row) => formatNumber(row.activeMonths),
        },
        {
          key: 'serviceMinutes',
          title: t('field.serviceHours'),
          width: 130,
          align: 'right',
          sort: 'SERVICE_MINUTES',
          render: (row) => t('hours', { hours: formatNumber(Math.round(row.serviceMinutes / 60)) }),
        },
        {
          key: 'createdAt',
          title: t('field.createdAt'),
          width: 160,
          sort: 'CREATED_AT',
          hidden: true,
          render: (row) => formatDateTime(row.createdAt),
        },
      ]}
      filters={[
        { kind: 'choice', key: 'state', label: t('field.state'), options: optionsOf(TEAM_STATES, label) },
        {
          kind: 'choice',
          key: 'serviceType',
          label: t('field.serviceTypes'),
          options: optionsOf(SERVICE_TYPES, label),
        },
        { kind: 'lookup', key: 'unit', label: t('field.unit'), find: findUnits },
        { kind: 'lookup', key: 'region', label: t('field.region'), bare: true, find: findRegions },
        {
          kind: 'choice',
          key: 'applicantKind',
          label: t('field.applicantKind'),
          options: optionsOf(APPLICANT_KINDS, label),
          rare: true,
        },
        {
          kind: 'choice',
          key: 'kind',
          label: t('field.kind'),
          options: optionsOf(TEAM_KINDS, label),
          rare: true,
        },
        { kind: 'numbers', key: 'memberCount', label: t('field.memberCount'), rare: true },
      ]}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: can('team.create') ? create : undefined }}
    />
  );
}
