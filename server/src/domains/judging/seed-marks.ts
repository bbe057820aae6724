import { normal, random } from '@xinghuo/shared/judging/random';
import { toFixed } from '@xinghuo/shared/judging/scoring/ratio';
import { sheetTotals } from '@xinghuo/shared/judging/scoring/sheet-total';
import type { SeedRound } from './seed-facts.ts';
import type { SeedJudge } from './seed-judges.ts';

type Band = 'low' | 'mid' | 'high';

/** Remarks to draw from, as the demonstration's file gives them. */
export interface Remarks {
  readonly criteria: Readonly<Record<string, Readonly<Record<Band, readonly string[]>>>>;
  readonly overall: Readonly<Record<Band, readonly string[]>>;
}

/** A sheet's content: marks on the half-point step, remark, time spent. */
export interface SeedMarks {
  readonly marks: readonly { readonly criterion: string; readonly value: string; readonly comment: string }[];
  readonly remark: string;
  /** Of all its marks, 0 … 100 to four places. */
  readonly total: string;
  readonly seconds: number;
  /** Most judges let the entrant read the remark. */
  readonly released: boolean;
}

/** A whole number from a text, the same on every machine. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return h >>> 1;
}

/** What an entry is worth in one place: the same for every judge who sees it. */
export function merit(seed: string): number {
  return 77 + 6.5 * normal(random(hash(seed)))();
}

const bandOf = (score: number): Band => (score < 68 ? 'low' : score < 84 ? 'mid' : 'high');
const pick = (list: readonly string[], next: () => number): string =>
  list[Math.floor(next() * list.length)] ?? '';

/**
 * What a judge makes of an entry: its merit, strong and weak sides, the judge's own tendency, and chance. `seed` names
 * the sheet: equal seeds give equal sheets, so that the demonstration is the same everywhere.
 */
export function makeMarks(
  seed: string,
  entry: { readonly seed: string },
  judge: SeedJudge,
  round: SeedRound,
  remarks: Remarks,
  /** How often a mark comes with a comment, 0 … 1. */
  commented = 0.4,
): SeedMarks {
  const next = random(hash(seed));
  const noise = normal(next);
  const sides = normal(random(hash(`${entry.seed} sides`)));
  // Now and then a judge sees something quite different from the others.
  const apart = hash(`${seed} apart`) % 40 === 0 ? 13 * (next() < 0.5 ? -1 : 1) : 0;
  const base = merit(entry.seed) + judge.severity * 0.8 + 1.8 * noise() + apart;
  const marks = round.criteria.map((criterion) => {
    const score = base + 4 * sides() + 2.5 * noise();
    const half = Math.min(20, Math.max(4, Math.round((score / 100) * 20)));
    const pool = remarks.criteria[criterion.code]?.[bandOf(score)] ?? [];
    return {
      criterion: criterion.id,
      // Scales of the demonstration end at ten.
      value: (half / 2).toFixed(1),
      comment: next() < commented ? pick(pool, next) : '',
    };
  });
  const [total] = sheetTotals(round.criteria, [
    {
      judge: '',
      entry: '',
      marks: Object.fromEntries(marks.map(({ criterion, value }) => [criterion, value])),
    },
  ]);
  if (!total) throw new Error('one sheet has one total');
  const text = toFixed(total, 4);
  return {
    marks,
    total: text,
    remark: pick(remarks.overall[bandOf(Number(text))], next),
    seconds: Math.round(420 + 900 * next()),
    released: next() < 0.7,
  };
}
