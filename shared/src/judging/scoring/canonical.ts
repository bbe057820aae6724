import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalDecimal } from './ratio.ts';
import type { CompetitionInput } from './types.ts';

/** What canonical text can be made of: plain JSON with integers only; decimals travel as text. */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical };

/**
 * One text for one meaning: object keys sorted by code unit, no white space, only safe integers as numbers.
 * Independent of machine, language and the order in which keys were written.
 */
export function canonicalText(value: Canonical): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`Canonical text holds integers only; ${value} must be given as decimal text.`);
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null)}`).join(',')}}`;
}

function isList(
  value: readonly Canonical[] | { readonly [key: string]: Canonical },
): value is readonly Canonical[] {
  return Array.isArray(value);
}

/** SHA-256 of the canonical text in UTF-8, as 64 lower-case hexadecimal digits. */
export function digestOf(value: Canonical): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(value))));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The canonical form of a result’s inputs. Lists without a meaning of their own order (entries, sheets, criteria,
 * decisions) are sorted by id; tie-breaks, awards and rounds keep theirs, which is part of the rule. Decimals lose
 * needless zeros, so `87.50` and `87.5` are the same input.
 */
export function canonicalInput(input: CompetitionInput): Canonical {
  return {
    format: 'xinghuo-judging-1',
    rule: { ...input.rule },
    entries: [...input.entries]
      .sort((a, b) => byText(a.id, b.id))
      .map(({ id, category, eliminated }) => ({ id, category, ...(eliminated ? { eliminated } : {}) })),
    rounds: input.rounds.map((round) => ({
      id: round.id,
      weight: canonicalDecimal(round.weight),
      criteria: [...round.criteria]
        .sort((a, b) => byText(a.id, b.id))
        .map((c) => ({ id: c.id, weight: canonicalDecimal(c.weight), max: canonicalDecimal(c.max) })),
      sheets: [...round.sheets]
        .sort((a, b) => byText(a.entry, b.entry) || byText(a.judge, b.judge))
        .map((s) => ({
          entry: s.entry,
          judge: s.judge,
          marks: Object.fromEntries(round.criteria.map((c) => [c.id, canonicalDecimal(s.marks[c.id] ?? '')])),
        })),
    })),
    tieBreaks: input.tieBreaks.map((t) => ({ ...t })),
    awards: input.awards.map((a) => ({
      id: a.id,
      scope: a.scope,
      category: a.category ?? null,
      quota: a.quota,
      minimumTotal: a.minimumTotal === undefined ? null : canonicalDecimal(a.minimumTotal),
      tieAtLine: a.tieAtLine,
    })),
    deliberation: [...input.deliberation]
      .sort((a, b) => byText(a.entry, b.entry))
      .map(({ entry, award, reason }) => ({ entry, award, reason })),
  };
}
