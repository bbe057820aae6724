import { mean } from './aggregate.ts';
import { type AwardOutcome, giveAwards, type RankedEntry } from './awards.ts';
import { rankItems } from './ranking.ts';
import { add, compare, divide, multiply, parseDecimal, type Ratio, round, ZERO } from './ratio.ts';
import type { RoundScore } from './round-result.ts';
import type { CompetitionInput, EntryInput, RoundInput } from './types.ts';

/** An entry with its scores, total and places. */
export interface Standing extends RankedEntry {
  readonly scores: ReadonlyMap<string, RoundScore>;
  readonly reached: number;
}

/** Weighted mean of the rounds in which there is a score, unrounded; null without any. */
export function weightedTotal(
  rounds: readonly RoundInput[],
  scores: ReadonlyMap<string, RoundScore>,
): Ratio | null {
  let total = ZERO;
  let weights = ZERO;
  for (const { id, weight } of rounds) {
    const score = scores.get(id)?.score;
    if (!score) continue;
    const share = parseDecimal(weight);
    total = add(total, multiply(score, share));
    weights = add(weights, share);
  }
  return weights.n === 0n ? null : divide(total, weights);
}

/** Higher first; no value last. */
function descending(a: Ratio | null, b: Ratio | null): number {
  if (a && b) return compare(b, a);
  return a ? -1 : b ? 1 : 0;
}

/** Mean mark of one criterion by entry; computed only once totals are equal, which is seldom. */
function criterionMeans(
  input: CompetitionInput,
  round: string,
  criterion: string,
): Map<string, Ratio | null> {
  const marks = new Map<string, Ratio[]>();
  for (const sheet of input.rounds.find((r) => r.id === round)?.sheets ?? []) {
    const list = marks.get(sheet.entry) ?? [];
    list.push(parseDecimal(sheet.marks[criterion] ?? '0'));
    marks.set(sheet.entry, list);
  }
  return new Map([...marks].map(([entry, list]) => [entry, mean(list)]));
}

function tieBreakers(input: CompetitionInput): ((a: Standing, b: Standing) => number)[] {
  return input.tieBreaks.map((tie) => {
    if (tie.by === 'ROUND') {
      return (a, b) =>
        descending(a.scores.get(tie.round)?.score ?? null, b.scores.get(tie.round)?.score ?? null);
    }
    let means: ReadonlyMap<string, Ratio | null> | null = null;
    return (a, b) => {
      means ??= criterionMeans(input, tie.round, tie.criterion);
      return descending(means.get(a.entry) ?? null, means.get(b.entry) ?? null);
    };
  });
}

/**
 * Totals, places and computed awards from the scores of the rounds, which are given in the order of `entries` and
 * `input.rounds`. The input’s problems have been looked for.
 */
export function rankAndAward(
  input: CompetitionInput,
  entries: readonly EntryInput[],
  perRound: readonly (readonly RoundScore[])[],
): {
  standings: readonly Standing[];
  computed: AwardOutcome;
  shared: { category: ReadonlyMap<string, number>; overall: ReadonlyMap<string, number> };
} {
  const { rule } = input;
  const blank = entries.map(({ id, category, eliminated = false }, i): Standing => {
    const own = input.rounds.flatMap((r, k) => {
      const score = perRound[k]?.[i];
      return score ? [[r.id, score] as const] : [];
    });
    const scores = new Map(own);
    const total = weightedTotal(input.rounds, scores);
    return {
      entry: id,
      category,
      eliminated,
      scores,
      reached: own.filter(([, s]) => s.score !== null).length,
      total: total && round(total, rule.decimals, rule.rounding),
      categoryRank: null,
      overallRank: null,
    };
  });
  const comparers = [
    (a: Standing, b: Standing) => b.reached - a.reached,
    (a: Standing, b: Standing) => descending(a.total, b.total),
    ...tieBreakers(input),
  ];
  const scored = blank.filter((b) => b.total !== null);
  const overall = new Map(rankItems(scored, comparers).map((p) => [p.item.entry, p]));
  const groups = Map.groupBy(scored, (b) => b.category);
  const inCategory = new Map(
    [...groups.values()].flatMap((g) => rankItems(g, comparers).map((p) => [p.item.entry, p] as const)),
  );
  const standings = blank.map((b) => ({
    ...b,
    overallRank: overall.get(b.entry)?.rank ?? null,
    categoryRank: inCategory.get(b.entry)?.rank ?? null,
  }));
  const sharing = (places: typeof overall): Map<string, number> =>
    new Map([...places].map(([entry, p]) => [entry, p.shared]));
  return {
    standings,
    computed: giveAwards(input.awards, standings),
    shared: { category: sharing(inCategory), overall: sharing(overall) },
  };
}
