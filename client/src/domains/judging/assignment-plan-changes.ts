/** A pair of a plan. */
export interface PlanPair {
  readonly entryId: string;
  readonly judgeId: string;
}

/** What a plan does to one entry. */
export interface EntryChange {
  readonly entryId: string;
  readonly kept: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The changes of a plan by entry, in the order of `entryIds`; entries that stay as they are are left out. */
export function changesByEntry(
  entryIds: readonly string[],
  plan: {
    readonly pairs: readonly PlanPair[];
    readonly added: readonly PlanPair[];
    readonly removed: readonly PlanPair[];
  },
): readonly EntryChange[] {
  const of = (pairs: readonly PlanPair[]) => Map.groupBy(pairs, ({ entryId }) => entryId);
  const [pairs, added, removed] = [of(plan.pairs), of(plan.added), of(plan.removed)];
  const judges = (list: readonly PlanPair[] | undefined) => (list ?? []).map(({ judgeId }) => judgeId);
  return entryIds.flatMap((entryId) => {
    const plus = judges(added.get(entryId));
    const minus = judges(removed.get(entryId));
    if (plus.length + minus.length === 0) return [];
    const kept = judges(pairs.get(entryId)).filter((judge) => !plus.includes(judge));
    return [{ entryId, kept, added: plus, removed: minus }];
  });
}
