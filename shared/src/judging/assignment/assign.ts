import { f64, i32, item } from '../numeric.ts';
import { checkpoint, type WorkHooks } from '../work-hooks.ts';
import { dualValue, optimiseAffinity } from './affinity-optimum.ts';
import { ExactSum } from './exact-sum.ts';
import { settleLevels } from './levels.ts';
import { type CategoryRows, connectAndMix, describeGraph, panelOf } from './mixing.ts';
import { loadsOf, type Pool, poolOf } from './pool.ts';
import type { AssignmentProblem, AssignmentResult } from './types.ts';
import { explainUnmet } from './unmet.ts';

/** The rows of each category; entries without one are compared with nothing in particular. */
export function categoriesOf(problem: AssignmentProblem): CategoryRows[] {
  const rows = new Map<string, number[]>();
  for (const [i, { category }] of problem.entries.entries()) {
    if (category === undefined) continue;
    const list = rows.get(category);
    if (list) list.push(i);
    else rows.set(category, [i]);
  }
  return [...rows].map(([category, list]) => ({ category, rows: list }));
}

function totalAffinity(pool: Pool): number {
  const total = new ExactSum();
  for (let i = 0; i < pool.entries; i++)
    for (const j of panelOf(pool, i)) total.add(f64(pool.profit, i * pool.columns + j));
  return total.over(pool.scale);
}

/** What is being done while judges are assigned. */
export type AssignmentStep = 'COVERAGE' | 'PRICES' | 'ASSIGNING' | 'MIXING' | 'WAYS_OUT';

const finite = (level: number): number | null => (Number.isFinite(level) ? level : null);

/**
 * Assigns judges to entries. In this order: no conflict ever; the most coverage a flow allows; loads within their
 * bounds and even; the highest affinity (equal to the linear-programming optimum); then, within the mixing budget,
 * connected and mixed panels per category. The proof lets `verifyAssignment` check all of it without solving anything.
 * Deterministic. Throws `JudgingInputError` naming every problem of the input, `WorkCancelled` when cancelled.
 */
export function assign(problem: AssignmentProblem, hooks: WorkHooks = {}): AssignmentResult {
  checkpoint(hooks, 0, 'COVERAGE' satisfies AssignmentStep);
  const pool = poolOf(problem);
  const levels = settleLevels(pool);
  const prices = optimiseAffinity(pool, levels, hooks);
  const dualBound = dualValue(pool, levels, prices);
  const optimalAffinity = totalAffinity(pool);
  checkpoint(hooks, 0.9, 'MIXING' satisfies AssignmentStep);
  const categories = categoriesOf(problem);
  const worth = Math.abs(optimalAffinity) * pool.scale;
  const budget = {
    connect: Math.floor((problem.connectingBudget ?? 0.01) * worth),
    mix: Math.floor((problem.mixingBudget ?? 0) * worth),
  };
  connectAndMix(pool, categories, budget, problem.seed ?? 1);
  const loads = loadsOf(pool);
  const pairs = problem.entries.flatMap(({ id }, i) =>
    panelOf(pool, i).map((j) => [id, item(problem.judges, j).id] as const),
  );
  checkpoint(hooks, 0.95, 'WAYS_OUT' satisfies AssignmentStep);
  const unmet = explainUnmet(pool, problem);
  checkpoint(hooks, 1, 'WAYS_OUT' satisfies AssignmentStep);
  return {
    pairs,
    affinity: totalAffinity(pool),
    optimalAffinity,
    dualBound,
    loads: Array.from({ length: pool.judges }, (_, j) => i32(loads, j)),
    coverage: { wanted: pool.wanted.reduce((a, w) => a + w, 0), assigned: pairs.length },
    unmet,
    belowMinimum: problem.judges.flatMap(({ id }, j) => {
      const [load, minimum] = [i32(loads, j), i32(pool.minimum, j)];
      return load < minimum ? [{ judge: id, load, minimum }] : [];
    }),
    categories: categories.map((c) => describeGraph(pool, c)),
    proof: {
      levels: Array.from(levels.level.subarray(0, pool.judges), finite),
      prices: Array.from(prices.subarray(0, pool.judges), (p) => p / pool.scale),
      missingLevels: Array.from(levels.level.subarray(pool.judges), finite),
      missingPrices: Array.from(prices.subarray(pool.judges), (p) => p / pool.scale),
    },
  };
}
