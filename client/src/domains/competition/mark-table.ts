import type { SheetView } from './entry-types.ts';

/** The sheets of one round with its criteria, ready to be shown judge by judge. */
export interface MarkTable {
  readonly round: NonNullable<SheetView['round']>;
  readonly sheets: readonly SheetView[];
  /** Whether the viewer may see any mark or total. */
  readonly open: boolean;
}

/** Sheets by round, the rounds in their order; a sheet whose round is not to be seen is left out. */
export function markTables(sheets: readonly SheetView[]): readonly MarkTable[] {
  const rounds = new Map(sheets.flatMap(({ round }) => (round ? [[round.id, round] as const] : [])));
  return [...rounds.values()]
    .sort((a, b) => a.position - b.position)
    .map((round) => {
      const own = sheets.filter((sheet) => sheet.round?.id === round.id);
      return {
        round,
        sheets: own,
        open: own.some(({ total, marks }) => total !== null || marks.length > 0),
      };
    });
}
