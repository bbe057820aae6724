import { f64, i32 } from '../numeric.ts';
import type { Design, Factor } from './design.ts';

/** Variance ratios to start a search from. */
export interface StartingRatios {
  readonly outer: number;
  readonly inner: number;
}

const between = (factor: Factor): number =>
  factor.ids.reduce((acc, _, k) => acc + f64(factor.sums, k) ** 2 / i32(factor.counts, k), 0);

const squaredCounts = (factor: Factor): number => factor.counts.reduce((acc, n) => acc + n * n, 0);

/** Σ over cells of n_oj² / n of the given margin. */
function crossed(design: Design, margin: 'outer' | 'inner'): number {
  let total = 0;
  for (let o = 0; o < design.outer.ids.length; o++) {
    for (let k = i32(design.start, o); k < i32(design.start, o + 1); k++) {
      const n =
        margin === 'outer' ? i32(design.outer.counts, o) : i32(design.inner.counts, i32(design.cell, k));
      total += f64(design.weight, k) ** 2 / n;
    }
  }
  return total;
}

/**
 * Moment estimates of the two variance ratios, from three sums of squares and their expectations; rough, but near
 * enough to save the search half of its steps. Source: Henderson’s method 1, Biometrics 9 (1953); the categories are
 * ignored here.
 */
export function startingRatios(design: Design): StartingRatios {
  const { n, outer, inner } = design;
  const outerSpread = squaredCounts(outer) / n;
  const innerSpread = squaredCounts(inner) / n;
  // Rows: total, between outer levels, between inner levels. Columns: outer, inner and residual variance.
  const rows = [
    [n - outerSpread, n - innerSpread, n - 1, design.squares],
    [n - outerSpread, crossed(design, 'outer') - innerSpread, outer.ids.length - 1, between(outer)],
    [crossed(design, 'inner') - outerSpread, n - innerSpread, inner.ids.length - 1, between(inner)],
  ];
  const solved = solveThree(rows);
  if (!solved) return { outer: 0.5, inner: 0.5 };
  const residual = Math.max(solved[2], 1e-3);
  const ratio = (variance: number): number => Math.min(Math.max(variance / residual, 0.02), 50);
  return { outer: ratio(solved[0]), inner: ratio(solved[1]) };
}

/** Cramer’s rule for three equations given as rows [a, b, c, right side]; null when they are dependent. */
function solveThree(rows: readonly (readonly number[])[]): [number, number, number] | null {
  const column = (k: number): number[] => rows.map((row) => row[k] ?? 0);
  const determinant = (a: number[], b: number[], c: number[]): number => {
    const [a0 = 0, a1 = 0, a2 = 0] = a;
    const [b0 = 0, b1 = 0, b2 = 0] = b;
    const [c0 = 0, c1 = 0, c2 = 0] = c;
    return a0 * (b1 * c2 - b2 * c1) - b0 * (a1 * c2 - a2 * c1) + c0 * (a1 * b2 - a2 * b1);
  };
  const [a, b, c, y] = [column(0), column(1), column(2), column(3)];
  const whole = determinant(a, b, c);
  const size = Math.abs((a[0] ?? 0) * (b[0] ?? 0) * (c[0] ?? 0));
  if (!(Math.abs(whole) > 1e-9 * size)) return null;
  return [determinant(y, b, c) / whole, determinant(a, y, c) / whole, determinant(a, b, y) / whole];
}
