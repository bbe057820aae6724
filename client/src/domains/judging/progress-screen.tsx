import { useQuery, useSubscription } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JudgingProgressPageQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatNumber, formatShare, formatTime } from '#client/ui/core/format.ts';
import { Figure, Figures } from '#client/ui/show/figure.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { findJudgesOf } from '../competition/find-judges.ts';
import { type JudgingEdition, type JudgingRound, RoundPage, useTitleOf } from './edition-page.tsx';
import { MonitorTab } from './monitor-tab.tsx';
import { SheetBar } from './progress-bar.tsx';
import { PROGRESS, PROGRESS_LIVE } from './progress-documents.ts';
import { JudgesProgress } from './progress-judges.tsx';
import { Recusals } from './progress-recusals.tsx';
import { SheetsList } from './progress-sheets.tsx';
import { standingOf } from './progress-standing.ts';
import { UrlTabs } from './url-tabs.tsx';
import './judging.css';

type Progress = NonNullable<JudgingProgressPageQuery['judgingProgress']>;

function Forecast({ round, progress }: { round: JudgingRound; progress: Progress }): ReactNode {
  const { t } = useTranslation('judging');
  const { submitted, total, perDay, forecastAt } = progress;
  if (round.state !== 'OPEN' || total === 0) return null;
  if (submitted >= total) return <Alert type="success" showIcon title={t('progress.allIn')} />;
  if (!forecastAt) return <Alert type="warning" showIcon title={t('progress.standstill')} />;
  const late = round.closesAt !== null && Date.parse(forecastAt) > Date.parse(round.closesAt);
  const words = { perDay: formatNumber(perDay), at: formatDateTime(forecastAt) };
  return (
    <Alert
      type={late ? 'warning' : 'info'}
      showIcon
      title={t('progress.forecast', words)}
      description={
        round.closesAt
          ? t(late ? 'progress.forecastLate' : 'progress.forecastIn', { at: formatDateTime(round.closesAt) })
          : undefined
      }
    />
  );
}

function Overview(props: { edition: JudgingEdition; round: JudgingRound; progress: Progress }): ReactNode {
  const { edition, round, progress } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const now = Date.parse(progress.asOf);
  const of = `edition=${edition.id}&round=${round.id}`;
  const late = progress.byJudge.filter((judge) => standingOf(judge, now) === 'OVERDUE').length;
  const rest = progress.total - progress.submitted - progress.drafts;
  if (progress.total === 0)
    return (
      <EmptyState
        title={t('progress.empty')}
        hint={t('progress.emptyHint')}
        action={
          <Link to={`/assignments?${of}`}>
            <Button type="primary">{t('assignment.title')}</Button>
          </Link>
        }
      />
    );
  return (
    <>
      <Figures>
        <Figure
          label={t('progress.submitted')}
          value={progress.submitted}
          unit={t('progress.sheetsUnit', { count: progress.submitted })}
          base={formatShare(progress.submitted, progress.total)}
          to={`/judging?tab=sheets&${of}&f.state=SUBMITTED,LOCKED`}
        />
        <Figure
          label={t('progress.drafts')}
          value={progress.drafts}
          unit={t('progress.sheetsUnit', { count: progress.drafts })}
          to={`/judging?tab=sheets&${of}&f.state=DRAFT`}
        />
        <Figure
          label={t('progress.rest')}
          value={rest}
          unit={t('progress.sheetsUnit', { count: rest })}
          to={`/judging?tab=sheets&${of}&f.state=ASSIGNED`}
        />
        <Figure
          label={t('progress.lateJudges')}
          value={late}
          unit={t('progress.judgesUnit', { count: late })}
          late
        />
        <Figure
          label={t('progress.shortEntries')}
          value={progress.shortEntries}
          unit={t('progress.entriesUnit', { count: progress.shortEntries })}
          late
          to={`/assignments?${of}&short=1`}
        />
        <Figure
          label={t('progress.recusals')}
          value={progress.recused}
          unit={t('progress.sheetsUnit', { count: progress.recused })}
          to={`/judging?tab=recusals&${of}`}
        />
      </Figures>
      <div className="xj-effect">
        <Forecast round={round} progress={progress} />
      </div>
      <Section title={t('progress.byCategory')} flush>
        <div className="xh-wide">
          <table className="xj-table xj-table-stack">
            <thead>
              <tr>
                <th scope="col">{t('progress.category')}</th>
                <th scope="col">{t('panels.title')}</th>
                <th scope="col" className="xj-wide">
                  {t('progress.in')}
                </th>
                <th scope="col" className="xj-right">
                  {t('progress.drafts')}
                </th>
              </tr>
            </thead>
            <tbody>
              {progress.byCategory.map((one) => (
                <tr key={one.categoryId}>
                  <th scope="row">
                    <Link to={`/judging?tab=sheets&${of}&f.category=${one.categoryId}`}>{titleOf(one)}</Link>
                  </th>
                  <td data-label={t('panels.title')}>
                    {one.panelSize > 0
                      ? t('progress.panelOf', { count: one.panelSize })
                      : t('panels.coverage.EMPTY')}
                  </td>
                  <td>
                    <span className="xj-bar-link">
                      <SheetBar {...one} />
                      <span>{formatShare(one.submitted, one.total, 0)}</span>
                    </span>
                  </td>
                  <td className="xj-right" data-label={t('progress.drafts')}>
                    {formatNumber(one.drafts)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <JudgesProgress competitionId={edition.id} roundId={round.id} judges={progress.byJudge} now={now} />
    </>
  );
}

function Live({ edition, round }: { edition: JudgingEdition; round: JudgingRound }): ReactNode {
  const { t } = useTranslation('judging');
  const result = useQuery(PROGRESS, { variables: { roundId: round.id }, fetchPolicy: 'cache-and-network' });
  const live = useSubscription(PROGRESS_LIVE, { variables: { roundId: round.id }, ignoreResults: false });
  return (
    <Loaded result={result}>
      {({ judgingProgress }) =>
        judgingProgress ? (
          <>
            <p className="xh-hint xj-asof">
              {live.error ? (
                t('progress.notLive', { at: formatTime(judgingProgress.asOf) })
              ) : (
                <>
                  <span className={round.state === 'OPEN' ? 'xh-live' : undefined} aria-hidden>
                    ●
                  </span>{' '}
                  {t('progress.asOf', { at: formatTime(judgingProgress.asOf) })}
                </>
              )}
            </p>
            <Overview edition={edition} round={round} progress={judgingProgress} />
          </>
        ) : (
          <Missing />
        )
      }
    </Loaded>
  );
}

function Tabs({ edition, round }: { edition: JudgingEdition; round: JudgingRound }): ReactNode {
  const { t } = useTranslation('judging');
  const findJudge = useMemo(() => findJudgesOf(edition.id), [edition.id]);
  return (
    <UrlTabs
      tabs={[
        {
          key: 'overview',
          label: t('progress.overview'),
          content: <Live key={round.id} edition={edition} round={round} />,
        },
        {
          key: 'sheets',
          label: t('progress.sheets'),
          content: (
            <SheetsList
              key={round.id}
              name="round-sheets"
              filter={{ round: { eq: round.id } }}
              hide={['round']}
              findJudge={findJudge}
              categories={edition.categories}
            />
          ),
        },
        {
          key: 'monitor',
          label: t('monitor.title'),
          content: <MonitorTab key={round.id} edition={edition} round={round} />,
        },
        {
          key: 'recusals',
          label: t('progress.recusals'),
          content: <Recusals key={round.id} roundId={round.id} />,
        },
      ]}
    />
  );
}

/** How far the judging of a round is, as it moves. */
export default function ProgressScreen(): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <RoundPage
      title={t('progress.title')}
      hint={t('progress.hint')}
      actions={(edition, round) => (
        <>
          <Link to={`/practice?edition=${edition.id}&round=${round.id}`}>
            <Button>{t('practice.title')}</Button>
          </Link>
          {round.kind === 'PRESENTATION' ? (
            <Link to={`/presentation?edition=${edition.id}&round=${round.id}`}>
              <Button type="primary">{t('presentation.title')}</Button>
            </Link>
          ) : null}
          <Link to={`/results?edition=${edition.id}&round=${round.id}`}>
            <Button>{t('results.title')}</Button>
          </Link>
        </>
      )}
    >
      {(edition, round) => <Tabs edition={edition} round={round} />}
    </RoundPage>
  );
}
