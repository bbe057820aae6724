import { normalBelow } from '../normal-distribution.ts';
import type { FittedModel } from '../severity/fit.ts';
import type { QuotaLine } from '../severity/standings.ts';

/** Where more reviews would do most good. */
export interface ExtraReview {
  readonly entry: string;
  readonly line: string;
  readonly reviews: number;
  /** By how much they lower the expected number of wrong awards. */
  readonly gain: number;
}

/** Chance of standing on the wrong side of a line at distance d, known with standard deviation s. */
const wrongSide = (d: number, s: number): number => (s > 0 ? normalBelow(-Math.abs(d) / s) : 0);

/**
 * Expected chance of a wrong side after reviews that shrink the variance from `before` to `after`: the mean over where
 * the estimate will then lie (pre-posterior analysis: Raiffa & Schlaifer, Applied Statistical Decision Theory, 1961).
 */
function expectedWrong(d: number, before: number, after: number): number {
  const move = Math.sqrt(Math.max(0, before - after));
  const s = Math.sqrt(after);
  const steps = 60;
  let total = 0;
  let weight = 0;
  for (let k = 0; k <= steps; k++) {
    const z = -4 + (8 * k) / steps;
    const w = Math.exp((-z * z) / 2);
    total += w * wrongSide(d + move * z, s);
    weight += w;
  }
  return total / weight;
}

/** An entry at a line, and what one more review of it would tell. */
export interface ReviewCandidate {
  readonly entry: string;
  readonly line: string;
  /** The entry’s level less the line’s threshold. */
  readonly distance: number;
  /** Variance of the part of the level that a review measures. */
  readonly variance: number;
  /** Variance of one further review by a judge not yet known: that of judge and residual together. */
  readonly noise: number;
  /** Variance of what the review does not touch: the other rounds. */
  readonly rest: number;
}

/** One further review, in the order in which they pay. */
export interface ReviewStep {
  readonly entry: string;
  readonly line: string;
  /** By how much it lowers the expected number of wrong awards. */
  readonly gain: number;
}

/**
 * Spends a budget of reviews, one at a time, where each lowers the expected number of wrong awards most; the first n
 * steps are what a budget of n buys.
 */
export function reviewSteps(candidates: readonly ReviewCandidate[], budget: number): ReviewStep[] {
  const wrong = (c: ReviewCandidate, reviews: number): number => {
    const left = c.variance > 0 ? 1 / (1 / c.variance + reviews / c.noise) : 0;
    return expectedWrong(c.distance, c.variance + c.rest, left + c.rest);
  };
  const open = candidates
    .filter((c) => c.noise > 0)
    .map((candidate) => ({ candidate, reviews: 0, next: wrong(candidate, 0) - wrong(candidate, 1) }));
  const steps: ReviewStep[] = [];
  while (steps.length < budget) {
    const best = open.reduce<(typeof open)[number] | null>(
      (top, c) => (c.next > (top?.next ?? 1e-9) ? c : top),
      null,
    );
    if (!best) break;
    steps.push({ entry: best.candidate.entry, line: best.candidate.line, gain: best.next });
    best.reviews++;
    best.next = wrong(best.candidate, best.reviews) - wrong(best.candidate, best.reviews + 1);
  }
  return steps;
}

/** Each line’s threshold, half way between the last above and the first below it, and the entries it parts. */
function candidatesOf(model: FittedModel, lines: readonly QuotaLine[]): ReviewCandidate[] {
  const { fit, predictions } = model;
  const { judge, residual } = fit.standardDeviation;
  const noise = judge ** 2 + residual ** 2;
  const all = fit.entries.map((e, k) => ({ ...e, level: predictions.entryLevel(k) }));
  return lines.flatMap((line) => {
    const inScope = all.filter(
      (e) => line.scope === 'OVERALL' || line.category === undefined || e.category === line.category,
    );
    const pools =
      line.scope === 'OVERALL' ? [inScope] : [...Map.groupBy(inScope, (e) => e.category).values()];
    return pools.flatMap((pool) => {
      const sorted = [...pool].sort((a, b) => b.level - a.level);
      const [last, first] = [sorted[line.quota - 1], sorted[line.quota]];
      if (!last || !first) return [];
      const threshold = (last.level + first.level) / 2;
      return sorted.map((e) => ({
        entry: e.id,
        line: line.id,
        distance: e.level - threshold,
        variance: e.conditionalVariance,
        noise,
        rest: 0,
      }));
    });
  });
}

/** Where a budget of reviews pays most, by entry and line, the greatest gain first. */
export function whereToReview(
  model: FittedModel,
  lines: readonly QuotaLine[],
  budget: number,
): ExtraReview[] {
  const byPair = Map.groupBy(
    reviewSteps(candidatesOf(model, lines), budget),
    ({ entry, line }) => `${line} ${entry}`,
  );
  return [...byPair.values()]
    .map((steps) => ({
      entry: steps[0]?.entry ?? '',
      line: steps[0]?.line ?? '',
      reviews: steps.length,
      gain: steps.reduce((sum, { gain }) => sum + gain, 0),
    }))
    .sort((a, b) => b.gain - a.gain || (a.entry < b.entry ? -1 : 1));
}
