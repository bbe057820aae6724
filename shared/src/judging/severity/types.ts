/** One mark: who gave it to what. */
export interface Rating {
  readonly entry: string;
  readonly judge: string;
  readonly score: number;
  /** Fixed effect; every entry belongs to one category. Absent everywhere means one common mean. */
  readonly category?: string;
  /** The position in the judge’s own order, from 1: a covariate where the caller asks for it. */
  readonly order?: number;
}

/** A random effect’s level: an entry or a judge. */
export interface EffectEstimate {
  readonly id: string;
  /** Ratings of this level. */
  readonly n: number;
  /** Best linear unbiased prediction of the effect, in marks; positive is better (entry) or milder (judge). */
  readonly effect: number;
  /**
   * Variance of the effect given the marks, the variance components and the fixed effects: σ²·Λ(Λ′Z′ZΛ + I)⁻¹Λ′, which
   * lme4 calls the conditional variance.
   */
  readonly conditionalVariance: number;
  /** Variance of (prediction − true effect): the conditional variance plus what the estimated fixed effects add. */
  readonly predictionErrorVariance: number;
}

/** A fixed effect: the mean mark of one category, over judges and entries. */
export interface CategoryMean {
  readonly category: string;
  readonly estimate: number;
  readonly standardError: number;
}

/** Why a variance component was not estimated but set to 0. */
export type ComponentNote =
  /** As many entries as categories, or one judge: nothing to estimate a variance from. */
  | 'TOO_FEW_LEVELS'
  /** As many levels as ratings: the component cannot be told from the residual. */
  | 'CONFOUNDED_WITH_RESIDUAL';

export interface SeverityFit {
  /**
   * −2 log of the restricted likelihood at its optimum, as lme4 prints it; null when every mark equals its category’s
   * mean, where the likelihood has no maximum.
   */
  readonly remlCriterion: number | null;
  /** The mean over categories, weighted equally; with one category its mean. */
  readonly intercept: { readonly estimate: number; readonly standardError: number };
  readonly categories: readonly CategoryMean[];
  readonly standardDeviation: { readonly entry: number; readonly judge: number; readonly residual: number };
  /** True when a variance component lies on its boundary, 0. */
  readonly singular: boolean;
  readonly notes: { readonly entry: ComponentNote | null; readonly judge: ComponentNote | null };
  /**
   * How marks change from one position of a judge’s order to the next, as a fixed effect common to all judges; null where
   * the caller did not ask for it, or not every mark has a position, or positions do not differ within categories.
   */
  readonly order: { readonly slope: number; readonly standardError: number } | null;
  /** Connected parts of the judge-entry graph; above 1, entries of different parts are compared by assumption only. */
  readonly components: number;
  readonly entries: readonly (EffectEstimate & { readonly category: string })[];
  readonly judges: readonly EffectEstimate[];
  readonly ratings: number;
}
