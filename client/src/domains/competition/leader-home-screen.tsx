import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLabel } from '#client/ui/core/language.ts';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Page, Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import './competition.css';
import './leader.css';
import { useServerNow } from '#client/ui/core/server-clock.ts';
import { LEADER_HOME } from './documents/leader-home.ts';
import { LateLines, WaitingLines } from './leader-home-lines.tsx';
import { type HomeEntry, homeLines } from './leader-lines.ts';
import { NextLine, StageRail } from './leader-rail.tsx';
import { useLedTeams } from './leader-teams.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { ENTRY_TONES } from './tones.ts';

/** One entry: what happened, where it is, what comes next. */
function Standing({ entry }: { entry: HomeEntry }): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const titleOf = useEditionTitle();
  return (
    <section className="xh-section xl-entry">
      <div className="xh-section-body">
        <div className="xl-entry-head">
          <h3>
            <Link to={`/my-entries/${entry.id}`}>{titleOf(entry)}</Link>
          </h3>
          <StateTag of={ENTRY_STATES} tones={ENTRY_TONES} value={entry.state} />
          <span className="xh-hint">
            {[
              entry.number,
              label(CATEGORIES[entry.category.code]),
              titleOf(entry.competition),
              entry.award ? titleOf(entry.award) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <StageRail entry={entry} edition={entry.competition} />
        <NextLine entry={entry} edition={entry.competition} />
        {entry.state === 'AWARDED' ? (
          <p className="xl-next">
            <Link to={`/my-entries/${entry.id}`}>{t('leader.openResult')}</Link>
          </p>
        ) : null}
      </div>
    </section>
  );
}

/** The team leader's home: what waits, where the entries stand, what is late. */
export default function LeaderHomeScreen(): ReactNode {
  const { t } = useTranslation('competition');
  const teams = useLedTeams();
  const ids = teams.map(({ id }) => id);
  const now = useServerNow();
  const [since] = useState(() => new Date().toISOString());
  const result = useQuery(LEADER_HOME, {
    variables: {
      entries: { team: { in: ids } },
      sessions: { startsAt: { gte: since }, state: { eq: 'SCHEDULED' } },
    },
    fetchPolicy: 'cache-and-network',
    skip: ids.length === 0,
  });
  if (ids.length === 0)
    return (
      <Page title={t('leader.title')}>
        <EmptyState
          title={t('leader.emptyTeam')}
          hint={t('leader.emptyTeamHint')}
          action={
            <Link to="/my-entries/new">
              <Button>{t('leader.enter')}</Button>
            </Link>
          }
        />
      </Page>
    );
  return (
    <Loaded result={result}>
      {(data) => {
        const { waiting, late } = homeLines(data, ids, now);
        const entries = data.entries.nodes;
        const open = data.competitions.nodes.some(({ state }) => state === 'OPEN');
        return (
          <Page
            title={t('leader.home')}
            hint={teams.map(({ name }) => name).join(' · ')}
            actions={
              <>
                <Link to="/my-trainings">
                  <Button>{t('leader.trainings')}</Button>
                </Link>
                {open && entries.length > 0 ? (
                  <Link to="/my-entries/new">
                    <Button type="primary">{t('leader.enterMore')}</Button>
                  </Link>
                ) : null}
              </>
            }
          >
            <WaitingLines lines={waiting} />
            <h2 className="xc-heading">{t('leader.standing')}</h2>
            {entries.length === 0 ? (
              <Section title={t('leader.title')}>
                <EmptyState
                  title={t('leader.empty')}
                  hint={open ? t('leader.emptyHint') : t('leader.emptyClosed')}
                  action={
                    <span className="xh-button-row">
                      <Link to="/my-entries/new">
                        <Button type="primary">{t('leader.enter')}</Button>
                      </Link>
                      <Link to="/library">
                        <Button>{t('leader.learn')}</Button>
                      </Link>
                    </span>
                  }
                />
              </Section>
            ) : (
              entries.map((entry) => <Standing key={entry.id} entry={entry} />)
            )}
            <LateLines entries={late} />
          </Page>
        );
      }}
    </Loaded>
  );
}
