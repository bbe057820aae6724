import { normalBelow, studentAsNormal } from '../normal-distribution.ts';
import type { FittedModel } from './fit.ts';
import type { Plausible } from './plausible.ts';

/** How far apart two entries are, in marks by an average judge. */
export interface DifferenceInterval {
  /** Best linear unbiased prediction of the first entry’s level less the second’s. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Intervals of differences between entries, averaged over the variance components that the marks leave possible. */
export class Differences {
  readonly #model: FittedModel;
  readonly #plausible: Plausible;
  readonly #index: ReadonlyMap<string, number>;

  constructor(model: FittedModel, plausible: Plausible) {
    this.#model = model;
    this.#plausible = plausible;
    this.#index = new Map(model.fit.entries.map((e, k) => [e.id, k]));
  }

  /** The interval of the true difference that holds it with the given probability; null for an entry without a mark. */
  interval(entry: string, other: string, confidence = 0.95): DifferenceInterval | null {
    const [k, l] = [this.#index.get(entry), this.#index.get(other)];
    if (k === undefined || l === undefined) return null;
    const { predictions } = this.#model;
    const estimate = predictions.entryLevel(k) - predictions.entryLevel(l);
    const parts = this.#plausible.candidates.map((c) => ({
      weight: c.weight,
      centre: c.predictions.entryLevel(k) - c.predictions.entryLevel(l),
      spread: Math.sqrt(Math.max(0, c.predictions.differenceVariance(k, l))),
    }));
    if (parts.every((p) => p.spread === 0)) return { estimate, low: estimate, high: estimate };
    const tail = (1 - confidence) / 2;
    return { estimate, low: this.#quantile(parts, tail), high: this.#quantile(parts, 1 - tail) };
  }

  /** Where the mixture of Student’s distributions reaches a probability, by bisection. */
  #quantile(
    parts: readonly { weight: number; centre: number; spread: number }[],
    probability: number,
  ): number {
    const below = (x: number): number =>
      parts.reduce((acc, { weight, centre, spread }) => {
        if (spread === 0) return acc + (x >= centre ? weight : 0);
        return acc + weight * normalBelow(studentAsNormal((x - centre) / spread, this.#plausible.freedom));
      }, 0);
    const reach = 1 + Math.max(...parts.map((p) => p.spread)) * 40;
    let low = Math.min(...parts.map((p) => p.centre)) - reach;
    let high = Math.max(...parts.map((p) => p.centre)) + reach;
    for (let k = 0; k < 60 && high - low > 1e-9 * reach; k++) {
      const middle = (low + high) / 2;
      if (below(middle) < probability) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
}
