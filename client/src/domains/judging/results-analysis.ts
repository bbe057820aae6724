import type { ResultAnalysisQuery } from '#client/__generated__/graphql.ts';

/** The analysis beside a result. */
export type Analysis = NonNullable<NonNullable<ResultAnalysisQuery['result']>['analysis']>;
export type EntryAnalysis = Analysis['entries'][number];
export type RoundAnalysis = Analysis['rounds'][number];
export type JudgeAnalysis = RoundAnalysis['judges'][number];

/** Places an entry may well have: the 95 % interval, within its category or over all. */
export interface PlaceInterval {
  readonly best: number;
  readonly worst: number;
}

/** The interval of an entry's place in the ranking that is shown. */
export function intervalOf(entry: EntryAnalysis, overall: boolean): PlaceInterval {
  return overall
    ? { best: entry.overallBest, worst: entry.overallWorst }
    : { best: entry.categoryBest, worst: entry.categoryWorst };
}

/**
 * The lead over the next entry of the ranking that is shown, with its interval: known within a category only, where the
 * next of the official ranking is the next one shown.
 */
export function leadOf(entry: EntryAnalysis | undefined, overall: boolean): EntryAnalysis['next'] {
  return overall ? null : (entry?.next ?? null);
}

/** Where a row stands in a group that a line cannot separate. */
export type GroupPart = 'none' | 'single' | 'first' | 'middle' | 'last';

/**
 * The part of each row in the bracket of the entries that a line of the ranking cannot separate. `order` is the ranking
 * from the top; rows of one bracket that follow each other are drawn as one.
 */
export function groupParts(
  order: readonly string[],
  inseparable: ReadonlySet<string>,
): ReadonlyMap<string, GroupPart> {
  const within = (at: number): boolean => inseparable.has(order[at] ?? '');
  return new Map(
    order.map((id, at): [string, GroupPart] => {
      if (!within(at)) return [id, 'none'];
      const [up, down] = [within(at - 1), within(at + 1)];
      return [id, up ? (down ? 'middle' : 'last') : down ? 'first' : 'single'];
    }),
  );
}

/** The lines of the ranking that is shown: of a category, or with null over all. */
export function linesOf(analysis: Analysis, categoryId: string | null): Analysis['lines'] {
  return analysis.lines.filter((line) => line.categoryId === categoryId);
}

/**
 * The least sure thing about an entry's award: the probability of being above the line that it is closest to either
 * side of; undefined without lines.
 */
export function doubt(
  entry: EntryAnalysis,
): { readonly awardId: string | null; readonly probability: number } | undefined {
  return entry.above.toSorted((a, b) => Math.abs(a.probability - 0.5) - Math.abs(b.probability - 0.5))[0];
}

/** Reviews by entry, in the order in which they pay, for a budget. */
export function reviewsWithin(
  reviews: Analysis['reviews'],
  budget: number,
): readonly {
  readonly entryId: string;
  readonly roundId: string;
  readonly awardId: string | null;
  readonly reviews: number;
  readonly gain: number;
}[] {
  const byEntry = Map.groupBy(reviews.slice(0, budget), ({ entryId }) => entryId);
  return [...byEntry.values()].flatMap((own) => {
    const [first] = own;
    return first
      ? [{ ...first, reviews: own.length, gain: own.reduce((sum, { gain }) => sum + gain, 0) }]
      : [];
  });
}

/** Expected wrong awards over all lines of an analysis. */
export function expectedWrong(analysis: Analysis): number {
  return analysis.lines.reduce((sum, line) => sum + line.expectedWrong, 0);
}
