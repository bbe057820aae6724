import { type BundleNames, bundleOf, bundleText } from '../scoring/bundle.ts';
import { computeCompetition, type Standing, sameStanding } from '../scoring/competition-result.ts';
import type { CompetitionInput } from '../scoring/types.ts';
import type { WorkHooks } from '../work-hooks.ts';
import { codedInput, type PublicCodes } from './codes.ts';
import { type CriterionGroup, type CriterionMean, entryFeedback } from './entry-feedback.ts';
import { type PublicStatistics, publicStatistics } from './public-statistics.ts';

/** What of the names is known beside the codes: everything but who is behind a code. */
export interface PublicationNames extends Omit<BundleNames, 'awarded'> {
  /** Number and title by entry id; only those of awarded entries are published. */
  readonly entries: Readonly<Record<string, { readonly number: string; readonly title: string }>>;
}

/** Where an entry, by its id or its code, stands in a result. */
export interface EntryStanding extends Standing {
  readonly entry: string;
}

/**
 * The entries that stand elsewhere in what is published than in the official result, by their own ids; none means that the
 * codes changed nothing. `codes` leads from an entry’s id to its code.
 */
export function standingElsewhere(
  official: readonly EntryStanding[],
  published: readonly EntryStanding[],
  codes: ReadonlyMap<string, string>,
): readonly string[] {
  const coded = new Map(published.map((one) => [one.entry, one]));
  const moved = official.filter((own) => !sameStanding(coded.get(codes.get(own.entry) ?? ''), own));
  const known = new Set(codes.values());
  return [
    ...moved.map(({ entry }) => entry),
    ...published.flatMap(({ entry }) => (known.has(entry) ? [] : [entry])),
  ];
}

/** Everything that is published with a result. */
export interface Publication {
  readonly digest: string;
  /** The bundle as the text of its file. */
  readonly bundle: string;
  readonly statistics: PublicStatistics;
  readonly groups: readonly CriterionGroup[];
  /** Each entry’s code in the bundle and its means, for its own team. */
  readonly entries: readonly {
    readonly entry: string;
    readonly code: string;
    readonly means: readonly CriterionMean[];
  }[];
  /** Where each entry stands in the bundle, by its code. */
  readonly standings: readonly EntryStanding[];
  /** Codes of the judges in the bundle, by their id in the input. */
  readonly judges: Readonly<Record<string, string>>;
}

/**
 * Makes what is published of an input: the coded bundle, the statistics and the feedback. The bundle’s result is computed from
 * the coded input, so that whoever recomputes it does the same. Throws `JudgingInputError`.
 */
export function publicationOf(
  input: CompetitionInput,
  codes: PublicCodes,
  names: PublicationNames,
  hooks: WorkHooks = {},
): Publication {
  const coded = codedInput(input, codes);
  const { entries: named, ...others } = names;
  const result = computeCompetition(coded);
  const awarded = new Set(result.entries.filter(({ award }) => award !== null).map(({ entry }) => entry));
  const winners = [...codes.entries].flatMap(([entry, code]) => {
    const name = named[entry];
    return name && awarded.has(code) ? [[code, name] as const] : [];
  });
  const bundle = bundleOf(coded, { ...others, awarded: Object.fromEntries(winners) }, result);
  const feedback = entryFeedback(input);
  return {
    digest: bundle.digest,
    bundle: bundleText(bundle),
    statistics: publicStatistics(coded, result, hooks),
    groups: feedback.groups,
    entries: input.entries.map(({ id }) => ({
      entry: id,
      code: codes.entries.get(id) ?? '',
      means: feedback.means.get(id) ?? [],
    })),
    standings: result.entries.map(({ entry, total, categoryRank, overallRank, award }) => ({
      entry,
      total,
      categoryRank,
      overallRank,
      award,
    })),
    judges: Object.fromEntries(codes.judges),
  };
}
