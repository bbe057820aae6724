/** What another rule says of the same sheets. */
export interface RuleRanks<Kind extends string = string> {
  readonly ruleKind: Kind;
  readonly official: boolean;
  readonly rows: readonly {
    readonly entry: { readonly id: string } | null;
    readonly categoryRank: number | null;
    readonly overallRank: number | null;
    readonly total: string | null;
  }[];
}

/** An entry's places by rule. */
export interface PlacesByRule<Kind extends string = string> {
  readonly places: readonly {
    readonly ruleKind: Kind;
    readonly rank: number;
    readonly total: string | null;
  }[];
  readonly best: number;
  readonly worst: number;
}

/** The places each entry takes by each rule, in its category or over all; entries without any place are left out. */
export function placesByRule<Kind extends string>(
  results: readonly RuleRanks<Kind>[],
  overall: boolean,
): ReadonlyMap<string, PlacesByRule<Kind>> {
  const found = new Map<string, { ruleKind: Kind; rank: number; total: string | null }[]>();
  for (const { ruleKind, rows } of results) {
    for (const { entry, categoryRank, overallRank, total } of rows) {
      const rank = overall ? overallRank : categoryRank;
      if (!entry || rank === null) continue;
      const places = found.get(entry.id) ?? [];
      places.push({ ruleKind, rank, total });
      found.set(entry.id, places);
    }
  }
  return new Map(
    [...found].map(([entry, places]) => {
      const ranks = places.map(({ rank }) => rank);
      return [entry, { places, best: Math.min(...ranks), worst: Math.max(...ranks) }];
    }),
  );
}
