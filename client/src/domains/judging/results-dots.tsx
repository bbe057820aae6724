import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/ui/core/format.ts';
import { placeOn, type ScoreScale } from './results-scale.ts';

/** A sheet's total as it went into the score. */
export interface SheetDot {
  readonly roundId: string;
  readonly judgeCode: string;
  readonly value: string;
  readonly counted: boolean;
}

/** Each judge's mark as a dot, one lane per round; dropped ones are hollow, the official score is a bar across. */
export function ScoreDots(props: {
  scale: ScoreScale;
  sheets: readonly SheetDot[];
  /** Rounds in their order: one lane each. */
  rounds: readonly string[];
  total: string | null;
  decimals: number;
}): ReactNode {
  const { scale, sheets, rounds, total, decimals } = props;
  const { t } = useTranslation('judging');
  const say = ({ judgeCode, value, counted }: SheetDot): string =>
    `${judgeCode} ${formatNumber(value, decimals)}${counted ? '' : ` ${t('results.dropped')}`}`;
  return (
    <div
      className="xj-dots"
      role="img"
      aria-label={sheets.map(say).join(t('frame.separator'))}
      style={{ height: rounds.length * 12 + 6 }}
    >
      {scale.ticks.map((tick) => (
        <i key={tick} className="xj-dots-tick" style={{ left: `${placeOn(scale, tick)}%` }} />
      ))}
      {total === null ? null : (
        <i className="xj-dots-total" style={{ left: `${placeOn(scale, Number(total))}%` }} />
      )}
      {sheets.map((sheet) => (
        <i
          key={`${sheet.roundId} ${sheet.judgeCode}`}
          className={sheet.counted ? 'xj-dot' : 'xj-dot xj-dot-dropped'}
          data-lane={Math.max(0, rounds.indexOf(sheet.roundId)) + 1}
          style={{
            left: `${placeOn(scale, Number(sheet.value))}%`,
            top: Math.max(0, rounds.indexOf(sheet.roundId)) * 12 + 9,
          }}
          title={say(sheet)}
        />
      ))}
    </div>
  );
}

/** The ticks of the scale with their figures, for the head of the column. */
export function ScaleHead({ scale }: { scale: ScoreScale }): ReactNode {
  return (
    <span className="xj-scale" aria-hidden>
      {scale.ticks.map((tick) => (
        <span key={tick} style={{ left: `${placeOn(scale, tick)}%` }}>
          {tick}
        </span>
      ))}
    </span>
  );
}

/** The places an entry takes by the different rules, as a bar from the best to the worst. */
export function PlaceRange(props: { best: number; worst: number; of: number; title: string }): ReactNode {
  const { best, worst, of, title } = props;
  const width = of <= 1 ? 100 : Math.max(6, ((worst - best) / (of - 1)) * 100);
  const left = of <= 1 ? 0 : Math.min(100 - width, ((best - 1) / (of - 1)) * 100);
  return (
    <span className="xj-range" title={title}>
      <span className="xj-range-track" aria-hidden>
        <span style={{ left: `${left}%`, width: `${width}%` }} />
      </span>
      {best === worst ? best : `${best}–${worst}`}
    </span>
  );
}
