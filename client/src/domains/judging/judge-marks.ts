import type { MarkScale } from '@xinghuo/shared/judging/domain/score-sheet';
import {
  add,
  canonicalDecimal,
  compare,
  divide,
  multiply,
  parseDecimal,
  type Ratio,
  ratio,
  sum,
  toFixed,
  toNumber,
  ZERO,
} from '@xinghuo/shared/judging/scoring/ratio';
import { sheetTotals } from '@xinghuo/shared/judging/scoring/sheet-total';

/** What the console knows of a criterion to reckon with: decimals as text. */
export interface ReckonedCriterion extends MarkScale {
  readonly id: string;
  readonly weight: string;
}

/** A stretch of the scale with its guidance. */
export interface BandRange {
  readonly from: string;
  readonly to: string;
}

const text = (value: Ratio): string => canonicalDecimal(toFixed(value, 6));

/** Whether a mark can be given on the scale: from 0 to the maximum, on the step. */
export function fitsScale(value: Ratio, scale: MarkScale): boolean {
  return (
    value.n >= 0n &&
    compare(value, parseDecimal(scale.max)) <= 0 &&
    divide(value, parseDecimal(scale.step)).d === 1n
  );
}

/** The mark `steps` further up or down, kept on the scale. Without a mark it begins at the near end. */
export function nudge(value: string, steps: number, scale: MarkScale): string {
  const max = parseDecimal(scale.max);
  if (value === '') return steps > 0 ? '0' : text(max);
  const next = add(parseDecimal(value), multiply(ratio(BigInt(steps)), parseDecimal(scale.step)));
  if (next.n < 0n) return '0';
  return compare(next, max) > 0 ? text(max) : text(next);
}

/** How many steps make one whole point; at least 1. */
export function stepsPerPoint(scale: MarkScale): number {
  return Math.max(1, Math.round(1 / toNumber(parseDecimal(scale.step))));
}

/** The whole points of a short scale, each worth a button: `0 … 10`. Null for a scale too long or broken for that. */
export function wholePoints(scale: MarkScale): readonly number[] | null {
  const max = parseDecimal(scale.max);
  const whole = max.d === 1n && max.n <= 10n && divide(ratio(1n), parseDecimal(scale.step)).d === 1n;
  return whole ? Array.from({ length: Number(max.n) + 1 }, (_, point) => point) : null;
}

/** Whether half points can be given. */
export function hasHalves(scale: MarkScale): boolean {
  return divide(ratio(1n, 2n), parseDecimal(scale.step)).d === 1n;
}

/** The band a mark lies in, by its place in the list; between two bands the lower one. -1 without a mark. */
export function bandIndex(bands: readonly BandRange[], value: string): number {
  if (value === '') return -1;
  const mark = parseDecimal(value);
  return bands.findLastIndex(({ from }) => compare(parseDecimal(from), mark) <= 0);
}

/** The total of a sheet as far as it is marked. */
export interface SheetSum {
  /** Σ weight · mark / max of the marked criteria, two places. */
  readonly total: string;
  /** Weight of the marked criteria, in percent: what the total can reach so far. */
  readonly weight: string;
  readonly marked: number;
  readonly complete: boolean;
}

/** Adds up a sheet exactly, with the engine that makes the official figure. `marks` by criterion; empty text is none. */
export function sumSheet(
  criteria: readonly ReckonedCriterion[],
  marks: Readonly<Record<string, string | undefined>>,
): SheetSum {
  const marked = criteria.filter(({ id }) => (marks[id] ?? '') !== '');
  const given = Object.fromEntries(marked.map(({ id }) => [id, marks[id] ?? '0']));
  const [total = ZERO] = sheetTotals(marked, [{ judge: '', entry: '', marks: given }]);
  return {
    total: toFixed(total, 2),
    weight: text(sum(marked.map(({ weight }) => parseDecimal(weight)))),
    marked: marked.length,
    complete: criteria.length > 0 && marked.length === criteria.length,
  };
}

/** The mean of totals, two places; null of none. */
export function meanOf(totals: readonly string[]): string | null {
  if (totals.length === 0) return null;
  return toFixed(divide(sum(totals.map(parseDecimal)), ratio(BigInt(totals.length))), 2);
}

/** `a - b` with its sign and two places: `+1.25`, `-0.50`, `0.00`. */
export function signedDifference(a: string, b: string): string {
  const difference = add(parseDecimal(a), multiply(ratio(-1n), parseDecimal(b)));
  const shown = toFixed(difference, 2);
  return difference.n > 0n && shown !== '0.00' ? `+${shown}` : shown;
}
