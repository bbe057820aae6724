import {
  type CompetitionResult,
  computeCompetition,
} from '@xinghuo/shared/judging/scoring/competition-result';
import { toFixed } from '@xinghuo/shared/judging/scoring/ratio';
import { computeRound } from '@xinghuo/shared/judging/scoring/round-result';
import type { CompetitionInput } from '@xinghuo/shared/judging/scoring/types';

/** One sheet as it went into a score. */
export interface SheetInScore {
  readonly roundId: string;
  readonly judge: string;
  /** 0 … 100, four places. */
  readonly value: string;
  /** False when the rule dropped it. */
  readonly counted: boolean;
}

/** An official result with the sheets behind every score. */
export interface ComputedResult {
  readonly result: CompetitionResult;
  /** By entry. */
  readonly sheets: Readonly<Record<string, readonly SheetInScore[]>>;
  /** Entries whose rule would drop sheets but had too few of them. */
  readonly untrimmed: readonly string[];
}

/** Computes a result and what of each entry's sheets the rule kept. Pure. Throws `JudgingInputError`. */
export function computeWithSheets(input: CompetitionInput): ComputedResult {
  const result = computeCompetition(input);
  const sheets: Record<string, SheetInScore[]> = {};
  const untrimmed = new Set<string>();
  for (const round of input.rounds) {
    for (const score of computeRound(round, input.rule, input.entries)) {
      if (score.untrimmed && score.n > 0) untrimmed.add(score.entry);
      const list = sheets[score.entry] ?? [];
      for (const { judge, total, counted } of score.sheets) {
        list.push({ roundId: round.id, judge, value: toFixed(total, 4), counted });
      }
      sheets[score.entry] = list;
    }
  }
  return { result, sheets, untrimmed: [...untrimmed] };
}
