import { item } from '../numeric.ts';
import { compare, parseDecimal, type Ratio } from './ratio.ts';
import type { AwardInput, DeliberationInput } from './types.ts';

/** An entry as the awards see it: its places and total. */
export interface RankedEntry {
  readonly entry: string;
  readonly category: string;
  readonly categoryRank: number | null;
  readonly overallRank: number | null;
  readonly total: Ratio | null;
  readonly eliminated: boolean;
}

/** Where an award’s line falls and whom it leaves undecided. */
export interface AwardLine {
  readonly award: string;
  /** Null for an overall award. */
  readonly category: string | null;
  readonly quota: number;
  readonly given: readonly string[];
  /** Entries that share the rank at the line and would exceed the quota: for the deliberation. */
  readonly undecided: readonly string[];
  /** The lowest total that got the award; null when nobody did. */
  readonly line: Ratio | null;
}

export interface AwardOutcome {
  /** Award by entry; an entry without one is absent. */
  readonly byEntry: ReadonlyMap<string, string>;
  readonly lines: readonly AwardLine[];
}

function rankFor(award: AwardInput, entry: RankedEntry): number | null {
  return award.scope === 'OVERALL' ? entry.overallRank : entry.categoryRank;
}

function fillLine(award: AwardInput, category: string | null, pool: readonly RankedEntry[]): AwardLine {
  const minimum = award.minimumTotal === undefined ? null : parseDecimal(award.minimumTotal);
  const candidates = pool
    .filter((e) => e.total !== null && rankFor(award, e) !== null)
    .filter((e) => !minimum || !e.total || compare(e.total, minimum) >= 0)
    .sort((a, b) => (rankFor(award, a) ?? 0) - (rankFor(award, b) ?? 0));
  const given: RankedEntry[] = [];
  let undecided: RankedEntry[] = [];
  let start = 0;
  while (start < candidates.length && given.length < award.quota) {
    const rank = rankFor(award, item(candidates, start));
    const group = candidates.slice(start).filter((e) => rankFor(award, e) === rank);
    if (given.length + group.length > award.quota && award.tieAtLine === 'DELIBERATE') {
      undecided = group;
      break;
    }
    given.push(...group);
    start += group.length;
  }
  return {
    award: award.id,
    category,
    quota: award.quota,
    given: given.map((e) => e.entry),
    undecided: undecided.map((e) => e.entry),
    line: given.reduce<Ratio | null>(
      (low, e) => (e.total && (!low || compare(e.total, low) < 0) ? e.total : low),
      null,
    ),
  };
}

/**
 * Gives the awards in the order of the list; an entry takes the first it reaches and leaves the pool, and so does an
 * entry left undecided at a line, until the deliberation has spoken. An eliminated entry gets none, even where the quota
 * is not used up: only the deliberation may give it one. An award of scope CATEGORY without a category has
 * its quota in every category.
 */
export function giveAwards(awards: readonly AwardInput[], entries: readonly RankedEntry[]): AwardOutcome {
  const byEntry = new Map<string, string>();
  const waiting = new Set<string>();
  const lines: AwardLine[] = [];
  const categories = [...new Set(entries.map((e) => e.category))].sort();
  for (const award of awards) {
    const scopes =
      award.scope === 'OVERALL' ? [null] : award.category === undefined ? categories : [award.category];
    for (const category of scopes) {
      const pool = entries.filter(
        (e) =>
          !e.eliminated &&
          !byEntry.has(e.entry) &&
          !waiting.has(e.entry) &&
          (category === null || e.category === category),
      );
      const line = fillLine(award, category, pool);
      for (const id of line.given) byEntry.set(id, award.id);
      for (const id of line.undecided) waiting.add(id);
      lines.push(line);
    }
  }
  return { byEntry, lines };
}

/** One change the deliberation made against the computed awards. */
export interface DeliberationChange {
  readonly entry: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
}

/** The final awards: the computed ones with the deliberation’s decisions applied, and what these changed. */
export function applyDeliberation(
  computed: ReadonlyMap<string, string>,
  decisions: readonly DeliberationInput[],
): { byEntry: Map<string, string>; changes: DeliberationChange[] } {
  const byEntry = new Map(computed);
  const changes: DeliberationChange[] = [];
  for (const { entry, award, reason } of decisions) {
    const from = computed.get(entry) ?? null;
    if (from !== award) changes.push({ entry, from, to: award, reason });
    if (award === null) byEntry.delete(entry);
    else byEntry.set(entry, award);
  }
  return { byEntry, changes };
}
