import fc from 'fast-check';
import loader, { type Highs } from 'highs';
import type { AssignmentProblem } from './types.ts';

/** The package’s types describe its CommonJS build, while this is its ES module: what is there is looked at instead. */
function isLoader(value: unknown): value is () => Promise<Highs> {
  return typeof value === 'function';
}

export async function loadOracle(): Promise<Highs> {
  const candidate: unknown = loader;
  if (!isLoader(candidate)) throw new TypeError('The linear-programming package exports no loader.');
  return candidate();
}

/** What an assignment is judged by, in order of importance. */
export interface Quality {
  /** Σ over entries of 1 + 2 + … + missing. */
  readonly missing: number;
  /** Places below the minimum loads. */
  readonly below: number;
  /** Σ load², or 0 where loads need not be even. */
  readonly squares: number;
  readonly affinity: number;
}

/** Solves the same problem as one linear program with weights that keep the order of importance; small problems only. */
export function oracle(highs: Highs, problem: AssignmentProblem, even: boolean): Quality {
  const terms: string[] = [];
  const rows: string[] = [];
  const unit: string[] = [];
  const n = problem.entries.length;
  const perJudge = problem.judges.map((): string[] => []);
  for (const [i, e] of problem.entries.entries()) {
    const wanted = e.judges ?? problem.judgesPerEntry;
    const row: string[] = [];
    for (let j = 0; j < problem.judges.length; j++) {
      const a = problem.affinity[i]?.[j] ?? null;
      if (a === null) continue;
      row.push(`x${i}_${j}`);
      perJudge[j]?.push(`x${i}_${j}`);
      terms.push(`+ ${a} x${i}_${j}`);
    }
    for (let k = 1; k <= wanted; k++) {
      row.push(`s${i}_${k}`);
      terms.push(`- ${k * 1e7} s${i}_${k}`);
    }
    unit.push(...row);
    if (row.length > 0) rows.push(`${row.join(' + ')} = ${wanted}`);
  }
  for (const [j, judge] of problem.judges.entries()) {
    const capacity = Math.min(n, judge.capacity ?? problem.load?.max ?? n);
    const minimum = judge.minimum ?? problem.load?.min ?? 0;
    const steps = Array.from({ length: capacity }, (_, l) => `t${j}_${l}`);
    for (const [l, t] of steps.entries()) {
      const cost = (even ? (2 * l + 1) * 1e3 : 0) - (l < minimum ? 1e5 : 0);
      if (cost !== 0) terms.push(`${cost > 0 ? '-' : '+'} ${Math.abs(cost)} ${t}`);
    }
    unit.push(...steps);
    const places = perJudge[j] ?? [];
    if (places.length + steps.length > 0) {
      rows.push(
        `${places.length > 0 ? places.join(' + ') : `0 ${steps[0]}`} ${steps.map((t) => `- ${t}`).join(' ')} = 0`,
      );
    }
  }
  const lp = `Maximize\n obj: ${terms.join(' ') || '0 x'}\nSubject To\n${rows.map((r, i) => ` c${i}: ${r}`).join('\n')}\nBounds\n${unit.map((u) => ` 0 <= ${u} <= 1`).join('\n')}\nEnd\n`;
  const solved = highs.solve(lp);
  if (solved.Status !== 'Optimal') throw new Error(`The oracle says ${solved.Status}.`);
  const value = (name: string): number => Math.round(solved.Columns[name]?.Primal ?? 0);
  const pairs: [number, number][] = [];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < problem.judges.length; j++) if (value(`x${i}_${j}`) === 1) pairs.push([i, j]);
  return quality(problem, pairs, even);
}

/** The quality of given pairs, by indices. */
export function quality(
  problem: AssignmentProblem,
  pairs: readonly (readonly [number, number])[],
  even: boolean,
): Quality {
  const loads = problem.judges.map((_, j) => pairs.filter((p) => p[1] === j).length);
  const missing = problem.entries.map((e, i) =>
    Math.max(0, (e.judges ?? problem.judgesPerEntry) - pairs.filter((p) => p[0] === i).length),
  );
  return {
    missing: missing.reduce((acc, m) => acc + (m * (m + 1)) / 2, 0),
    below: problem.judges.reduce(
      (acc, j, k) => acc + Math.max(0, (j.minimum ?? problem.load?.min ?? 0) - (loads[k] ?? 0)),
      0,
    ),
    squares: even ? loads.reduce((acc, l) => acc + l * l, 0) : 0,
    affinity: pairs.reduce((acc, [i, j]) => acc + (problem.affinity[i]?.[j] ?? Number.NaN), 0),
  };
}

/** Small problems of every kind: conflicts, scarce judges, unequal capacities, minima, ties, extra judges. */
export const smallProblem: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    n: fc.integer({ min: 1, max: 8 }),
    m: fc.integer({ min: 1, max: 6 }),
    k: fc.integer({ min: 1, max: 4 }),
    ties: fc.boolean(),
  })
  .chain(({ n, m, k, ties }) =>
    fc.record({
      judgesPerEntry: fc.constant(k),
      entries: fc
        .array(fc.record({ judges: fc.integer({ min: 0, max: 5 }) }), { minLength: n, maxLength: n })
        .chain((list) =>
          fc
            .boolean()
            .map((own) => list.map((e, i) => (own ? { id: `e${i}`, judges: e.judges } : { id: `e${i}` }))),
        ),
      judges: fc
        .array(
          fc.record({
            capacity: fc.integer({ min: 0, max: 9 }),
            minimum: fc.integer({ min: 0, max: 3 }),
            limited: fc.boolean(),
          }),
          {
            minLength: m,
            maxLength: m,
          },
        )
        .map((list) =>
          list.map((j, i) =>
            j.limited
              ? { id: `j${i}`, capacity: j.capacity, minimum: Math.min(j.minimum, j.capacity) }
              : { id: `j${i}` },
          ),
        ),
      affinity: fc.array(
        fc.array(
          fc.option(
            ties ? fc.integer({ min: 0, max: 2 }) : fc.integer({ min: -100, max: 900 }).map((v) => v / 100),
            { freq: 4 },
          ),
          {
            minLength: m,
            maxLength: m,
          },
        ),
        { minLength: n, maxLength: n },
      ),
      evenLoads: fc.boolean(),
    }),
  );
