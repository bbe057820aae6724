import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { assign } from './assign.ts';
import { loadOracle, oracle, quality, smallProblem } from './oracle.test-kit.ts';
import type { AssignmentProblem, AssignmentResult } from './types.ts';
import { verifyAssignment } from './verify.ts';

const highs = await loadOracle();

function indexPairs(problem: AssignmentProblem, result: AssignmentResult): [number, number][] {
  const entry = new Map(problem.entries.map((e, i) => [e.id, i]));
  const judge = new Map(problem.judges.map((j, i) => [j.id, i]));
  return result.pairs.map(([e, j]) => [entry.get(e) ?? -1, judge.get(j) ?? -1]);
}

describe('assign', () => {
  it('reaches the oracle’s coverage, balance and affinity on every small problem, and its dual equals its primal', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const result = assign(problem);
        const reached = quality(problem, indexPairs(problem, result), problem.evenLoads ?? false);
        const best = oracle(highs, problem, problem.evenLoads ?? false);
        expect({ ...reached, affinity: 0 }).toEqual({ ...best, affinity: 0 });
        expect(reached.affinity).toBeCloseTo(best.affinity, 6);
        expect(result.dualBound).toBeCloseTo(result.affinity, 9);
        expect(verifyAssignment(problem, result).findings).toEqual([]);
        expect(new Set(result.pairs.map((p) => JSON.stringify(p))).size).toBe(result.pairs.length);
      }),
      { numRuns: 400 },
    );
  });

  it('reaches the linear-programming optimum of a middle-sized problem with affinities of full precision', () => {
    const next = random(11);
    const affinity = Array.from({ length: 120 }, () =>
      Array.from({ length: 24 }, () => (next() < 0.1 ? null : next())),
    );
    const problem: AssignmentProblem = {
      judgesPerEntry: 5,
      load: { min: 20, max: 30 },
      entries: affinity.map((_, i) => ({ id: `e${i}` })),
      judges: Array.from({ length: 24 }, (_, j) => ({ id: `j${j}` })),
      affinity,
    };
    const result = assign(problem);
    expect(result.affinity).toBeCloseTo(oracle(highs, problem, false).affinity, 6);
    expect(result.dualBound).toBeCloseTo(result.affinity, 7);
    expect(Math.min(...result.loads)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...result.loads)).toBeLessThanOrEqual(30);
    expect(Math.max(...assign({ ...problem, evenLoads: true }).loads)).toBe(25);
  });
});
