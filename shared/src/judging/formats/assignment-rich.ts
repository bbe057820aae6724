import type { AssignmentEntry, AssignmentJudge, AssignmentProblem } from '../assignment/types.ts';

/** An entry as a file may give it. */
export interface RichEntry extends AssignmentEntry {
  /** Marked by everybody who may, so that judges can be compared: without `judges` it wants all of them. */
  readonly anchor?: boolean;
}

/** A judge as a file may give it. */
export interface RichJudge extends AssignmentJudge {
  /** How well the judge knows each category; added to the affinity to its entries. */
  readonly expertise?: Readonly<Record<string, number>>;
}

/** A problem as a file may give it: `affinity` may be left out where judges have an expertise. */
export interface RichProblem extends Omit<AssignmentProblem, 'entries' | 'judges' | 'affinity'> {
  readonly entries: readonly RichEntry[];
  readonly judges: readonly RichJudge[];
  readonly affinity?: readonly Float64Array[];
  /** Pairs that have a conflict, besides those without an affinity. */
  readonly conflicts?: readonly (readonly [entry: string, judge: string])[];
}

/** Says the same in the terms of the engine: expertise as affinity, conflicts as forbidden pairs, anchors as numbers. */
export function plainProblem(rich: RichProblem): AssignmentProblem {
  const { conflicts = [], affinity, entries, judges, ...rest } = rich;
  const forbidden = [...(rest.forbidden ?? []), ...conflicts];
  const barred = new Set(forbidden.map((pair) => JSON.stringify(pair)));
  const known = judges.map((j) => new Map(Object.entries(j.expertise ?? {})));
  const expert = judges.some((j) => j.expertise !== undefined);
  const base = affinity ?? entries.map(() => new Float64Array(judges.length));
  const rows = expert
    ? base.map((row, i) => row.map((value, j) => value + (known[j]?.get(entries[i]?.category ?? '') ?? 0)))
    : base;
  const mayJudge = (entry: RichEntry, row: Float64Array | undefined): number =>
    judges.filter(
      (judge, j) =>
        !Number.isNaN(row?.[j] ?? Number.NaN) &&
        !barred.has(JSON.stringify([entry.id, judge.id])) &&
        (entry.date === undefined || (judge.dates?.includes(entry.date) ?? true)),
    ).length;
  return {
    ...rest,
    ...(forbidden.length > 0 ? { forbidden } : {}),
    entries: entries.map(({ anchor, ...entry }, i) =>
      anchor && entry.judges === undefined ? { ...entry, judges: mayJudge(entry, rows[i]) } : entry,
    ),
    judges: judges.map(({ expertise: _, ...judge }) => judge),
    affinity: rows,
  };
}
