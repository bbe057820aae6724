import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { Section } from '#client/ui/show/page.tsx';
import { type JudgingEdition, useTitleOf } from './edition-page.tsx';
import type { Analysis, JudgeAnalysis, RoundAnalysis } from './results-analysis.ts';
import { JudgeFlags } from './results-flags.tsx';
import { judgeScale } from './results-judge-scale.ts';
import { points } from './signed-points.ts';

/** Severity as a dot with its interval on a scale that is the same for all judges, zero in the middle. */
function Severity({ judge, reach }: { judge: JudgeAnalysis; reach: number }): ReactNode {
  const { t } = useTranslation('judging');
  const at = (value: number): number => Math.min(100, Math.max(0, 50 + (value / reach) * 50));
  const half = 1.96 * judge.standardError;
  const [low, high] = [judge.severity - half, judge.severity + half];
  return (
    <div
      className="xj-severity"
      role="img"
      aria-label={t('analysis.severityOf', {
        value: formatNumber(judge.severity, 1),
        low: formatNumber(low, 1),
        high: formatNumber(high, 1),
      })}
    >
      <i className="xj-severity-zero" />
      <i className="xj-severity-bar" style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
      <i className="xj-severity-dot" style={{ left: `${at(judge.severity)}%` }} />
    </div>
  );
}

/** How a judge uses the scale: sheets by tenth. */
function Histogram({ judge }: { judge: JudgeAnalysis }): ReactNode {
  const { t } = useTranslation('judging');
  const most = Math.max(1, ...judge.histogram);
  const said = judge.histogram.flatMap((count, i) =>
    count > 0 ? [`${i * 10}–${i * 10 + 10}: ${formatNumber(count)}`] : [],
  );
  return (
    <svg
      className="xj-histogram"
      viewBox="0 0 100 24"
      preserveAspectRatio="none"
      role="img"
      aria-label={said.join(t('frame.separator'))}
    >
      <title>{said.join(t('frame.separator'))}</title>
      {judge.histogram
        .map((count, tenth) => ({ count, tenth }))
        .map(({ count, tenth }) => {
          const height = (count / most) * 22;
          return (
            <rect
              key={tenth}
              x={tenth * 10 + 1}
              y={23 - height}
              width={8}
              height={Math.max(count > 0 ? 2 : 0, height)}
            />
          );
        })}
      <line x1="0" y1="23.5" x2="100" y2="23.5" />
    </svg>
  );
}

function RoundJudges({ round, title }: { round: RoundAnalysis; title: string }): ReactNode {
  const { t } = useTranslation('judging');
  const judges = round.judges.toSorted((a, b) => a.severity - b.severity);
  const reach = judgeScale(judges);
  return (
    <Section title={title} flush>
      <div className="xh-wide">
        <table className="xj-table xj-judges xj-table-stack">
          <thead>
            <tr>
              <th scope="col">{t('analysis.judge')}</th>
              <th scope="col" className="xj-right">
                {t('analysis.sheets')}
              </th>
              <th scope="col" className="xj-severity-head">
                <span className="xj-severity-ends">
                  <span>{t('analysis.severe', { points: formatNumber(reach) })}</span>
                  <span>{t('analysis.mild', { points: formatNumber(reach) })}</span>
                </span>
              </th>
              <th scope="col" className="xj-right">
                {t('analysis.severity')}
              </th>
              <th scope="col" className="xj-right">
                {t('analysis.mean')}
              </th>
              <th scope="col" className="xj-right">
                {t('analysis.range')}
              </th>
              <th scope="col">{t('analysis.use')}</th>
              <th scope="col">{t('results.flags')}</th>
            </tr>
          </thead>
          <tbody>
            {judges.map((judge) => (
              <tr key={judge.judgeCode}>
                <th scope="row">{judge.judgeCode}</th>
                <td className="xj-right" data-label={t('analysis.sheets')}>
                  {formatNumber(judge.sheets)}
                </td>
                <td className="xj-severity-cell">
                  <Severity judge={judge} reach={reach} />
                </td>
                <td className="xj-right" data-label={t('analysis.severity')}>
                  {points(judge.severity)}
                  <small> ±{formatNumber(1.96 * judge.standardError, 1)}</small>
                </td>
                <td className="xj-right" data-label={t('analysis.mean')}>
                  {formatNumber(judge.mean, 1)}
                  <small> ({formatNumber(judge.deviation, 1)})</small>
                </td>
                <td className="xj-right" data-label={t('analysis.range')}>
                  {formatNumber(judge.lowest, 1)}–{formatNumber(judge.highest, 1)}
                </td>
                <td>
                  <Histogram judge={judge} />
                </td>
                <td>
                  <JudgeFlags flags={judge.flags} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="xh-hint xj-pad">{t('analysis.judgesLegend')}</p>
    </Section>
  );
}

/** The judges of each round: severity with its interval, use of the scale, what deserves a look. Codes, never names. */
export function ResultJudges({
  edition,
  analysis,
}: {
  edition: JudgingEdition;
  analysis: Analysis;
}): ReactNode {
  const titleOf = useTitleOf();
  return analysis.rounds.map((round) => {
    const of = edition.rounds.find(({ id }) => id === round.roundId);
    return <RoundJudges key={round.roundId} round={round} title={of ? titleOf(of) : ''} />;
  });
}
