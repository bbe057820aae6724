import { f64, i32, item } from '../numeric.ts';
import { inverseOf, solveUpper } from './cholesky.ts';
import type { Design } from './design.ts';
import type { Solved } from './equations.ts';
import type { CategoryMean } from './types.ts';

type Which = 'outer' | 'inner';

/** Effects, their variances and joint draws at the fitted variance components. In the units of the marks. */
export class Predictions {
  readonly design: Design;
  readonly #solved: Solved;
  /** Residual standard deviation. */
  readonly sigma: number;
  /** Estimated category means, and slope of the position, of the scaled marks. */
  readonly #beta: Float64Array;
  /** Spherical effects per factor, and their regression on each fixed column (levels × columns). */
  readonly #spherical: Readonly<Record<Which, Float64Array>>;
  readonly #regression: Readonly<Record<Which, Float64Array>>;
  /** Inverse of the Gram matrix of the fixed columns. */
  readonly #gramInverse: Float64Array;
  #inverse: Float64Array | null = null;
  /** The entries’ levels, once draws have asked for them. */
  #levels: Float64Array | null = null;
  /** How much further from its prediction each entry may lie than if all marks erred alike; null where they do. */
  readonly #stretch: Float64Array | null;

  /** `uneven`: how much more than those of others the marks of each entry err, in variance (see `unevenness`). */
  constructor(design: Design, solved: Solved, constant: boolean, uneven: Float64Array | null = null) {
    this.design = design;
    this.#solved = solved;
    this.sigma = constant ? 0 : Math.sqrt(solved.variance) * design.unit;
    this.#stretch = uneven && this.#stretchOf(uneven);
    const p = design.columns;
    const { gram, order, schur, reduced } = solved;
    this.#beta = new Float64Array(p);
    for (let c = p - 1; c >= 0; c--) {
      let value = f64(gram, p * (p + 1) + c);
      for (let k = c + 1; k < p; k++) value -= f64(gram, k * (p + 1) + c) * f64(this.#beta, k);
      this.#beta[c] = value / f64(gram, c * (p + 1) + c);
    }
    this.#gramInverse = smallInverse(gram, p);
    const columns = reduced.map((column) => {
      const x = Float64Array.from(column);
      solveUpper(schur, order, x);
      return x;
    });
    const inner = this.#combine(columns.map((x) => x.subarray(0, design.inner.ids.length)));
    const outer = this.#combine(columns.map((x, c) => this.#outerColumn(x, c)));
    this.#spherical = { outer: outer.effect, inner: inner.effect };
    this.#regression = { outer: outer.regression, inner: inner.regression };
  }

  /** The same predictions where the marks of some entries err more than those of others. */
  withUneven(uneven: Float64Array): Predictions {
    const other = new Predictions(this.design, this.#solved, this.sigma === 0, uneven);
    other.#inverse = this.#inverse;
    return other;
  }

  /**
   * Of the variance of a prediction the share λ = nθ²/(1 + nθ²) comes from the errors of the entry’s n marks, the rest
   * from what shrinking it to the mean takes away: only the former is uneven.
   */
  #stretchOf(uneven: Float64Array): Float64Array {
    const which = this.#entryFactor;
    const { counts } = this.design[which];
    const ratio = this.#solved.theta[which] ** 2;
    return uneven.map((times, k) => {
      const marks = i32(counts, k) * ratio;
      return Math.sqrt((1 + marks * times) / (1 + marks));
    });
  }

  /** Back-substitutes one right-hand side (fixed column c, or the marks) into the outer factor. */
  #outerColumn(x: Float64Array, c: number): Float64Array {
    const { outer, start, cell, weight } = this.design;
    const { theta, diagonal } = this.#solved;
    const p = this.design.columns;
    return Float64Array.from(outer.ids, (_, o) => {
      let value = theta.outer * (c === p ? f64(outer.sums, o) : f64(outer.byColumn, o * p + c));
      for (let k = i32(start, o); k < i32(start, o + 1); k++) {
        value -= theta.outer * theta.inner * f64(weight, k) * f64(x, i32(cell, k));
      }
      return value / f64(diagonal, o);
    });
  }

  /** Splits solved columns into the effects given the estimated means and the regression on these means. */
  #combine(columns: readonly Float64Array[]): { effect: Float64Array; regression: Float64Array } {
    const p = this.design.columns;
    const marks = item(columns, p);
    const regression = new Float64Array(marks.length * p);
    const effect = Float64Array.from(marks);
    for (let c = 0; c < p; c++) {
      const column = item(columns, c);
      for (let k = 0; k < marks.length; k++) {
        regression[k * p + c] = f64(column, k);
        effect[k] = f64(effect, k) - f64(column, k) * f64(this.#beta, c);
      }
    }
    return { effect, regression };
  }

  /** The best linear unbiased prediction of one level’s effect. */
  effect(which: Which, k: number): number {
    return this.#solved.theta[which] * f64(this.#spherical[which], k) * this.design.unit;
  }

  /** Variance of the effect given marks, components and category means. */
  conditionalVariance(which: Which, k: number): number {
    const { theta, order, diagonal } = this.#solved;
    this.#inverse ??= inverseOf(this.#solved.schur, order);
    const inverse = this.#inverse;
    const scale = (this.sigma * theta[which]) ** 2;
    if (scale === 0) return 0;
    if (which === 'inner') return scale * f64(inverse, k * order + k);
    const { start, cell, weight } = this.design;
    const a = f64(diagonal, k);
    let quadratic = 0;
    for (let x = i32(start, k); x < i32(start, k + 1); x++) {
      for (let y = i32(start, k); y < i32(start, k + 1); y++) {
        quadratic += f64(weight, x) * f64(weight, y) * f64(inverse, i32(cell, x) * order + i32(cell, y));
      }
    }
    return scale * (1 / a + ((theta.outer * theta.inner) / a) ** 2 * quadratic);
  }

  /** Variance of (prediction − truth): adds the uncertainty of the category means. */
  predictionErrorVariance(which: Which, k: number): number {
    const p = this.design.columns;
    const row = this.#regression[which].subarray(k * p, k * p + p);
    return (
      this.conditionalVariance(which, k) +
      (this.sigma * this.#solved.theta[which]) ** 2 * this.#form(row, row)
    );
  }

  #form(a: Float64Array, b: Float64Array): number {
    const p = this.design.columns;
    let value = 0;
    for (let c = 0; c < p; c++)
      for (let d = 0; d < p; d++) value += f64(a, c) * f64(b, d) * f64(this.#gramInverse, c * p + d);
    return value;
  }

  /** The mean mark of each category, over all entries and judges (at the mean position, where it is a covariate). */
  categoryMeans(): CategoryMean[] {
    const p = this.design.columns;
    return this.design.categories.map((category, c) => ({
      category,
      estimate: this.design.centre + this.design.unit * f64(this.#beta, c),
      standardError: this.sigma * Math.sqrt(f64(this.#gramInverse, c * p + c)),
    }));
  }

  /** What one position further changes; null where the position is no covariate. */
  order(): { slope: number; standardError: number } | null {
    const { position, columns: p, unit } = this.design;
    if (!position) return null;
    const last = p - 1;
    return {
      slope: (unit * f64(this.#beta, last)) / position.unit,
      standardError: (this.sigma * Math.sqrt(f64(this.#gramInverse, last * p + last))) / position.unit,
    };
  }

  /** The mean of the category means, each weighted equally. */
  intercept(): { estimate: number; standardError: number } {
    const categories = this.design.categories.length;
    const even = new Float64Array(this.design.columns).fill(1 / categories, 0, categories);
    const mean = even.reduce((acc, share, c) => acc + share * f64(this.#beta, c), 0);
    return {
      estimate: this.design.centre + this.design.unit * mean,
      standardError: this.sigma * Math.sqrt(this.#form(even, even)),
    };
  }

  /** Expected mark of an entry by an average judge: its category’s mean plus its effect. */
  entryLevel(k: number): number {
    return (
      this.design.centre +
      this.design.unit * f64(this.#beta, this.#categoryIndex(k)) +
      this.effect(this.#entryFactor, k)
    );
  }

  get #entryFactor(): Which {
    return this.design.outerIsEntry ? 'outer' : 'inner';
  }

  #categoryIndex(k: number): number {
    return i32(this.design.categoryIndexOfEntry, k);
  }

  /** Covariance of two entries’ effects given the category means, in units of σ²θ². */
  #shared(k: number, l: number): number {
    const { theta, order, diagonal } = this.#solved;
    this.#inverse ??= inverseOf(this.#solved.schur, order);
    const inverse = this.#inverse;
    if (!this.design.outerIsEntry) return f64(inverse, k * order + l);
    const { start, cell, weight } = this.design;
    let quadratic = 0;
    for (let x = i32(start, k); x < i32(start, k + 1); x++) {
      for (let y = i32(start, l); y < i32(start, l + 1); y++) {
        quadratic += f64(weight, x) * f64(weight, y) * f64(inverse, i32(cell, x) * order + i32(cell, y));
      }
    }
    const own = k === l ? 1 / f64(diagonal, k) : 0;
    return own + ((theta.outer * theta.inner) ** 2 * quadratic) / (f64(diagonal, k) * f64(diagonal, l));
  }

  /** Variance of (estimated − true) difference of two entries’ levels: what an interval of the difference rests on. */
  differenceVariance(k: number, l: number): number {
    const which = this.#entryFactor;
    const theta = this.#solved.theta[which];
    const p = this.design.columns;
    const direction = new Float64Array(p);
    for (let c = 0; c < p; c++) {
      direction[c] =
        theta * (f64(this.#regression[which], l * p + c) - f64(this.#regression[which], k * p + c)) +
        (this.#categoryIndex(k) === c ? 1 : 0) -
        (this.#categoryIndex(l) === c ? 1 : 0);
    }
    const [a, b] = this.#stretch ? [f64(this.#stretch, k), f64(this.#stretch, l)] : [1, 1];
    const random =
      theta ** 2 *
      (a ** 2 * this.#shared(k, k) + b ** 2 * this.#shared(l, l) - 2 * a * b * this.#shared(k, l));
    return this.sigma ** 2 * (random + this.#form(direction, direction));
  }

  /**
   * One joint draw of all entries’ levels (category mean + effect) from their distribution given the marks and the
   * variance components, into `out`; `gauss` gives standard normal numbers. `widened`: a residual deviation that was
   * drawn itself, in units of the estimated one.
   */
  drawEntryLevels(gauss: () => number, out: Float64Array, widened = 1): void {
    const { design } = this;
    const sigma = this.sigma * widened;
    const { theta, order, schur, diagonal } = this.#solved;
    const p = design.columns;
    const gram = this.#solved.gram;
    const shift = Float64Array.from({ length: p }, gauss);
    for (let c = p - 1; c >= 0; c--) {
      let value = f64(shift, c);
      for (let k = c + 1; k < p; k++) value -= f64(gram, k * (p + 1) + c) * f64(shift, k);
      shift[c] = value / f64(gram, c * (p + 1) + c);
    }
    const inner = Float64Array.from({ length: order }, gauss);
    solveUpper(schur, order, inner);
    const entries = design.categoryOfEntry.length;
    const which = this.#entryFactor;
    this.#levels ??= Float64Array.from({ length: entries }, (_, e) => this.entryLevel(e));
    for (let e = 0; e < entries; e++) {
      let noise = f64(inner, design.outerIsEntry ? 0 : e);
      if (design.outerIsEntry) {
        const a = f64(diagonal, e);
        noise = gauss() / Math.sqrt(a);
        for (let k = i32(design.start, e); k < i32(design.start, e + 1); k++) {
          noise -=
            ((theta.outer * theta.inner * f64(design.weight, k)) / a) * f64(inner, i32(design.cell, k));
        }
      }
      if (this.#stretch) noise *= f64(this.#stretch, e);
      let fixed = 0;
      for (let c = 0; c < p; c++) fixed += f64(this.#regression[which], e * p + c) * f64(shift, c);
      out[e] =
        f64(this.#levels, e) + sigma * (f64(shift, this.#categoryIndex(e)) + theta[which] * (noise - fixed));
    }
  }
}

/** Inverse of the leading p × p part of a Gram matrix given by its Cholesky factor of order p + 1. */
function smallInverse(gram: Float64Array, p: number): Float64Array {
  const inverse = new Float64Array(p * p);
  const width = p + 1;
  for (let e = 0; e < p; e++) {
    const x = new Float64Array(p);
    for (let i = 0; i < p; i++) {
      let value = i === e ? 1 : 0;
      for (let k = 0; k < i; k++) value -= f64(gram, i * width + k) * f64(x, k);
      x[i] = value / f64(gram, i * width + i);
    }
    for (let i = p - 1; i >= 0; i--) {
      let value = f64(x, i);
      for (let k = i + 1; k < p; k++) value -= f64(gram, k * width + i) * f64(x, k);
      x[i] = value / f64(gram, i * width + i);
    }
    inverse.set(x, e * p);
  }
  return inverse;
}
