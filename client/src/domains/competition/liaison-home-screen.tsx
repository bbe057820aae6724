import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LiaisonHomeQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useNameOf } from '#client/ui/core/named.ts';
import { useViewer } from '#client/ui/core/viewer.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { listPath } from '#client/ui/list/list-state.ts';
import { Figure, Figures } from '#client/ui/show/figure.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { type WorkLine, WorkLines } from '#client/ui/show/work-lines.tsx';
import './competition.css';
import './leader.css';
import { LIAISON_HOME } from './documents/liaison-home.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { ENTRY_TONES } from './tones.ts';

type Entry = LiaisonHomeQuery['entries']['nodes'][number];

/** The entries of the unit's teams: what they are, where they stand. */
function Entries({ entries }: { entries: readonly Entry[] }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const titleOf = useEditionTitle();
  const nameOf = useNameOf();
  return (
    <Section title={t('liaison.entries')} flush>
      {entries.length === 0 ? (
        <EmptyState title={t('liaison.noEntries')} hint={t('liaison.noEntriesHint')} />
      ) : (
        <ul className="xl-lines">
          {entries.map((entry) => (
            <li key={entry.id}>
              <Link to={`/entries/${entry.id}`}>
                <span>
                  {titleOf(entry)} <StateTag of={ENTRY_STATES} tones={ENTRY_TONES} value={entry.state} />
                </span>
                <small>
                  {[
                    entry.number,
                    label(CATEGORIES[entry.category.code]),
                    entry.team ? nameOf(entry.team) : null,
                    titleOf(entry.competition),
                    entry.award ? titleOf(entry.award) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function LiaisonHome({ unitId }: { unitId: string }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const nameOf = useNameOf();
  const [since] = useState(() => new Date().toISOString());
  const result = useQuery(LIAISON_HOME, {
    variables: { unit: unitId, since },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Loaded result={result}>
      {({ unit, teams, entries, competitions, trainingSessions }) => {
        if (!unit) return <Missing />;
        const name = nameOf(unit);
        const teamsPath = (more: Record<string, string> = {}): string =>
          listPath('/teams', { unit: `${unit.id}~${name}`, ...more });
        const waiting: WorkLine[] = [
          ...(unit.canUpdate && unit.duties.length === 0
            ? [{ key: 'duties', words: t('liaison.duties', { name }), to: `/units/${unit.id}/edit` }]
            : []),
          ...(teams.totalCount === 0
            ? [{ key: 'teams', words: t('liaison.noTeams'), to: '/teams/new' }]
            : []),
          ...competitions.nodes.map((edition) => ({
            key: edition.id,
            words: t('liaison.open', { title: titleOf(edition) }),
            hint: edition.entriesDeadline
              ? t('liaison.until', { at: formatDateTime(edition.entriesDeadline) })
              : null,
            to: `/public?edition=${edition.id}`,
          })),
          ...trainingSessions.nodes
            .filter(({ registrationOpen }) => registrationOpen)
            .map((session) => ({
              key: session.id,
              words: t('liaison.training', { title: titleOf(session) }),
              hint: formatDateTime(session.startsAt),
              to: `/my-trainings?session=${session.id}`,
            })),
        ];
        const returned = entries.nodes.filter(({ state }) => state === 'RETURNED');
        const pending = teams.nodes.filter(({ state }) => state === 'PENDING').length;
        return (
          <Page
            title={t('liaison.home')}
            hint={name}
            actions={
              <>
                <Link to={`/units/${unit.id}`}>
                  <Button>{t('liaison.unit')}</Button>
                </Link>
                <Link to="/teams/new">
                  <Button>{t('liaison.register')}</Button>
                </Link>
              </>
            }
          >
            <WorkLines title={t('liaison.waiting')} none={t('liaison.waitingNone')} lines={waiting} />
            <h2 className="xh-work-heading">{t('liaison.standing')}</h2>
            <Figures>
              <Figure label={t('liaison.teams')} value={teams.totalCount} to={teamsPath()} />
              {pending > 0 ? (
                <Figure label={t('liaison.pending')} value={pending} to={teamsPath({ state: 'PENDING' })} />
              ) : null}
              <Figure
                label={t('liaison.members')}
                value={teams.nodes.reduce((sum, { memberCount }) => sum + memberCount, 0)}
                to={teamsPath()}
              />
              <Figure label={t('liaison.entries')} value={entries.totalCount} />
              <Figure
                label={t('liaison.awarded')}
                value={entries.nodes.filter(({ award }) => award !== null).length}
              />
            </Figures>
            <Entries entries={entries.nodes} />
            <WorkLines
              title={t('liaison.late')}
              none={t('liaison.lateNone')}
              late
              lines={returned.map((entry) => ({
                key: entry.id,
                words: t('liaison.returned', {
                  title: titleOf(entry),
                  team: entry.team ? nameOf(entry.team) : '',
                }),
                to: `/entries/${entry.id}`,
              }))}
            />
          </Page>
        );
      }}
    </Loaded>
  );
}

/** The home of a member unit's liaison: what waits, where the unit's teams and entries stand, what needs a look. */
export default function LiaisonHomeScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const viewer = useViewer();
  const unit = viewer?.grants.find(({ role, scope }) => role === 'UNIT_LIAISON' && scope === 'UNIT')?.scopeId;
  if (!unit)
    return (
      <Page title={t('liaison.home')}>
        <EmptyState title={t('liaison.none')} hint={t('liaison.noneHint')} />
      </Page>
    );
  return <LiaisonHome unitId={unit} />;
}
