import { random } from '../random.ts';
import { type CompetitionResult, computeCompetition } from './competition-result.ts';
import type { CompetitionInput } from './types.ts';

/** A published result with everything it was computed from: anybody can recompute it. */
export interface ResultBundle {
  readonly format: 'xinghuo-result-1';
  readonly input: CompetitionInput;
  readonly result: CompetitionResult;
}

/** One place where a stored result and its recomputation differ. */
export interface Difference {
  /** Such as `entries.3.total`. */
  readonly path: string;
  readonly stored: unknown;
  readonly recomputed: unknown;
}

/**
 * The input with judges replaced by codes J1, J2 … in an order drawn from the seed, so that the marks can be published.
 * No result depends on a judge’s name, so the result is the same; the digests are those of the coded input.
 */
export function withJudgeCodes(
  input: CompetitionInput,
  seed: number,
): { input: CompetitionInput; codes: ReadonlyMap<string, string> } {
  const judges = [...new Set(input.rounds.flatMap((r) => r.sheets.map((s) => s.judge)))].sort();
  const next = random(seed);
  const drawn = judges.map((judge) => ({ judge, key: next() })).sort((a, b) => a.key - b.key);
  const width = String(judges.length).length;
  const codes = new Map(drawn.map(({ judge }, k) => [judge, `J${String(k + 1).padStart(width, '0')}`]));
  const rounds = input.rounds.map((r) => ({
    ...r,
    sheets: r.sheets.map((s) => ({ ...s, judge: codes.get(s.judge) ?? s.judge })),
  }));
  return { input: { ...input, rounds }, codes };
}

/** Computes the result and packs it with its input. Throws `JudgingInputError`. */
export function bundleOf(input: CompetitionInput): ResultBundle {
  return { format: 'xinghuo-result-1', input, result: computeCompetition(input) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every leaf in which two pieces of plain data differ. */
export function differences(stored: unknown, recomputed: unknown, path = ''): Difference[] {
  const join = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(stored) && Array.isArray(recomputed)) {
    const length = Math.max(stored.length, recomputed.length);
    return Array.from({ length }, (_, k) => differences(stored[k], recomputed[k], join(String(k)))).flat();
  }
  if (isObject(stored) && isObject(recomputed)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(recomputed)])];
    return keys.flatMap((key) => differences(stored[key], recomputed[key], join(key)));
  }
  return Object.is(stored, recomputed)
    ? []
    : [{ path, stored: stored ?? null, recomputed: recomputed ?? null }];
}

/** Recomputes a bundle and names every difference; none means that the published result is what its input gives. */
export function verifyBundle(
  input: CompetitionInput,
  storedResult: unknown,
): { recomputed: CompetitionResult; differences: Difference[] } {
  const recomputed = computeCompetition(input);
  return { recomputed, differences: differences(storedResult, recomputed) };
}
