/** What grouping awards needs of an entry. */
export interface AwardedEntry {
  readonly id: string;
  readonly number: string | null;
  readonly category: { readonly id: string };
  readonly award: { readonly id: string } | null;
}

/** The awards of one category: each award with its entries in the order of their numbers. */
export interface AwardGroup<E> {
  readonly awardId: string;
  readonly entries: readonly E[];
}

/** Groups the entries of a category by award, in the order of the awards; awards nobody has are left out. */
export function awardGroups<E extends AwardedEntry>(
  entries: readonly E[],
  categoryId: string,
  awards: readonly { readonly id: string; readonly position: number }[],
): readonly AwardGroup<E>[] {
  return [...awards]
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => ({
      awardId: id,
      entries: entries
        .filter(({ category, award }) => category.id === categoryId && award?.id === id)
        .sort((a, b) => (a.number ?? '').localeCompare(b.number ?? '', 'zh-CN', { numeric: true })),
    }))
    .filter((group) => group.entries.length > 0);
}
