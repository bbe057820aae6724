import { f64, i32 } from '../numeric.ts';
import { factorise, paddedOrder, solveLower } from './cholesky.ts';
import type { Design } from './design.ts';

/** Relative standard deviations, σ_factor / σ_residual: the parameters of the profiled criterion. */
export interface Theta {
  readonly outer: number;
  readonly inner: number;
}

/** The mixed-model equations solved at one θ. */
export interface Solved {
  readonly theta: Theta;
  /** The profiled REML criterion, in the units of the marks. */
  readonly criterion: number;
  /** Residual variance, of scaled marks. */
  readonly variance: number;
  /** Diagonal of the outer part, θ²n + 1. */
  readonly diagonal: Float64Array;
  /** Cholesky factor of the inner Schur complement, of padded order. */
  readonly schur: Float64Array;
  readonly order: number;
  /** L⁻¹ of the reduced right-hand sides [fixed columns, marks], column by column, `order` long each. */
  readonly reduced: readonly Float64Array[];
  /** Cholesky factor of the (fixed columns + 1) Gram matrix left after all random effects. */
  readonly gram: Float64Array;
}

/** Right-hand side entry of a factor: a fixed column’s sum, or the sum of marks in the last column. */
function rhs(factor: Design['outer'], level: number, column: number, p: number): number {
  return column === p ? f64(factor.sums, level) : f64(factor.byColumn, level * p + column);
}

/** Fills and factorises the inner Schur complement: diag(θ²m + 1) − Σ_o (θθ)² N_o N_o′ / a_o. */
function schurOf(design: Design, theta: Theta, diagonal: Float64Array, order: number): Float64Array {
  const { start, cell, weight, inner, outer } = design;
  const s = new Float64Array(order * order);
  for (let j = 0; j < order; j++) {
    s[j * order + j] = j < inner.ids.length ? theta.inner ** 2 * i32(inner.counts, j) + 1 : 1;
  }
  const square = (theta.outer * theta.inner) ** 2;
  if (square > 0) {
    for (let o = 0; o < outer.ids.length; o++) {
      const end = i32(start, o + 1);
      const factor = square / f64(diagonal, o);
      for (let k = i32(start, o); k < end; k++) {
        const row = i32(cell, k) * order;
        const share = factor * f64(weight, k);
        for (let m = i32(start, o); m <= k; m++) {
          const at = row + i32(cell, m);
          s[at] = f64(s, at) - share * f64(weight, m);
        }
      }
    }
  }
  factorise(s, order);
  return s;
}

/** Cholesky of a small matrix of any order; a pivot that rounding has made negative counts as the smallest there is. */
function smallFactor(g: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = f64(g, i * n + j);
      for (let k = 0; k < j; k++) value -= f64(g, i * n + k) * f64(g, j * n + k);
      g[i * n + j] = i === j ? Math.sqrt(Math.max(value, 1e-28)) : value / f64(g, j * n + j);
    }
  }
}

/**
 * Solves the mixed-model equations at θ and evaluates the profiled REML criterion
 * log|Λ′Z′ZΛ + I| + log|X′V⁻¹X| + (n − p)(1 + log(2π r² / (n − p))).
 * Source: Bates, Mächler, Bolker & Walker, Fitting linear mixed-effects models using lme4, J. Stat. Software 67 (2015), §3.4.
 */
export function solveAt(design: Design, theta: Theta): Solved {
  const { outer, inner, start, cell, weight } = design;
  const p = design.columns;
  const order = paddedOrder(inner.ids.length);
  const diagonal = Float64Array.from(outer.counts, (n) => theta.outer ** 2 * n + 1);
  const schur = schurOf(design, theta, diagonal, order);
  const reduced: Float64Array[] = [];
  for (let c = 0; c <= p; c++) {
    const column = new Float64Array(order);
    for (let j = 0; j < inner.ids.length; j++) column[j] = theta.inner * rhs(inner, j, c, p);
    for (let o = 0; o < outer.ids.length; o++) {
      const value = rhs(outer, o, c, p);
      if (value === 0) continue;
      const factor = (theta.outer ** 2 * theta.inner * value) / f64(diagonal, o);
      for (let k = i32(start, o); k < i32(start, o + 1); k++) {
        const j = i32(cell, k);
        column[j] = f64(column, j) - factor * f64(weight, k);
      }
    }
    solveLower(schur, order, column);
    reduced.push(column);
  }
  const width = p + 1;
  const gram = new Float64Array(width * width);
  for (let c = 0; c < p; c++) {
    for (let b = 0; b <= c; b++) gram[c * width + b] = f64(design.columnProducts, c * p + b);
    gram[p * width + c] = f64(design.columnSums, c);
  }
  gram[p * width + p] = design.squares;
  for (let a = 0; a <= p; a++) {
    for (let b = 0; b <= a; b++) {
      let value = f64(gram, a * width + b);
      for (let o = 0; o < outer.ids.length; o++) {
        value -= (theta.outer ** 2 * rhs(outer, o, a, p) * rhs(outer, o, b, p)) / f64(diagonal, o);
      }
      const left = reduced[a];
      const right = reduced[b];
      if (left && right) for (let j = 0; j < order; j++) value -= f64(left, j) * f64(right, j);
      gram[a * width + b] = value;
    }
  }
  smallFactor(gram, width);
  const freedom = Math.max(1, design.n - p);
  const variance = f64(gram, p * width + p) ** 2 / freedom;
  let criterion = freedom * (1 + Math.log(2 * Math.PI * variance) + 2 * Math.log(design.unit));
  for (let o = 0; o < outer.ids.length; o++) criterion += Math.log(f64(diagonal, o));
  for (let j = 0; j < order; j++) criterion += 2 * Math.log(f64(schur, j * order + j));
  for (let c = 0; c < p; c++) criterion += 2 * Math.log(f64(gram, c * width + c));
  // The determinant belongs to positions as they were given, not as they were scaled.
  if (design.position) criterion += 2 * Math.log(design.position.unit);
  return { theta, criterion, variance, diagonal, schur, order, reduced, gram };
}
