import { describe, expect, it } from 'vitest';
import { Differences } from './differences.ts';
import { fitSeverity } from './fit.ts';
import { PENICILLIN } from './fixtures/penicillin.ts';
import { Plausible } from './plausible.ts';
import { kendallW, reliabilityOf } from './reliability.ts';
import { coverageOf, simulate } from './simulate.test-kit.ts';
import { inseparable, standingsOf } from './standings.ts';

describe('what follows from a fit', () => {
  it.each([
    [40, 12, 4, [4, 3, 3], 160],
    [60, 18, 5, [4, 6, 3], 80],
    [15, 6, 3, [4, 3, 3], 500],
    // So few marks that every fourth fit finds no difference between entries at all.
    [12, 6, 2, [2, 3, 4], 700],
  ] as const)(
    'covers differences at the stated rate with %i entries, %i judges, %i to an entry, deviations %j',
    (entries, judges, panel, [e, j, r], competitions) => {
      const share = coverageOf(competitions, (seed) => simulate(seed, entries, judges, panel, [e, j, r]));
      expect(share).toBeGreaterThan(0.94);
      expect(share).toBeLessThan(0.96);
    },
  );

  it('gives a difference and its opposite the same interval, and none to an entry nobody marked', () => {
    const model = fitSeverity(simulate(2, 20, 6, 3, [4, 3, 3]).ratings);
    const differences = new Differences(model, new Plausible(model));
    const [there, back] = [differences.interval('e1', 'e2'), differences.interval('e2', 'e1')];
    expect(there?.low).toBeCloseTo(-(back?.high ?? Number.NaN), 6);
    expect(there?.high).toBeCloseTo(-(back?.low ?? Number.NaN), 6);
    expect(differences.interval('e1', 'e2', 0.5)?.high).toBeLessThan(there?.high ?? 0);
    expect(differences.interval('e1', 'nobody')).toBeNull();
    const flat = ['j', 'k'].flatMap((judge) => ['a', 'b'].map((entry) => ({ entry, judge, score: 80 })));
    const even = fitSeverity(flat);
    expect(new Differences(even, new Plausible(even)).interval('a', 'b')).toEqual({
      estimate: 0,
      low: 0,
      high: 0,
    });
  });

  it.each([
    [30, 10, 4, [4, 3, 3]],
    // So few marks that the components are hardly known: taken as known, they leave intervals that are too short.
    [12, 6, 2, [2, 3, 4]],
  ] as const)(
    'gives intervals of places that hold the true place, and probabilities that add up to the quota: %i entries, %i judges, %i to an entry, deviations %j',
    (entries, judges, panel, [e, j, r]) => {
      let inside = 0;
      let all = 0;
      for (let seed = 1; seed <= 30; seed++) {
        const { ratings, merit } = simulate(seed, entries, judges, panel, [e, j, r]);
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
      expect(inside / all).toBeGreaterThan(0.96);
    },
  );

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
