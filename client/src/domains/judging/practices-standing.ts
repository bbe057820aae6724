/** One criterion of a practice entry: what was agreed, and what judges gave. */
export interface PracticeStanding<C> {
  readonly criterion: C;
  readonly agreed: string;
  readonly reason: string;
  /** Of the judges' marks; null while there are none. */
  readonly mean: number | null;
  readonly lowest: number;
  readonly highest: number;
}

/** How judges did on a practice entry, in the order of the criteria. */
export function practiceStanding<C extends { readonly id: string }>(
  criteria: readonly C[],
  agreed: readonly { readonly criterionId: string; readonly value: string; readonly reason: string }[],
  sheets: readonly { readonly marks: readonly { readonly criterionId: string; readonly value: string }[] }[],
): readonly PracticeStanding<C>[] {
  return criteria.flatMap((criterion): PracticeStanding<C>[] => {
    const right = agreed.find(({ criterionId }) => criterionId === criterion.id);
    if (!right) return [];
    const given = sheets.flatMap(({ marks }) =>
      marks.filter(({ criterionId }) => criterionId === criterion.id).map(({ value }) => Number(value)),
    );
    return [
      {
        criterion,
        agreed: right.value,
        reason: right.reason,
        mean: given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0) / given.length,
        lowest: given.length === 0 ? 0 : Math.min(...given),
        highest: given.length === 0 ? 0 : Math.max(...given),
      },
    ];
  });
}
