import { assign } from '@xinghuo/shared/judging/assignment/assign';
import type { SimulatedEntry, World } from './world.ts';

/** A sheet of the simulation: entry and judge by index. */
export interface Sheet {
  readonly entry: number;
  readonly judge: number;
  /** The position in the judge’s own order, from 1. */
  readonly order: number;
  readonly score: number;
}

/** Who judges what, as pairs of indices. */
export type Pairs = readonly (readonly [entry: number, judge: number])[];

export interface DesignOptions {
  readonly perEntry: number;
  /** Affinity of a judge to an entry; 1 throughout where nobody knows one field better. Null: never. */
  readonly affinity?: (entry: SimulatedEntry, judge: number) => number | null;
  /** Judges wanted per entry where they differ, and the pairs that are there already. */
  readonly wanted?: readonly number[];
  readonly pinned?: Pairs;
}

const entryIndex = (id: string): number => Number(id.slice(1));

/** The engine’s assignment: even loads, connected and mixed panels. */
export function designed(world: World, options: DesignOptions): Pairs {
  const judges = world.camps.map((_, j) => `j${j}`);
  const { pairs } = assign({
    judgesPerEntry: options.perEntry,
    entries: world.entries.map(({ id, category }, i) => ({
      id,
      category,
      ...(options.wanted ? { judges: options.wanted[i] ?? options.perEntry } : {}),
    })),
    judges: judges.map((id) => ({ id })),
    affinity: world.entries.map((e) =>
      judges.map((_, j) => options.affinity?.(e, j) ?? (options.affinity ? null : 1)),
    ),
    ...(options.pinned ? { pinned: options.pinned.map(([e, j]) => [`e${e}`, `j${j}`] as const) } : {}),
  });
  return pairs.map(([e, j]) => [entryIndex(e), entryIndex(j)] as const);
}

/** The numbers 0 … n − 1 in a random order. */
export function shuffled(n: number, next: () => number): number[] {
  const list = Array.from({ length: n }, (_, k) => k);
  for (let k = n - 1; k > 0; k--) {
    const other = Math.floor(next() * (k + 1));
    [list[k], list[other]] = [list[other] ?? 0, list[k] ?? 0];
  }
  return list;
}

/** What a careful secretary does by lot: every entry draws its judges among those with the fewest entries so far. */
export function byLot(world: World, perEntry: number): Pairs {
  const loads = world.camps.map(() => 0);
  return shuffled(world.entries.length, world.next).flatMap((entry) => {
    const chosen = shuffled(loads.length, world.next)
      .sort((a, b) => (loads[a] ?? 0) - (loads[b] ?? 0))
      .slice(0, perEntry);
    for (const j of chosen) loads[j] = (loads[j] ?? 0) + 1;
    return chosen.map((j) => [entry, j] as const);
  });
}

/** Every entry draws its judges from all of them, whatever they have already. */
export function anyJudges(world: World, perEntry: number): Pairs {
  return world.entries.flatMap((_, entry) =>
    shuffled(world.camps.length, world.next)
      .slice(0, perEntry)
      .map((j) => [entry, j] as const),
  );
}

/** Closed panels: the judges are cut into groups, each of which judges its own share of every category. */
export function closedPanels(world: World, perEntry: number): Pairs {
  const groups = Math.floor(world.camps.length / perEntry);
  const order = shuffled(world.camps.length, world.next);
  return shuffled(world.entries.length, world.next).flatMap((entry, k) => {
    const from = (k % groups) * perEntry;
    return order.slice(from, from + perEntry).map((j) => [entry, j] as const);
  });
}

/** The sheets of an assignment, each judge working in an own random order; `missing` of them are never handed in. */
export function sheetsOf(world: World, pairs: Pairs, missing = 0): Sheet[] {
  const keyed = pairs.map(([entry, judge]) => ({
    entry,
    judge,
    key: world.next(),
    kept: world.next() >= missing,
  }));
  return [...Map.groupBy(keyed, (p) => p.judge).values()].flatMap((own) =>
    own
      .sort((a, b) => a.key - b.key)
      .flatMap(({ entry, judge, kept }, k) => {
        const place = own.length > 1 ? k / (own.length - 1) - 0.5 : 0;
        return kept ? [{ entry, judge, order: k + 1, score: world.mark(entry, judge, place) }] : [];
      }),
  );
}
