import { chiSquareAsNormal } from '../normal-distribution.ts';
import type { CompetitionResult, EntryResult } from '../scoring/competition-result.ts';
import { computeCompetition } from '../scoring/competition-result.ts';
import {
  add,
  compare,
  divide,
  multiply,
  parseDecimal,
  type Ratio,
  round as roundRatio,
  ZERO,
} from '../scoring/ratio.ts';
import { computeRound } from '../scoring/round-result.ts';
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

/** Entries whose marks, freed of the judges’ severity, spread beyond what happens to one entry in two hundred. */
export function disagreements(fit: SeverityFit, sheets: readonly MonitoredSheet[]): DisagreementFlag[] {
  const usual = fit.standardDeviation.residual;
  const judges = new Map(fit.judges.map((j) => [j.id, j.effect]));
  if (usual === 0) return [];
  return [...Map.groupBy(sheets, (s) => s.entry)].flatMap(([entry, own]) => {
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

/** The total an entry would have without one of its sheets, where the rule looks at the entry’s own sheets only. */
function totalWithout(
  input: CompetitionInput,
  own: readonly (readonly SheetInput[])[],
  result: EntryResult,
  at: number,
  sheet: SheetInput,
): Ratio | null {
  let total = ZERO;
  let weights = ZERO;
  for (const [k, round] of input.rounds.entries()) {
    const sheets = k === at ? (own[k] ?? []).filter((s) => s !== sheet) : null;
    const stored = result.rounds[round.id];
    const score = sheets
      ? computeRound({ ...round, sheets }, input.rule, [{ id: result.entry, category: result.category }])[0]
          ?.score
      : stored
        ? parseDecimal(stored)
        : null;
    if (!score) continue;
    total = add(total, multiply(score, parseDecimal(round.weight)));
    weights = add(weights, parseDecimal(round.weight));
  }
  return weights.n === 0n
    ? null
    : roundRatio(divide(total, weights), input.rule.decimals, input.rule.rounding);
}

/** Entries worth trying: those next to a line, three on either side of it. */
function nextToLines(result: CompetitionResult, reach = 3): Set<string> {
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

/** Totals between which an entry’s place at its line cannot change: those of the others around it. */
function couldMatter(result: CompetitionResult, entry: EntryResult, total: Ratio | null): boolean {
  if (!total || !entry.total) return true;
  const [from, to] =
    compare(total, parseDecimal(entry.total)) < 0
      ? [total, parseDecimal(entry.total)]
      : [parseDecimal(entry.total), total];
  return result.entries.some(
    (e) =>
      e.entry !== entry.entry &&
      e.total &&
      e.computedAward !== entry.computedAward &&
      compare(parseDecimal(e.total), from) >= 0 &&
      compare(parseDecimal(e.total), to) <= 0,
  );
}

/**
 * Every sheet whose absence alone would change its entry’s computed award. For rules that look at an entry’s own sheets
 * (mean, trimmed mean, median) all entries are tried; for those that compare judges, the three on either side of a line.
 */
export function hangingOnOneMark(
  input: CompetitionInput,
  result: CompetitionResult,
  hooks: WorkHooks = {},
): HangingFlag[] {
  const local = ['MEAN', 'TRIMMED_MEAN', 'MEDIAN'].includes(input.rule.kind);
  const near = local ? null : nextToLines(result);
  const byEntry = input.rounds.map((r) => Map.groupBy(r.sheets, (s) => s.entry));
  const flags: HangingFlag[] = [];
  for (const [k, entry] of result.entries.entries()) {
    checkpoint(hooks, k / result.entries.length, 'single marks');
    if (near && !near.has(entry.entry)) continue;
    const own = byEntry.map((sheets) => sheets.get(entry.entry) ?? []);
    for (const [at, round] of input.rounds.entries()) {
      for (const sheet of own[at] ?? []) {
        if (local && !couldMatter(result, entry, totalWithout(input, own, entry, at, sheet))) continue;
        const changed = computeCompetition({
          ...withoutSheet(input, round.id, sheet.judge, entry.entry),
          deliberation: [],
        });
        const without = changed.entries.find((e) => e.entry === entry.entry)?.computedAward ?? null;
        if (without !== entry.computedAward) {
          flags.push({
            entry: entry.entry,
            round: round.id,
            judge: sheet.judge,
            award: entry.computedAward,
            without,
          });
        }
      }
    }
  }
  return flags;
}
