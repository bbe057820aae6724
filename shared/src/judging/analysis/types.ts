import type { JudgeFlag } from '../flags/judge-flags.ts';
import type { PanelReliability } from '../severity/reliability.ts';
import type { ComponentNote } from '../severity/types.ts';

/**
 * The version of the analysis: raised when the same marks and settings would give other figures. 2: places are drawn
 * with the variance components unknown.
 */
export const ANALYSIS_VERSION = '2';

/** What an analysis needs beside the marks of the result it stands on. Stored with it, so that anybody can repeat it. */
export interface AnalysisSettings {
  /** The version of the engines that made it: another one need not come to the same figures. */
  readonly version: string;
  readonly seed: number;
  /** Joint draws of places; null for as many as the number of entries asks for. */
  readonly draws: number | null;
  /** The fewest seconds in which an entry can be read; null when nobody is to be called fast. */
  readonly readingSeconds: number | null;
  /** Reviews that are laid out by what each would gain. */
  readonly reviewBudget: number;
  /** By round: how many of each category go on; null where nobody goes on by number. */
  readonly advance: Readonly<Record<string, number | null>>;
  /** How each sheet came about. The remark may be given as a fingerprint: only equality matters. */
  readonly work: readonly {
    readonly round: string;
    readonly judge: string;
    readonly entry: string;
    readonly seconds?: number;
    readonly remark?: string;
  }[];
}

/** What the severity model says of a round’s marks. Decimals carry six places. */
export interface ModelSummary {
  readonly remlCriterion: number | null;
  readonly intercept: number;
  readonly interceptError: number;
  readonly entryDeviation: number;
  readonly judgeDeviation: number;
  readonly residualDeviation: number;
  /** A variance lies on its boundary, 0. */
  readonly singular: boolean;
  readonly entryNote: ComponentNote | null;
  readonly judgeNote: ComponentNote | null;
  /** Connected parts of the judge-entry graph. */
  readonly components: number;
}

/** A judge in one round. */
export interface JudgeAnalysis {
  readonly judgeCode: string;
  /** Sheets. */
  readonly sheets: number;
  /** Marks above (+) or below (−) what others would have given the same entries, shrunk. */
  readonly severity: number;
  /** Square root of the prediction error variance. */
  readonly standardError: number;
  readonly mean: number;
  readonly deviation: number;
  readonly lowest: number;
  readonly highest: number;
  /** Sheets by tenth of the scale: 0–10, 10–20, … 90–100. */
  readonly histogram: readonly number[];
  readonly flags: readonly Omit<JudgeFlag, 'judge'>[];
}

/** How an entry’s awards hang together in one category whose judges all marked everything. */
export interface Concordance {
  readonly categoryId: string;
  readonly judges: number;
  readonly entries: number;
  readonly w: number;
}

/** One round, seen by the model. */
export interface RoundAnalysis {
  readonly roundId: string;
  readonly sheets: number;
  readonly model: ModelSummary;
  readonly reliability: PanelReliability;
  /** Kendall’s W over all entries of the round; null when not every judge marked all of them. */
  readonly kendallW: number | null;
  readonly concordance: readonly Concordance[];
  readonly judges: readonly JudgeAnalysis[];
  readonly entries: readonly {
    readonly entryId: string;
    readonly level: number;
    readonly effect: number;
    readonly conditionalVariance: number;
    readonly predictionErrorVariance: number;
  }[];
}

/** Why an entry deserves a look. */
export interface EntryFlag {
  /** Its judges differ more than chance explains, or its award hangs on one sheet. */
  readonly kind: 'DISAGREEMENT' | 'HANGS_ON_ONE';
  readonly roundId: string;
  /** DISAGREEMENT: how unusual, in standard deviations; the spread of its marks after severity, and the usual one. */
  readonly strength: number | null;
  readonly measured: number | null;
  readonly usual: number | null;
  /** HANGS_ON_ONE: whose sheet, and the award with it and without it; null for none. */
  readonly judgeCode: string | null;
  readonly awardId: string | null;
  readonly withoutAwardId: string | null;
}

/** An entry of the whole result, seen by the model. */
export interface EntryAnalysis {
  readonly entryId: string;
  readonly categoryId: string;
  /** Expected total by average judges. */
  readonly level: number;
  readonly categoryBest: number;
  readonly categoryWorst: number;
  readonly overallBest: number;
  readonly overallWorst: number;
  /** Probability of having each award or a better one; `awardId` null for going on to the next round. */
  readonly above: readonly { readonly awardId: string | null; readonly probability: number }[];
  /** The difference to the next entry of the official ranking in the category, and its 95 % interval. */
  readonly next: {
    readonly entryId: string;
    readonly difference: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly flags: readonly EntryFlag[];
}

/** A line of awards, seen by the model. */
export interface LineAnalysis {
  /** Null for the line to the next round. */
  readonly awardId: string | null;
  /** Null over all categories. */
  readonly categoryId: string | null;
  readonly quota: number;
  /** Entries that are neither surely above nor surely below it: between 5 and 95 in a hundred. */
  readonly inseparable: readonly string[];
  /** How many of those above it are expected to stand there wrongly. */
  readonly expectedWrong: number;
}

/** A further review, in the order in which they pay. */
export interface ReviewAdvice {
  readonly entryId: string;
  readonly roundId: string;
  readonly awardId: string | null;
  readonly gain: number;
}

/** Everything that stands beside a result: how sure it is, and what deserves a look. It decides nothing. */
export interface Analysis {
  readonly draws: number;
  readonly rounds: readonly RoundAnalysis[];
  readonly entries: readonly EntryAnalysis[];
  readonly lines: readonly LineAnalysis[];
  readonly reviews: readonly ReviewAdvice[];
}

/** What is being done while an analysis runs. */
export type AnalysisStep = 'SEVERITY' | 'PLACES' | 'SINGLE_MARKS' | 'REVIEWS';
