import { whereToReview } from '@xinghuo/shared/judging/flags/extra-reviews';
import { designed, type Pairs, type Sheet, sheetsOf, shuffled } from './panels.ts';
import { difference, type Estimate, estimate } from './statistics.ts';
import { linesOf, modelOf, rightAwards, scoresBy } from './verdicts.ts';
import { type World, type WorldPlan, worldOf } from './world.ts';

export interface ReviewOutcome {
  /** Extra reviews in the whole competition of 60 entries, each of which has three already. */
  readonly budget: number;
  readonly competitions: number;
  /** Share of right category awards before, by mean and by the severity model. */
  readonly before: { readonly mean: Estimate; readonly model: Estimate };
  /** What the same number of reviews adds when spread evenly, and where the engine puts them. */
  readonly even: { readonly mean: Estimate; readonly model: Estimate };
  readonly chosen: { readonly mean: Estimate; readonly model: Estimate };
  /** Chosen less even, competition by competition. */
  readonly choiceAdds: { readonly mean: Estimate; readonly model: Estimate };
}

const PLAN: WorldPlan = { entries: 60, categories: 3, judges: 18, merit: 4, severity: 3, residual: 3 };
const PER_ENTRY = 3;
const QUOTA = 4;

/** The sheets there are, and those of the further pairs, in which nobody judges an entry twice. */
function furthered(world: World, present: readonly Sheet[], pairs: Pairs, extra: readonly number[]): Sheet[] {
  const more = designed(world, {
    perEntry: PER_ENTRY,
    wanted: extra.map((n) => PER_ENTRY + n),
    pinned: pairs,
  });
  const had = new Set(pairs.map(([e, j]) => e * world.camps.length + j));
  const added = more.filter(([e, j]) => !had.has(e * world.camps.length + j));
  // In the middle of each judge’s order: there is no drift in these competitions.
  return [
    ...present,
    ...added.map(([entry, judge]) => ({ entry, judge, order: 0, score: world.mark(entry, judge, 0) })),
  ];
}

/** As many reviews for every entry as the budget gives; the rest by lot. */
function spread(world: World, budget: number): number[] {
  const n = world.entries.length;
  const each = new Array<number>(n).fill(Math.floor(budget / n));
  for (const e of shuffled(n, world.next).slice(0, budget % n)) each[e] = (each[e] ?? 0) + 1;
  return each;
}

/** Where the engine puts them. */
function chosenBy(world: World, present: readonly Sheet[], budget: number): number[] {
  const extra = world.entries.map(() => 0);
  for (const { entry, reviews } of whereToReview(
    modelOf(world, present),
    [{ id: 'award', scope: 'CATEGORY', quota: QUOTA }],
    budget,
  )) {
    const e = Number(entry.slice(1));
    // Nobody judges an entry twice, so an entry takes no more reviews than there are judges left.
    extra[e] = Math.min((extra[e] ?? 0) + reviews, world.camps.length - PER_ENTRY);
  }
  return extra;
}

/** Spends the same budget both ways in the same competitions. */
export function studyReviews(budget: number, competitions: number, seed: number): ReviewOutcome {
  const figures = { before: pair(), even: pair(), chosen: pair() };
  for (let k = 0; k < competitions; k++) {
    const world = worldOf(PLAN, seed + k);
    const lines = linesOf(world, QUOTA / 20, false);
    const pairs = designed(world, { perEntry: PER_ENTRY });
    const present = sheetsOf(world, pairs);
    for (const [name, sheets] of [
      ['before', present],
      ['even', furthered(world, present, pairs, spread(world, budget))],
      ['chosen', furthered(world, present, pairs, chosenBy(world, present, budget))],
    ] as const) {
      figures[name].mean.push(rightAwards(world, lines, scoresBy('MEAN', world, sheets)));
      figures[name].model.push(rightAwards(world, lines, scoresBy('SEVERITY', world, sheets)));
    }
  }
  const less = (a: Pair, b: Pair) => ({
    mean: difference(a.mean, b.mean),
    model: difference(a.model, b.model),
  });
  return {
    budget,
    competitions,
    before: { mean: estimate(figures.before.mean), model: estimate(figures.before.model) },
    even: less(figures.even, figures.before),
    chosen: less(figures.chosen, figures.before),
    choiceAdds: less(figures.chosen, figures.even),
  };
}

interface Pair {
  readonly mean: number[];
  readonly model: number[];
}
const pair = (): Pair => ({ mean: [], model: [] });
