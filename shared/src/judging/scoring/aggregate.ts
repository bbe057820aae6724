import { add, compare, divide, type Ratio, ratio, sum, ZERO } from './ratio.ts';
import type { ScoringRule } from './rules.ts';

/** The plain mean; null of no values. */
export function mean(values: readonly Ratio[]): Ratio | null {
  return values.length === 0 ? null : divide(sum(values), ratio(BigInt(values.length)));
}

/** The middle value of the sorted values, or the mean of the two middle ones; null of no values. */
export function median(values: readonly Ratio[]): Ratio | null {
  const sorted = [...values].sort(compare);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper && lower ? divide(add(lower, upper), ratio(2n)) : null;
}

/** What a trimmed mean kept and dropped: indices into the values given. */
export interface Trimmed {
  readonly value: Ratio | null;
  readonly droppedHigh: readonly number[];
  readonly droppedLow: readonly number[];
  /** True when there were too few values to drop any. */
  readonly untrimmed: boolean;
}

/**
 * Drops the `dropLow` lowest and `dropHigh` highest values and averages the rest. Of equal values the one listed
 * first counts as the lower: which of them is dropped changes no result, only the mark shown as dropped.
 */
export function trimmedMean(
  values: readonly Ratio[],
  rule: Pick<ScoringRule, 'dropHigh' | 'dropLow' | 'minimumKept'>,
): Trimmed {
  const order = values.map((value, index) => ({ value, index }));
  order.sort((a, b) => compare(a.value, b.value) || a.index - b.index);
  const enough = values.length >= rule.dropHigh + rule.dropLow + rule.minimumKept;
  const low = enough ? rule.dropLow : 0;
  const high = enough ? rule.dropHigh : 0;
  const kept = order.slice(low, order.length - high);
  return {
    value:
      kept.length === 0
        ? null
        : divide(
            kept.reduce((acc, k) => add(acc, k.value), ZERO),
            ratio(BigInt(kept.length)),
          ),
    droppedLow: order.slice(0, low).map((o) => o.index),
    droppedHigh: order.slice(order.length - high).map((o) => o.index),
    untrimmed: !enough && rule.dropHigh + rule.dropLow > 0,
  };
}
