/** A row as far as awards are concerned. */
export interface AwardedRow {
  readonly entry: { readonly id: string } | null;
  readonly category: { readonly id: string } | null;
  readonly award: { readonly id: string } | null;
}

/** How many hold an award now, and would after a decision. */
export interface AwardCount {
  readonly before: number;
  readonly after: number;
  readonly quota: number;
}

/**
 * How a decision moves the number of an award: counted in the entry's category for an award in each category, over all
 * entries otherwise.
 */
export function awardCount(
  rows: readonly AwardedRow[],
  rule: { readonly id: string; readonly scope: 'CATEGORY' | 'OVERALL' | 'NOMINATED'; readonly quota: number },
  entryId: string,
  awardId: string | null,
): AwardCount {
  const category = rows.find(({ entry }) => entry?.id === entryId)?.category?.id;
  const counted = rows.filter((row) => rule.scope !== 'CATEGORY' || row.category?.id === category);
  const held = counted.filter(({ award }) => award?.id === rule.id);
  const others = held.filter(({ entry }) => entry?.id !== entryId).length;
  return {
    before: held.length,
    after: others + (awardId === rule.id ? 1 : 0),
    quota: rule.quota,
  };
}
