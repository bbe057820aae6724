import { hundredths } from '@xinghuo/shared/competition/rubric';

/** `12.5` for 1250 hundredths: as many places as are needed. */
function plain(value: number): string {
  return (value / 100).toFixed(2).replace(/\.?0+$/, '');
}

/** The sum of weights typed so far, exact, and how far it is from 100. What is no number counts as nothing. */
export function weightSum(weights: readonly string[]): {
  readonly sum: string;
  readonly rest: string;
  readonly state: 'exact' | 'under' | 'over';
} {
  const sum = weights.reduce((total, weight) => total + (hundredths(weight) ?? 0), 0);
  return {
    sum: plain(sum),
    rest: plain(Math.abs(10_000 - sum)),
    state: sum === 10_000 ? 'exact' : sum < 10_000 ? 'under' : 'over',
  };
}

/** The list with one item moved to another place; unchanged when a place is outside. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Whether a text is a decimal with at most two places, as weights and totals are written. */
export function isDecimal(text: string): boolean {
  return hundredths(text) !== null;
}
