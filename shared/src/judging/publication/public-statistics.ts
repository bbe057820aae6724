import type { CompetitionResult, EntryResult } from '../scoring/competition-result.ts';
import { toNumber } from '../scoring/ratio.ts';
import { sheetTotals } from '../scoring/sheet-total.ts';
import type { CompetitionInput, RoundInput } from '../scoring/types.ts';
import { fitSeverity } from '../severity/fit.ts';
import { reliabilityOf } from '../severity/reliability.ts';
import type { Rating } from '../severity/types.ts';
import type { WorkHooks } from '../work-hooks.ts';
import { type Histogram, histogramOf, SMALLEST_GROUP, trimmed } from './histogram.ts';

/** The judging of one category, in counts. */
export interface CategoryStatistics {
  readonly category: string;
  readonly entries: number;
  readonly awarded: number;
  readonly judges: number;
  readonly sheets: number;
  /** Entries by total, in bins of five points; null where so few are left that one could be told. */
  readonly totals: Histogram | null;
}

/** How well the judges of a round agreed; shares from 0 to 1, null where nothing can be estimated. */
export interface RoundAgreement {
  /** Intraclass correlation of single sheets, ICC(2,1): what one judge’s sheet says about the entry. */
  readonly oneSheet: number | null;
  /** The same of an entry’s mean over its sheets: the absolute generalisability coefficient. */
  readonly meanOfSheets: number | null;
  /** Judges an entry needs for 0.8. */
  readonly judgesNeeded: number | null;
}

export interface RoundStatistics {
  readonly round: string;
  readonly entries: number;
  readonly judges: number;
  readonly sheets: number;
  readonly fewestSheets: number;
  readonly mostSheets: number;
  readonly agreement: RoundAgreement;
}

/** What everybody may know of the judging of an edition: counts and shares, nobody’s mark. */
export interface PublicStatistics {
  readonly entries: number;
  readonly awarded: number;
  readonly judges: number;
  readonly sheets: number;
  readonly categories: readonly CategoryStatistics[];
  readonly rounds: readonly RoundStatistics[];
  /** All entries by total, without categories that could be told from it; null when nothing is left. */
  readonly totals: Histogram | null;
  /** Decisions of the deliberation, and what they changed against the ranking. */
  readonly deliberation: {
    readonly decisions: number;
    readonly raised: number;
    readonly lowered: number;
  };
}

const POINTS = { max: 100, bins: 20 } as const;
/** Entries without an award below which a category’s distribution would point at them. */
const FEWEST_WITHOUT = 3;

const totalsOf = (entries: readonly EntryResult[]): number[] =>
  entries.flatMap(({ total }) => (total === null ? [] : [Number(total)]));

/**
 * Whether a category’s distribution keeps everybody hidden: the winners’ totals may be known, so that enough entries
 * without an award must be left among which one cannot be told.
 */
function showable(entries: readonly EntryResult[]): boolean {
  const totals = entries.filter(({ total }) => total !== null);
  const without = totals.filter(({ award }) => award === null).length;
  return totals.length >= SMALLEST_GROUP && (without === 0 || without >= FEWEST_WITHOUT);
}

function ratingsOf(round: RoundInput, categories: ReadonlyMap<string, string>): Rating[] {
  const totals = sheetTotals(round.criteria, round.sheets);
  return round.sheets.map(({ judge, entry }, i) => {
    const total = totals[i];
    return {
      judge,
      entry,
      score: total ? toNumber(total) : 0,
      category: categories.get(entry) ?? '',
    };
  });
}

function agreementOf(ratings: readonly Rating[], hooks: WorkHooks): RoundAgreement {
  const nothing = { oneSheet: null, meanOfSheets: null, judgesNeeded: null };
  if (ratings.length === 0) return nothing;
  const { fit } = fitSeverity(ratings, hooks);
  // A component that could not be told from another is no estimate to publish a share from.
  if (fit.notes.entry !== null || fit.notes.judge !== null) return nothing;
  const { agreement, absolute, judgesNeeded } = reliabilityOf(fit);
  return { oneSheet: agreement, meanOfSheets: absolute, judgesNeeded };
}

function roundStatistics(
  round: RoundInput,
  categories: ReadonlyMap<string, string>,
  hooks: WorkHooks,
): RoundStatistics {
  const perEntry = [...Map.groupBy(round.sheets, ({ entry }) => entry).values()].map(({ length }) => length);
  return {
    round: round.id,
    entries: perEntry.length,
    judges: new Set(round.sheets.map(({ judge }) => judge)).size,
    sheets: round.sheets.length,
    fewestSheets: perEntry.length === 0 ? 0 : perEntry.reduce((a, b) => Math.min(a, b)),
    mostSheets: perEntry.length === 0 ? 0 : perEntry.reduce((a, b) => Math.max(a, b)),
    agreement: agreementOf(ratingsOf(round, categories), hooks),
  };
}

/** Awards stand in the order in which they are given: an earlier one is the higher one, none is the lowest. */
function movesOf(input: CompetitionInput, result: CompetitionResult): { raised: number; lowered: number } {
  const place = (award: string | null): number => {
    const at = input.awards.findIndex(({ id }) => id === award);
    return at < 0 ? input.awards.length : at;
  };
  const steps = result.changes.map(({ from, to }) => place(from) - place(to));
  return {
    raised: steps.filter((step) => step > 0).length,
    lowered: steps.filter((step) => step < 0).length,
  };
}

/**
 * The statistics that are published beside a result. Pure; the model of agreement takes seconds for tens of thousands
 * of sheets and belongs in a worker then.
 */
export function publicStatistics(
  input: CompetitionInput,
  result: CompetitionResult,
  hooks: WorkHooks = {},
): PublicStatistics {
  const categoryOf = new Map(input.entries.map(({ id, category }) => [id, category]));
  const sheets = input.rounds.flatMap((round) => round.sheets);
  const groups = [...Map.groupBy(result.entries, ({ category }) => category)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const hidden = groups.filter(([, entries]) => !showable(entries)).flatMap(([, entries]) => entries);
  // The whole less what is shown is what is hidden: that must keep everybody hidden too.
  const whole = hidden.length === 0 || showable(hidden);
  const shown = whole ? result.entries : result.entries.filter((entry) => !hidden.includes(entry));
  const awardedOf = (entries: readonly EntryResult[]): number =>
    entries.filter(({ award }) => award !== null).length;
  return {
    entries: result.entries.length,
    awarded: awardedOf(result.entries),
    judges: new Set(sheets.map(({ judge }) => judge)).size,
    sheets: sheets.length,
    categories: groups.map(([category, entries]) => {
      const own = sheets.filter(({ entry }) => categoryOf.get(entry) === category);
      return {
        category,
        entries: entries.length,
        awarded: awardedOf(entries),
        judges: new Set(own.map(({ judge }) => judge)).size,
        sheets: own.length,
        totals: showable(entries) ? trimmed(histogramOf(totalsOf(entries), POINTS.max, POINTS.bins)) : null,
      };
    }),
    rounds: input.rounds.map((round) => roundStatistics(round, categoryOf, hooks)),
    totals: shown.length === 0 ? null : trimmed(histogramOf(totalsOf(shown), POINTS.max, POINTS.bins)),
    deliberation: { decisions: input.deliberation.length, ...movesOf(input, result) },
  };
}
