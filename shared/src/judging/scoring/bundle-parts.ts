import { type Canonical, digestOf } from './canonical.ts';
import type { CompetitionInput } from './types.ts';

/** Digits of a piece’s digest: it names what was changed; that nothing was, the whole digest proves. */
const DIGITS = 16;

/** Data as it is after the way through JSON. */
export function plain(value: unknown): Canonical {
  return JSON.parse(JSON.stringify(value)) as Canonical;
}

/** The digest of a piece, one that is not there as null; null for content that no bundle has, such as fractions. */
export function digestOfPiece(value: unknown): string | null {
  try {
    return digestOf(plain(value ?? null));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * A short digest of every piece of a bundle that is not computed, by its path: rule, criteria, entries, single sheets,
 * decisions, names. A result names what it hangs on; these name the mark that was changed.
 */
export function partsOf(
  input: CompetitionInput,
  beside: Readonly<Record<string, unknown>>,
): Record<string, string | null> {
  const parts: (readonly [path: string, piece: unknown])[] = [
    ...Object.entries(beside),
    ['input.rule', input.rule],
    ['input.tieBreaks', input.tieBreaks],
    ...input.awards.map((award) => [`input.awards.${award.id}`, award] as const),
    ...input.deliberation.map((decision) => [`input.deliberation.${decision.entry}`, decision] as const),
    ...input.entries.map((entry) => [`input.entries.${entry.id}`, entry] as const),
    ...input.rounds.flatMap(({ sheets, ...round }) => [
      [`input.rounds.${round.id}`, round] as const,
      ...sheets.map((sheet) => [`input.sheets.${round.id}.${sheet.entry}.${sheet.judge}`, sheet] as const),
    ]),
  ];
  return Object.fromEntries(
    parts.map(([path, piece]) => [path, digestOfPiece(piece)?.slice(0, DIGITS) ?? null]),
  );
}
