import { mean } from '../scoring/aggregate.ts';
import { parseDecimal, toFixed, toNumber } from '../scoring/ratio.ts';
import type { CompetitionInput, CriterionInput, SheetInput } from '../scoring/types.ts';
import { type Histogram, histogramOf, SMALLEST_GROUP } from './histogram.ts';

/** An entry’s mean mark of one criterion in one round. */
export interface CriterionMean {
  readonly round: string;
  readonly criterion: string;
  /** Sheets it is the mean of. */
  readonly sheets: number;
  /** On the criterion’s own scale, two places. */
  readonly mean: string;
}

/** The entries of a category by their mean mark of one criterion. */
export interface CriterionGroup {
  readonly category: string;
  readonly round: string;
  readonly criterion: string;
  readonly entries: number;
  /** Ten bins over the criterion’s scale; null in a group too small to hide anybody. */
  readonly means: Histogram | null;
  /** The mean over the entries of the group, two places; null like the bins. */
  readonly mean: string | null;
}

/** What entrants learn after publication: their own means, and the groups these stand in. */
export interface EntryFeedback {
  /** By entry, in the order of rounds and criteria. */
  readonly means: ReadonlyMap<string, readonly CriterionMean[]>;
  readonly groups: readonly CriterionGroup[];
}

const BINS = 10;
const PLACES = 2;

function meansOf(sheets: readonly SheetInput[], criterion: CriterionInput) {
  const own = Map.groupBy(sheets, ({ entry }) => entry);
  return [...own].flatMap(([entry, list]) => {
    const value = mean(list.map(({ marks }) => parseDecimal(marks[criterion.id] ?? '0')));
    return value ? [{ entry, value, sheets: list.length }] : [];
  });
}

/** Means per criterion and their distribution in the category. Exact; the bins are for a picture. */
export function entryFeedback(input: CompetitionInput): EntryFeedback {
  const categoryOf = new Map(input.entries.map(({ id, category }) => [id, category]));
  const means = new Map<string, CriterionMean[]>(input.entries.map(({ id }) => [id, []]));
  const groups: CriterionGroup[] = [];
  for (const round of input.rounds) {
    for (const criterion of round.criteria) {
      const all = meansOf(round.sheets, criterion);
      for (const { entry, value, sheets } of all) {
        means.get(entry)?.push({
          round: round.id,
          criterion: criterion.id,
          sheets,
          mean: toFixed(value, PLACES),
        });
      }
      const byCategory = [...Map.groupBy(all, ({ entry }) => categoryOf.get(entry) ?? '')];
      for (const [category, own] of byCategory.sort(([a], [b]) => (a < b ? -1 : 1))) {
        const shown = own.length >= SMALLEST_GROUP;
        const middle = shown ? mean(own.map(({ value }) => value)) : null;
        groups.push({
          category,
          round: round.id,
          criterion: criterion.id,
          entries: own.length,
          means: shown
            ? histogramOf(
                own.map(({ value }) => toNumber(value)),
                toNumber(parseDecimal(criterion.max)),
                BINS,
              )
            : null,
          mean: middle && toFixed(middle, PLACES),
        });
      }
    }
  }
  return { means, groups };
}
