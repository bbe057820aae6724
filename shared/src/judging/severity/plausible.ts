import { item } from '../numeric.ts';
import { chiSquare } from '../random.ts';
import { type Solved, solveAt } from './equations.ts';
import type { FittedModel } from './fit.ts';
import { Predictions } from './predictions.ts';
import { unevenness } from './wild-marks.ts';

/** The model at one pair of variance ratios, and how much the marks speak for them. */
interface Candidate {
  readonly weight: number;
  readonly predictions: Predictions;
}

/** Values of one coordinate, equally spaced over where the marks make them likely. */
const STEPS = 7;
/** Where the criterion has risen by this much, a value is 400 times less likely than the best. */
const UNLIKELY = 12;
/** With more judges (or entries, if fewer) than this the ratios are known well enough, and candidates are costly. */
const PLENTY = 120;
/** Candidates that together could not move an interval visibly. */
const NEGLIGIBLE = 1e-4;

/**
 * What the marks leave possible. The variance components are not taken as known: everything is averaged over the values
 * they may have, weighted by the restricted likelihood with a flat prior on log(1 + n̄γ) for each ratio γ and on log σ
 * (the reference prior of G. E. P. Box & G. C. Tiao, Bayesian Inference in Statistical Analysis, 1973, ch. 5), so that
 * small competitions get intervals as wide as they deserve. Nor are all marks taken to err alike: an entry with a mark
 * that hardly fits gets wider intervals, the others narrower ones.
 */
export class Plausible {
  readonly candidates: readonly Candidate[];
  /** Degrees of freedom of the residual variance. */
  readonly freedom: number;

  constructor(model: FittedModel) {
    const { design } = model.predictions;
    this.freedom = Math.max(1, design.n - design.columns);
    this.candidates = candidatesOf(model, unevenness(model));
  }

  /** One joint draw of all entries’ levels, the components among them, into `out`. */
  drawEntryLevels(uniform: () => number, gauss: () => number, out: Float64Array): void {
    let left = uniform();
    let drawn = item(this.candidates, 0);
    for (const candidate of this.candidates) {
      drawn = candidate;
      left -= candidate.weight;
      if (left < 0) break;
    }
    const { predictions } = drawn;
    const widened = Math.sqrt(this.freedom / chiSquare(this.freedom, uniform, gauss));
    predictions.drawEntryLevels(gauss, out, widened);
  }
}

/** A coordinate s = log(1 + n̄γ) of one factor: its best value, or 0 for good where nothing can be estimated. */
interface Coordinate {
  readonly best: number;
  readonly free: boolean;
  readonly thetaAt: (s: number) => number;
}

function candidatesOf({ fit, predictions }: FittedModel, uneven: Float64Array | null): Candidate[] {
  const { design } = predictions;
  const known: Candidate[] = [
    { weight: 1, predictions: uneven ? predictions.withUneven(uneven) : predictions },
  ];
  const { entry, judge, residual } = fit.standardDeviation;
  if (residual === 0 || design.inner.ids.length > PLENTY) return known;
  const coordinate = (deviation: number, note: unknown, levels: number): Coordinate => {
    const per = design.n / levels;
    return {
      best: Math.log1p(per * (deviation / residual) ** 2),
      free: note === null,
      thetaAt: (s) => Math.sqrt(Math.expm1(s) / per),
    };
  };
  const entries = coordinate(entry, fit.notes.entry, fit.entries.length);
  const judges = coordinate(judge, fit.notes.judge, fit.judges.length);
  const [outer, inner] = design.outerIsEntry ? [entries, judges] : [judges, entries];
  const solve = (o: number, i: number): Solved =>
    solveAt(design, { outer: outer.thetaAt(o), inner: inner.thetaAt(i) });
  const best = solve(outer.best, inner.best).criterion;
  const outers = valuesOf(outer, (s) => solve(s, inner.best).criterion - best);
  const inners = valuesOf(inner, (s) => solve(outer.best, s).criterion - best);
  const all = outers.flatMap((o) =>
    inners.map((i) => {
      const solved = solve(o.value, i.value);
      return { solved, weight: o.share * i.share * Math.exp((best - solved.criterion) / 2) };
    }),
  );
  const total = all.reduce((acc, c) => acc + c.weight, 0);
  if (!(total > 0 && Number.isFinite(total))) return known;
  const kept = all.filter((c) => c.weight >= NEGLIGIBLE * total);
  const sum = kept.reduce((acc, c) => acc + c.weight, 0);
  return kept.map(({ solved, weight }) => ({
    weight: weight / sum,
    predictions: new Predictions(design, solved, false, uneven),
  }));
}

/** Values of a coordinate over its likely stretch, with the shares of the trapezoidal rule. */
function valuesOf(of: Coordinate, rise: (s: number) => number): { value: number; share: number }[] {
  if (!of.free) return [{ value: of.best, share: 1 }];
  const end = (direction: 1 | -1): number => {
    let inside = of.best;
    for (let step = 0.25; step < 40; step *= 1.6) {
      const next = Math.max(0, of.best + direction * step);
      if (rise(next) > UNLIKELY) {
        let outside = next;
        for (let k = 0; k < 4; k++) {
          const middle = (inside + outside) / 2;
          if (rise(middle) > UNLIKELY) outside = middle;
          else inside = middle;
        }
        return outside;
      }
      inside = next;
      if (next === 0) return 0;
    }
    return inside;
  };
  const [low, high] = [end(-1), end(1)];
  return Array.from({ length: STEPS }, (_, k) => ({
    value: low + ((high - low) * k) / (STEPS - 1),
    share: k === 0 || k === STEPS - 1 ? 0.5 : 1,
  }));
}
