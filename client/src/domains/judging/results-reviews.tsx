import { Button, InputNumber } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatNumber } from '#client/ui/core/format.ts';
import { notice } from '#client/ui/core/notice.ts';
import { useWrite } from '#client/ui/core/use-write.ts';
import { useCan } from '#client/ui/core/viewer.ts';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { ASSIGNMENT_APPLY, ASSIGNMENT_PLAN } from './assignment-documents.ts';
import { type JudgingEdition, type JudgingRound, useTitleOf } from './edition-page.tsx';
import { type Analysis, expectedWrong, reviewsWithin } from './results-analysis.ts';

/** An entry by its number and title. */
export interface NamedEntry {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly titleEn: string;
}

/** Plans the reviews with the engine of assignment and applies the plan at once, unless something cannot be met. */
function useAccept(round: JudgingRound): {
  readonly busy: boolean;
  readonly accept: (extra: readonly { entryId: string; reviews: number }[]) => Promise<void>;
} {
  const { t } = useTranslation('judging');
  const navigate = useNavigate();
  const [plan, planning] = useWrite(ASSIGNMENT_PLAN);
  const [apply, applying] = useWrite(ASSIGNMENT_APPLY, { refetch: ['OfficialResult'] });
  const accept = async (extra: readonly { entryId: string; reviews: number }[]): Promise<void> => {
    const made = await plan({ input: { roundId: round.id, keep: 'ALL', extra: [...extra] } });
    if (!made.ok) return notice.error(made.message);
    const { assignmentPlan } = made.payload;
    if (!assignmentPlan) return;
    if (assignmentPlan.unmet.length > 0) {
      notice.warning(t('analysis.acceptUnmet', { count: assignmentPlan.unmet.length }));
      await navigate(`/assignments/plans/${assignmentPlan.id}`);
      return;
    }
    const applied = await apply({ input: { planId: assignmentPlan.id } });
    if (applied.ok) notice.success(t('analysis.accepted', { count: applied.payload.added ?? 0 }));
    else notice.error(applied.message);
  };
  return { busy: planning || applying, accept };
}

/** Where one more review helps most: a budget, the entries it is best spent on, and one button that assigns them. */
export function ResultReviews(props: {
  edition: JudgingEdition;
  round: JudgingRound;
  analysis: Analysis;
  entries: ReadonlyMap<string, NamedEntry>;
}): ReactNode {
  const { edition, round, analysis, entries } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const can = useCan();
  const [budget, setBudget] = useState(Math.min(10, analysis.reviews.length));
  const { busy, accept } = useAccept(round);
  const chosen = useMemo(() => reviewsWithin(analysis.reviews, budget), [analysis, budget]);
  const gain = chosen.reduce((sum, one) => sum + one.gain, 0);
  if (analysis.reviews.length === 0)
    return <EmptyState title={t('analysis.nothing')} hint={t('analysis.nothingHint')} />;
  const count = chosen.reduce((sum, one) => sum + one.reviews, 0);
  return (
    <Section
      title={t('analysis.tabs.reviews')}
      flush
      extra={
        can('assignment.manage') ? (
          <div className="xj-bar">
            {/* biome-ignore lint/a11y/noLabelWithoutControl: InputNumber renders the control inside it */}
            <label className="xj-bar">
              {t('analysis.budget')}
              <InputNumber
                min={1}
                max={analysis.reviews.length}
                precision={0}
                value={budget}
                onChange={(value) => setBudget(value ?? 1)}
              />
            </label>
            {round.state === 'OPEN' ? (
              <Button
                type="primary"
                loading={busy}
                onClick={() => void accept(chosen.map(({ entryId, reviews }) => ({ entryId, reviews })))}
              >
                {t('analysis.accept', { count })}
              </Button>
            ) : null}
          </div>
        ) : null
      }
    >
      <p className="xj-pad">
        {t('analysis.wrongNow', {
          wrong: formatNumber(expectedWrong(analysis), 1),
          gain: formatNumber(gain, 2),
          count,
        })}
      </p>
      <div className="xh-wide">
        <table className="xj-table xj-table-stack">
          <thead>
            <tr>
              <th scope="col">{t('results.entry')}</th>
              <th scope="col">{t('analysis.line')}</th>
              <th scope="col" className="xj-right">
                {t('analysis.reviews')}
              </th>
              <th scope="col" className="xj-right">
                {t('analysis.gain')}
              </th>
            </tr>
          </thead>
          <tbody>
            {chosen.map((one) => {
              const entry = entries.get(one.entryId);
              const award = edition.awardRules.find(({ id }) => id === one.awardId);
              return (
                <tr key={one.entryId}>
                  <th scope="row">
                    <Link to={`/entries/${one.entryId}`}>{entry ? titleOf(entry) : ''}</Link>
                    <small>{entry?.number}</small>
                  </th>
                  <td data-label={t('analysis.line')}>
                    {award ? titleOf(award) : t('analysis.advanceLine')}
                  </td>
                  <td className="xj-right" data-label={t('analysis.reviews')}>
                    +{formatNumber(one.reviews)}
                  </td>
                  <td className="xj-right" data-label={t('analysis.gain')}>
                    {formatNumber(one.gain, 3)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="xh-hint xj-pad">
        {t('analysis.reviewsHint')}{' '}
        {round.state === 'LOCKED' && (edition.state === 'REVIEW' || edition.state === 'DELIBERATION')
          ? t('analysis.lockedHint')
          : ''}
      </p>
    </Section>
  );
}
