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

interface Candidate {
  readonly entry: string;
  readonly line: string;
  readonly distance: number;
  readonly variance: number;
  reviews: number;
  gain: number;
  next: number;
}

/** Each line’s threshold, half way between the last above and the first below it, and the entries it parts. */
function candidatesOf(model: FittedModel, lines: readonly QuotaLine[]): Candidate[] {
  const { fit, predictions } = model;
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
        reviews: 0,
        gain: 0,
        next: 0,
      }));
    });
  });
}

/**
 * Spends a budget of reviews, one at a time, where each lowers the expected number of wrong awards most. A further
 * review is taken to come from a judge not yet known: its variance is that of judge and residual together.
 */
export function whereToReview(
  model: FittedModel,
  lines: readonly QuotaLine[],
  budget: number,
): ExtraReview[] {
  const { judge, residual } = model.fit.standardDeviation;
  const noise = judge ** 2 + residual ** 2;
  if (noise === 0) return [];
  const after = (c: Candidate, reviews: number): number =>
    c.variance > 0 ? 1 / (1 / c.variance + reviews / noise) : 0;
  const wrong = (c: Candidate, reviews: number): number =>
    expectedWrong(c.distance, c.variance, after(c, reviews));
  const candidates = candidatesOf(model, lines);
  for (const c of candidates) c.next = wrong(c, 0) - wrong(c, 1);
  for (let spent = 0; spent < budget; spent++) {
    const best = candidates.reduce<Candidate | null>(
      (top, c) => (c.next > (top?.next ?? 1e-9) ? c : top),
      null,
    );
    if (!best) break;
    best.reviews++;
    best.gain += best.next;
    best.next = wrong(best, best.reviews) - wrong(best, best.reviews + 1);
  }
  return candidates
    .filter((c) => c.reviews > 0)
    .map(({ entry, line, reviews, gain }) => ({ entry, line, reviews, gain }))
    .sort((a, b) => b.gain - a.gain || (a.entry < b.entry ? -1 : 1));
}
