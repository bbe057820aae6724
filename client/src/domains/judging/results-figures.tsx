import { RULE_KINDS } from '@xinghuo/shared/judging/scoring/rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useTitleOf } from './edition-page.tsx';
import { intervalOf, leadOf } from './results-analysis.ts';
import { Lead, type RankingProps } from './results-table.tsx';

/** The table behind the picture: every figure of it. */
export function RankingFigures(props: RankingProps): ReactNode {
  const { items, rounds, places, decimals, sure, overall } = props;
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const rules = [
    ...new Set([...places.values()].flatMap((one) => one.places.map(({ ruleKind }) => ruleKind))),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="xh-wide" tabIndex={0} aria-label={t('results.asTable')}>
      <table className="xj-table xj-figures">
        <thead>
          <tr>
            <th scope="col">{t('results.place')}</th>
            <th scope="col">{t('results.entry')}</th>
            <th scope="col" className="xj-right">
              {t('results.score')}
            </th>
            {rounds.map((round) => (
              <th key={round.id} scope="col" className="xj-right">
                {titleOf(round)}
              </th>
            ))}
            <th scope="col">{t('results.marks')}</th>
            <th scope="col" className="xj-right">
              {t('results.spread')}
            </th>
            <th scope="col" className="xj-right">
              {t('analysis.interval')}
            </th>
            {overall ? null : (
              <th scope="col" className="xj-right">
                {t('analysis.lead')}
              </th>
            )}
            {rules.map((rule) => (
              <th key={rule} scope="col" className="xj-right">
                {label(RULE_KINDS[rule])}
              </th>
            ))}
            <th scope="col">{t('results.award')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            if (item.kind === 'line') return null;
            const { row, rank } = item;
            const own = sure.get(row.entry?.id ?? '');
            const interval = own ? intervalOf(own, overall) : undefined;
            const by = places.get(row.entry?.id ?? '');
            return (
              <tr key={row.id}>
                <td>{rank ?? t('results.unplaced')}</td>
                <th scope="row">
                  {row.entry?.number} {row.entry ? titleOf(row.entry) : ''}
                </th>
                <td className="xj-right">{formatNumber(row.total, decimals)}</td>
                {rounds.map(({ id }) => (
                  <td key={id} className="xj-right">
                    {formatNumber(row.roundScores.find(({ roundId }) => roundId === id)?.score, decimals)}
                  </td>
                ))}
                <td className="xj-marks">
                  {(row.sheetTotals ?? [])
                    .map(
                      ({ judgeCode, value, counted }) =>
                        `${judgeCode} ${formatNumber(value, decimals)}${counted ? '' : ` ${t('results.dropped')}`}`,
                    )
                    .join(t('frame.separator'))}
                </td>
                <td className="xj-right">{formatNumber(row.spread, decimals)}</td>
                <td className="xj-right">{interval ? `${interval.best}–${interval.worst}` : ''}</td>
                {overall ? null : (
                  <td className="xj-right">
                    <Lead lead={leadOf(own, overall)} />
                  </td>
                )}
                {rules.map((rule) => {
                  const place = by?.places.find(({ ruleKind }) => ruleKind === rule);
                  return (
                    <td key={rule} className="xj-right">
                      {place?.rank ?? ''}
                      <small>{place?.total ? formatNumber(place.total, decimals) : ''}</small>
                    </td>
                  );
                })}
                <td>{row.award ? titleOf(row.award) : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
