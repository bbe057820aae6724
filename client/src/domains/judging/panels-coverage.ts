/** What the coverage of a category's panel is worked out from. */
export interface PanelFacts {
  readonly entries: number;
  readonly judgesPerEntry: number;
  readonly members: readonly { readonly capacity: number; readonly knows: boolean; readonly seats: number }[];
  /** Conflicts between members and entries of the category. */
  readonly conflicts: number;
}

/** Whether a panel can carry its category. */
export interface PanelCoverage {
  /** Entries × judges wanted. */
  readonly wanted: number;
  /**
   * What the members can take: a member's capacity, shared evenly among the panels the member sits on, and never more
   * than the entries there are.
   */
  readonly room: number;
  readonly knowing: number;
  /** `EMPTY`: no panel; `FEW`: fewer members than an entry wants judges; `NO_ROOM`: the members would be full; else `ENOUGH`. */
  readonly state: 'EMPTY' | 'FEW' | 'NO_ROOM' | 'ENOUGH';
}

/** Works out the coverage of one panel. */
export function coverageOf({ entries, judgesPerEntry, members, conflicts }: PanelFacts): PanelCoverage {
  const wanted = entries * judgesPerEntry;
  const room = members.reduce(
    (sum, { capacity, seats }) => sum + Math.min(entries, Math.floor(capacity / Math.max(1, seats))),
    -Math.min(conflicts, entries * members.length),
  );
  const knowing = members.filter(({ knows }) => knows).length;
  const state =
    members.length === 0
      ? 'EMPTY'
      : members.length < judgesPerEntry
        ? 'FEW'
        : room < wanted
          ? 'NO_ROOM'
          : 'ENOUGH';
  return { wanted, room: Math.max(0, room), knowing, state };
}
