import { normal, random } from '../random.ts';
import { Differences } from './differences.ts';
import { fitSeverity } from './fit.ts';
import { Plausible } from './plausible.ts';
import type { Rating } from './types.ts';

/** Marks of a competition with known merits: every entry by `panel` of the judges. */
export function simulate(
  seed: number,
  entries: number,
  judges: number,
  panel: number,
  sd: [number, number, number],
  categories = 1,
): { ratings: Rating[]; merit: Map<string, number> } {
  const uniform = random(seed);
  const gauss = normal(uniform);
  const severity = Array.from({ length: judges }, () => sd[1] * gauss());
  const merit = new Map<string, number>();
  const ratings: Rating[] = [];
  for (let i = 0; i < entries; i++) {
    const effect = sd[0] * gauss();
    merit.set(`e${i}`, effect);
    const chosen = new Set<number>();
    while (chosen.size < panel) chosen.add(Math.floor(uniform() * judges));
    for (const j of chosen) {
      ratings.push({
        entry: `e${i}`,
        judge: `j${j}`,
        category: `c${i % categories}`,
        score: 80 + effect + (severity[j] ?? 0) + sd[2] * gauss(),
      });
    }
  }
  return { ratings, merit };
}

/** The share of 95 % intervals that hold the true difference, of each pair of neighbours of each competition. */
export function coverageOf(
  competitions: number,
  competition: (seed: number) => {
    readonly ratings: readonly Rating[];
    readonly merit: ReadonlyMap<string, number>;
  },
): number {
  let inside = 0;
  let all = 0;
  for (let seed = 1; seed <= competitions; seed++) {
    const { ratings, merit } = competition(seed);
    const model = fitSeverity(ratings);
    const differences = new Differences(model, new Plausible(model));
    const ids = model.fit.entries.map((x) => x.id);
    for (let k = 0; k + 1 < ids.length; k += 2) {
      const [a = '', b = ''] = ids.slice(k, k + 2);
      const truth = (merit.get(a) ?? 0) - (merit.get(b) ?? 0);
      const interval = differences.interval(a, b);
      if (interval && interval.low <= truth && truth <= interval.high) inside++;
      all++;
    }
  }
  return inside / all;
}
