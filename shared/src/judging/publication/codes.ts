import type { CompetitionInput } from '../scoring/types.ts';

/** What judges and entries are called in everything that is published. */
export interface PublicCodes {
  /** By the judge’s id in the input. */
  readonly judges: ReadonlyMap<string, string>;
  /** By the entry’s id in the input. */
  readonly entries: ReadonlyMap<string, string>;
}

/** A whole number from 0 to `below`, not included; for codes that nobody can turn back from a source nobody can guess. */
export type DrawBelow = (below: number) => number;

/** What stands in a bundle instead of a deliberation’s reason, which may name people; decisions themselves are told. */
export const REASON_RECORDED = 'recorded';

/**
 * Codes `P01`, `P02` … in a drawn order: no rule leads from a code to whom it stands for. A seed would not do: judges
 * who know their own codes could try seeds until one fits, and read everybody else’s.
 */
export function drawCodes(
  ids: readonly string[],
  letter: string,
  drawBelow: DrawBelow,
): ReadonlyMap<string, string> {
  const drawn = [...new Set(ids)].sort();
  for (let k = drawn.length - 1; k > 0; k--) {
    const other = drawBelow(k + 1);
    const [a, b] = [drawn[k], drawn[other]];
    if (a === undefined || b === undefined) throw new RangeError(`A draw below ${k + 1} gave ${other}.`);
    [drawn[k], drawn[other]] = [b, a];
  }
  const width = Math.max(2, String(drawn.length).length);
  return new Map(drawn.map((id, k) => [id, `${letter}${String(k + 1).padStart(width, '0')}`]));
}

/** Draws codes for everybody in an input: `P` for judges, `E` for entries. */
export function drawPublicCodes(input: CompetitionInput, drawBelow: DrawBelow): PublicCodes {
  return {
    judges: drawCodes(
      input.rounds.flatMap(({ sheets }) => sheets.map(({ judge }) => judge)),
      'P',
      drawBelow,
    ),
    entries: drawCodes(
      input.entries.map(({ id }) => id),
      'E',
      drawBelow,
    ),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The input as it is published: judges and entries by their codes, lists in the order of the codes, without the order
 * in which a judge worked and without reasons. No score depends on any of them.
 */
export function codedInput(input: CompetitionInput, codes: PublicCodes): CompetitionInput {
  const codeOf = (map: ReadonlyMap<string, string>, id: string): string => {
    const code = map.get(id);
    if (code === undefined) throw new RangeError('Everybody in a published input needs a code.');
    return code;
  };
  return {
    ...input,
    entries: input.entries
      .map((entry) => ({ ...entry, id: codeOf(codes.entries, entry.id) }))
      .sort((a, b) => byText(a.id, b.id)),
    rounds: input.rounds.map((round) => ({
      ...round,
      sheets: round.sheets
        .map(({ judge, entry, marks }) => ({
          judge: codeOf(codes.judges, judge),
          entry: codeOf(codes.entries, entry),
          marks,
        }))
        .sort((a, b) => byText(a.entry, b.entry) || byText(a.judge, b.judge)),
    })),
    deliberation: input.deliberation
      .map(({ entry, award }) => ({ entry: codeOf(codes.entries, entry), award, reason: REASON_RECORDED }))
      .sort((a, b) => byText(a.entry, b.entry)),
  };
}
