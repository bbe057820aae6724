import { f64, i32, item } from '../numeric.ts';
import { checkpoint, type WorkHooks } from '../work-hooks.ts';
import { type Design, designOf, type Factor } from './design.ts';
import { type Solved, solveAt, type Theta } from './equations.ts';
import { startingRatios } from './moments.ts';
import { type Minimum, minimise } from './optimise.ts';
import { Predictions } from './predictions.ts';
import type { ComponentNote, EffectEstimate, Rating, SeverityFit } from './types.ts';
import { valleys } from './valleys.ts';

/** A fit together with what further questions (draws, differences) are answered from. */
export interface FittedModel {
  readonly fit: SeverityFit;
  readonly predictions: Predictions;
}

export interface FitOptions {
  /**
   * Takes the position in each judge’s order as a covariate: marks are compared as if all had been given at the mean
   * position. Official scores never do; it tells what the order did.
   */
  readonly adjustForOrder?: boolean;
}

/** Why a factor’s variance cannot be estimated, if so. A factor nested in categories loses one level to each. */
function noteFor(design: Design, factor: Factor, isEntry: boolean): ComponentNote | null {
  const spent = isEntry ? design.categories.length : 1;
  if (factor.ids.length <= spent) return 'TOO_FEW_LEVELS';
  return factor.ids.length >= design.n ? 'CONFOUNDED_WITH_RESIDUAL' : null;
}

/** The largest variance ratio looked at: beyond it the residual is zero for every practical purpose. */
const LARGEST_RATIO = 1e8;

/** Up to so many marks the criterion may have two valleys, and is cheap enough to look for them. */
const FEW_RATINGS = 300;

/** Beyond this ratio a second valley is the one without a floor that a model with as many levels as marks falls into. */
const LARGEST_RATIO_OF_A_VALLEY = 1e4;

/**
 * Searches in s = log(1 + n̄γ), γ = θ² the variance ratio and n̄ the ratings per level: there the criterion is close to
 * quadratic, and γ = 0 is an ordinary end of the range.
 */
function optimum(design: Design, free: readonly [boolean, boolean], hooks: WorkHooks): Theta {
  const per = [design.n / design.outer.ids.length, design.n / design.inner.ids.length] as const;
  const theta = (s: readonly [number, number]): Theta => ({
    outer: Math.sqrt(Math.expm1(s[0]) / per[0]),
    inner: Math.sqrt(Math.expm1(s[1]) / per[1]),
  });
  let calls = 0;
  const criterionAt = (s: readonly [number, number]): number => {
    checkpoint(hooks, Math.min(0.8, 0.03 * calls++), 'variance components');
    return solveAt(design, theta(s)).criterion;
  };
  const ends = (ratio: number): [number, number] => [Math.log1p(per[0] * ratio), Math.log1p(per[1] * ratio)];
  // The search measures the curvature on both sides of its start, which therefore lies within the range.
  const search = ([outer, inner]: readonly [number, number]): Minimum =>
    minimise(criterionAt, [Math.max(outer, 0.02), Math.max(inner, 0.02)], ends(LARGEST_RATIO), free);
  const ratios = startingRatios(design);
  let found = search([Math.log1p(per[0] * ratios.outer), Math.log1p(per[1] * ratios.inner)]);
  if (design.n <= FEW_RATINGS && (free[0] || free[1])) {
    const within = ends(LARGEST_RATIO_OF_A_VALLEY);
    for (const start of valleys(criterionAt, ends, free)) {
      const other = search(start);
      const interior = other.at[0] < within[0] && other.at[1] < within[1];
      if (interior && other.value < found.value - 1e-6) found = other;
    }
  }
  return theta(found.at);
}

function effects(
  factor: Factor,
  predictions: Predictions,
  which: 'outer' | 'inner',
  n: (k: number) => number,
): EffectEstimate[] {
  return factor.ids.map((id, k) => ({
    id,
    n: n(k),
    effect: predictions.effect(which, k),
    conditionalVariance: predictions.conditionalVariance(which, k),
    predictionErrorVariance: predictions.predictionErrorVariance(which, k),
  }));
}

/**
 * Fits mark = category mean + entry + judge + residual, entry and judge crossed random effects, by REML; incomplete
 * designs are no special case. Deterministic. 73,000 ratings of 3,000 × 1,100 take some seconds.
 * Throws `JudgingInputError` where there is nothing to fit, `WorkCancelled` when cancelled.
 */
export function fitSeverity(
  ratings: readonly Rating[],
  hooks: WorkHooks = {},
  options: FitOptions = {},
): FittedModel {
  const design = designOf(ratings, options.adjustForOrder);
  const notes = {
    outer: noteFor(design, design.outer, design.outerIsEntry),
    inner: noteFor(design, design.inner, !design.outerIsEntry),
  };
  const constant = withinCategories(design) <= 1e-24 * design.n;
  const estimable = [!constant && notes.outer === null, !constant && notes.inner === null] as const;
  const theta = optimum(design, estimable, hooks);
  const solved: Solved = solveAt(design, theta);
  checkpoint(hooks, 0.85, 'effects');
  const predictions = new Predictions(design, solved, constant);
  const sigma = predictions.sigma;
  const outer = effects(design.outer, predictions, 'outer', (k) => i32(design.outer.counts, k));
  const inner = effects(design.inner, predictions, 'inner', (k) => i32(design.inner.counts, k));
  const [entries, judges] = design.outerIsEntry ? [outer, inner] : [inner, outer];
  const deviation = { outer: theta.outer * sigma, inner: theta.inner * sigma };
  const byRole = <T>(pair: { outer: T; inner: T }): { entry: T; judge: T } =>
    design.outerIsEntry ? { entry: pair.outer, judge: pair.inner } : { entry: pair.inner, judge: pair.outer };
  const fit: SeverityFit = {
    remlCriterion: constant ? null : solved.criterion,
    intercept: predictions.intercept(),
    categories: predictions.categoryMeans(),
    standardDeviation: { ...byRole(deviation), residual: sigma },
    singular: deviation.outer === 0 || deviation.inner === 0,
    notes: byRole(notes),
    order: predictions.order(),
    components: design.components,
    entries: entries.map((e, k) => ({ ...e, category: item(design.categoryOfEntry, k) })),
    judges,
    ratings: design.n,
  };
  return { fit, predictions };
}

/** Sum of squares of the scaled marks around their category’s mean. */
function withinCategories(design: Design): number {
  let rest = design.squares;
  for (let c = 0; c < design.categories.length; c++) {
    rest -= f64(design.columnSums, c) ** 2 / f64(design.categoryCounts, c);
  }
  return rest;
}
