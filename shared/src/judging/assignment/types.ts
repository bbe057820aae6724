/** An entry to be judged. */
export interface AssignmentEntry {
  readonly id: string;
  /** Entries of a category are compared with each other: their judge-entry graph is kept connected. */
  readonly category?: string;
  /** Judges wanted, if other than the problem’s `judgesPerEntry` (an anchor takes many). */
  readonly judges?: number;
  /** The day the entry is presented; only judges available on it may take it. */
  readonly date?: string;
}

export interface AssignmentJudge {
  readonly id: string;
  /** The most entries the judge takes; otherwise `load.max`, otherwise as many as there are. */
  readonly capacity?: number;
  /** The fewest entries the judge should get; otherwise `load.min`, otherwise none. */
  readonly minimum?: number;
  /** Days on which the judge is available; absent means always. Matters only for entries with a date. */
  readonly dates?: readonly string[];
}

/** One entry’s affinity to every judge, in their order: `null` or NaN is a conflict and is never assigned. */
export type AffinityRow = Float64Array | readonly (number | null)[];

/** Who could judge what, and what is wanted. Ids are unique among entries and among judges. */
export interface AssignmentProblem {
  readonly judgesPerEntry: number;
  /** Bounds of every judge’s load. */
  readonly load?: { readonly min?: number; readonly max?: number };
  /**
   * True evens the loads out before affinity counts (at most 1 apart among equal capacities); false lets them differ
   * freely within the bounds. By default: true, unless both bounds are given, which then are the load policy.
   */
  readonly evenLoads?: boolean;
  readonly entries: readonly AssignmentEntry[];
  readonly judges: readonly AssignmentJudge[];
  /** Rows entries, columns judges. */
  readonly affinity: readonly AffinityRow[];
  /** Pairs that must be in the assignment. */
  readonly pinned?: readonly (readonly [entry: string, judge: string])[];
  /** Pairs that must not, besides the conflicts. */
  readonly forbidden?: readonly (readonly [entry: string, judge: string])[];
  /** Share of the optimal affinity that may be given up to connect the panels of each category; default 0.01. */
  readonly connectingBudget?: number;
  /** Share that may further be given up to mix panels more evenly; default 0: only exchanges that cost nothing. */
  readonly mixingBudget?: number;
  /** Seed of the mixing’s order of trials; the same seed gives the same assignment. Default 1. */
  readonly seed?: number;
}

/** What would let an unmet entry be met. */
export type WayOut =
  /** So many more judges without a conflict, each with the given capacity. */
  | {
      readonly kind: 'MORE_JUDGES';
      readonly judges: number;
      readonly capacity: number;
      readonly category: string | null;
    }
  /** A higher capacity for these judges. */
  | {
      readonly kind: 'MORE_CAPACITY';
      readonly judges: readonly string[];
      readonly from: number;
      readonly to: number;
    }
  /** Fewer judges for this entry. */
  | { readonly kind: 'FEWER_JUDGES'; readonly from: number; readonly to: number };

export interface Unmet {
  readonly entry: string;
  readonly category: string | null;
  readonly missing: number;
  /** CONFLICTS: too few judges may take it at all. CAPACITY: those who may are full. */
  readonly cause: 'CONFLICTS' | 'CAPACITY';
  /** One plain English sentence; screens make their own from `cause` and `waysOut`. */
  readonly reason: string;
  /** The cheapest first. */
  readonly waysOut: readonly WayOut[];
}

/**
 * What proves the assignment optimal, checkable without solving anything: see `verifyAssignment`.
 * Prices are in units of affinity; levels count loads.
 */
export interface AssignmentProof {
  /** Dual of coverage and balance, per judge: the cost of giving the judge’s side of the graph one entry more; null: without bound. */
  readonly levels: readonly (number | null)[];
  /** Dual of affinity, per judge: what one more place with this judge would be worth. */
  readonly prices: readonly number[];
  /** Levels and prices of the `missing judge` columns, for entries that could not be met. */
  readonly missingLevels: readonly (number | null)[];
  readonly missingPrices: readonly number[];
}

export interface CategoryGraph {
  readonly category: string;
  readonly entries: number;
  readonly judges: number;
  /** Connected parts of the judge-entry graph; 1 means every entry can be compared with every other. */
  readonly components: number;
}

export interface AssignmentResult {
  /** In the order of the problem’s entries. */
  readonly pairs: readonly (readonly [entry: string, judge: string])[];
  /** Total affinity of `pairs`. */
  readonly affinity: number;
  /** The optimum before panels were connected and mixed; `affinity` lies below it by at most the two budgets. */
  readonly optimalAffinity: number;
  /** No assignment with the same coverage and balance has a higher affinity; equals `optimalAffinity` up to rounding. */
  readonly dualBound: number;
  /** Load per judge, in the order of the problem’s judges. */
  readonly loads: readonly number[];
  readonly coverage: { readonly wanted: number; readonly assigned: number };
  readonly unmet: readonly Unmet[];
  /** Judges whose minimum load could not be reached without losing coverage. */
  readonly belowMinimum: readonly {
    readonly judge: string;
    readonly load: number;
    readonly minimum: number;
  }[];
  readonly categories: readonly CategoryGraph[];
  readonly proof: AssignmentProof;
}
