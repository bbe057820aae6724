import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import {
  APPLICANT_KINDS,
  SERVICE_TYPES,
  TEAM_KINDS,
  TEAM_LIFECYCLE,
  TEAM_STATES,
  type TeamEvent,
} from '@xinghuo/shared/teams/team';
import { Alert, Button } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { TeamPageQuery } from '#client/__generated__/graphql.ts';
import { formatDate, formatDateTime, formatNumber, NOTHING } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { useNameOf, useRegionName } from '#client/ui/core/named.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { TransitionBar } from '#client/ui/detail/transition-bar.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState, LoadingState } from '#client/ui/show/states.tsx';
import { History } from '../audit/index.ts';
import { TEAM } from './documents.ts';
import { TeamEntries } from './parts/team-entries.tsx';
import { TeamMembers } from './parts/team-members.tsx';
import { TEAM_TONES } from './tones.ts';
import { useTeamStep } from './use-team-step.ts';

type Team = NonNullable<TeamPageQuery['team']>;

function isTeamEvent(event: string): event is TeamEvent {
  return event in TEAM_LIFECYCLE.events;
}

function Profile({ team }: { team: Team }): ReactNode {
  const { t } = useTranslation('teams');
  return (
    <Section title={t('field.intro')}>
      {team.intro ? (
        <p className="xh-prose">{team.intro}</p>
      ) : (
        <EmptyState
          title={t('noIntro')}
          hint={t('noIntroHint')}
          action={team.canUpdate ? <Link to={`/teams/${team.id}/edit`}>{t('writeIntro')}</Link> : undefined}
        />
      )}
    </Section>
  );
}

/** One team: what it is, who belongs to it, what it entered, what happened to it. */
export default function TeamScreen(): ReactNode {
  const { t } = useTranslation('teams');
  const label = useLabel();
  const english = useLanguage() === 'en';
  const can = useCan();
  const step = useTeamStep();
  const nameOf = useNameOf();
  const regionName = useRegionName();
  const { id = '' } = useParams();
  const result = useQuery(TEAM, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ team }) => {
        if (!team) return <Missing />;
        const name = nameOf(team);
        return (
          <DetailPage
            title={name}
            code={team.number}
            backTo="/teams"
            state={<StateTag of={TEAM_STATES} tones={TEAM_TONES} value={team.state} />}
            actions={
              team.canUpdate ? (
                <Link to={`/teams/${id}/edit`}>
                  <Button icon={<EditOutlined />}>{t('edit')}</Button>
                </Link>
              ) : null
            }
            transitions={
              <TransitionBar
                table={TEAM_LIFECYCLE}
                choices={team.availableTransitions.flatMap((choice) =>
                  isTeamEvent(choice.event) ? [{ ...choice, event: choice.event }] : [],
                )}
                name={name}
                primary={team.state === 'SUSPENDED' ? 'resume' : 'approve'}
                run={(event, reason) => step(event, { id, version: team.version, reason })}
                confirm={(event) =>
                  event === 'reject' || event === 'archive' || event === 'suspend'
                    ? t(`confirm.${event}`, { name })
                    : undefined
                }
              />
            }
            facts={[
              english
                ? { label: t('field.name'), value: team.name }
                : { label: t('field.nameEn'), value: team.nameEn ?? NOTHING },
              { label: t('field.leader'), value: team.leader?.name ?? NOTHING },
              {
                label: t('field.unit'),
                value: team.unit ? (
                  <Link to={`/units/${team.unit.id}`}>{nameOf(team.unit)}</Link>
                ) : (
                  t('noUnit')
                ),
              },
              {
                label: t('field.region'),
                value: <Link to={`/regions?at=${team.region.id}`}>{regionName(team.region)}</Link>,
              },
              { label: t('field.kind'), value: label(TEAM_KINDS[team.kind]) },
              { label: t('field.applicantKind'), value: label(APPLICANT_KINDS[team.applicantKind]) },
              {
                label: t('field.serviceTypes'),
                value: team.serviceTypes.map((type) => label(SERVICE_TYPES[type])).join(t('separator')),
              },
              { label: t('field.founded'), value: formatDate(team.founded) },
              {
                label: t('field.memberCount'),
                value: t('people', { count: team.memberCount }),
              },
              { label: t('field.activeMonths'), value: t('months', { count: team.activeMonths }) },
              {
                label: t('field.serviceHours'),
                value: t('hours', { hours: formatNumber(team.serviceMinutes / 60, 0) }),
              },
              { label: t('field.createdAt'), value: formatDateTime(team.createdAt) },
            ]}
            tabs={[
              { key: 'profile', label: t('tab.profile'), content: <Profile team={team} /> },
              {
                key: 'members',
                label: t('tab.members'),
                count: team.members.length,
                content: <TeamMembers team={team} />,
              },
              ...(can('entry.list')
                ? [{ key: 'entries', label: t('tab.entries'), content: <TeamEntries teamId={id} /> }]
                : []),
              ...(can('audit.history')
                ? [
                    {
                      key: 'history',
                      label: t('tab.history'),
                      content: (
                        <Suspense fallback={<LoadingState />}>
                          <History subjectType="Team" subjectId={id} />
                        </Suspense>
                      ),
                    },
                  ]
                : []),
            ]}
          >
            {team.stateReason ? (
              <Alert
                className="xh-form-alert"
                type={team.state === 'ARCHIVED' ? 'info' : 'warning'}
                showIcon
                title={`${t('field.stateReason')}: ${team.stateReason}`}
              />
            ) : null}
          </DetailPage>
        );
      }}
    </Loaded>
  );
}
