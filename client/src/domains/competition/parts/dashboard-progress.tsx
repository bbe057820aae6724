import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CompetitionDashboardQuery } from '#client/__generated__/graphql.ts';
import { formatDateTime, formatShare } from '#client/ui/core/format.ts';
import { Section } from '#client/ui/show/page.tsx';
import { useEditionTitle } from './edition-gate.tsx';

type Progress = NonNullable<CompetitionDashboardQuery['competitionDashboard']>['progress'];

/** How far the marking of the present round is, by category, and when it will be done at the present pace. */
export function DashboardProgress(props: {
  progress: Progress;
  editionId: string;
  /** When marking of the round ends. */
  closesAt: string | null;
}): ReactNode {
  const { t } = useTranslation('competition');
  const titleOf = useEditionTitle();
  const { progress, closesAt } = props;
  if (!progress?.round) return null;
  const { submitted, total, drafts, recused, forecastAt, round } = progress;
  const late = forecastAt && closesAt && Date.parse(forecastAt) > Date.parse(closesAt) ? closesAt : null;
  const forecast = !forecastAt
    ? t('home.forecastNone')
    : late
      ? t('home.forecastLate', { at: formatDateTime(forecastAt), due: formatDateTime(late) })
      : t('home.forecast', { at: formatDateTime(forecastAt) });
  const extras = [
    ...(drafts > 0 ? [t('home.drafts', { count: drafts })] : []),
    ...(recused > 0 ? [t('home.recused', { count: recused })] : []),
  ];
  return (
    <Section
      title={t('home.progress')}
      extra={<Link to={`/judging?edition=${props.editionId}&round=${round.id}`}>{t('home.judging')}</Link>}
    >
      <p>
        <b>{t('home.progressOf', { round: titleOf(round), done: submitted, total })}</b>{' '}
        <span className="xh-hint">{formatShare(submitted, total)}</span>
      </p>
      <p className="xh-hint">
        {extras.map((words) => `${words} · `)}
        {late ? <b className="xc-late">{forecast}</b> : forecast}
      </p>
      <ul className="xc-bars">
        {progress.byCategory.map((one) => (
          <li key={one.categoryId}>
            <span className="xc-bar-row">
              <span className="xc-bar-name">{titleOf(one)}</span>
              <span className="xc-bar" aria-hidden>
                <span
                  className="xc-bar-done"
                  style={{ width: `${one.total === 0 ? 0 : (one.submitted / one.total) * 100}%` }}
                />
              </span>
              <b>
                {one.submitted} / {one.total}
              </b>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
