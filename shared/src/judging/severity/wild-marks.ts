import { f64, i32, item } from '../numeric.ts';
import type { FittedModel } from './fit.ts';

/** Most marks err alike; a share of them errs so many times as much in variance. */
interface Mixture {
  /** Variance of the errors of most marks. */
  readonly core: number;
  /** Variance of the other errors in units of `core`. */
  readonly times: number;
  /** Probability of each mark to be one of the others, given its error. */
  readonly wild: Float64Array;
  /** By how much the log likelihood exceeds that of one normal distribution. */
  readonly gain: number;
}

/** What two parameters more than a normal distribution has must gain (Akaike’s criterion). */
const WORTH_IT = 2;
/** Most errors are taken to have at least this share of the mean square, lest equal marks make them vanish. */
const LEAST_CORE = 0.01;
const STEPS = 100;
/** How often marks are weighed anew, and how often the effects are then estimated in turn. */
const WEIGHINGS = 3;
const SWEEPS = 10;
/** Judges and entries are shrunk as if the errors of most marks had at least this share of the residual variance. */
const LEAST_PENALTY = 0.25;

const meanSquare = (errors: Float64Array): number =>
  errors.reduce((acc, x) => acc + x * x, 0) / errors.length;

/** The mixture of two normal distributions around 0 that suits the errors best, by expectation and maximisation. */
function mixtureOf(errors: Float64Array): Mixture {
  const n = errors.length;
  const whole = meanSquare(errors);
  const wild = new Float64Array(n);
  let share = 0.05;
  let core = 0.7 * whole;
  let times = 9;
  let likelihood = 0;
  for (let step = 0; step < STEPS; step++) {
    let total = 0;
    let inCore = 0;
    let inWild = 0;
    likelihood = 0;
    for (let k = 0; k < n; k++) {
      const square = f64(errors, k) ** 2;
      const most = ((1 - share) * Math.exp(-square / (2 * core))) / Math.sqrt(core);
      const other = (share * Math.exp(-square / (2 * core * times))) / Math.sqrt(core * times);
      const p = other / (most + other);
      wild[k] = p;
      likelihood += Math.log(most + other);
      total += p;
      inCore += (1 - p) * square;
      inWild += p * square;
    }
    const before = { share, times };
    share = total / n;
    core = Math.max(LEAST_CORE * whole, inCore / (n - total));
    times = Math.max(1, inWild / total / core);
    if (share < 1e-6) break;
    if (Math.abs(share - before.share) < 1e-5 && Math.abs(times - before.times) < 1e-3 * times) break;
  }
  return { core, times, wild, gain: likelihood + (n / 2) * (1 + Math.log(whole)) };
}

/** Levels that every mark has one of: a category, an entry or a judge. */
interface Effects {
  readonly level: Int32Array;
  /** As the model estimates them; the categories’ as differences to that. */
  readonly effect: Float64Array;
  /** Variance of the levels in units of the residual variance; infinite where nothing is known of them beforehand. */
  readonly ratio: number;
}

/** Estimates effects from weighed marks, one factor after the other, and takes what changes from the errors. */
function sweep(errors: Float64Array, factors: readonly Effects[], weight: Float64Array, core: number): void {
  for (const { level, effect, ratio } of factors) {
    if (ratio === 0) continue;
    const sums = new Float64Array(effect.length);
    const weights = new Float64Array(effect.length).fill(core / ratio);
    for (let k = 0; k < level.length; k++) {
      const l = i32(level, k);
      sums[l] = f64(sums, l) + f64(weight, k) * (f64(errors, k) + f64(effect, l));
      weights[l] = f64(weights, l) + f64(weight, k);
    }
    const change = sums.map((sum, l) => sum / f64(weights, l) - f64(effect, l));
    for (let k = 0; k < level.length; k++) errors[k] = f64(errors, k) - f64(change, i32(level, k));
    for (let l = 0; l < effect.length; l++) effect[l] = f64(effect, l) + f64(change, l);
  }
}

/** What the model leaves of each mark, in marks: mark less entry’s level, judge and position, ordered as the design’s. */
export function errorsOf({ fit, predictions }: FittedModel): Float64Array {
  const { marks, centre, unit, position } = predictions.design;
  const slope = (predictions.order()?.slope ?? 0) * (position?.unit ?? 0);
  return marks.score.map((score, k) => {
    const judge = item(fit.judges, i32(marks.judge, k)).effect;
    const level = predictions.entryLevel(i32(marks.entry, k));
    return centre + unit * score - level - judge - slope * f64(marks.position, k);
  });
}

/**
 * How much more the marks of each entry are likely to err than those of others: the mean of their error variances over
 * the mean of all; null where one normal distribution describes all marks as well. The errors are taken for a mixture of
 * two normal distributions (J. W. Tukey, A survey of sampling from contaminated distributions, 1960), fitted by
 * expectation and maximisation. Marks are weighed by it and the effects estimated anew a few times (K. Lange, R. Little
 * & J. Taylor, Journal of the American Statistical Association 84, 1989), so that a wild mark does not hide behind the
 * entry it has moved. The scores know nothing of this: only how sure they are depends on it.
 */
export function unevenness(model: FittedModel): Float64Array | null {
  const { fit, predictions } = model;
  const { marks, categoryIndexOfEntry, categories } = predictions.design;
  const { entry, judge, residual } = fit.standardDeviation;
  if (residual === 0) return null;
  const errors = errorsOf(model);
  const whole = meanSquare(errors);
  let mixture = mixtureOf(errors);
  if (!(mixture.gain > WORTH_IT)) return null;
  const factors: Effects[] = [
    {
      level: marks.entry.map((e) => i32(categoryIndexOfEntry, e)),
      effect: new Float64Array(categories.length),
      ratio: Number.POSITIVE_INFINITY,
    },
    {
      level: marks.entry,
      effect: Float64Array.from(fit.entries, (e) => e.effect),
      ratio: (entry / residual) ** 2,
    },
    {
      level: marks.judge,
      effect: Float64Array.from(fit.judges, (j) => j.effect),
      ratio: (judge / residual) ** 2,
    },
  ];
  for (let weighing = 0; weighing < WEIGHINGS; weighing++) {
    const { wild, times, core } = mixture;
    const weight = wild.map((p) => 1 - p + p / times);
    for (let k = 0; k < SWEEPS; k++) sweep(errors, factors, weight, Math.max(LEAST_PENALTY, core / whole));
    mixture = mixtureOf(errors);
  }
  const variance = mixture.wild.map((p) => 1 + p * (mixture.times - 1));
  const mean = variance.reduce((acc, v) => acc + v, 0) / variance.length;
  const sums = new Float64Array(fit.entries.length);
  for (let k = 0; k < variance.length; k++) {
    const e = i32(marks.entry, k);
    sums[e] = f64(sums, e) + f64(variance, k);
  }
  return sums.map((sum, e) => sum / (mean * item(fit.entries, e).n));
}
