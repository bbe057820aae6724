import { RESULT_FLAGS } from '@xinghuo/shared/judging/domain/result';
import { RULE_KINDS, type RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useTitleOf } from './edition-page.tsx';
import type { PlacesByRule } from './results-beside.ts';
import { PlaceRange, ScaleHead, ScoreDots } from './results-dots.tsx';
import type { RankingItem, RankLine } from './results-ranking.ts';
import type { ScoreScale } from './results-scale.ts';
import type { ResultRow } from './results-view.ts';

/** Properties of a ranking. */
export interface RankingProps {
  readonly items: readonly RankingItem<ResultRow>[];
  readonly rounds: readonly { readonly id: string; readonly title: string; readonly titleEn: string }[];
  readonly places: ReadonlyMap<string, PlacesByRule<RuleKind>>;
  readonly scale: ScoreScale;
  readonly decimals: number;
  /** How many rows there are to be placed among. */
  readonly count: number;
  /** Opens the deliberation on an entry, where it is possible now. */
  readonly onDeliberate?: ((row: ResultRow) => void) | undefined;
}

/** Columns of the picture: place, entry, score, dots, spread, range, flags, award. */
const COLUMNS = 8;

function Line({ line, decimals }: { line: RankLine; decimals: number }): ReactNode {
  const { t } = useTranslation('judging');
  return (
    <tr className={line.undecided.length > 0 ? 'xj-line xj-line-open' : 'xj-line'}>
      <td colSpan={COLUMNS}>
        <span>
          {line.score === null
            ? t('results.lineOf', { title: line.title, count: line.given.length, quota: line.quota })
            : t('results.lineAt', {
                title: line.title,
                score: formatNumber(line.score, decimals),
                count: line.given.length,
                quota: line.quota,
              })}
          {line.undecided.length > 0 ? (
            <b> {t('results.undecided', { count: line.undecided.length })}</b>
          ) : null}
        </span>
      </td>
    </tr>
  );
}

function Award({
  row,
  onDeliberate,
}: {
  row: ResultRow;
  onDeliberate: RankingProps['onDeliberate'];
}): ReactNode {
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  const moved = row.deliberation !== null && row.award?.id !== row.computedAward?.id;
  return (
    <>
      {row.award ? <b>{titleOf(row.award)}</b> : null}
      {moved ? (
        <small title={row.deliberation?.reason}>
          {t('results.movedFrom', {
            from: row.computedAward ? titleOf(row.computedAward) : t('deliberation.noAward'),
          })}
        </small>
      ) : null}
      {onDeliberate ? (
        <Button size="small" type="link" onClick={() => onDeliberate(row)}>
          {t('deliberation.move')}
        </Button>
      ) : null}
    </>
  );
}

/** A ranking that can be read aloud: the picture. */
export function RankingPicture(props: RankingProps): ReactNode {
  const { items, rounds, places, scale, decimals, count, onDeliberate } = props;
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const ids = rounds.map(({ id }) => id);
  return (
    <div className="xj-table-wrap">
      <table className="xj-table xj-ranking xj-table-stack">
        <thead>
          <tr>
            <th scope="col">{t('results.place')}</th>
            <th scope="col">{t('results.entry')}</th>
            <th scope="col" className="xj-right">
              {t('results.score')}
            </th>
            <th scope="col" className="xj-dots-head">
              <span>{t('results.marks')}</span>
              <ScaleHead scale={scale} />
            </th>
            <th scope="col" className="xj-right">
              {t('results.spread')}
            </th>
            <th scope="col">{t('results.range')}</th>
            <th scope="col">{t('results.flags')}</th>
            <th scope="col">{t('results.award')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            if (item.kind === 'line') return <Line key={item.line.id} line={item.line} decimals={decimals} />;
            const { row, rank, tie } = item;
            const by = places.get(row.entry?.id ?? '');
            return (
              <tr key={row.id}>
                <td className={`xj-place xj-tie-${tie}`}>
                  {rank ?? t('results.unplaced')}
                  {tie === 'none' ? null : <span className="xh-unseen"> {t('results.tied')}</span>}
                </td>
                <th scope="row">
                  {row.entry ? <Link to={`/entries/${row.entry.id}`}>{titleOf(row.entry)}</Link> : null}
                  <small>
                    {row.entry?.number} · {row.entry?.team?.name}
                  </small>
                </th>
                <td className="xj-right xj-score" data-label={t('results.score')}>
                  {formatNumber(row.total, decimals)}
                </td>
                <td className="xj-dots-cell">
                  <ScoreDots
                    scale={scale}
                    sheets={row.sheetTotals ?? []}
                    rounds={ids}
                    total={row.total}
                    decimals={decimals}
                  />
                </td>
                <td className="xj-right" data-label={t('results.spread')}>
                  {formatNumber(row.spread, decimals)}
                </td>
                <td data-label={t('results.range')}>
                  {by ? (
                    <PlaceRange
                      best={by.best}
                      worst={by.worst}
                      of={count}
                      title={by.places
                        .map(({ ruleKind, rank: at }) => `${label(RULE_KINDS[ruleKind])} ${at}`)
                        .join(t('frame.separator'))}
                    />
                  ) : null}
                </td>
                <td>
                  {(row.flags ?? []).map((flag) => (
                    <span key={flag} className={`xj-flag xj-flag-${flag.toLowerCase()}`}>
                      {label(RESULT_FLAGS[flag])}
                    </span>
                  ))}
                </td>
                <td>
                  <Award row={row} onDeliberate={onDeliberate} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The table behind the picture: every figure of it. */
export function RankingFigures(props: RankingProps): ReactNode {
  const { items, rounds, places, decimals } = props;
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const rules = [
    ...new Set([...places.values()].flatMap((one) => one.places.map(({ ruleKind }) => ruleKind))),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="xj-table-wrap" tabIndex={0} aria-label={t('results.asTable')}>
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
