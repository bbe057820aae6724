import { refuseProblems } from '../problems.ts';
import type { FittedModel } from '../severity/fit.ts';
import { mean, median, trimmedMean } from './aggregate.ts';
import { type Ratio, round as roundRatio, ZERO } from './ratio.ts';
import { ruleProblems, type ScoringRule } from './rules.ts';
import { levelsOf, severityScores } from './severity-rule.ts';
import { sheetTotals } from './sheet-total.ts';
import { type JudgedTotal, percentiles, standardised } from './standardise.ts';
import type { EntryInput, RoundInput } from './types.ts';
import { roundProblems } from './validate.ts';

/** One sheet as it went into a score. */
export interface CountedSheet {
  readonly judge: string;
  /** The weighted total of the sheet, 0 … 100, exact. */
  readonly total: Ratio;
  /** False when a trimmed mean dropped it. */
  readonly counted: boolean;
}

/** One entry’s score in one round. */
export interface RoundScore {
  readonly entry: string;
  /** Sheets submitted for the entry. */
  readonly n: number;
  /** Rounded as the rule says; null when nobody has marked the entry. */
  readonly score: Ratio | null;
  readonly sheets: readonly CountedSheet[];
  /** The rule drops marks, but there were too few to drop any. */
  readonly untrimmed: boolean;
}

/** What of an entry’s sheets the rule keeps, and the unrounded score. */
function scoreOf(
  totals: readonly Ratio[],
  rule: ScoringRule,
): { value: Ratio | null; dropped: Set<number>; untrimmed: boolean } {
  if (rule.kind === 'TRIMMED_MEAN') {
    const trimmed = trimmedMean(totals, rule);
    const dropped = new Set([...trimmed.droppedHigh, ...trimmed.droppedLow]);
    return { value: trimmed.value, dropped, untrimmed: trimmed.untrimmed };
  }
  const value = rule.kind === 'MEDIAN' ? median(totals) : mean(totals);
  return { value, dropped: new Set(), untrimmed: false };
}

/**
 * The scores of one round, in the order of `entries`. Pure and exact; independent of the order of sheets and entries.
 * Throws `JudgingInputError` naming every problem of the input.
 */
export function computeRound(
  round: RoundInput,
  rule: ScoringRule,
  entries: readonly EntryInput[],
): RoundScore[] {
  refuseProblems([...ruleProblems(rule), ...roundProblems(round, new Set(entries.map((e) => e.id)))]);
  return scoreRound(round, rule, entries);
}

/** The same for a round whose problems the caller has looked for. */
export function scoreRound(
  round: RoundInput,
  rule: ScoringRule,
  entries: readonly EntryInput[],
): RoundScore[] {
  const sheets = [...round.sheets].sort((a, b) => (a.judge < b.judge ? -1 : a.judge > b.judge ? 1 : 0));
  const totals = sheetTotals(round.criteria, sheets);
  return scoreTotals(
    sheets.map((s, i) => ({ judge: s.judge, entry: s.entry, total: totals[i] ?? ZERO })),
    rule,
    entries,
  );
}

/**
 * The same for sheets whose totals are known, on whatever scale; every sheet’s entry is among `entries`. A caller who has
 * fitted the severity model of these sheets gives it as `model`: fitting is what takes the time.
 */
export function scoreTotals(
  judged: readonly (JudgedTotal & { readonly entry: string })[],
  rule: ScoringRule,
  entries: readonly EntryInput[],
  model?: FittedModel,
): RoundScore[] {
  const totals = judged.map((s) => s.total);
  const used =
    rule.kind === 'Z_SCORE' ? standardised(judged) : rule.kind === 'RANK' ? percentiles(judged) : totals;
  const byEntry = new Map<string, number[]>(entries.map((e) => [e.id, []]));
  judged.forEach((s, i) => {
    byEntry.get(s.entry)?.push(i);
  });
  const modelled =
    rule.kind === 'SEVERITY' ? (model ? levelsOf(model) : severityScores(judged, entries)) : null;
  return entries.map(({ id }) => {
    const indices = byEntry.get(id) ?? [];
    const { value, dropped, untrimmed } = scoreOf(
      indices.map((i) => used[i] ?? ZERO),
      rule,
    );
    const exact = modelled ? (modelled.get(id) ?? null) : value;
    return {
      entry: id,
      n: indices.length,
      score: exact && roundRatio(exact, rule.decimals, rule.rounding),
      sheets: indices.map((i, k) => ({
        judge: judged[i]?.judge ?? '',
        total: totals[i] ?? ZERO,
        counted: !dropped.has(k),
      })),
      untrimmed,
    };
  });
}
