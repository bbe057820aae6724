import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';
import { smallProblem } from './oracle.test-kit.ts';
import type { AssignmentProblem } from './types.ts';
import { verifyAssignment } from './verify.ts';

/** Two blocks of judges and entries that the affinities alone would keep apart. */
function blocks(gap: number): AssignmentProblem {
  return {
    judgesPerEntry: 3,
    entries: Array.from({ length: 12 }, (_, i) => ({ id: `e${i}`, category: '健康促进' })),
    judges: Array.from({ length: 6 }, (_, j) => ({ id: `j${j}` })),
    affinity: Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 6 }, (_, j) => (i % 2 === j % 2 ? 10 : 10 - gap)),
    ),
  };
}

describe('connecting and mixing', () => {
  it('connects a category when that costs less than the budget, and says what it cost', () => {
    const problem = blocks(1);
    const apart = assign({ ...problem, connectingBudget: 0 });
    expect(apart.categories[0]?.components).toBe(2);
    expect(apart.affinity).toBe(360);
    const joined = assign(problem);
    expect(joined.categories[0]?.components).toBe(1);
    expect(joined.optimalAffinity).toBe(360);
    expect(joined.affinity).toBe(358);
    expect(joined.loads).toEqual([6, 6, 6, 6, 6, 6]);
    expect(verifyAssignment(problem, joined, 0.01).findings).toEqual([]);
    expect(verifyAssignment(problem, joined).valid).toBe(false);
  });

  it('leaves a category apart rather than exceed the budget', () => {
    expect(assign(blocks(9)).categories[0]?.components).toBe(2);
    expect(assign({ ...blocks(9), connectingBudget: 0.1 }).categories[0]?.components).toBe(1);
  });

  it('mixes panels of equal judges at no cost, the same way for the same seed', () => {
    const problem: AssignmentProblem = { ...blocks(0), seed: 3 };
    const result = assign(problem);
    const panels = Map.groupBy(result.pairs, ([entry]) => entry);
    const distinct = new Set(
      [...panels.values()].map((pairs) =>
        pairs
          .map((p) => p[1])
          .sort()
          .join(),
      ),
    );
    expect(result.affinity).toBe(result.dualBound);
    expect(distinct.size).toBeGreaterThanOrEqual(9);
    expect(assign(problem).pairs).toEqual(result.pairs);
  });
});

describe('pins, dates and what cannot be met', () => {
  const base: AssignmentProblem = {
    judgesPerEntry: 2,
    entries: [
      { id: 'a', category: 'care', date: '2026-05-01' },
      { id: 'b', category: 'care' },
      { id: 'c', category: 'care', judges: 3 },
    ],
    judges: [{ id: 'x', dates: ['2026-05-02'] }, { id: 'y', capacity: 2 }, { id: 'z' }],
    affinity: [
      [9, 1, 1],
      [9, 5, 1],
      [9, null, 1],
    ],
    pinned: [['b', 'z']],
    forbidden: [['b', 'y']],
  };

  it('honours pins, forbidden pairs and dates', () => {
    const result = assign(base);
    expect(result.pairs).toEqual([
      ['a', 'y'],
      ['a', 'z'],
      ['b', 'x'],
      ['b', 'z'],
      ['c', 'x'],
      ['c', 'z'],
    ]);
    expect(verifyAssignment(base, result).findings).toEqual([]);
  });

  it('says who is missing a judge because of conflicts, and the ways out', () => {
    const [unmet] = assign(base).unmet;
    expect(unmet).toMatchObject({ entry: 'c', missing: 1, cause: 'CONFLICTS' });
    expect(unmet?.waysOut.map((w) => w.kind)).toEqual(['MORE_JUDGES', 'FEWER_JUDGES']);
    expect(unmet?.reason).toContain('1 more judge without conflict in care');
  });

  it('spreads a shortage of capacity and offers the capacity that ends it', () => {
    const scarce: AssignmentProblem = {
      judgesPerEntry: 3,
      load: { max: 3 },
      entries: Array.from({ length: 4 }, (_, i) => ({ id: `e${i}`, category: 'care' })),
      judges: ['x', 'y', 'z'].map((id) => ({ id })),
      affinity: Array.from({ length: 4 }, () => [1, 1, 1]),
    };
    const result = assign(scarce);
    expect(result.coverage).toEqual({ wanted: 12, assigned: 9 });
    expect(result.unmet.map((u) => u.missing)).toEqual([1, 1, 1]);
    expect(result.unmet[0]?.waysOut[0]).toEqual({
      kind: 'MORE_CAPACITY',
      judges: ['x', 'y', 'z'],
      from: 3,
      to: 4,
    });
    expect(assign({ ...scarce, load: { max: 4 } }).unmet).toEqual([]);
  });

  it('names the judge whose minimum cannot be reached', () => {
    const few = assign({ ...base, pinned: [], judges: [{ id: 'x' }, { id: 'y', minimum: 3 }, { id: 'z' }] });
    expect(few.belowMinimum).toEqual([{ judge: 'y', load: 1, minimum: 3 }]);
  });

  it('refuses a pin on a conflict and names every problem', () => {
    expect(() =>
      assign({
        ...base,
        pinned: [
          ['c', 'y'],
          ['d', 'x'],
        ],
        load: { min: 4, max: 2 },
      }),
    ).toThrow(/BOUNDS_OUT_OF_ORDER.*PIN_CONFLICTS.*UNKNOWN_REFERENCE/);
  });

  it('stops when cancelled', () => {
    expect(() => assign(base, { isCancelled: () => true })).toThrow('cancelled');
  });
});

describe('what must hold of every assignment', () => {
  const grouped = smallProblem.map(
    (p): AssignmentProblem => ({ ...p, entries: p.entries.map((e, i) => ({ ...e, category: `c${i % 2}` })) }),
  );

  it('connecting and mixing cost at most their budget, and neither coverage nor balance', () => {
    fc.assert(
      fc.property(grouped, fc.constantFrom(0.01, 0.2), (problem, connectingBudget) => {
        const apart = assign({ ...problem, connectingBudget: 0 });
        const joined = assign({ ...problem, connectingBudget });
        const least = joined.optimalAffinity - connectingBudget * Math.abs(joined.optimalAffinity);
        expect(joined.affinity).toBeGreaterThanOrEqual(least - 1e-9);
        expect([joined.coverage, joined.loads]).toEqual([apart.coverage, apart.loads]);
        for (const [k, c] of joined.categories.entries())
          expect(c.components).toBeLessThanOrEqual(apart.categories[k]?.components ?? 0);
        expect(verifyAssignment(problem, joined, connectingBudget).findings).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('loads of equal capacities lie at most 1 apart where everybody may judge everything', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const free: AssignmentProblem = {
          ...problem,
          evenLoads: true,
          judges: problem.judges.map((j) => ({ id: j.id })),
          affinity: problem.affinity.map((row) => [...row].map((v) => v ?? 0)),
        };
        const { loads } = assign(free);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('each way out is enough by itself', () => {
    const tried = { MORE_JUDGES: 0, MORE_CAPACITY: 0, FEWER_JUDGES: 0 };
    fc.assert(
      fc.property(grouped, (problem) => {
        const { unmet } = assign(problem);
        for (const { entry, category, waysOut } of unmet) {
          for (const way of waysOut) {
            tried[way.kind]++;
            // What the way is not for stays as it is: who else wants more wants no more than there is.
            const others = unmet.filter((u) =>
              way.kind === 'MORE_JUDGES'
                ? u.category !== category
                : u.entry !== entry || way.kind === 'FEWER_JUDGES',
            );
            const content = new Map(others.map((u) => [u.entry, u.missing]));
            const more =
              way.kind === 'MORE_JUDGES'
                ? Array.from({ length: way.judges }, (_, k) => ({ id: `new${k}`, capacity: way.capacity }))
                : [];
            const after = assign({
              ...problem,
              judges: [
                ...problem.judges.map((j) =>
                  way.kind === 'MORE_CAPACITY' && way.judges.includes(j.id) ? { ...j, capacity: way.to } : j,
                ),
                ...more,
              ],
              entries: problem.entries.map((e) => ({
                ...e,
                judges: (e.judges ?? problem.judgesPerEntry) - (content.get(e.id) ?? 0),
              })),
              affinity: problem.affinity.map((row, i) => [
                ...row,
                ...more.map(() => (category === problem.entries[i]?.category ? 1 : null)),
              ]),
            });
            expect([entry, way, after.unmet]).toEqual([entry, way, []]);
          }
        }
      }),
      { numRuns: 400 },
    );
    for (const times of Object.values(tried)) expect(times).toBeGreaterThan(50);
  });
});
