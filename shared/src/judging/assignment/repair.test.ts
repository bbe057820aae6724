import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { assign } from './assign.ts';
import { repairAssignment } from './repair.ts';
import type { AssignmentProblem } from './types.ts';

const next = random(21);
const problem: AssignmentProblem = {
  judgesPerEntry: 3,
  entries: Array.from({ length: 30 }, (_, i) => ({ id: `e${i}` })),
  judges: Array.from({ length: 10 }, (_, j) => ({ id: `j${j}`, capacity: 12 })),
  affinity: Array.from({ length: 30 }, () => Array.from({ length: 10 }, () => Math.round(next() * 100))),
};
const present = assign(problem).pairs;

describe('repairAssignment', () => {
  it('changes nothing when nothing has happened', () => {
    const repair = repairAssignment(problem, present);
    expect([repair.added, repair.moved, repair.lost]).toEqual([[], [], []]);
    expect(repair.result.affinity).toBe(assign(problem).affinity);
  });

  it('replaces one recused judge by one other and moves nobody', () => {
    const pair = present[4] ?? ['', ''];
    const repair = repairAssignment({ ...problem, forbidden: [pair] }, present);
    expect(repair.lost).toEqual([pair]);
    expect(repair.moved).toEqual([]);
    expect(repair.added.map(([entry]) => entry)).toEqual([pair[0]]);
  });

  it('spreads the work of a judge who falls ill, and takes a late entry in', () => {
    const ill = 'j3';
    const judges = problem.judges.filter((j) => j.id !== ill);
    const keep = problem.judges.map((j) => j.id !== ill);
    const affinity = [...problem.affinity, new Array<number>(10).fill(5)].map((row) =>
      [...row].filter((_, k) => keep[k]),
    );
    const late: AssignmentProblem = {
      ...problem,
      judges,
      affinity,
      entries: [...problem.entries, { id: 'late' }],
    };
    const repair = repairAssignment(late, present);
    expect(repair.result.unmet).toEqual([]);
    expect(repair.moved).toEqual([]);
    expect(repair.lost).toHaveLength(9);
    expect(repair.added).toHaveLength(12);
    expect(Math.max(...repair.result.loads)).toBeLessThanOrEqual(12);
  });
});
