import { refuseProblems } from '../problems.ts';
import { mean } from './aggregate.ts';
import {
  type AwardLine,
  applyDeliberation,
  type DeliberationChange,
  giveAwards,
  type RankedEntry,
} from './awards.ts';
import { type Canonical, canonicalInput, digestOf } from './canonical.ts';
import { rankItems } from './ranking.ts';
import { add, compare, divide, multiply, parseDecimal, type Ratio, round, toFixed, ZERO } from './ratio.ts';
import { computeRound, type RoundScore } from './round-result.ts';
import type { CompetitionInput, CriterionInput, RoundInput, TieBreak } from './types.ts';
import { competitionProblems } from './validate.ts';

/** One entry’s official result. Decimals are text with the rule’s number of places. */
export interface EntryResult {
  readonly entry: string;
  readonly category: string;
  /** Score per round id; null where the entry has no sheet. */
  readonly rounds: Readonly<Record<string, string | null>>;
  /** Rounds in which the entry has a score: who came further stands before who did not. */
  readonly roundsReached: number;
  /** Weighted mean of the rounds reached, by their weights; null without any sheet. */
  readonly total: string | null;
  readonly categoryRank: number | null;
  readonly overallRank: number | null;
  /** How many entries of the category share the rank after every tie-break, itself included. */
  readonly sharedCategory: number;
  readonly sharedOverall: number;
  /** What the computed ranking gives, before the deliberation. */
  readonly computedAward: string | null;
  readonly award: string | null;
}

/** A whole official result: what is stored, published and recomputed. */
export interface CompetitionResult {
  readonly entries: readonly EntryResult[];
  readonly awardLines: readonly (Omit<AwardLine, 'line'> & { readonly line: string | null })[];
  readonly changes: readonly DeliberationChange[];
  /** SHA-256 of the canonical inputs. */
  readonly inputsDigest: string;
  /** SHA-256 of everything above, the inputs’ digest included. */
  readonly resultDigest: string;
}

interface Standing extends RankedEntry {
  readonly scores: ReadonlyMap<string, RoundScore>;
  readonly reached: number;
}

/** The usual tie-breaks: the higher score in the last round, then its criteria from the heaviest down. */
export function defaultTieBreaks(rounds: readonly Pick<RoundInput, 'id' | 'criteria'>[]): TieBreak[] {
  const last = rounds.at(-1);
  if (!last) return [];
  const heavier = (a: CriterionInput, b: CriterionInput): number =>
    compare(parseDecimal(b.weight), parseDecimal(a.weight));
  const criteria = [...last.criteria]
    .sort(heavier)
    .map((c) => ({ by: 'CRITERION', round: last.id, criterion: c.id }) as const);
  return [{ by: 'ROUND', round: last.id }, ...criteria];
}

function weightedTotal(rounds: readonly RoundInput[], scores: ReadonlyMap<string, RoundScore>): Ratio | null {
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

function tieBreakers(input: CompetitionInput): ((a: Standing, b: Standing) => number)[] {
  return input.tieBreaks.map((tie) => {
    if (tie.by === 'ROUND') {
      return (a, b) =>
        descending(a.scores.get(tie.round)?.score ?? null, b.scores.get(tie.round)?.score ?? null);
    }
    const marks = new Map<string, Ratio[]>();
    for (const sheet of input.rounds.find((r) => r.id === tie.round)?.sheets ?? []) {
      const list = marks.get(sheet.entry) ?? [];
      list.push(parseDecimal(sheet.marks[tie.criterion] ?? '0'));
      marks.set(sheet.entry, list);
    }
    const means = new Map([...marks].map(([entry, list]) => [entry, mean(list)]));
    return (a, b) => descending(means.get(a.entry) ?? null, means.get(b.entry) ?? null);
  });
}

/**
 * The official result of a competition: scores per round, totals, ranks per category and overall, awards, deliberation,
 * and the digests. The same input gives the same result and digests on every machine, whatever the order of its lists.
 * Throws `JudgingInputError` with every problem of the input.
 */
export function computeCompetition(input: CompetitionInput): CompetitionResult {
  refuseProblems(competitionProblems(input));
  const { rule } = input;
  const entries = [...input.entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const perRound = input.rounds.map((r) => ({ id: r.id, scores: computeRound(r, rule, entries) }));
  const base = entries.map(({ id, category }, i) => {
    const scores = new Map(perRound.flatMap((r) => (r.scores[i] ? [[r.id, r.scores[i]] as const] : [])));
    const total = weightedTotal(input.rounds, scores);
    const reached = [...scores.values()].filter((s) => s.score !== null).length;
    return {
      entry: id,
      category,
      scores,
      reached,
      total: total && round(total, rule.decimals, rule.rounding),
    };
  });
  const blank = base.map((b): Standing => ({ ...b, categoryRank: null, overallRank: null }));
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
  const computed = giveAwards(input.awards, standings);
  const final = applyDeliberation(
    computed.byEntry,
    [...input.deliberation].sort((a, b) => (a.entry < b.entry ? -1 : 1)),
  );
  const text = (value: Ratio | null): string | null => value && toFixed(value, rule.decimals, rule.rounding);
  const body = {
    entries: standings.map((s) => ({
      entry: s.entry,
      category: s.category,
      rounds: Object.fromEntries(input.rounds.map((r) => [r.id, text(s.scores.get(r.id)?.score ?? null)])),
      roundsReached: s.reached,
      total: text(s.total),
      categoryRank: s.categoryRank,
      overallRank: s.overallRank,
      sharedCategory: inCategory.get(s.entry)?.shared ?? 0,
      sharedOverall: overall.get(s.entry)?.shared ?? 0,
      computedAward: computed.byEntry.get(s.entry) ?? null,
      award: final.byEntry.get(s.entry) ?? null,
    })),
    awardLines: computed.lines.map((l) => ({ ...l, line: text(l.line) })),
    changes: final.changes.map((c) => ({ ...c })),
  } satisfies Canonical;
  const inputsDigest = digestOf(canonicalInput(input));
  return { ...body, inputsDigest, resultDigest: digestOf({ ...body, inputsDigest }) };
}
