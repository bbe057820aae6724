import { partOf, type WorkHooks } from '../work-hooks.ts';
import { assign } from './assign.ts';
import type { AssignmentProblem, AssignmentResult } from './types.ts';

type Pair = readonly [entry: string, judge: string];

export interface Repair {
  readonly result: AssignmentResult;
  readonly kept: readonly Pair[];
  readonly added: readonly Pair[];
  /** Pairs of the present assignment that are still allowed but are given up. */
  readonly moved: readonly Pair[];
  /** Pairs of the present assignment that the problem no longer allows: a recusal, a judge or entry that is gone. */
  readonly lost: readonly Pair[];
}

const keyOf = (pair: Pair): string => JSON.stringify(pair);

/**
 * After a recusal, a late entry or a judge falling ill: the most coverage, then the fewest present pairs given up, then
 * the highest affinity. Loads need not be evened out again, but no judge’s load grows beyond one more than the present
 * highest unless coverage demands it. Nothing is applied: the caller shows `added`, `moved` and `lost` first.
 */
export function repairAssignment(
  problem: AssignmentProblem,
  present: readonly Pair[],
  hooks: WorkHooks = {},
): Repair {
  const entries = new Map(problem.entries.map((e, i) => [e.id, i]));
  const judges = new Map(problem.judges.map((j, i) => [j.id, i]));
  const forbidden = new Set((problem.forbidden ?? []).map(keyOf));
  const dates = problem.judges.map((j) => (j.dates ? new Set(j.dates) : null));
  const stillAllowed = ([e, j]: Pair): boolean => {
    const [i, k] = [entries.get(e), judges.get(j)];
    if (i === undefined || k === undefined || forbidden.has(keyOf([e, j]))) return false;
    const value = problem.affinity[i]?.[k] ?? null;
    const date = problem.entries[i]?.date;
    return value !== null && !Number.isNaN(value) && (date === undefined || (dates[k]?.has(date) ?? true));
  };
  const usable = present.filter(stillAllowed);
  const affinity = problem.affinity.map((row) => Float64Array.from(row, (v) => v ?? Number.NaN));
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of affinity) {
    for (const v of row) {
      if (v < least) least = v;
      if (v > most) most = v;
    }
  }
  // Keeping one pair is worth more than any change of affinity the whole assignment could make.
  const bonus = Math.ceil(Math.max(1, most - least)) * (problem.entries.length * problem.judgesPerEntry + 1);
  for (const [e, j] of usable) {
    const row = affinity[entries.get(e) ?? 0];
    const k = judges.get(j) ?? 0;
    if (row) row[k] = (row[k] ?? 0) + bonus;
  }
  const load = new Map<string, number>();
  for (const [, j] of usable) load.set(j, (load.get(j) ?? 0) + 1);
  const limited = (cap: number): AssignmentProblem => ({
    ...problem,
    affinity,
    evenLoads: false,
    connectingBudget: 0,
    judges: problem.judges.map((j) => {
      const own = j.capacity ?? problem.load?.max ?? problem.entries.length;
      const capacity = Math.min(own, Math.max(cap, load.get(j.id) ?? 0));
      return { ...j, capacity, minimum: 0 };
    }),
  });
  // How much can be covered at all comes first: a part of its own. How often a cap must be raised nobody knows before.
  const wanted = assign({ ...problem, connectingBudget: 0 }, partOf(hooks, 0, 0.4, 'COVERAGE')).coverage
    .assigned;
  let [cap, from] = [Math.max(0, ...load.values()) + 1, 0.4];
  const next = (): WorkHooks => {
    const begin = from;
    from = (begin + 1) / 2;
    return partOf(hooks, begin, from);
  };
  let result = assign(limited(cap), next());
  while (result.coverage.assigned < wanted && cap < problem.entries.length)
    result = assign(limited(++cap), next());
  const now = new Set(result.pairs.map(keyOf));
  const before = new Set(usable.map(keyOf));
  const kept = usable.filter((p) => now.has(keyOf(p)));
  return {
    result: {
      ...result,
      affinity: result.affinity - bonus * kept.length,
      optimalAffinity: result.optimalAffinity - bonus * kept.length,
      dualBound: result.dualBound - bonus * kept.length,
    },
    kept,
    added: result.pairs.filter((p) => !before.has(keyOf(p))),
    moved: usable.filter((p) => !now.has(keyOf(p))),
    lost: present.filter((p) => !stillAllowed(p)),
  };
}
