import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Page } from '#client/ui/show/page.tsx';
import './competition.css';
import { DASHBOARD } from './documents/dashboard.ts';
import { DashboardLines } from './parts/dashboard-lines.tsx';
import { DashboardStanding } from './parts/dashboard-standing.tsx';
import { EditionGate, EditionSwitch } from './parts/edition-gate.tsx';

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

/** The coordinator's home: what waits, where the edition stands, what is late. */
export default function DashboardScreen(): ReactNode {
  const { t } = useTranslation('competition');
  return (
    <EditionGate>
      {(edition, choice) => (
        <Page title={t('home.title')} actions={<EditionSwitch choice={choice} />}>
          <Dashboard key={edition.id} editionId={edition.id} />
        </Page>
      )}
    </EditionGate>
  );
}
