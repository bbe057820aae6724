import { normal, random } from '@xinghuo/shared/judging/random';

/** What a simulated competition is made of. Standard deviations are in marks of 0 … 100. */
export interface WorldPlan {
  readonly entries: number;
  readonly categories: number;
  readonly judges: number;
  readonly merit: number;
  readonly severity: number;
  readonly residual: number;
  /** Share of marks that have nothing to do with the entry: anything from 40 to 100. */
  readonly wild?: number;
  /** Standard deviation of the judges’ drift from their first to their last entry, in marks. */
  readonly drift?: number;
  /** Student’s t of so many degrees instead of normal residuals, of the same standard deviation. */
  readonly tails?: number;
  /** Marks are rounded to whole multiples of this step. */
  readonly step?: number;
  /** Standard deviation of an impression all judges share that is not merit. */
  readonly halo?: number;
  /** Standard deviation of the logarithm of each judge’s own scale. */
  readonly scale?: number;
  /** Judges belong to one category, whose judges share a severity of this standard deviation. */
  readonly campSeverity?: number;
  /** Factor on the residual where the judge does not know the field. */
  readonly outsider?: number;
}

export interface SimulatedEntry {
  readonly id: string;
  readonly category: string;
  readonly camp: number;
  /** What a just competition would go by. */
  readonly merit: number;
}

/** A competition whose merits are known, and what every judge would say of every entry. */
export interface World {
  readonly plan: WorldPlan;
  readonly entries: readonly SimulatedEntry[];
  /** The category each judge knows. */
  readonly camps: readonly number[];
  /**
   * The mark of one judge for one entry, `place` from −½ (first) to ½ (last of the judge’s own order); the same whoever
   * else judges it, so that ways of assigning are compared on the same chances.
   */
  readonly mark: (entry: number, judge: number, place: number) => number;
  /** Random numbers for the assignment and the order of work, apart from those of the marks. */
  readonly next: () => number;
}

const CENTRE = 76;
const at = (list: readonly number[], index: number): number => {
  const value = list[index];
  if (value === undefined) throw new RangeError(`Index ${index} outside 0 … ${list.length - 1}.`);
  return value;
};

/** Student’s t of `freedom` degrees, scaled to a standard deviation of 1. */
function student(gauss: () => number, freedom: number): number {
  let squares = 0;
  for (let k = 0; k < freedom; k++) squares += gauss() ** 2;
  return gauss() * Math.sqrt((freedom - 2) / squares);
}

/** Makes a competition from a plan and a seed. */
export function worldOf(plan: WorldPlan, seed: number): World {
  const uniform = random(seed);
  const gauss = normal(uniform);
  const many = (n: number, sd: number): number[] => Array.from({ length: n }, () => sd * gauss());
  const categoryMeans = many(plan.categories, 2);
  const entries = many(plan.entries, plan.merit).map((own, i): SimulatedEntry => {
    const camp = i % plan.categories;
    return { id: `e${i}`, category: `c${camp}`, camp, merit: at(categoryMeans, camp) + own };
  });
  const camps = Array.from({ length: plan.judges }, (_, j) => j % plan.categories);
  const campSeverity = many(plan.categories, plan.campSeverity ?? 0);
  const severity = many(plan.judges, plan.severity).map((own, j) => own + at(campSeverity, at(camps, j)));
  const drift = many(plan.judges, plan.drift ?? 0);
  const scale = many(plan.judges, plan.scale ?? 0).map(Math.exp);
  const halo = many(plan.entries, plan.halo ?? 0);
  const cells = plan.entries * plan.judges;
  const residual = Array.from(
    { length: cells },
    () => plan.residual * (plan.tails === undefined ? gauss() : student(gauss, plan.tails)),
  );
  const wild = Array.from({ length: cells }, () => ({ drawn: uniform(), mark: 40 + 60 * uniform() }));
  const mark = (entry: number, judge: number, place: number): number => {
    const cell = entry * plan.judges + judge;
    const { merit = 0, camp = 0 } = entries[entry] ?? {};
    const own = wild[cell];
    const outside = camp === at(camps, judge) ? 1 : (plan.outsider ?? 1);
    const seen = merit + at(halo, entry) + outside * at(residual, cell);
    const said = CENTRE + at(severity, judge) + place * at(drift, judge) + at(scale, judge) * seen;
    const meant = own && own.drawn < (plan.wild ?? 0) ? own.mark : said;
    const step = plan.step ?? 0.01;
    return Math.min(100, Math.max(0, Math.round(meant / step) * step));
  };
  return { plan, entries, camps, mark, next: random(seed ^ 0x5bd1e995) };
}
