import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { item } from '../numeric.ts';
import { assign } from './assign.ts';
import { smallProblem } from './oracle.test-kit.ts';
import type { AssignmentProblem, AssignmentResult } from './types.ts';
import { verifyAssignment } from './verify.ts';

const keys = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 8, maxLength: 8 });

/** Where each place of a list of `n` goes. */
function order(n: number, by: readonly number[]): number[] {
  return Array.from({ length: n }, (_, k) => k).sort((a, b) => (by[a] ?? 0) - (by[b] ?? 0) || b - a);
}

const at = <T>(list: readonly T[], places: readonly number[]): T[] =>
  places.filter((k) => k < list.length).map((k) => item(list, k));

function permuted(
  problem: AssignmentProblem,
  rows: readonly number[],
  columns: readonly number[],
): AssignmentProblem {
  return {
    ...problem,
    entries: at(problem.entries, rows),
    judges: at(problem.judges, columns),
    affinity: at(problem.affinity, rows).map((row) => at([...row], columns)),
  };
}

/** Entries of two categories, so that panels are connected and mixed. */
const grouped = smallProblem.map(
  (problem): AssignmentProblem => ({
    ...problem,
    entries: problem.entries.map((e, i) => ({ ...e, category: `c${i % 2}` })),
  }),
);

/** What an assignment is measured by, whoever comes first. */
function measures(result: AssignmentResult) {
  const { optimalAffinity, dualBound, coverage, loads, unmet } = result;
  return {
    coverage,
    optimal: optimalAffinity.toFixed(6),
    bound: dualBound.toFixed(6),
    squares: loads.reduce((acc, l) => acc + l * l, 0),
    missing: unmet.map((u) => u.missing).reduce((a, b) => a + b, 0),
  };
}

describe('the order in which judges and entries are listed', () => {
  it('changes no measure of the assignment', () => {
    fc.assert(
      fc.property(grouped, keys, keys, (problem, a, b) => {
        const even = { ...problem, evenLoads: true };
        const other = permuted(even, order(even.entries.length, a), order(even.judges.length, b));
        expect(measures(assign(other))).toEqual(measures(assign(even)));
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing about a proof: it holds for the problem in another order', () => {
    fc.assert(
      fc.property(smallProblem, keys, keys, (problem, a, b) => {
        const result = assign(problem);
        const columns = order(problem.judges.length, b);
        const other = permuted(problem, order(problem.entries.length, a), columns);
        const proof = {
          ...result.proof,
          levels: at(result.proof.levels, columns),
          prices: at(result.proof.prices, columns),
        };
        const pairs = [...result.pairs].reverse();
        const checked = verifyAssignment(other, { ...result, pairs, proof });
        expect(checked.findings).toEqual([]);
        expect(checked.dualBound).toBeCloseTo(result.dualBound, 9);
        expect(checked.loads).toEqual(at(result.loads, columns));
      }),
      { numRuns: 200 },
    );
  });
});
