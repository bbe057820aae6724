import { CATEGORIES } from '@xinghuo/shared/competition/category';
import type { CompetitionState } from '@xinghuo/shared/competition/competition';
import { ENTRY_STATES } from '@xinghuo/shared/competition/entry';
import { valuesOf } from '@xinghuo/shared/kernel/label';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CompetitionDashboardQuery } from '#client/__generated__/graphql.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { listPath } from '#client/ui/list/list-state.ts';
import { Figure, Figures } from '#client/ui/show/figure.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { DashboardProgress } from './dashboard-progress.tsx';
import { EditionTransitions } from './edition-transitions.tsx';
import { PhaseRail } from './phase-rail.tsx';

type Board = NonNullable<CompetitionDashboardQuery['competitionDashboard']>;

/** States whose entries are the competition's own matter from this phase on; drafts are told only while they can be written. */
const WRITING: readonly CompetitionState[] = ['DRAFT', 'OPEN', 'SCREENING'];

/** What counts as an entry of the edition: submitted once, and not withdrawn. */
const SUBMITTED_STATES = valuesOf(ENTRY_STATES).filter((state) => state !== 'DRAFT' && state !== 'WITHDRAWN');

/** Where the edition stands: its phases and steps, its entries as figures, the marking. */
export function DashboardStanding(props: {
  competition: NonNullable<Board['competition']>;
  byState: Board['entriesByState'];
  byCategory: Board['entriesByCategory'];
  progress: Board['progress'];
}): ReactNode {
  const { t } = useTranslation('competition');
  const label = useLabel();
  const can = useCan();
  const { competition, byState, byCategory } = props;
  const entries = (filters: Record<string, readonly string[]>) => {
    const path = listPath('/entries', filters);
    return `${path}${path.includes('?') ? '&' : '?'}edition=${competition.id}`;
  };
  const counts = new Map(byState.map(({ state, count }) => [state, count]));
  const states = valuesOf(ENTRY_STATES).filter(
    (state) => counts.has(state) && (state !== 'DRAFT' || WRITING.includes(competition.state)),
  );
  return (
    <>
      <Section
        title={t('home.standing')}
        extra={<Link to={`/competitions/${competition.id}`}>{t('home.setUp')}</Link>}
      >
        <PhaseRail competition={competition} />
        {can('competition.manage') ? (
          <EditionTransitions competition={competition} refetch={['CompetitionDashboard']} />
        ) : null}
      </Section>
      <h2 className="xc-heading">{t('home.byState')}</h2>
      <Figures>
        <Figure
          label={t('home.allEntries')}
          value={competition.entryCount}
          to={entries({ state: SUBMITTED_STATES })}
        />
        {states.map((state) => (
          <Figure
            key={state}
            label={label(ENTRY_STATES[state])}
            value={counts.get(state)}
            to={entries({ state: [state] })}
          />
        ))}
      </Figures>
      <div className="xc-two">
        <Section title={t('home.byCategory')}>
          <CategoryBars
            rows={byCategory.flatMap(({ categoryId, count }) => {
              const code = competition.categories.find(({ id }) => id === categoryId)?.code;
              return code
                ? [{ key: code, name: label(CATEGORIES[code]), count, to: entries({ categoryCode: [code] }) }]
                : [];
            })}
          />
        </Section>
        <DashboardProgress
          progress={props.progress}
          editionId={competition.id}
          closesAt={competition.rounds.find(({ id }) => id === props.progress?.round?.id)?.closesAt ?? null}
        />
      </div>
    </>
  );
}

function CategoryBars(props: {
  rows: readonly { key: string; name: string; count: number; to: string }[];
}): ReactNode {
  const most = Math.max(1, ...props.rows.map(({ count }) => count));
  return (
    <ul className="xc-bars">
      {props.rows.map(({ key, name, count, to }) => (
        <li key={key}>
          <Link to={to}>
            <span className="xc-bar-name">{name}</span>
            <span className="xc-bar" aria-hidden>
              <span style={{ width: `${(count / most) * 100}%` }} />
            </span>
            <b>{count}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}
