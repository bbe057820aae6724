import { refuseProblems } from '../problems.ts';
import { type AwardLine, applyDeliberation, type DeliberationChange } from './awards.ts';
import { type Canonical, canonicalInput, digestOf } from './canonical.ts';
import { rankAndAward } from './rank-and-award.ts';
import { compare, parseDecimal, type Ratio, toFixed } from './ratio.ts';
import { scoreRound } from './round-result.ts';
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

/** Where an entry stands in a result. */
export type Standing = Pick<EntryResult, 'total' | 'categoryRank' | 'overallRank' | 'award'>;

/** Whether two standings say the same; nobody stands where nothing stands. */
export function sameStanding(a: Standing | undefined, b: Standing): boolean {
  return (
    a?.total === b.total &&
    a.categoryRank === b.categoryRank &&
    a.overallRank === b.overallRank &&
    a.award === b.award
  );
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

/**
 * The official result of a competition: scores per round, totals, ranks per category and overall, awards, deliberation,
 * and the digests. The same input gives the same result and digests on every machine, whatever the order of its lists.
 * Throws `JudgingInputError` with every problem of the input.
 */
export function computeCompetition(input: CompetitionInput): CompetitionResult {
  refuseProblems(competitionProblems(input));
  const { rule } = input;
  const entries = [...input.entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const perRound = input.rounds.map((r) => scoreRound(r, rule, entries));
  const { standings, computed, shared } = rankAndAward(input, entries, perRound);
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
      sharedCategory: shared.category.get(s.entry) ?? 0,
      sharedOverall: shared.overall.get(s.entry) ?? 0,
      computedAward: computed.byEntry.get(s.entry) ?? null,
      award: final.byEntry.get(s.entry) ?? null,
    })),
    awardLines: computed.lines.map((l) => ({ ...l, line: text(l.line) })),
    changes: final.changes.map((c) => ({ ...c })),
  } satisfies Canonical;
  const inputsDigest = digestOf(canonicalInput(input));
  return { ...body, inputsDigest, resultDigest: digestOf({ ...body, inputsDigest }) };
}
