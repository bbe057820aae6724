import { REVISABLE } from '@xinghuo/shared/judging/domain/score-sheet';
import { compare, parseDecimal, toNumber } from '@xinghuo/shared/judging/scoring/ratio';
import { type BandRange, bandIndex, meanOf } from './judge-marks.ts';

/** A sheet the judge has submitted. */
export interface DoneSheet {
  readonly id: string;
  readonly title: string;
  readonly total: string;
  readonly seconds: number;
  /** An instant. */
  readonly submittedAt: string;
  /** The how-manieth sheet it was in the order in which they were begun, from 1; null while the server has not said. */
  readonly openedOrder: number | null;
  /** By criterion. */
  readonly marks: Readonly<Record<string, string>>;
}

/** A criterion with its bands. */
export interface BandedCriterion {
  readonly id: string;
  readonly bands: readonly BandRange[];
}

/** What a judge sees of the own work: nothing here depends on anybody else's marks. */
export interface Reflection {
  readonly count: number;
  readonly mean: string;
  readonly lowest: string;
  readonly highest: string;
  /** Median minutes a sheet; sheets without a time are left out, null when none has one. */
  readonly minutes: number | null;
  /** Sheets by total, the lowest first. */
  readonly ordered: readonly DoneSheet[];
  /** Totals given more than once, the most frequent first. */
  readonly ties: readonly { readonly total: string; readonly sheets: readonly DoneSheet[] }[];
  /** How often each band was used, by criterion. */
  readonly bands: readonly { readonly criterion: string; readonly counts: readonly number[] }[];
  /** The sheets begun first, in that order: given before the scale had settled, and those that may be opened again. */
  readonly earliest: readonly DoneSheet[];
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Looks at the own submitted sheets. Null of none. */
export function reflect(
  sheets: readonly DoneSheet[],
  criteria: readonly BandedCriterion[],
): Reflection | null {
  const ordered = [...sheets].sort((a, b) => compare(parseDecimal(a.total), parseDecimal(b.total)));
  const [first, last] = [ordered[0], ordered.at(-1)];
  const mean = meanOf(sheets.map(({ total }) => total));
  if (!first || !last || mean === null) return null;
  const groups = new Map<string, DoneSheet[]>();
  for (const sheet of ordered) groups.set(sheet.total, [...(groups.get(sheet.total) ?? []), sheet]);
  const seconds = median(sheets.map((sheet) => sheet.seconds).filter((spent) => spent > 0));
  return {
    count: sheets.length,
    mean,
    lowest: first.total,
    highest: last.total,
    minutes: seconds === null ? null : seconds / 60,
    ordered,
    ties: [...groups]
      .filter(([, group]) => group.length > 1)
      .map(([total, group]) => ({ total, sheets: group }))
      .sort((a, b) => b.sheets.length - a.sheets.length),
    bands: criteria.map(({ id, bands }) => {
      const counts = bands.map(() => 0);
      for (const { marks } of sheets) {
        const index = bandIndex(bands, marks[id] ?? '');
        if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
      }
      return { criterion: id, counts };
    }),
    earliest: sheets
      .flatMap((sheet) => (sheet.openedOrder === null ? [] : [{ sheet, order: sheet.openedOrder }]))
      .filter(({ order }) => order <= REVISABLE)
      .sort((a, b) => a.order - b.order)
      .map(({ sheet }) => sheet),
  };
}

/** Where a total stands on a strip from 0 to 100, in percent. */
export function placeOf(total: string): number {
  return Math.min(100, Math.max(0, toNumber(parseDecimal(total))));
}
