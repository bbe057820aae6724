import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import './competition.css';
import { DASHBOARD, WAITING_ELSEWHERE } from './documents/dashboard.ts';
import { DashboardLines } from './parts/dashboard-lines.tsx';
import { DashboardStanding } from './parts/dashboard-standing.tsx';
import { EditionGate, EditionSwitch, useEditionTitle } from './parts/edition-gate.tsx';
import type { EditionOption } from './working-edition.ts';

/** Figures change while judges work: asked again every minute. */
const AGAIN = 60_000;

function Dashboard({ editionId }: { editionId: string }): ReactNode {
  const result = useQuery(DASHBOARD, {
    variables: { id: editionId },
    fetchPolicy: 'cache-and-network',
    pollInterval: AGAIN,
  });
  return (
    <Loaded result={result}>
      {({ competitionDashboard: dashboard }) => {
        if (!dashboard?.competition) return <Missing />;
        const { competition } = dashboard;
        return (
          <div className="xc-dashboard">
            <DashboardLines
              kind="waiting"
              items={dashboard.waiting}
              editionId={editionId}
              deadlines={dashboard.nextDeadlines}
              rounds={competition.rounds}
            />
            <DashboardStanding
              competition={competition}
              byState={dashboard.entriesByState}
              byCategory={dashboard.entriesByCategory}
              progress={dashboard.progress}
            />
            <DashboardLines kind="late" items={dashboard.late} editionId={editionId} />
          </div>
        );
      }}
    </Loaded>
  );
}

/** Another edition in which something waits, by name, with the way there. */
function Elsewhere({ edition }: { edition: EditionOption }): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const { data } = useQuery(WAITING_ELSEWHERE, {
    variables: { id: edition.id },
    fetchPolicy: 'cache-and-network',
  });
  const count = (data?.competitionDashboard?.waiting ?? []).length;
  if (count === 0) return null;
  return (
    <p className="xc-gap">
      <Link to={`/competition?edition=${edition.id}`}>
        {t('home.elsewhere', { title: titleOf(edition), count })}
      </Link>
    </p>
  );
}

/** The coordinator's home: what waits, where the edition stands, what is late. */
export default function DashboardScreen(): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <EditionGate>
      {(edition, choice) => (
        <Page title={t('home.title')} actions={<EditionSwitch choice={choice} />}>
          {choice.editions
            .filter(({ id, state }) => id !== edition.id && state !== 'CLOSED')
            .map((other) => (
              <Elsewhere key={other.id} edition={other} />
            ))}
          <Dashboard key={edition.id} editionId={edition.id} />
        </Page>
      )}
    </EditionGate>
  );
}
