import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSeverity } from './fit.ts';
import { PENICILLIN } from './fixtures/penicillin.ts';
import { simulate } from './simulate.test-kit.ts';
import type { Rating } from './types.ts';
import { bruteForce } from './whole-matrix.test-kit.ts';

describe('fitSeverity', () => {
  it('agrees with lme4 on the Penicillin data', () => {
    const { fit } = fitSeverity(PENICILLIN);
    expect(fit.remlCriterion).toBeCloseTo(330.8606, 4);
    expect(fit.intercept.estimate).toBeCloseTo(22.9722, 4);
    expect(fit.intercept.standardError).toBeCloseTo(0.8086, 4);
    for (const [got, published] of [
      [fit.standardDeviation.entry, 0.8467],
      [fit.standardDeviation.judge, 1.9316],
      [fit.standardDeviation.residual, 0.5499],
    ] as const)
      expect(Math.abs(got / published - 1)).toBeLessThan(1e-4);
    const effect = new Map([...fit.entries, ...fit.judges].map((e) => [e.id, e.effect]));
    const published = {
      a: 0.80454704,
      g: -1.37552,
      m: 1.42742,
      A: 2.18705797,
      B: -1.01047615,
      D: -0.09689497,
      F: -3.00374477,
    };
    for (const [id, value] of Object.entries(published)) expect(effect.get(id)).toBeCloseTo(value, 4);
  });

  it('gives the Penicillin effects and both variances that whole matrices give', () => {
    const { fit } = fitSeverity(PENICILLIN);
    const truth = bruteForce(PENICILLIN, fit.standardDeviation);
    expect(fit.remlCriterion).toBeCloseTo(truth.criterion, 7);
    for (const [list, part] of [
      [fit.entries, truth.entry],
      [fit.judges, truth.judge],
    ] as const) {
      for (const [k, e] of list.entries()) {
        expect(e.effect).toBeCloseTo(part.effect.get(k, 0), 8);
        expect(e.conditionalVariance).toBeCloseTo(part.conditional.get(k, k), 8);
        expect(e.predictionErrorVariance).toBeCloseTo(part.error.get(k, k), 8);
      }
    }
  });

  it('agrees with the closed form of a balanced table', () => {
    const { fit } = fitSeverity(PENICILLIN);
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    const grand = mean(PENICILLIN.map((r) => r.score));
    const squares = (key: (r: Rating) => string, per: number) =>
      per *
      [...Map.groupBy(PENICILLIN, key).values()].reduce(
        (acc, list) => acc + (mean(list.map((r) => r.score)) - grand) ** 2,
        0,
      );
    const [a, b] = [squares((r) => r.entry, 6), squares((r) => r.judge, 24)];
    const total = PENICILLIN.reduce((acc, r) => acc + (r.score - grand) ** 2, 0);
    const error = (total - a - b) / (23 * 5);
    expect(fit.standardDeviation.residual / Math.sqrt(error)).toBeCloseTo(1, 5);
    expect(fit.standardDeviation.entry / Math.sqrt((a / 23 - error) / 6)).toBeCloseTo(1, 5);
    expect(fit.standardDeviation.judge / Math.sqrt((b / 5 - error) / 24)).toBeCloseTo(1, 5);
  });

  it('agrees with whole-matrix formulas on incomplete designs, whichever factor is larger', () => {
    for (const [seed, entries, judges, panel, categories] of [
      [1, 30, 8, 3, 3],
      [2, 9, 14, 6, 1],
      [3, 24, 24, 4, 2],
    ] as const) {
      const { ratings } = simulate(seed, entries, judges, panel, [4, 3, 2], categories);
      const { fit, predictions } = fitSeverity(ratings);
      const truth = bruteForce(ratings, fit.standardDeviation);
      expect(fit.remlCriterion).toBeCloseTo(truth.criterion, 6);
      for (const [k, e] of fit.entries.entries()) {
        expect(e.effect).toBeCloseTo(truth.entry.effect.get(k, 0), 7);
        expect(e.conditionalVariance).toBeCloseTo(truth.entry.conditional.get(k, k), 7);
        expect(e.predictionErrorVariance).toBeCloseTo(truth.entry.error.get(k, k), 7);
      }
      for (const [k, j] of fit.judges.entries()) {
        expect(j.effect).toBeCloseTo(truth.judge.effect.get(k, 0), 7);
        expect(j.conditionalVariance).toBeCloseTo(truth.judge.conditional.get(k, k), 7);
        expect(j.predictionErrorVariance).toBeCloseTo(truth.judge.error.get(k, k), 7);
      }
      const sameCategory = fit.entries.findIndex((e, k) => k > 0 && e.category === fit.entries[0]?.category);
      const { error } = truth.entry;
      expect(predictions.differenceVariance(0, sameCategory)).toBeCloseTo(
        error.get(0, 0) + error.get(sameCategory, sameCategory) - 2 * error.get(0, sameCategory),
        7,
      );
      expect(fit.categories.map((c) => c.estimate)).toEqual(
        truth.beta.to1DArray().map((b) => expect.closeTo(b, 7)),
      );
      expect(fit.categories.map((c) => c.standardError)).toEqual(
        truth.cov.diagonal().map((v) => expect.closeTo(Math.sqrt(v), 7)),
      );
    }
  });

  it('agrees with whole-matrix formulas where the position is a covariate, whichever factor is larger', () => {
    for (const [seed, entries, judges, panel, categories] of [
      [4, 30, 8, 3, 3],
      [5, 9, 14, 6, 1],
    ] as const) {
      const seen = new Map<string, number>();
      const ratings = simulate(seed, entries, judges, panel, [4, 3, 2], categories).ratings.map((r, k) => {
        const order = (seen.get(r.judge) ?? 0) + 1 + (k % 2);
        seen.set(r.judge, order);
        return { ...r, order, score: r.score - 0.5 * order };
      });
      const { fit, predictions } = fitSeverity(ratings, {}, { adjustForOrder: true });
      const truth = bruteForce(ratings, fit.standardDeviation, true);
      const last = truth.beta.rows - 1;
      expect(fit.remlCriterion).toBeCloseTo(truth.criterion, 6);
      expect(fit.order?.slope).toBeCloseTo(truth.beta.get(last, 0), 7);
      expect(fit.order?.standardError).toBeCloseTo(Math.sqrt(truth.cov.get(last, last)), 7);
      for (const [k, e] of fit.entries.entries()) {
        expect(e.effect).toBeCloseTo(truth.entry.effect.get(k, 0), 7);
        expect(e.predictionErrorVariance).toBeCloseTo(truth.entry.error.get(k, k), 7);
      }
      const sameCategory = fit.entries.findIndex((e, k) => k > 0 && e.category === fit.entries[0]?.category);
      const { error } = truth.entry;
      expect(predictions.differenceVariance(0, sameCategory)).toBeCloseTo(
        error.get(0, 0) + error.get(sameCategory, sameCategory) - 2 * error.get(0, sameCategory),
        7,
      );
      expect(fitSeverity(ratings).fit.order).toBeNull();
    }
  });

  it('leaves a position out that not every mark has, or that says nothing within a category', () => {
    const { ratings } = simulate(6, 12, 4, 3, [4, 3, 2], 2);
    const slope = (change: (r: Rating, k: number) => Rating) =>
      fitSeverity(ratings.map(change), {}, { adjustForOrder: true }).fit.order;
    expect(slope((r, k) => (k === 5 ? r : { ...r, order: k }))).toBeNull();
    expect(slope((r) => ({ ...r, order: r.category === 'c0' ? 1 : 9 }))).toBeNull();
    expect(slope((r, k) => ({ ...r, order: k }))).not.toBeNull();
  });

  it('stands at a minimum: no nearby standard deviations have a lower criterion', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom([4, 3, 2], [0.3, 3, 2], [3, 0, 2], [0.1, 0.1, 5]),
        (seed, sd) => {
          const { ratings } = simulate(seed, 14, 6, 3, [sd[0] ?? 0, sd[1] ?? 0, sd[2] ?? 0]);
          const { fit } = fitSeverity(ratings);
          const at = fit.standardDeviation;
          const best = fit.remlCriterion ?? Number.NaN;
          expect(bruteForce(ratings, at).criterion).toBeCloseTo(best, 5);
          for (const factor of [0.97, 1.03]) {
            for (const name of ['entry', 'judge', 'residual'] as const) {
              expect(bruteForce(ratings, { ...at, [name]: at[name] * factor }).criterion).toBeGreaterThan(
                best - 1e-6,
              );
            }
          }
          for (const name of ['entry', 'judge'] as const) {
            if (at[name] === 0)
              expect(bruteForce(ratings, { ...at, [name]: 0.05 }).criterion).toBeGreaterThan(best - 1e-6);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds the lower of two valleys, which few and scattered marks can leave', () => {
    const marks =
      'a0 86,a4 80.5,a5 77.5,b0 85,b3 87,c1 75.5,c2 80.5,d4 88.5,e0 87.5,e3 90,f6 81,g1 84,g5 82.5'.split(
        ',',
      );
    const ratings = marks.map((mark) => ({
      entry: mark.charAt(0),
      judge: mark.charAt(1),
      score: Number(mark.slice(3)),
    }));
    const { fit } = fitSeverity(ratings);
    const ratios = [0, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000];
    const { residual } = fit.standardDeviation;
    const around = ratios.flatMap((e) =>
      ratios.flatMap((j) =>
        [0.5, 1, 2, 8, 16].map(
          (size) =>
            bruteForce(ratings, {
              entry: residual * size * Math.sqrt(e),
              judge: residual * size * Math.sqrt(j),
              residual: residual * size,
            }).criterion,
        ),
      ),
    );
    expect(bruteForce(ratings, fit.standardDeviation).criterion).toBeCloseTo(fit.remlCriterion ?? 0, 5);
    expect(fit.remlCriterion).toBeLessThanOrEqual(Math.min(...around));
    expect(fit.remlCriterion).toBeCloseTo(67.92444, 4);
  });

  it('changes nothing when judges or entries change their names’ order or the rows theirs', () => {
    const { ratings } = simulate(5, 20, 6, 3, [4, 3, 2]);
    const reference = fitSeverity(ratings).fit;
    fc.assert(
      fc.property(fc.shuffledSubarray(ratings, { minLength: ratings.length }), (shuffled) => {
        expect(fitSeverity(shuffled).fit).toEqual(reference);
      }),
      { numRuns: 10 },
    );
    const renamed = ratings.map((r) => ({
      ...r,
      judge: `z${9 - Number(r.judge.slice(1))}`,
      entry: `y${99 - Number(r.entry.slice(1))}`,
    }));
    const effects = (list: readonly { effect: number }[]) => list.map((e) => e.effect).sort((a, b) => a - b);
    for (const [k, value] of effects(fitSeverity(renamed).fit.entries).entries())
      expect(value).toBeCloseTo(effects(reference.entries)[k] ?? Number.NaN, 4);
  });

  it('has defined answers where nothing can be estimated', () => {
    const flat = fitSeverity(
      [
        ['a', 'j'],
        ['a', 'k'],
        ['b', 'j'],
        ['b', 'k'],
      ].map(([entry = '', judge = '']) => ({ entry, judge, score: 80 })),
    ).fit;
    expect([flat.remlCriterion, flat.singular, flat.standardDeviation, flat.intercept]).toEqual([
      null,
      true,
      { entry: 0, judge: 0, residual: 0 },
      { estimate: 80, standardError: 0 },
    ]);
    const oneJudge = fitSeverity([70, 75, 90].map((score, i) => ({ entry: `e${i}`, judge: 'j', score }))).fit;
    expect(oneJudge.notes).toEqual({ entry: 'CONFOUNDED_WITH_RESIDUAL', judge: 'TOO_FEW_LEVELS' });
    expect(oneJudge.standardDeviation.residual).toBeCloseTo(Math.sqrt(325 / 3), 8);
    const oneEntry = fitSeverity([70, 75, 90].map((score, i) => ({ entry: 'e', judge: `j${i}`, score }))).fit;
    expect(oneEntry.notes).toEqual({ entry: 'TOO_FEW_LEVELS', judge: 'CONFOUNDED_WITH_RESIDUAL' });
    const single = fitSeverity([{ entry: 'e', judge: 'j', score: 77 }]).fit;
    expect([single.intercept.estimate, single.remlCriterion, single.entries[0]?.effect]).toEqual([
      77,
      null,
      0,
    ]);
    const parted = fitSeverity(
      simulate(8, 6, 3, 3, [3, 3, 1]).ratings.map((r) => ({
        ...r,
        judge: r.judge + (Number(r.entry.slice(1)) % 2),
      })),
    ).fit;
    expect(parted.components).toBe(2);
    const exact = fitSeverity(
      [
        ['a', 'j', 70],
        ['a', 'k', 75],
        ['b', 'j', 80],
        ['b', 'k', 85],
        ['c', 'j', 81],
        ['c', 'k', 86],
      ].map(([entry, judge, score]) => ({
        entry: String(entry),
        judge: String(judge),
        score: Number(score),
      })),
    ).fit;
    expect(exact.standardDeviation.residual).toBeLessThan(1e-3);
    expect(() => fitSeverity([])).toThrow('TOO_FEW_RATINGS');
  });
});
