import { chiSquareAsNormal } from '../normal-distribution.ts';
import { item } from '../numeric.ts';
import {
  type CompetitionResult,
  computeCompetition,
  type EntryResult,
} from '../scoring/competition-result.ts';
import { rankAndAward, weightedTotal } from '../scoring/rank-and-award.ts';
import { round as roundRatio, toNumber } from '../scoring/ratio.ts';
import { type RoundScore, scoreRound } from '../scoring/round-result.ts';
import type { CompetitionInput, SheetInput } from '../scoring/types.ts';
import type { SeverityFit } from '../severity/types.ts';
import { checkpoint, type WorkHooks } from '../work-hooks.ts';
import type { MonitoredSheet } from './judge-flags.ts';

/** An entry whose judges differ more than chance explains. */
export interface DisagreementFlag {
  readonly entry: string;
  /** In standard deviations. */
  readonly strength: number;
  /** Standard deviation of its marks after severity, and the usual one. */
  readonly measured: number;
  readonly usual: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Entries whose marks, freed of the judges’ severity, spread beyond what happens to one entry in two hundred; by id, and
 * to the last bit the same in whatever order the sheets are given.
 */
export function disagreements(fit: SeverityFit, sheets: readonly MonitoredSheet[]): DisagreementFlag[] {
  const usual = fit.standardDeviation.residual;
  const judges = new Map(fit.judges.map((j) => [j.id, j.effect]));
  if (usual === 0) return [];
  const sorted = [...sheets].sort((a, b) => byText(a.entry, b.entry) || byText(a.judge, b.judge));
  return [...Map.groupBy(sorted, (s) => s.entry)].flatMap(([entry, own]) => {
    if (own.length < 2) return [];
    const values = own.map((s) => s.score - (judges.get(s.judge) ?? 0));
    const middle = values.reduce((a, b) => a + b, 0) / values.length;
    const squares = values.reduce((acc, v) => acc + (v - middle) ** 2, 0);
    const strength = chiSquareAsNormal(squares / usual ** 2, own.length - 1);
    return strength > 2.576
      ? [{ entry, strength, measured: Math.sqrt(squares / (own.length - 1)), usual }]
      : [];
  });
}

/** One sheet without which an entry’s award would be another. */
export interface HangingFlag {
  readonly entry: string;
  readonly round: string;
  readonly judge: string;
  readonly award: string | null;
  /** The award without the sheet. */
  readonly without: string | null;
}

/** The input without one sheet: what an upheld objection would leave. */
export function withoutSheet(
  input: CompetitionInput,
  round: string,
  judge: string,
  entry: string,
): CompetitionInput {
  const keep = (s: SheetInput): boolean => s.judge !== judge || s.entry !== entry;
  return {
    ...input,
    rounds: input.rounds.map((r) => (r.id === round ? { ...r, sheets: r.sheets.filter(keep) } : r)),
  };
}

/** What an input’s awards would be instead: entries whose award or rank differs from the given result. */
export function changesAgainst(
  result: CompetitionResult,
  input: CompetitionInput,
): { before: EntryResult; after: EntryResult }[] {
  const after = new Map(computeCompetition(input).entries.map((e) => [e.entry, e]));
  return result.entries.flatMap((before) => {
    const now = after.get(before.entry);
    const same =
      now &&
      now.award === before.award &&
      now.categoryRank === before.categoryRank &&
      now.overallRank === before.overallRank;
    return now && !same ? [{ before, after: now }] : [];
  });
}

/** Entries worth trying: `reach` of them on either side of each line. */
function nextToLines(result: CompetitionResult, reach: number): Set<string> {
  const near = new Set<string>();
  for (const line of result.awardLines) {
    const rankOf = (e: EntryResult): number =>
      (line.category === null ? e.overallRank : e.categoryRank) ?? Number.POSITIVE_INFINITY;
    const pool = result.entries
      .filter((e) => line.category === null || e.category === line.category)
      .sort((a, b) => rankOf(a) - rankOf(b));
    const last = pool.findLastIndex((e) => line.given.includes(e.entry));
    for (const e of pool.slice(Math.max(0, last + 1 - reach), last + 1 + reach)) near.add(e.entry);
  }
  return near;
}

/** The total of entry i if one judge’s sheet of the round `at` were not there. */
function totalWithout(
  input: CompetitionInput,
  perRound: readonly (readonly RoundScore[])[],
  i: number,
  at: number,
  own: readonly SheetInput[],
  judge: string,
): number | null {
  const scores = new Map(
    input.rounds.flatMap((round, k) => {
      const old = perRound[k]?.[i];
      if (!old) return [];
      const sheets = own.filter((s) => s.judge !== judge);
      const score =
        k === at ? scoreRound({ ...round, sheets }, input.rule, [{ id: old.entry, category: '' }])[0] : old;
      return score ? [[round.id, score] as const] : [];
    }),
  );
  const total = weightedTotal(input.rounds, scores);
  return total && toNumber(roundRatio(total, input.rule.decimals, input.rule.rounding));
}

/** Rules that look at an entry’s own sheets only: without one of them, every other entry keeps its score. */
const LOCAL_RULES: readonly string[] = ['MEAN', 'TRIMMED_MEAN', 'MEDIAN'];

/** Whether a changed total can change its entry’s award: only by meeting a total that now has another, or a threshold. */
class AwardBoundaries {
  readonly #totals: readonly { entry: string; total: number; status: string }[];
  readonly #thresholds: readonly number[];

  constructor(input: CompetitionInput, result: CompetitionResult) {
    const undecided = new Set(result.awardLines.flatMap((l) => l.undecided));
    this.#totals = result.entries.flatMap((e) => {
      const status = undecided.has(e.entry) ? `undecided ${e.entry}` : (e.computedAward ?? '');
      return e.total === null ? [] : [{ entry: e.entry, total: Number(e.total), status }];
    });
    this.#thresholds = input.awards.flatMap((a) =>
      a.minimumTotal === undefined ? [] : [Number(a.minimumTotal)],
    );
  }

  mayChange(entry: string, next: number | null): boolean {
    const own = this.#totals.find((t) => t.entry === entry);
    if (!own || next === null) return true;
    const low = Math.min(own.total, next) - 1e-9;
    const high = Math.max(own.total, next) + 1e-9;
    return (
      this.#totals.some((t) => t.status !== own.status && t.total >= low && t.total <= high) ||
      this.#thresholds.some((t) => t >= low && t <= high)
    );
  }
}

/**
 * Every sheet whose absence alone would change its entry’s computed award. Among up to 300 entries all are tried; among
 * more, the fifteen on either side of each line; for rules that compare judges, where each trial is a whole
 * recomputation, the three, and above 300 entries the one. `result` is that of `input`.
 */
export function hangingOnOneMark(
  input: CompetitionInput,
  result: CompetitionResult,
  hooks: WorkHooks = {},
): HangingFlag[] {
  const { rule } = input;
  const local = LOCAL_RULES.includes(rule.kind);
  const reach = local ? 15 : input.entries.length <= 300 ? 3 : 1;
  const near = local && input.entries.length <= 300 ? null : nextToLines(result, reach);
  const entries = [...input.entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const perRound = input.rounds.map((r) => scoreRound(r, rule, entries));
  const byEntry = input.rounds.map((r) => Map.groupBy(r.sheets, (s) => s.entry));
  const boundaries = new AwardBoundaries(input, result);
  // Where awards are given within categories only, a category can be ranked by itself: nothing outside it moves.
  const apart = local && input.awards.every(({ scope, quota }) => scope === 'CATEGORY' || quota === 0);
  const category = (k: number): string => (apart ? item(entries, k).category : '');
  const among = Map.groupBy(entries.keys(), category);
  const flags: HangingFlag[] = [];
  for (const [i, entry] of entries.entries()) {
    checkpoint(hooks, i / entries.length, 'single marks');
    if (near && !near.has(entry.id)) continue;
    const award = result.entries[i]?.computedAward ?? null;
    for (const [at, round] of input.rounds.entries()) {
      const own = [...(byEntry[at]?.get(entry.id) ?? [])].sort((a, b) => byText(a.judge, b.judge));
      for (const { judge } of own) {
        const next = local && own.length > 1 ? totalWithout(input, perRound, i, at, own, judge) : null;
        if (!boundaries.mayChange(entry.id, next)) continue;
        const reduced = withoutSheet(input, round.id, judge, entry.id);
        const scores = perRound.map((old, k) => {
          const changed = reduced.rounds[k];
          if (k !== at || !changed) return old;
          if (!local) return scoreRound(changed, rule, entries);
          const [score] = scoreRound({ ...changed, sheets: own.filter((s) => s.judge !== judge) }, rule, [
            entry,
          ]);
          return score ? old.with(i, score) : old;
        });
        const members = among.get(category(i)) ?? [];
        const without =
          rankAndAward(
            reduced,
            members.map((k) => item(entries, k)),
            scores.map((round) => members.map((k) => item(round, k))),
          ).computed.byEntry.get(entry.id) ?? null;
        if (without !== award) flags.push({ entry: entry.id, round: round.id, judge, award, without });
      }
    }
  }
  return flags;
}
