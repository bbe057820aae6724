import { RULE_KINDS, type RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '#client/ui/core/format.ts';
import { useLabel } from '#client/ui/core/language.ts';
import { useNameOf } from '#client/ui/core/named.ts';
import { type JudgingEdition, useTitleOf } from './edition-page.tsx';
import { doubt, type EntryAnalysis, type GroupPart, intervalOf, leadOf } from './results-analysis.ts';
import type { PlacesByRule } from './results-beside.ts';
import { PlaceRange, ScaleHead, ScoreDots } from './results-dots.tsx';
import { EntryFlags } from './results-flags.tsx';
import type { RankingItem, RankLine } from './results-ranking.ts';
import type { ScoreScale } from './results-scale.ts';
import type { ResultRow } from './results-view.ts';
import { points } from './signed-points.ts';

/** Properties of a ranking. */
export interface RankingProps {
  readonly items: readonly RankingItem<ResultRow>[];
  readonly rounds: readonly { readonly id: string; readonly title: string; readonly titleEn: string }[];
  readonly places: ReadonlyMap<string, PlacesByRule<RuleKind>>;
  readonly scale: ScoreScale;
  readonly decimals: number;
  /** How many rows there are to be placed among. */
  readonly count: number;
  readonly edition: JudgingEdition;
  /** How sure each entry’s place is, by entry. */
  readonly sure: ReadonlyMap<string, EntryAnalysis>;
  /** The part of each entry in the bracket of those that a line cannot separate. */
  readonly brackets: ReadonlyMap<string, GroupPart>;
  /** How many entries each line cannot separate, by line. */
  readonly inseparable: ReadonlyMap<string, number>;
  /** Over all categories. */
  readonly overall: boolean;
  /** Rules that stand beside the official one as columns. */
  readonly compared: readonly RuleKind[];
  /** Opens the deliberation on an entry, where it is possible now. */
  readonly onDeliberate?: ((row: ResultRow) => void) | undefined;
}

/** Columns of the picture without those of other rules: place, entry, score, dots, range, flags, award. */
const COLUMNS = 7;

function Line(props: {
  line: RankLine;
  decimals: number;
  columns: number;
  /** Entries it cannot separate. */
  inseparable: number;
}): ReactNode {
  const { line, decimals, columns, inseparable } = props;
  const { t } = useTranslation('judging');
  return (
    <tr className={line.undecided.length > 0 ? 'xj-line xj-line-open' : 'xj-line'}>
      <td colSpan={columns}>
        <span>
          {line.score === null
            ? t('results.lineOf', { title: line.title, count: line.given.length, quota: line.quota })
            : t('results.lineAt', {
                title: line.title,
                score: formatNumber(line.score, decimals),
                count: line.given.length,
                quota: line.quota,
              })}
          {inseparable > 0 ? <em> {t('analysis.inseparable', { count: inseparable })}</em> : null}
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

/** How sure the line is that decides an entry’s award, where it is not. */
function Chance(props: {
  edition: JudgingEdition;
  analysis: EntryAnalysis | undefined;
  award: string | null;
}): ReactNode {
  const { edition, analysis, award } = props;
  const { t } = useTranslation('judging');
  const titleOf = useTitleOf();
  if (!analysis) return null;
  const line = analysis.above.find(({ awardId }) => awardId !== null && awardId === award) ?? doubt(analysis);
  if (!line || line.probability < 0.05 || line.probability > 0.95) return null;
  const percent = formatNumber(line.probability * 100, 0);
  const of = edition.awardRules.find(({ id }) => id === line.awardId);
  return (
    <small className="xj-chance">
      {of ? t('analysis.chance', { title: titleOf(of), percent }) : t('analysis.chanceAdvance', { percent })}
    </small>
  );
}

/** How far an entry leads the next one, by the model, and how sure that is. */
export function Lead({ lead }: { lead: EntryAnalysis['next'] }): ReactNode {
  const { t } = useTranslation('judging');
  if (!lead) return null;
  return (
    <small className="xj-lead" title={t('analysis.leadTitle')}>
      {t('analysis.leadOf', {
        lead: points(lead.difference),
        low: points(lead.low),
        high: points(lead.high),
      })}
    </small>
  );
}

/** A ranking that can be read aloud: the picture. */
export function RankingPicture(props: RankingProps): ReactNode {
  const { items, rounds, places, scale, decimals, count, onDeliberate, edition, sure, overall, compared } =
    props;
  const columns = COLUMNS + compared.length;
  const { t } = useTranslation('judging');
  const label = useLabel();
  const titleOf = useTitleOf();
  const nameOf = useNameOf();
  const ids = rounds.map(({ id }) => id);
  return (
    <div className="xh-wide">
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
            <th scope="col">{t('analysis.interval')}</th>
            {compared.map((kind) => (
              <th key={kind} scope="col" className="xj-right">
                {label(RULE_KINDS[kind])}
              </th>
            ))}
            <th scope="col">{t('results.flags')}</th>
            <th scope="col">{t('results.award')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            if (item.kind === 'line')
              return (
                <Line
                  key={item.line.id}
                  line={item.line}
                  decimals={decimals}
                  columns={columns}
                  inseparable={props.inseparable.get(item.line.id) ?? 0}
                />
              );
            const { row, rank, tie } = item;
            const by = places.get(row.entry?.id ?? '');
            const own = sure.get(row.entry?.id ?? '');
            const interval = own ? intervalOf(own, overall) : undefined;
            return (
              <tr key={row.id} className={`xj-bracket-${props.brackets.get(row.entry?.id ?? '') ?? 'none'}`}>
                <td className={`xj-place xj-tie-${tie}`}>
                  {rank ?? t('results.unplaced')}
                  {tie === 'none' ? null : <span className="xh-unseen"> {t('results.tied')}</span>}
                </td>
                <th scope="row">
                  {row.entry ? <Link to={`/entries/${row.entry.id}`}>{titleOf(row.entry)}</Link> : null}
                  <small>
                    {row.entry?.number} · {row.entry?.team ? nameOf(row.entry.team) : null}
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
                <td data-label={t('analysis.interval')}>
                  {interval ? (
                    <PlaceRange
                      best={interval.best}
                      worst={interval.worst}
                      of={count}
                      title={t('analysis.intervalOf', { best: interval.best, worst: interval.worst })}
                    />
                  ) : null}
                  <Lead lead={leadOf(own, overall)} />
                </td>
                {compared.map((kind) => {
                  const place = by?.places.find(({ ruleKind }) => ruleKind === kind);
                  return (
                    <td key={kind} className="xj-right" data-label={label(RULE_KINDS[kind])}>
                      {place?.rank ?? ''}
                      <small>{place?.total ? formatNumber(place.total, decimals) : ''}</small>
                    </td>
                  );
                })}
                <td>
                  <EntryFlags edition={edition} flags={row.flags ?? []} analysis={own} />
                </td>
                <td>
                  <Award row={row} onDeliberate={onDeliberate} />
                  <Chance edition={edition} analysis={own} award={row.award?.id ?? null} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
