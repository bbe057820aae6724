import { hangingOnOneMark } from '../flags/entry-flags.ts';
import { type ReviewCandidate, reviewSteps } from '../flags/extra-reviews.ts';
import { item } from '../numeric.ts';
import { type Canonical, digestOf } from '../scoring/canonical.ts';
import {
  type CompetitionResult,
  computeCompetition,
  type EntryResult,
} from '../scoring/competition-result.ts';
import type { AwardInput, CompetitionInput } from '../scoring/types.ts';
import { checkpoint, partOf, type WorkHooks } from '../work-hooks.ts';
import { type DrawnEntry, drawPlaces, shares } from './draw-places.ts';
import { type FittedRound, fitRound } from './fitted-rounds.ts';
import type {
  Analysis,
  AnalysisSettings,
  AnalysisStep,
  EntryAnalysis,
  EntryFlag,
  LineAnalysis,
  ReviewAdvice,
} from './types.ts';

/** The id of the line to the next round, which no award carries. */
const ADVANCE = 'advance';
const DOUBT = 0.05;

const part = (hooks: WorkHooks, from: number, to: number, step: AnalysisStep): WorkHooks =>
  partOf(hooks, from, to, step);

/** Six decimal places: what is stored, shown and digested. */
const rounded = (value: number): number => Number(value.toFixed(6));
function roundedAll<T>(value: T): T {
  if (typeof value === 'number') return rounded(value) as T;
  if (Array.isArray(value)) return value.map(roundedAll) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, roundedAll(one)])) as T;
}

/** The awards that lines are drawn for: those of the rule, or going on to the next round. */
function awardsOf(input: CompetitionInput, settings: AnalysisSettings): readonly AwardInput[] {
  if (input.awards.length > 0) return input.awards.filter(({ quota }) => quota > 0);
  const quota = input.rounds.length === 1 ? (settings.advance[input.rounds[0]?.id ?? ''] ?? null) : null;
  return quota === null || quota === 0
    ? []
    : [{ id: ADVANCE, scope: 'CATEGORY', quota, tieAtLine: 'DELIBERATE' }];
}

const ofLine = (award: string): string | null => (award === ADVANCE ? null : award);
const may = (award: AwardInput, category: string): boolean =>
  award.scope === 'OVERALL' || award.category === undefined || award.category === category;

/**
 * The difference of two entries’ expected totals with its 95 % interval; null where they reached different rounds. Rounds
 * are independent, so their intervals add up by the distances of their ends (G. Y. Zou & A. Donner, Statistics in
 * Medicine 27, 2008: method of variance estimates recovery); one round alone keeps its own.
 */
function difference(
  rounds: readonly FittedRound[],
  a: string,
  b: string,
): { readonly value: number; readonly low: number; readonly high: number } | null {
  const [of, other] = [shares(rounds, a), shares(rounds, b)];
  if (of.size !== other.size) return null;
  let [value, below, above] = [0, 0, 0];
  for (const { id, at, differences } of rounds) {
    const share = of.get(id);
    if (at.has(a) !== at.has(b)) return null;
    const one = share === undefined ? null : differences.interval(a, b);
    if (share === undefined || one === null) continue;
    value += share * one.estimate;
    below += (share * (one.estimate - one.low)) ** 2;
    above += (share * (one.high - one.estimate)) ** 2;
  }
  return { value, low: value - Math.sqrt(below), high: value + Math.sqrt(above) };
}

const levelOf = (rounds: readonly FittedRound[], entry: string): number =>
  [...shares(rounds, entry)].reduce((sum, [id, share]) => {
    const round = rounds.find((one) => one.id === id);
    return sum + share * (round?.model.predictions.entryLevel(round.at.get(entry) ?? 0) ?? 0);
  }, 0);

/** Entries at the lines, with what one more review in their last round would tell. */
function reviewCandidates(
  rounds: readonly FittedRound[],
  entries: readonly (DrawnEntry & { readonly level: number })[],
  awards: readonly AwardInput[],
): readonly (ReviewCandidate & { readonly round: string })[] {
  const last = rounds.at(-1);
  if (!last) return [];
  const { judge, residual } = last.model.fit.standardDeviation;
  const found: (ReviewCandidate & { readonly round: string })[] = [];
  const quotas = new Map<string, number>();
  for (const award of awards) {
    const scopes =
      award.scope === 'OVERALL'
        ? [null]
        : [...new Set(entries.map((e) => e.category))].sort().filter((c) => may(award, c));
    for (const scope of scopes) {
      // An entry takes the first award it reaches: the line of an award lies below all before it.
      const quota = (quotas.get(scope ?? '') ?? 0) + award.quota;
      quotas.set(scope ?? '', quota);
      const pool = entries
        .filter((e) => (scope === null || e.category === scope) && last.at.has(e.id))
        .sort((a, b) => b.level - a.level || (a.id < b.id ? -1 : 1));
      const [above, below] = [pool[quota - 1], pool[quota]];
      if (!above || !below) continue;
      for (const { id, level } of pool) {
        let [variance, rest] = [0, 0];
        for (const [round, share] of shares(rounds, id)) {
          const one = rounds.find((r) => r.id === round);
          const own = one?.model.fit.entries[one.at.get(id) ?? -1]?.conditionalVariance ?? 0;
          if (round === last.id) variance = share ** 2 * own;
          else rest += share ** 2 * own;
        }
        const share = shares(rounds, id).get(last.id) ?? 1;
        found.push({
          entry: id,
          line: award.id,
          round: last.id,
          distance: level - (above.level + below.level) / 2,
          variance,
          noise: share ** 2 * (judge ** 2 + residual ** 2),
          rest,
        });
      }
    }
  }
  return found;
}

/** Entries in the order of the official ranking, those with marks only. */
function placed(result: CompetitionResult, rounds: readonly FittedRound[]): readonly EntryResult[] {
  return result.entries
    .filter(({ entry }) => rounds.some(({ at }) => at.has(entry)))
    .toSorted((a, b) => (a.overallRank ?? 1e9) - (b.overallRank ?? 1e9) || (a.entry < b.entry ? -1 : 1));
}

/** The flags of every entry: judges who disagree, an award that hangs on one sheet. */
function flagsOf(
  rounds: readonly FittedRound[],
  input: CompetitionInput,
  result: CompetitionResult,
  hooks: WorkHooks,
): ReadonlyMap<string, readonly EntryFlag[]> {
  const flags = new Map<string, EntryFlag[]>();
  const add = (entry: string, flag: EntryFlag): void => {
    flags.set(entry, [...(flags.get(entry) ?? []), flag]);
  };
  for (const round of rounds) for (const [entry, flag] of round.disagreements) add(entry, flag);
  const hanging = hangingOnOneMark(input, result, hooks).sort((a, b) =>
    a.round === b.round ? (a.judge < b.judge ? -1 : 1) : a.round < b.round ? -1 : 1,
  );
  for (const { entry, round, judge, award, without } of hanging)
    add(entry, {
      kind: 'HANGS_ON_ONE',
      roundId: round,
      strength: null,
      measured: null,
      usual: null,
      judgeCode: judge,
      awardId: award && ofLine(award),
      withoutAwardId: without && ofLine(without),
    });
  return flags;
}

/**
 * Analyses a result: the severity model of each round, how sure places and awards are, what deserves a look, where one
 * more review would help most. Pure and deterministic: the same input and settings give the same analysis. Expected
 * totals use the weights of the rule; probabilities are those of the model, given who reached each round. Throws
 * `JudgingInputError`, and `WorkCancelled` when cancelled.
 */
export function analyse(
  input: CompetitionInput,
  settings: AnalysisSettings,
  hooks: WorkHooks = {},
): Analysis {
  const awards = awardsOf(input, settings);
  const result = computeCompetition({ ...input, awards, deliberation: [] });
  const each = 0.4 / Math.max(1, input.rounds.length);
  const rounds = input.rounds.flatMap((round, i) => {
    const fitted = fitRound(input, round, settings, part(hooks, i * each, (i + 1) * each, 'SEVERITY'));
    return fitted ? [fitted] : [];
  });
  const ranked = placed(result, rounds);
  const eliminated = new Set(input.entries.filter((entry) => entry.eliminated).map(({ id }) => id));
  const drawn = ranked.map(({ entry, category }) => ({
    id: entry,
    category,
    eliminated: eliminated.has(entry),
    level: levelOf(rounds, entry),
  }));
  const places = drawPlaces(drawn, rounds, awards, settings, part(hooks, 0.4, 0.8, 'PLACES'));
  const flags = flagsOf(rounds, { ...input, awards }, result, part(hooks, 0.8, 0.97, 'SINGLE_MARKS'));
  checkpoint(part(hooks, 0.97, 1, 'REVIEWS'), 0, 'REVIEWS');

  const entries = ranked.map(({ entry, category }, k): EntryAnalysis => {
    const below = ranked.slice(k + 1).find((other) => other.category === category);
    const gap = below ? difference(rounds, entry, below.entry) : null;
    const [categoryBest, categoryWorst] = places.categoryInterval(k);
    const [overallBest, overallWorst] = places.overallInterval(k);
    return {
      entryId: entry,
      categoryId: category,
      level: item(drawn, k).level,
      categoryBest,
      categoryWorst,
      overallBest,
      overallWorst,
      above: awards.flatMap((award, w) =>
        may(award, category) ? [{ awardId: ofLine(award.id), probability: places.above(k, w) }] : [],
      ),
      next:
        below && gap ? { entryId: below.entry, difference: gap.value, low: gap.low, high: gap.high } : null,
      flags: flags.get(entry) ?? [],
    };
  });
  const above = (one: EntryAnalysis, award: string): number =>
    one.above.find((line) => line.awardId === ofLine(award))?.probability ?? 0;
  const order = new Map(awards.map(({ id }, w) => [id, w]));
  const lines = result.awardLines.map(({ award, category, quota }): LineAnalysis => {
    const pool = entries.filter((one) => category === null || one.categoryId === category);
    const at = order.get(award) ?? 0;
    const holds = new Set(
      result.entries
        .filter(({ computedAward }) => computedAward !== null && (order.get(computedAward) ?? at + 1) <= at)
        .map(({ entry }) => entry),
    );
    return {
      awardId: ofLine(award),
      categoryId: category,
      quota,
      inseparable: pool
        .filter((one) => above(one, award) > DOUBT && above(one, award) < 1 - DOUBT)
        .map(({ entryId }) => entryId),
      expectedWrong: pool
        .filter(({ entryId }) => holds.has(entryId))
        .reduce((sum, one) => sum + 1 - above(one, award), 0),
    };
  });
  const candidates = reviewCandidates(rounds, drawn, awards);
  const roundOf = candidates[0]?.round ?? '';
  const reviews = reviewSteps(candidates, settings.reviewBudget).map(
    ({ entry, line, gain }): ReviewAdvice => ({
      entryId: entry,
      roundId: roundOf,
      awardId: ofLine(line),
      gain,
    }),
  );
  checkpoint(hooks, 1, 'REVIEWS');
  return roundedAll({
    draws: places.draws,
    rounds: rounds.map(({ analysis }) => analysis),
    entries,
    lines,
    reviews,
  });
}

/** Decimals as text, so that the digest does not depend on how a machine writes them. */
function canonical(value: unknown): Canonical {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : value.toFixed(6);
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object')
    return typeof value === 'string' || typeof value === 'boolean' ? value : null;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, canonical(one)]));
}

/** SHA-256 of an analysis, in the canonical form that results use. */
export function analysisDigest(analysis: Analysis): string {
  return digestOf(canonical(analysis));
}
