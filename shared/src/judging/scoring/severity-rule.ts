import { type FittedModel, fitSeverity } from '../severity/fit.ts';
import { parseDecimal, type Ratio, toNumber } from './ratio.ts';
import type { JudgedTotal } from './standardise.ts';
import type { EntryInput } from './types.ts';

/**
 * Scores by the severity model: an entry’s expected total by an average judge, category mean + entry effect. The model
 * works in binary numbers; its scores are carried to 9 decimals, far beyond any rule’s rounding, and are exact from there.
 * Entries without a sheet are absent.
 */
export function severityScores(
  sheets: readonly (JudgedTotal & { readonly entry: string })[],
  entries: readonly EntryInput[],
): ReadonlyMap<string, Ratio> {
  if (sheets.length === 0) return new Map();
  const categories = new Map(entries.map((e) => [e.id, e.category]));
  return levelsOf(
    fitSeverity(
      sheets.map((s) => ({
        entry: s.entry,
        judge: s.judge,
        score: toNumber(s.total),
        category: categories.get(s.entry) ?? '',
      })),
    ),
  );
}

/** The scores of a model that has been fitted already. */
export function levelsOf({ fit, predictions }: FittedModel): ReadonlyMap<string, Ratio> {
  return new Map(fit.entries.map((e, k) => [e.id, parseDecimal(predictions.entryLevel(k).toFixed(9))]));
}
