import { f64, i32, item } from '../numeric.ts';
import { normal, random } from '../random.ts';
import type { AwardInput } from '../scoring/types.ts';
import { Places, placeGroup } from '../severity/standings.ts';
import { checkpoint, type WorkHooks } from '../work-hooks.ts';
import type { FittedRound } from './fitted-rounds.ts';

/** An entry that has marks, in the order that decides when nothing else does. */
export interface DrawnEntry {
  readonly id: string;
  readonly category: string;
  /** No award is given to it by place. */
  readonly eliminated: boolean;
}

/** Who reached more rounds stands before who reached fewer, whatever the marks: totals are at most 100. */
const PER_ROUND = 1000;

/** An entry’s expected total over the rounds it reached: weights as the result uses them. */
export function shares(rounds: readonly FittedRound[], entry: string): ReadonlyMap<string, number> {
  const reached = rounds.filter(({ at }) => at.has(entry));
  const sum = reached.reduce((all, { weight }) => all + weight, 0);
  return new Map(reached.map(({ id, weight }) => [id, sum > 0 ? weight / sum : 1 / reached.length]));
}

/** What many draws say of the places and awards of every entry. */
export interface DrawnPlaces {
  readonly draws: number;
  readonly categoryInterval: (k: number) => readonly [number, number];
  readonly overallInterval: (k: number) => readonly [number, number];
  /** Probability of having the award with this index in the list, or one before it that the entry may have. */
  readonly above: (k: number, award: number) => number;
}

/** Gives the awards of one draw as the rule does: in their order, an entry takes the first it reaches. */
function award(
  awards: readonly AwardInput[],
  order: Int32Array,
  entries: readonly DrawnEntry[],
  category: Int32Array,
  categories: readonly string[],
  levels: Float64Array,
  had: readonly Float64Array[],
): void {
  const given = new Uint8Array(order.length);
  for (const [w, { scope, quota, category: only, minimumTotal }] of awards.entries()) {
    const least = minimumTotal === undefined ? Number.NEGATIVE_INFINITY : Number(minimumTotal);
    const left = new Int32Array(categories.length).fill(quota);
    let all = quota;
    for (let place = 0; place < order.length; place++) {
      const k = i32(order, place);
      const own = i32(category, k);
      if (item(entries, k).eliminated || given[k] === 1 || f64(levels, k) % PER_ROUND < least) continue;
      if (scope === 'OVERALL') {
        if (all === 0) break;
        all--;
      } else {
        if ((only !== undefined && only !== categories[own]) || i32(left, own) === 0) continue;
        left[own] = i32(left, own) - 1;
      }
      given[k] = 1;
      const counts = item(had, w);
      counts[k] = f64(counts, k) + 1;
    }
  }
}

/**
 * Places and awards in seeded draws of all entries’ totals from their joint distribution given the marks. Rounds are
 * drawn independently; within a round entries share their judges and are drawn together, and the variance components
 * with them.
 */
export function drawPlaces(
  entries: readonly DrawnEntry[],
  rounds: readonly FittedRound[],
  awards: readonly AwardInput[],
  options: { readonly seed: number; readonly draws: number | null },
  hooks: WorkHooks,
): DrawnPlaces {
  const n = entries.length;
  const draws = options.draws ?? (n > 1500 ? 400 : 1000);
  const confidence = 0.95;
  const uniform = random(options.seed);
  const gauss = normal(uniform);
  const categories = [...new Set(entries.map((e) => e.category))].sort();
  const category = Int32Array.from(entries, (e) => categories.indexOf(e.category));
  const groups = categories.map((_, c) =>
    Int32Array.from(entries.keys()).filter((k) => i32(category, k) === c),
  );
  const all = Int32Array.from(entries.keys());
  const parts = rounds.map((round) => ({
    plausible: round.plausible,
    levels: new Float64Array(round.model.fit.entries.length),
    members: entries.flatMap(({ id }, k) => {
      const at = round.at.get(id);
      return at === undefined ? [] : [{ k, at, share: shares(rounds, id).get(round.id) ?? 0 }];
    }),
  }));
  const overall = new Places(n, draws);
  const inCategory = groups.length > 1 ? new Places(n, draws) : overall;
  const had = awards.map(() => new Float64Array(n));
  const totals = new Float64Array(n);
  const jitter = new Float64Array(n);
  for (let d = 0; d < draws; d++) {
    if (d % 20 === 0) checkpoint(hooks, d / draws, 'PLACES');
    totals.fill(0);
    for (const { plausible, levels, members } of parts) {
      plausible.drawEntryLevels(uniform, gauss, levels);
      for (const { k, at, share } of members)
        totals[k] = f64(totals, k) + share * f64(levels, at) + PER_ROUND;
    }
    const whole = overall.row(d);
    placeGroup(totals, all, whole.best, whole.worst);
    const part = inCategory.row(d);
    if (groups.length > 1) for (const members of groups) placeGroup(totals, members, part.best, part.worst);
    // Equal levels, which only a model without differences gives, fall to chance, never to the official order.
    for (let k = 0; k < n; k++) jitter[k] = uniform();
    const order = all.toSorted((a, b) => f64(totals, b) - f64(totals, a) || f64(jitter, a) - f64(jitter, b));
    award(awards, order, entries, category, categories, totals, had);
  }
  return {
    draws,
    categoryInterval: (k) => inCategory.interval(k, draws, confidence),
    overallInterval: (k) => overall.interval(k, draws, confidence),
    above: (k, w) => had.slice(0, w + 1).reduce((sum, counts) => sum + f64(counts, k), 0) / draws,
  };
}
