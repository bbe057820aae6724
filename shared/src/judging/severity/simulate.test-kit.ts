import { normal, random } from '../random.ts';
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
