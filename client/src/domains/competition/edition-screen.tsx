import { useQuery } from '@apollo/client/react';
import { COMPETITION_STATES } from '@xinghuo/shared/competition/competition';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatNumber } from '#client/ui/core/format.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { DetailPage } from '#client/ui/detail/detail-page.tsx';
import { StateTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { LoadingState } from '#client/ui/show/states.tsx';
import './competition.css';
import './setup.css';
import { EDITION } from './documents/edition.ts';
import type { LockFacts } from './edition-locks.ts';
import type { EditionView } from './edition-types.ts';
import { useEditionTitle } from './parts/edition-gate.tsx';
import { EditionTransitions } from './parts/edition-transitions.tsx';
import { PhaseRail } from './parts/phase-rail.tsx';
import { SetupAwards } from './parts/setup-awards.tsx';
import { SetupBasics } from './parts/setup-basics.tsx';
import { SetupCategories } from './parts/setup-categories.tsx';
import { SetupCriteria } from './parts/setup-criteria.tsx';
import { SetupDates } from './parts/setup-dates.tsx';
import { SetupExtensions } from './parts/setup-extensions.tsx';
import { SetupNotice } from './parts/setup-notice.tsx';
import { SetupRounds } from './parts/setup-rounds.tsx';
import { SetupRule } from './parts/setup-rule.tsx';
import { COMPETITION_TONES } from './tones.ts';

const AuditHistory = lazy(() => import('../audit/parts/history.tsx'));

function Edition({ edition, reload }: { edition: EditionView; reload: () => void }): ReactNode {
  const { t } = useTranslation('competition');
  const can = useCan();
  const titleOf = useEditionTitle();
  const title = titleOf(edition);
  const manages = can('competition.manage');
  const facts: LockFacts = { state: edition.state, manages, rounds: edition.rounds };
  const shared = { edition, facts, reload };
  return (
    <DetailPage
      title={title}
      {...(title.includes(String(edition.year)) ? {} : { code: String(edition.year) })}
      backTo="/competitions"
      state={<StateTag of={COMPETITION_STATES} tones={COMPETITION_TONES} value={edition.state} />}
      transitions={manages ? <EditionTransitions competition={edition} refetch={['EditionPage']} /> : null}
      facts={[
        {
          label: t('setup.hosts'),
          value: edition.hosts
            .map(({ unit }) => titleOf({ title: unit.name, titleEn: unit.nameEn ?? '' }))
            .join(t('setup.listJoin')),
        },
        {
          label: t('editions.column.entries'),
          value: <Link to={`/entries?edition=${edition.id}`}>{formatNumber(edition.entryCount)}</Link>,
        },
      ]}
      tabs={[
        {
          key: 'dates',
          label: t('setup.tab.dates'),
          content: (
            <>
              <PhaseRail competition={edition} />
              <SetupDates key={edition.version} {...shared} />
            </>
          ),
        },
        { key: 'basics', label: t('setup.tab.basics'), content: <SetupBasics {...shared} /> },
        { key: 'categories', label: t('setup.tab.categories'), content: <SetupCategories {...shared} /> },
        { key: 'rounds', label: t('setup.tab.rounds'), content: <SetupRounds {...shared} /> },
        { key: 'criteria', label: t('setup.tab.criteria'), content: <SetupCriteria {...shared} /> },
        { key: 'awards', label: t('setup.tab.awards'), content: <SetupAwards {...shared} /> },
        { key: 'rule', label: t('setup.tab.rule'), content: <SetupRule {...shared} /> },
        {
          key: 'extensions',
          label: t('setup.tab.extensions'),
          ...(edition.extensions.length > 0 ? { count: edition.extensions.length } : {}),
          content: <SetupExtensions {...shared} />,
        },
        { key: 'notice', label: t('setup.tab.notice'), content: <SetupNotice edition={edition} /> },
        ...(can('audit.history')
          ? [
              {
                key: 'history',
                label: t('setup.tab.history'),
                content: (
                  <Suspense fallback={<LoadingState />}>
                    <AuditHistory subjectType="Competition" subjectId={edition.id} />
                  </Suspense>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** An edition and all that is set up in it. */
export default function EditionScreen(): ReactNode {
  const { id = '' } = useParams();
  const result = useQuery(EDITION, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const reload = () => void result.refetch().catch(() => undefined);
  return (
    <Loaded result={result}>
      {({ competition }) =>
        competition ? <Edition key={id} edition={competition} reload={reload} /> : <Missing />
      }
    </Loaded>
  );
}
