import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgePracticeQuery } from '#client/__generated__/graphql.ts';
import { useLanguage } from '#client/ui/core/language.ts';

type Exemplar = NonNullable<NonNullable<JudgePracticeQuery['practice']>['exemplar']>;

/** An exemplary project of the library, as a paper to read and mark. */
export function ExemplarPaper({ exemplar }: { exemplar: Exemplar }): ReactNode {
  const { t } = useTranslation('judging');
  const english = useLanguage() === 'en';
  const points =
    english && exemplar.replicablePointsEn.length > 0
      ? exemplar.replicablePointsEn
      : exemplar.replicablePoints;
  return (
    <div className="xh-console-paper">
      <article className="xh-paper">
        <header>
          <p className="xh-hint">{t('practice.library')}</p>
          <h2>{exemplar.title}</h2>
          {english && exemplar.titleEn ? <p className="xh-paper-translation">{exemplar.titleEn}</p> : null}
          <dl>
            <div>
              <dt>{t('practice.organisation')}</dt>
              <dd>
                {exemplar.organisation} · {exemplar.region}
              </dd>
            </div>
            <div>
              <dt>{t('practice.award')}</dt>
              <dd>{[exemplar.award, exemplar.year].filter(Boolean).join(' · ')}</dd>
            </div>
          </dl>
        </header>
        <section>
          <h3>{t('console.paperOf.summary')}</h3>
          <p className="xh-paper-text">{exemplar.summary}</p>
          {english && exemplar.summaryEn ? (
            <p className="xh-paper-translation">{exemplar.summaryEn}</p>
          ) : null}
        </section>
        <section>
          <h3>{t('practice.points')}</h3>
          <ul className="xh-paper-points">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      </article>
    </div>
  );
}
