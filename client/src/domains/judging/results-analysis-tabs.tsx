import { useQuery } from '@apollo/client/react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, LoadingState } from '#client/ui/show/states.tsx';
import type { JudgingEdition, JudgingRound } from './edition-page.tsx';
import { RESULT_ANALYSIS } from './results-analysis-documents.ts';
import { ResultDigest } from './results-digest.tsx';
import { ResultJudges } from './results-judges.tsx';
import { RankingSection } from './results-ranking-section.tsx';
import { ResultReliability } from './results-reliability.tsx';
import { ResultReviews } from './results-reviews.tsx';
import type { OfficialResult } from './results-view.ts';
import { UrlTabs } from './url-tabs.tsx';

/** A result from four sides: the ranking, the judges, how far it can be trusted, where one more review helps most. */
export function ResultAnalysis(props: {
  edition: JudgingEdition;
  result: OfficialResult;
  /** Null for the whole edition. */
  round: JudgingRound | null;
}): ReactNode {
  const { edition, result, round } = props;
  const { t } = useTranslation('judging');
  const answer = useQuery(RESULT_ANALYSIS, { variables: { id: result.id } });
  const analysis = answer.data?.result?.analysis ?? null;
  const entries = useMemo(
    () => new Map(result.rows.flatMap(({ entry }) => (entry ? [[entry.id, entry] as const] : []))),
    [result],
  );
  const none =
    answer.loading && !analysis ? (
      <LoadingState />
    ) : (
      <EmptyState title={t('analysis.none')} hint={t('analysis.noneHint')} />
    );
  // Further reviews belong to a round: for the whole edition to its last one, whose marks decide the awards.
  const reviewed = round ?? edition.rounds.at(-1);
  return (
    <UrlTabs
      tabs={[
        {
          key: 'ranking',
          label: t('analysis.tabs.ranking'),
          content: (
            <>
              <RankingSection
                edition={edition}
                result={result}
                roundId={round?.id ?? null}
                analysis={analysis}
              />
              <ResultDigest result={result} />
            </>
          ),
        },
        {
          key: 'judges',
          label: t('analysis.tabs.judges'),
          content: analysis ? <ResultJudges edition={edition} analysis={analysis} /> : none,
        },
        {
          key: 'reliability',
          label: t('analysis.tabs.reliability'),
          content: analysis ? (
            <ResultReliability
              edition={edition}
              analysis={analysis}
              digest={answer.data?.result?.analysisDigest ?? null}
            />
          ) : (
            none
          ),
        },
        {
          key: 'reviews',
          label: t('analysis.tabs.reviews'),
          content:
            analysis && reviewed ? (
              <ResultReviews edition={edition} round={reviewed} analysis={analysis} entries={entries} />
            ) : (
              none
            ),
        },
      ]}
    />
  );
}
