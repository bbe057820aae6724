import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normal, random } from '../random.ts';
import { Differences } from './differences.ts';
import { fitSeverity } from './fit.ts';
import { Plausible } from './plausible.ts';
import { coverageOf, simulate } from './simulate.test-kit.ts';
import { standingsOf } from './standings.ts';
import type { Rating } from './types.ts';
import { errorsOf, unevenness } from './wild-marks.ts';

/** Replaces a share of the marks by anything from 40 to 100. */
function withWild(ratings: readonly Rating[], share: number, seed: number): Rating[] {
  const uniform = random(seed);
  return ratings.map((r) => {
    const [drawn, mark] = [uniform(), 40 + 60 * uniform()];
    return drawn < share ? { ...r, score: mark } : r;
  });
}

const widthOf = (ratings: readonly Rating[], a: string, b: string): number => {
  const model = fitSeverity(ratings);
  const interval = new Differences(model, new Plausible(model)).interval(a, b);
  return (interval?.high ?? Number.NaN) - (interval?.low ?? Number.NaN);
};

describe('marks that err more than others', () => {
  it('covers differences at the stated rate where three marks in a hundred are wild', () => {
    const share = coverageOf(400, (seed) => {
      const { ratings, merit } = simulate(seed, 60, 18, 5, [4, 3, 3]);
      return { ratings: withWild(ratings, 0.03, seed), merit };
    });
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(0.96);
  });

  it('widens the intervals of an entry with a wild mark and leaves the others nearly as they were, scores untouched', () => {
    const { ratings } = simulate(3, 60, 18, 5, [4, 3, 3]);
    const at = ratings.findIndex((r) => r.entry === 'e0');
    const wild = ratings.map((r, k) => (k === at ? { ...r, score: r.score - 40 } : r));
    const [calm, hit] = [widthOf(ratings, 'e0', 'e1'), widthOf(wild, 'e0', 'e1')];
    expect(hit).toBeGreaterThan(2 * calm);
    const [before, after] = [widthOf(ratings, 'e2', 'e3'), widthOf(wild, 'e2', 'e3')];
    expect(after).toBeLessThan(1.15 * before);
    const model = fitSeverity(wild);
    const places = standingsOf(model, { draws: 400 });
    const span = (id: string): number => {
      const [best, worst] = places.find((s) => s.id === id)?.overallInterval ?? [0, 0];
      return worst - best;
    };
    const calmPlaces = standingsOf(fitSeverity(ratings), { draws: 400 });
    const [best, worst] = calmPlaces.find((s) => s.id === 'e0')?.overallInterval ?? [0, 0];
    expect(span('e0')).toBeGreaterThan(worst - best);
    // What is published as the model’s score is the plain prediction.
    expect(places.find((s) => s.id === 'e0')?.level).toBe(model.predictions.entryLevel(0));
  });

  it('finds nothing where all marks err alike, but in a few competitions of a hundred', () => {
    const found = Array.from({ length: 100 }, (_, seed) =>
      unevenness(fitSeverity(simulate(seed, 60, 18, 5, [4, 3, 3]).ratings)),
    ).filter((u) => u !== null);
    expect(found.length).toBeLessThan(10);
  });

  it('leaves of each mark what the model does not explain', () => {
    const { ratings } = simulate(5, 12, 5, 3, [4, 3, 3], 2);
    const ordered = ratings.map((r, k) => ({ ...r, order: 1 + ((k * 7) % 11) }));
    for (const [list, options] of [
      [ratings, {}],
      [ordered, { adjustForOrder: true }],
    ] as const) {
      const model = fitSeverity(list, {}, options);
      const { fit, predictions } = model;
      const errors = errorsOf(model);
      const sorted = [...list].sort((a, b) =>
        a.entry === b.entry ? (a.judge < b.judge ? -1 : 1) : a.entry < b.entry ? -1 : 1,
      );
      const orders = ordered.map((r) => r.order);
      const centre = orders.reduce((a, b) => a + b, 0) / orders.length;
      for (const [k, r] of sorted.entries()) {
        const e = fit.entries.findIndex((x) => x.id === r.entry);
        const judge = fit.judges.find((x) => x.id === r.judge)?.effect ?? Number.NaN;
        const place = (fit.order?.slope ?? 0) * (('order' in r ? r.order : centre) - centre);
        expect(errors[k]).toBeCloseTo(r.score - predictions.entryLevel(e) - judge - place, 9);
      }
    }
  });

  it('gives every entry a finite, positive figure that is 1 on average over the marks, in any order of the marks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom('wild', 'steps', 'one', 'heavy'),
        (seed, entries, judges, kind) => {
          const { ratings } = simulate(seed, entries, judges, 2, [4, 3, 3]);
          const gauss = normal(random(seed));
          const marks = ratings.map((r, k) => {
            if (kind === 'steps') return { ...r, score: 5 * Math.round(r.score / 5) };
            if (kind === 'one') return { ...r, score: k === 0 ? 40 : 80 };
            if (kind === 'heavy') return { ...r, score: 80 + 3 * gauss() ** 3 };
            return withWild([r], 0.2, seed + k)[0] ?? r;
          });
          const model = fitSeverity(marks);
          const uneven = unevenness(model);
          const other = unevenness(fitSeverity([...marks].reverse()));
          expect(other === null).toBe(uneven === null);
          let sum = 0;
          for (const [k, x] of (uneven ?? []).entries()) {
            expect(Number.isFinite(x) && x > 0).toBe(true);
            expect(other?.[k]).toBeCloseTo(x, 6);
            sum += x * (model.fit.entries[k]?.n ?? 0);
          }
          if (uneven) expect(sum / marks.length).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
