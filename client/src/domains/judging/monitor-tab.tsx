import { useQuery, useSubscription } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JudgingMonitorPageQuery } from '#client/__generated__/graphql.ts';
import { formatNumber, formatTime } from '#client/ui/core/format.ts';
import { useLanguage } from '#client/ui/core/language.ts';
import { ToneTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Missing } from '#client/ui/show/missing.tsx';
import { Section } from '#client/ui/show/page.tsx';
import type { JudgingEdition, JudgingRound } from './edition-page.tsx';
import { MonitorAnchors } from './monitor-anchors.tsx';
import { MONITOR, MONITOR_LIVE } from './monitor-documents.ts';
import { points } from './signed-points.ts';

type Monitor = NonNullable<JudgingMonitorPageQuery['judgingMonitor']>;

/** Points on either side of the middle that the strip shows. */
const REACH = 15;

/** How far a judge lies from the others, as a bar to either side of the middle. */
function Lean({ value }: { value: number | null }): ReactNode {
  if (value === null) return null;
  const share = (Math.min(REACH, Math.abs(value)) / REACH) * 50;
  return (
    <span className="xj-lean" aria-hidden>
      <span style={{ width: `${share}%`, left: value < 0 ? `${50 - share}%` : '50%' }} />
    </span>
  );
}

function Judges({ monitor, roundId }: { monitor: Monitor; roundId: string }): ReactNode {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const rows = monitor.judges.toSorted(
    (a, b) =>
      Number(b.drifting) - Number(a.drifting) || Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0),
  );
  return (
    <Section title={t('monitor.judges')} flush>
      {rows.length === 0 ? (
        <p className="xh-hint xj-pad">{t('monitor.nothing')}</p>
      ) : (
        <div className="xh-wide">
          <table className="xj-table xj-table-stack">
            <thead>
              <tr>
                <th scope="col">{t('progress.judge')}</th>
                <th scope="col" className="xj-right">
                  {t('monitor.compared')}
                </th>
                <th scope="col">{t('monitor.difference')}</th>
                <th scope="col">{t('monitor.anchorDifference')}</th>
                <th scope="col">{t('monitor.drift')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((judge) => (
                <tr key={judge.judgeId}>
                  <th scope="row">
                    <Link to={`/judging?tab=sheets&round=${roundId}&f.judge=${judge.judgeId}`}>
                      {judge.code} {english && judge.nameEn ? judge.nameEn : judge.name}
                    </Link>
                  </th>
                  <td className="xj-right" data-label={t('monitor.compared')}>
                    {formatNumber(judge.compared)}
                  </td>
                  <td data-label={t('monitor.difference')}>
                    <span className="xj-lean-line">
                      <Lean value={judge.difference} /> {points(judge.difference)}
                    </span>
                  </td>
                  <td data-label={t('monitor.anchorDifference')}>
                    {points(judge.anchorDifference)}{' '}
                    {judge.anchors > 0 ? (
                      <small className="xh-hint">{t('monitor.anchorsOf', { count: judge.anchors })}</small>
                    ) : null}
                  </td>
                  <td data-label={t('monitor.drift')}>
                    {judge.drift === null ? (
                      <span className="xh-hint">{t('monitor.tooFew')}</span>
                    ) : (
                      <>
                        {points(judge.drift)}{' '}
                        <small className="xh-hint">±{formatNumber(judge.driftError ?? 0, 1)}</small>{' '}
                        {judge.drifting ? (
                          <ToneTag tone="waiting">
                            {t((judge.drift ?? 0) > 0 ? 'monitor.milder' : 'monitor.stricter')}
                          </ToneTag>
                        ) : null}
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

/** Drift of judges and the marks of anchors, as they come in. */
export function MonitorTab({ edition, round }: { edition: JudgingEdition; round: JudgingRound }): ReactNode {
  const { t } = useTranslation('judging');
  const variables = { roundId: round.id };
  const result = useQuery(MONITOR, { variables, fetchPolicy: 'cache-and-network' });
  const live = useSubscription(MONITOR_LIVE, { variables });
  return (
    <Loaded result={result}>
      {({ judgingMonitor }) =>
        judgingMonitor ? (
          <>
            <p className="xh-hint xj-asof">
              {live.error ? (
                t('progress.notLive', { at: formatTime(judgingMonitor.asOf) })
              ) : (
                <>
                  <span className={round.state === 'OPEN' ? 'xh-live' : undefined} aria-hidden>
                    ●
                  </span>{' '}
                  {t('progress.asOf', { at: formatTime(judgingMonitor.asOf) })}
                </>
              )}
            </p>
            <p className="xh-hint xj-lead">{t('monitor.hint')}</p>
            <Judges monitor={judgingMonitor} roundId={round.id} />
            <MonitorAnchors edition={edition} round={round} anchors={judgingMonitor.anchors} />
          </>
        ) : (
          <Missing />
        )
      }
    </Loaded>
  );
}
