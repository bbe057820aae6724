import { i32, item, u8 } from '../numeric.ts';
import { settleLevels } from './levels.ts';
import { type BarePool, CLOSED, FIXED, loadsOf, OPEN, type Pool, TAKEN } from './pool.ts';
import type { WayOut } from './types.ts';

/** Entries without all their judges, and the full judges that stand in their way. */
export interface Shortage {
  /** Entry and places to be filled. */
  readonly wanting: ReadonlyMap<number, number>;
  readonly blocking: readonly number[];
}

/**
 * The part of the problem the shortage hangs on, with so much capacity: the blocking judges, whose entries can be moved
 * among them, and the entries that want more. Everything else stays as it is.
 */
function partOf(pool: Pool, { wanting, blocking }: Shortage): (capacity: number) => BarePool {
  const stateOf = (i: number, j: number): number => u8(pool.state, i * pool.columns + j);
  const held = (i: number): number => blocking.filter((j) => stateOf(i, j) >= TAKEN).length;
  const rows = Array.from({ length: pool.entries }, (_, i) => i).filter((i) => wanting.has(i) || held(i) > 0);
  const wanted = Int32Array.from(rows, (i) => held(i) + (wanting.get(i) ?? 0));
  const columns = blocking.length + wanted.reduce((most, w) => Math.max(most, w), 0);
  const judges = blocking.length;
  return (capacity) => {
    const state = new Uint8Array(rows.length * columns).fill(OPEN);
    for (const [row, i] of rows.entries()) {
      for (const [column, j] of blocking.entries()) {
        const s = stateOf(i, j);
        if (s === CLOSED || s === FIXED) state[row * columns + column] = s;
      }
    }
    return {
      entries: rows.length,
      judges,
      columns,
      state,
      wanted,
      capacity: Int32Array.from(blocking, (j) => Math.max(i32(pool.capacity, j), capacity)),
      minimum: new Int32Array(judges),
      even: false,
    };
  };
}

/** Loads of the blocking judges when all that want are met; null when they cannot be. */
function metLoads(pool: BarePool): Int32Array | null {
  settleLevels(pool);
  const loads = loadsOf(pool);
  return loads.subarray(pool.judges).some((missing) => missing > 0) ? null : loads.subarray(0, pool.judges);
}

/**
 * The lowest capacity of the blocking judges with which the shortage ends, found by solving the part it hangs on, and
 * the judges who would take more than now; null when no capacity ends it.
 */
export function capacityWay(
  pool: Pool,
  shortage: Shortage,
  ids: readonly { readonly id: string }[],
): WayOut | null {
  const { blocking } = shortage;
  if (blocking.length === 0) return null;
  const partAt = partOf(pool, shortage);
  const present = blocking.map((j) => i32(pool.capacity, j));
  const wanted = [...shortage.wanting.values()].reduce((a, b) => a + b, 0);
  // Even if the extra places were spread without a gap, the lowest capacity cannot be below this.
  let failed = Math.min(...present) + Math.ceil(wanted / blocking.length) - 1;
  const most = partAt(0).entries;
  let met: { capacity: number; loads: Int32Array } | null = null;
  for (let step = 1; met === null && failed < most; step *= 2) {
    const capacity = Math.min(most, failed + step);
    const loads = metLoads(partAt(capacity));
    if (loads) met = { capacity, loads };
    else failed = capacity;
  }
  while (met && met.capacity - failed > 1) {
    const capacity = (met.capacity + failed) >> 1;
    const loads = metLoads(partAt(capacity));
    if (loads) met = { capacity, loads };
    else failed = capacity;
  }
  if (!met) return null;
  const { loads, capacity } = met;
  const raised = blocking.flatMap((j, k) =>
    i32(loads, k) > item(present, k) ? [{ id: item(ids, j).id, from: item(present, k) }] : [],
  );
  return {
    kind: 'MORE_CAPACITY',
    judges: raised.map((r) => r.id),
    from: Math.max(...raised.map((r) => r.from)),
    to: capacity,
  };
}
