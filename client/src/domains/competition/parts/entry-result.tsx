import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { Figure, Figures } from '#client/ui/show/figure.tsx';
import { ENTRY_RESULT, OFFICIAL_RESULTS } from '../documents/entry.ts';

/** The official score of an entry, once a result of the edition or of a round has been computed. */
export function EntryResult(props: { entryId: string; competitionId: string }): ReactNode {
  const { t } = useTranslation('competition');
  const official = useQuery(OFFICIAL_RESULTS, {
    variables: { filter: { competition: { eq: props.competitionId }, official: { eq: true } } },
  });
  const results = official.data?.results.nodes ?? [];
  const result = results.find(({ round }) => round === null) ?? results[0];
  const found = useQuery(ENTRY_RESULT, {
    variables: { filter: { entry: { eq: props.entryId }, result: { eq: result?.id ?? '' } } },
    skip: !result,
  });
  const row = found.data?.resultRows.nodes[0];
  if (!row) return null;
  return (
    <Figures>
      <Figure
        label={t('marks.official')}
        value={row.total === null ? null : Number(row.total)}
        decimals={2}
        base={[
          ...(row.categoryRank ? [t('marks.rank', { rank: row.categoryRank })] : []),
          ...(row.spread ? [t('marks.spread', { value: formatNumber(row.spread, 2) })] : []),
        ].join(' · ')}
        to={`/results?edition=${props.competitionId}`}
      />
    </Figures>
  );
}
