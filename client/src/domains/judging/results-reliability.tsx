import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { Section } from '#client/ui/show/page.tsx';
import { type JudgingEdition, useTitleOf } from './edition-page.tsx';
import type { Analysis, RoundAnalysis } from './results-analysis.ts';

function RoundReliability(props: { edition: JudgingEdition; round: RoundAnalysis }): ReactNode {
  const { edition, round } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const { model, reliability: r } = round;
  const of = edition.rounds.find(({ id }) => id === round.roundId);
  const target = formatNumber(r.target, 1);
  const facts: readonly (readonly [string, string])[] = [
    [t('analysis.absolute'), formatNumber(r.absolute, 2)],
    [t('analysis.relative'), formatNumber(r.relative, 2)],
    [t('analysis.icc'), `${formatNumber(r.agreement, 2)} / ${formatNumber(r.consistency, 2)}`],
    [
      t('analysis.kendall'),
      round.kendallW === null ? t('analysis.kendallNone') : formatNumber(round.kendallW, 2),
    ],
    [
      t('analysis.intercept'),
      `${formatNumber(model.intercept, 2)} ± ${formatNumber(model.interceptError, 2)}`,
    ],
    [t('analysis.entryDeviation'), formatNumber(model.entryDeviation, 2)],
    [t('analysis.judgeDeviation'), formatNumber(model.judgeDeviation, 2)],
    [t('analysis.residualDeviation'), formatNumber(model.residualDeviation, 2)],
    [t('analysis.reml'), formatNumber(model.remlCriterion, 4)],
  ];
  return (
    <Section title={of ? titleOf(of) : ''}>
      <p className="xj-plainly">
        {r.absolute === null
          ? t('analysis.plainNothing')
          : t('analysis.plain', {
              count: Math.round(r.judgesPerEntry),
              judges: formatNumber(r.judgesPerEntry, 1),
              share: formatNumber(r.absolute, 2),
            })}{' '}
        {r.judgesNeeded === null
          ? t('analysis.neverEnough', { target })
          : r.absolute !== null && r.absolute >= r.target
            ? t('analysis.enough', { target, count: r.judgesNeeded })
            : t('analysis.needed', { target, count: r.judgesNeeded })}
        {r.judgesNeededAdjusted !== null && r.judgesNeededAdjusted !== r.judgesNeeded
          ? ` ${t('analysis.neededAdjusted', { count: r.judgesNeededAdjusted })}`
          : ''}
      </p>
      {model.components > 1 ? <p>{t('analysis.parts', { count: model.components })}</p> : null}
      {model.singular ? <p>{t('analysis.singular')}</p> : null}
      {model.entryNote ? <p>{t(`analysis.entryNote.${model.entryNote}`)}</p> : null}
      {model.judgeNote ? <p>{t(`analysis.judgeNote.${model.judgeNote}`)}</p> : null}
      <dl className="xj-digest">
        {facts.map(([term, value]) => (
          <div key={term} className="xj-fact">
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {round.concordance.length > 0 && round.kendallW === null ? (
        <p className="xh-hint">
          {t('analysis.concordance')}
          {round.concordance
            .map(({ categoryId, w, judges, entries }) => {
              const category = edition.categories.find(({ id }) => id === categoryId);
              return t('analysis.concordanceOf', {
                category: category ? titleOf(category) : '',
                w: formatNumber(w, 2),
                judges,
                entries,
              });
            })
            .join(t('frame.separator'))}
        </p>
      ) : null}
    </Section>
  );
}

/** How far the marks can be trusted, in plain words first, in figures below. */
export function ResultReliability(props: {
  edition: JudgingEdition;
  analysis: Analysis;
  digest: string | null;
}): ReactNode {
  const { edition, analysis, digest } = props;
  const { t } = useTranslation('judging');
  return (
    <>
      {analysis.rounds.map((round) => (
        <RoundReliability key={round.roundId} edition={edition} round={round} />
      ))}
      <p className="xh-hint xj-effect">
        {t('analysis.method', { count: analysis.draws })}
        {digest ? <code className="xj-break"> {t('analysis.digest', { digest })}</code> : null}
      </p>
    </>
  );
}
