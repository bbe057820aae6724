import { useQuery } from '@apollo/client/react';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime, formatNumber } from '#client/ui/core/format.ts';
import { useLabel, useLanguage } from '#client/ui/core/language.ts';
import { ToneTag } from '#client/ui/detail/state-tag.tsx';
import { Loaded } from '#client/ui/show/loaded.tsx';
import { Section } from '#client/ui/show/page.tsx';
import { EmptyState } from '#client/ui/show/states.tsx';
import { useTitleOf } from './edition-page.tsx';
import { RECUSALS } from './progress-documents.ts';
import { Replacement } from './progress-replacement.tsx';
import { shortEntries } from './progress-short.ts';

/** Who recused from what, and whether somebody else has taken the entry. */
export function Recusals({ roundId }: { roundId: string }): ReactNode {
  const { t } = useTranslation('judging');
  const label = useLabel();
  const english = useLanguage() === 'en';
  const titleOf = useTitleOf();
  const result = useQuery(RECUSALS, { variables: { roundId }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result}>
      {({ scoreSheets, assignmentBoard }) => {
        const short = shortEntries(assignmentBoard?.problems ?? []);
        const rows = scoreSheets.nodes.toSorted(
          (a, b) => Number(short.has(b.entry?.id ?? '')) - Number(short.has(a.entry?.id ?? '')),
        );
        if (rows.length === 0 && short.size === 0)
          return <EmptyState title={t('progress.noRecusals')} hint={t('progress.noRecusalsHint')} />;
        return (
          <>
            <Replacement roundId={roundId} missing={short.size} />
            <Section title={t('progress.recusalsOf', { count: scoreSheets.totalCount ?? rows.length })} flush>
              <div className="xh-wide">
                <table className="xj-table xj-table-stack">
                  <thead>
                    <tr>
                      <th scope="col">{t('progress.entry')}</th>
                      <th scope="col">{t('progress.judge')}</th>
                      <th scope="col">{t('progress.reason')}</th>
                      <th scope="col">{t('progress.at')}</th>
                      <th scope="col">{t('progress.replacement')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => {
                      const missing = short.get(row.entry?.id ?? '') ?? 0;
                      return (
                        <tr key={row.id}>
                          <th scope="row">
                            <Link to={`/sheets/${row.id}`}>
                              {row.entry?.number} {row.entry ? titleOf(row.entry) : ''}
                            </Link>
                            <small>{row.entry ? label(CATEGORIES[row.entry.category.code]) : ''}</small>
                          </th>
                          <td>
                            {row.judgeCode} {(english && row.judge?.nameEn) || row.judge?.name}
                          </td>
                          <td>{row.recusedReason}</td>
                          <td>{formatDateTime(row.updatedAt)}</td>
                          <td>
                            {missing > 0 && row.entry ? (
                              <>
                                <ToneTag tone="waiting">
                                  {t('progress.missingOf', { count: missing, n: formatNumber(missing) })}
                                </ToneTag>{' '}
                                <Link
                                  to={`/assignments?round=${roundId}&category=${row.entry.category.code}&short=1`}
                                >
                                  <Button size="small" type="primary">
                                    {t('progress.assign')}
                                  </Button>
                                </Link>
                              </>
                            ) : (
                              <ToneTag tone="done">{t('progress.replaced')}</ToneTag>
                            )}
                          </td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </div>
            </Section>
          </>
        );
      }}
    </Loaded>
  );
}
