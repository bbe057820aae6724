import type { ScoringRule } from './rules.ts';

/** A decimal number as text (`87.5`), so that it is exact and means the same on every machine. */
export type DecimalText = string;

/** One criterion of a round. */
export interface CriterionInput {
  readonly id: string;
  /** Its share of the sheet, in percent; the criteria of a round sum to 100. */
  readonly weight: DecimalText;
  /** The highest mark of its own scale; marks run from 0 to it. */
  readonly max: DecimalText;
}

/** One submitted sheet: one judge’s marks of one entry in one round. */
export interface SheetInput {
  readonly judge: string;
  readonly entry: string;
  /** Mark by criterion id; every criterion of the round must be there. */
  readonly marks: Readonly<Record<string, DecimalText>>;
  /** The position in the judge’s own order, from 1: used for drift, never for the score. */
  readonly order?: number;
}

export interface RoundInput {
  readonly id: string;
  /** The round’s share of the total, in percent; the rounds sum to 100. */
  readonly weight: DecimalText;
  readonly criteria: readonly CriterionInput[];
  readonly sheets: readonly SheetInput[];
}

export interface EntryInput {
  readonly id: string;
  /** Ranked within it; one shared value (or an empty text) when there are no categories. */
  readonly category: string;
  /** It did not go on to a later round: it keeps its place, and no award is given to it by place. */
  readonly eliminated?: boolean;
}

/** How entries with the same total are parted, tried in order; what is still equal shares the rank. */
export type TieBreak =
  /** The higher score in this round. */
  | { readonly by: 'ROUND'; readonly round: string }
  /** The higher mean mark of this criterion over all counted sheets of the round. */
  | { readonly by: 'CRITERION'; readonly round: string; readonly criterion: string };

/** A number of awards, given in the order of the list: an entry takes the first it reaches. */
export interface AwardInput {
  readonly id: string;
  readonly scope: 'CATEGORY' | 'OVERALL';
  /** Limits a category award to one category; without it every category has the quota. */
  readonly category?: string;
  readonly quota: number;
  /** Entries with a lower total do not get it. */
  readonly minimumTotal?: DecimalText;
  /**
   * When entries sharing a rank would exceed the quota: SHARE gives it to all of them,
   * DELIBERATE to none of them and names them as undecided.
   */
  readonly tieAtLine: 'SHARE' | 'DELIBERATE';
}

/** A decision of the deliberation: the entry gets this award, or none, for a recorded reason. */
export interface DeliberationInput {
  readonly entry: string;
  readonly award: string | null;
  readonly reason: string;
}

/** Everything an official result is computed from: its canonical form is what the digest covers. */
export interface CompetitionInput {
  readonly rule: ScoringRule;
  readonly entries: readonly EntryInput[];
  readonly rounds: readonly RoundInput[];
  readonly tieBreaks: readonly TieBreak[];
  readonly awards: readonly AwardInput[];
  readonly deliberation: readonly DeliberationInput[];
}
