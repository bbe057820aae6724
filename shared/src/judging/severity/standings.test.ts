import { describe, expect, it } from 'vitest';
import { fitSeverity } from './fit.ts';
import { PENICILLIN } from './fixtures/penicillin.ts';
import { kendallW, reliabilityOf } from './reliability.ts';
import { simulate } from './simulate.test-kit.ts';
import { inseparable, standingsOf } from './standings.ts';

describe('what follows from a fit', () => {
  it('covers differences at the stated rate', () => {
    let inside = 0;
    let all = 0;
    for (let seed = 1; seed <= 120; seed++) {
      const { ratings, merit } = simulate(seed, 40, 12, 4, [4, 3, 3]);
      const { fit, predictions } = fitSeverity(ratings);
      for (let k = 0; k + 1 < fit.entries.length; k += 2) {
        const [a, b] = [fit.entries[k], fit.entries[k + 1]];
        if (!a || !b) continue;
        const truth = (merit.get(a.id) ?? 0) - (merit.get(b.id) ?? 0);
        const wide = 1.959964 * Math.sqrt(predictions.differenceVariance(k, k + 1));
        if (Math.abs(a.effect - b.effect - truth) <= wide) inside++;
        all++;
      }
    }
    expect(inside / all).toBeGreaterThan(0.94);
    expect(inside / all).toBeLessThan(0.96);
  });

  it('gives intervals of places that hold the true place, and probabilities that add up to the quota', () => {
    let inside = 0;
    let all = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const { ratings, merit } = simulate(seed, 30, 10, 4, [4, 3, 3]);
      const model = fitSeverity(ratings);
      const standings = standingsOf(model, {
        draws: 400,
        seed,
        lines: [{ id: 'first', scope: 'OVERALL', quota: 5 }],
      });
      const order = [...merit].sort((a, b) => b[1] - a[1]).map(([id]) => id);
      for (const s of standings) {
        const place = order.indexOf(s.id) + 1;
        if (place >= s.overallInterval[0] && place <= s.overallInterval[1]) inside++;
        all++;
      }
      expect(standings.reduce((acc, s) => acc + (s.aboveLine.first ?? 0), 0)).toBeCloseTo(5, 9);
      expect(
        standingsOf(model, { draws: 400, seed, lines: [{ id: 'first', scope: 'OVERALL', quota: 5 }] }),
      ).toEqual(standings);
      for (const s of inseparable(standings, 'first')) expect(s.overallInterval[0]).toBeLessThanOrEqual(30);
    }
    expect(inside / all).toBeGreaterThan(0.93);
  });

  it('computes reliability from the components and concordance from complete ranks', () => {
    const { fit } = fitSeverity(PENICILLIN);
    const r = reliabilityOf(fit);
    expect(r.judgesPerEntry).toBeCloseTo(6, 9);
    expect(r.relative).toBeCloseTo(0.71691 / (0.71691 + 0.30242 / 6), 4);
    expect(r.agreement).toBeCloseTo(0.71691 / (0.71691 + 3.73092 + 0.30242), 4);
    expect(r.judgesNeeded).toBe(Math.ceil((4 * (3.73092 + 0.30242)) / 0.71691));
    // Siegel & Castellan’s form with ties, by hand: ranks (1,2,3), (1,3,2), (1,2,3) → sums 3, 7, 8 → W = 12·14/(9·24) = 7/9.
    const rows = (list: number[][]) =>
      list.flatMap((marks, j) => marks.map((score, e) => ({ entry: `e${e}`, judge: `j${j}`, score })));
    expect(
      kendallW(
        rows([
          [1, 2, 3],
          [10, 30, 20],
          [5, 6, 7],
        ]),
      ),
    ).toBeCloseTo(7 / 9, 12);
    expect(
      kendallW(
        rows([
          [1, 2, 3],
          [1, 2, 3],
        ]),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      kendallW(
        rows([
          [1, 2, 3],
          [1, 2],
        ]),
      ),
    ).toBeNull();
  });
});
