/** What a ranking needs to know of a row. */
export interface RankedRow {
  readonly id: string;
  readonly categoryRank: number | null;
  readonly overallRank: number | null;
  readonly sharedCategory: number;
  readonly sharedOverall: number;
  readonly category: { readonly id: string } | null;
  readonly entry: { readonly id: string; readonly number: string | null } | null;
}

/** A line drawn across a ranking: everybody above it gets what it stands for. */
export interface RankLine {
  readonly id: string;
  readonly title: string;
  /** Entries above it. */
  readonly given: readonly string[];
  /** Entries that tie at it and wait for a decision. */
  readonly undecided: readonly string[];
  readonly quota: number;
  /** The lowest score that got it, as text. */
  readonly score: string | null;
}

/** Where a row stands in a group that shares its place. */
export type TiePart = 'none' | 'first' | 'middle' | 'last';

/** A ranking from top to bottom: rows, and the lines between them. */
export type RankingItem<R> =
  | { readonly kind: 'row'; readonly row: R; readonly rank: number | null; readonly tie: TiePart }
  | { readonly kind: 'line'; readonly line: RankLine };

/** The rank of a row within its category, or over all categories. */
export function rankOf(row: RankedRow, overall: boolean): number | null {
  return overall ? row.overallRank : row.categoryRank;
}

/** Rows by place, without a place last; those that share one by number. `category` null ranks over all. */
export function rankedRows<R extends RankedRow>(rows: readonly R[], category: string | null): readonly R[] {
  const overall = category === null;
  const rank = (row: R): number => rankOf(row, overall) ?? Number.MAX_SAFE_INTEGER;
  return rows
    .filter((row) => overall || row.category?.id === category)
    .toSorted(
      (a, b) => rank(a) - rank(b) || (a.entry?.number ?? '').localeCompare(b.entry?.number ?? '', 'zh'),
    );
}

/**
 * A ranking with its lines. A line stands below the last row above it; several below the same row keep their order.
 * A line that nobody reached stands on top when entries tie at it, and is left out otherwise.
 */
export function ranking<R extends RankedRow>(
  rows: readonly R[],
  category: string | null,
  lines: readonly RankLine[],
): readonly RankingItem<R>[] {
  const overall = category === null;
  const ordered = rankedRows(rows, category);
  const place = new Map(ordered.map((row, at) => [row.entry?.id ?? '', at]));
  const below = new Map<number, RankLine[]>();
  for (const line of lines) {
    const after = Math.max(-1, ...line.given.map((id) => place.get(id) ?? -1));
    if (after === -1 && !line.undecided.some((id) => place.has(id))) continue;
    below.set(after, [...(below.get(after) ?? []), line]);
  }
  const drawn = (at: number): RankingItem<R>[] =>
    (below.get(at) ?? []).map((line) => ({ kind: 'line' as const, line }));
  return [
    ...drawn(-1),
    ...ordered.flatMap((row, at): RankingItem<R>[] => {
      const rank = rankOf(row, overall);
      const same = (other: R | undefined): boolean =>
        other !== undefined && rank !== null && rankOf(other, overall) === rank;
      const [up, down] = [same(ordered[at - 1]), same(ordered[at + 1])];
      const tie: TiePart = up ? (down ? 'middle' : 'last') : down ? 'first' : 'none';
      return [{ kind: 'row', row, rank, tie }, ...drawn(at)];
    }),
  ];
}

/** Who advances by rank, and who ties across the line. */
export interface Advancing {
  readonly advanced: readonly string[];
  /** Entries at the line, by category, where the tie would exceed the number. */
  readonly tied: ReadonlyMap<string, readonly string[]>;
}

/** As many of each category as the round says, by rank; a tie across the line is left to people. */
export function advancingByRank(rows: readonly RankedRow[], quota: number): Advancing {
  const advanced: string[] = [];
  const tied = new Map<string, readonly string[]>();
  for (const [category, members] of Map.groupBy(rows, (row) => row.category?.id ?? '')) {
    const ordered = rankedRows(members, category || null).filter((row) => row.categoryRank !== null);
    const line = ordered[quota - 1]?.categoryRank ?? Number.MAX_SAFE_INTEGER;
    const id = (row: RankedRow): string => row.entry?.id ?? '';
    const within = ordered.filter((row) => (row.categoryRank ?? 0) <= line);
    if (within.length > quota) {
      tied.set(category, within.filter((row) => row.categoryRank === line).map(id));
      advanced.push(...within.filter((row) => (row.categoryRank ?? 0) < line).map(id));
    } else advanced.push(...within.map(id));
  }
  return { advanced, tied };
}
