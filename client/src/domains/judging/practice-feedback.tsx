import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitleOf } from './edition-page.tsx';
import { comparePractice } from './practice-comparison.ts';

/** After practice: each own mark beside the agreed one, the difference and the reason. */
export function PracticeFeedback(props: {
  criteria: readonly {
    readonly id: string;
    readonly title: string;
    readonly titleEn: string;
    readonly max: string;
  }[];
  own: readonly { readonly criterionId: string; readonly value: string }[];
  agreed: readonly { readonly criterionId: string; readonly value: string; readonly reason: string }[];
}): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const lines = comparePractice(props.criteria, props.own, props.agreed);
  const near = lines.filter(({ direction }) => direction === 'equal').length;
  return (
    <section aria-labelledby="practice-feedback">
      <h2 id="practice-feedback">{t('practice.feedback')}</h2>
      <p className="xh-hint">{t('practice.feedbackHint', { equal: near, total: lines.length })}</p>
      <ul className="xh-practice-lines">
        {lines.map((line) => {
          const criterion = props.criteria.find(({ id }) => id === line.criterionId);
          return (
            <li key={line.criterionId}>
              <h3>{criterion ? titleOf(criterion) : ''}</h3>
              <dl>
                <div>
                  <dt>{t('practice.own')}</dt>
                  <dd>{line.own}</dd>
                </div>
                <div>
                  <dt>{t('practice.agreed')}</dt>
                  <dd>{line.agreed}</dd>
                </div>
                <div>
                  <dt>{t('practice.difference')}</dt>
                  <dd>
                    {line.difference} <small>{t(`practice.direction.${line.direction}`)}</small>
                  </dd>
                </div>
              </dl>
              <p>
                <b>{t('practice.why')}</b> {line.reason}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
