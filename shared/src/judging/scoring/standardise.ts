import { Decimal } from 'decimal.js';
import { mean } from './aggregate.ts';
import {
  add,
  compare,
  divide,
  multiply,
  parseDecimal,
  type Ratio,
  ratio,
  subtract,
  sum,
  ZERO,
} from './ratio.ts';

/** One sheet’s total with its judge: what the per-judge rules work on. */
export interface JudgedTotal {
  readonly judge: string;
  readonly total: Ratio;
}

const Precise = Decimal.clone({ precision: 60 });

/** Square root of an exact fraction, carried to 30 decimals: the only irrational step of the official rules. */
function squareRoot(value: Ratio): Ratio {
  const root = new Precise(value.n.toString()).div(value.d.toString()).sqrt();
  return parseDecimal(root.toFixed(30));
}

/** Sample standard deviation (divisor n − 1); zero for fewer than two values. */
function deviation(values: readonly Ratio[], centre: Ratio): Ratio {
  if (values.length < 2) return ZERO;
  const squares = values.map((v) => {
    const d = subtract(v, centre);
    return multiply(d, d);
  });
  return squareRoot(divide(sum(squares), ratio(BigInt(values.length - 1))));
}

function byJudge(sheets: readonly JudgedTotal[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  sheets.forEach((sheet, index) => {
    const group = groups.get(sheet.judge);
    if (group) group.push(index);
    else groups.set(sheet.judge, [index]);
  });
  return groups;
}

/**
 * Per-judge z-scores put back on the common scale: M + S · (x − m_j) / s_j, where m_j and s_j are the judge’s own mean
 * and sample deviation, M and S those of all sheets. A judge who gives every entry the same mark says nothing about
 * them: every sheet becomes M. A judge with a single sheet cannot be standardised: the mark stands as it is.
 * Source: the standard score, e.g. Lord & Novick, Statistical Theories of Mental Test Scores (1968), ch. 22.
 */
export function standardised(sheets: readonly JudgedTotal[]): Ratio[] {
  const totals = sheets.map((s) => s.total);
  const centre = mean(totals) ?? ZERO;
  const spread = deviation(totals, centre);
  const out = [...totals];
  for (const indices of byJudge(sheets).values()) {
    if (indices.length < 2) continue;
    const own = indices.map((i) => totals[i] ?? ZERO);
    const ownMean = mean(own) ?? ZERO;
    const ownSpread = deviation(own, ownMean);
    for (const i of indices) {
      const distance = subtract(totals[i] ?? ZERO, ownMean);
      out[i] = ownSpread.n === 0n ? centre : add(centre, multiply(spread, divide(distance, ownSpread)));
    }
  }
  return out;
}

/**
 * Per-judge percentiles: 100 · (sheets below + half of the equal ones, itself included) / n_j. A judge with one sheet
 * gives 50. Source: the percentile rank with mid-ranks for ties.
 */
export function percentiles(sheets: readonly JudgedTotal[]): Ratio[] {
  const out: Ratio[] = sheets.map(() => ZERO);
  for (const indices of byJudge(sheets).values()) {
    const sorted = indices
      .map((i) => ({ i, total: sheets[i]?.total ?? ZERO }))
      .sort((a, b) => compare(a.total, b.total));
    let start = 0;
    while (start < sorted.length) {
      const first = sorted[start];
      let end = start + 1;
      while (first && end < sorted.length && compare(sorted[end]?.total ?? ZERO, first.total) === 0) end++;
      const value = ratio(100n * BigInt(start + end), 2n * BigInt(sorted.length));
      for (const { i } of sorted.slice(start, end)) out[i] = value;
      start = end;
    }
  }
  return out;
}
