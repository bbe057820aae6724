/** A row of a result as the public sees it. */
export interface PublicRow {
  readonly id: string;
  readonly category: { readonly id: string } | null;
  readonly award: { readonly id: string } | null;
  readonly entry: { readonly number: string | null } | null;
}

/** The awarded rows of each award in the order of the awards, within an award by category and number. */
export function awardedRows<R extends PublicRow>(
  rows: readonly R[],
  awardIds: readonly string[],
  categoryIds: readonly string[],
): readonly { readonly award: string; readonly rows: readonly R[] }[] {
  const place = (row: R): number => categoryIds.indexOf(row.category?.id ?? '');
  return awardIds.flatMap((award) => {
    const given = rows
      .filter((row) => row.award?.id === award)
      .toSorted(
        (a, b) => place(a) - place(b) || (a.entry?.number ?? '').localeCompare(b.entry?.number ?? '', 'zh'),
      );
    return given.length > 0 ? [{ award, rows: given }] : [];
  });
}
