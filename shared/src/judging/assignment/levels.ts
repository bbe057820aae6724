import { f64, i32, u8 } from '../numeric.ts';
import { BARRED, type BarePool, FIXED, HELD, loadsOf, OPEN, TAKEN } from './pool.ts';

/** What a missing judge costs, per place missing: above everything else. */
export const MISSING_COST = 1e9;
/** What a place below a judge’s minimum is worth: above balance, below coverage. */
export const MINIMUM_WORTH = 1e7;

/**
 * The cost of the `load + 1`-th entry of a column; it never falls as the load grows. Balance is the sum of squared
 * loads, whose step is 2·load + 1: the flattest loads that conflicts and capacities allow minimise it, and they differ
 * by at most 1 wherever an even split exists.
 */
export function stepCost(pool: BarePool, column: number, load: number): number {
  if (column >= pool.judges) return MISSING_COST * (column - pool.judges + 1);
  if (load >= i32(pool.capacity, column)) return Number.POSITIVE_INFINITY;
  const balance = pool.even ? 2 * load + 1 : 0;
  return load < i32(pool.minimum, column) ? balance - MINIMUM_WORTH : balance;
}

/** First guess: the entries with the fewest ways first, each taking its cheapest columns. */
function greedy(pool: BarePool, loads: Int32Array): void {
  const { entries, columns, state } = pool;
  const openCount = new Int32Array(entries);
  for (let i = 0; i < entries; i++) {
    for (let j = 0; j < pool.judges; j++)
      if (u8(state, i * columns + j) === OPEN) openCount[i] = i32(openCount, i) + 1;
  }
  const order = Array.from({ length: entries }, (_, i) => i).sort(
    (a, b) => i32(openCount, a) - i32(openCount, b) || a - b,
  );
  const costs = Float64Array.from({ length: columns }, (_, j) => stepCost(pool, j, i32(loads, j)));
  const left = Int32Array.from(pool.wanted);
  let wanted = 0;
  for (let i = 0; i < entries; i++) {
    for (let j = 0; j < columns; j++) if (u8(state, i * columns + j) === FIXED) left[i] = i32(left, i) - 1;
    wanted += Math.max(0, i32(left, i));
  }
  const room = pool.capacity.reduce((acc, c, j) => acc + Math.max(0, c - i32(loads, j)), 0);
  // Where judges are too few, every entry takes one before any takes a second: the shortage is spread from the start.
  const atOnce = wanted > room ? 1 : pool.columns;
  for (let round = 0; round < pool.columns; round += atOnce) {
    let some = false;
    for (const i of order) {
      const base = i * columns;
      for (let k = 0; k < atOnce && i32(left, i) > 0; k++) {
        let best = -1;
        for (let j = 0; j < columns; j++) {
          if (u8(state, base + j) === OPEN && (best < 0 || f64(costs, j) < f64(costs, best))) best = j;
        }
        state[base + best] = TAKEN;
        loads[best] = i32(loads, best) + 1;
        costs[best] = stepCost(pool, best, i32(loads, best));
        left[i] = i32(left, i) - 1;
        some = true;
      }
    }
    if (!some) return;
  }
}

/** For every column the cheapest step that moving entries on can reach, and the first move towards it. */
interface Labels {
  readonly cost: Float64Array;
  /** Next column on the way; −1 at its end. */
  readonly next: Int32Array;
  /** The entry that moves there. */
  readonly via: Int32Array;
}

function label(pool: BarePool, loads: Int32Array): Labels {
  const { entries, columns, state } = pool;
  const own = Float64Array.from({ length: columns }, (_, j) => stepCost(pool, j, i32(loads, j)));
  const cost = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const next = new Int32Array(columns).fill(-1);
  const via = new Int32Array(columns).fill(-1);
  const labelled = new Uint8Array(columns);
  const seen = new Uint8Array(entries);
  const order = Array.from({ length: columns }, (_, j) => j).sort(
    (a, b) => f64(own, a) - f64(own, b) || a - b,
  );
  for (const source of order) {
    if (labelled[source] || f64(own, source) === Number.POSITIVE_INFINITY) continue;
    labelled[source] = 1;
    cost[source] = f64(own, source);
    const queue = [source];
    for (let head = 0; head < queue.length; head++) {
      const target = queue[head] ?? 0;
      for (let i = 0; i < entries; i++) {
        if (seen[i] || state[i * columns + target] !== OPEN) continue;
        seen[i] = 1;
        const base = i * columns;
        for (let j = 0; j < columns; j++) {
          if (state[base + j] !== TAKEN || labelled[j]) continue;
          labelled[j] = 1;
          cost[j] = f64(own, source);
          next[j] = target;
          via[j] = i;
          queue.push(j);
        }
      }
    }
  }
  return { cost, next, via };
}

/** Moves one entry out of `start` along the labels, if the way is still open and still pays; true when it did. */
function shift(pool: BarePool, loads: Int32Array, labels: Labels, start: number): boolean {
  const { columns, state } = pool;
  const path = [start];
  for (let j = start; i32(labels.next, j) >= 0; j = i32(labels.next, j)) {
    const base = i32(labels.via, j) * columns;
    if (u8(state, base + j) !== TAKEN || u8(state, base + i32(labels.next, j)) !== OPEN) return false;
    path.push(i32(labels.next, j));
  }
  const end = path.at(-1) ?? start;
  const saved =
    i32(loads, start) > 0 ? stepCost(pool, start, i32(loads, start) - 1) : Number.NEGATIVE_INFINITY;
  if (end === start || stepCost(pool, end, i32(loads, end)) >= saved) return false;
  for (const j of path.slice(0, -1)) {
    const base = i32(labels.via, j) * columns;
    state[base + j] = OPEN;
    state[base + i32(labels.next, j)] = TAKEN;
  }
  loads[start] = i32(loads, start) - 1;
  loads[end] = i32(loads, end) + 1;
  return true;
}

/** Bounds and duals that every best-covered, best-balanced assignment satisfies. */
export interface Levels {
  /** Per column: the cost of one entry more on its side; the dual of coverage and balance. */
  readonly level: Float64Array;
  /** Per column: its load lies between these, fixed pairs included. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * Finds the best coverage, then the fewest places below a minimum, then the flattest loads; then closes and fixes, in
 * `pool.state`, the pairs that no such assignment or every such assignment holds. What is left open is free for affinity.
 *
 * It is a flow of convex cost (sum of the step costs); an assignment is optimal exactly when no column’s last step costs
 * more than the cheapest step reachable from it. These reachable costs are the dual, and complementary slackness with
 * one dual describes all optima. Sources: Harvey, Ladner, Lovász & Tamir, Semi-matchings (2006); Frank & Murota,
 * Decreasing minimization on M-convex sets (2022).
 */
export function settleLevels(pool: BarePool): Levels {
  const { entries, columns, state } = pool;
  const loads = loadsOf(pool);
  greedy(pool, loads);
  let labels = label(pool, loads);
  for (let moved = true; moved; ) {
    moved = false;
    const excess = (j: number): number =>
      i32(loads, j) > 0 ? stepCost(pool, j, i32(loads, j) - 1) - f64(labels.cost, j) : 0;
    const over = Array.from({ length: columns }, (_, j) => j).filter(
      (j) => excess(j) > 0 && i32(labels.next, j) >= 0,
    );
    over.sort((a, b) => excess(b) - excess(a) || a - b);
    for (const j of over) if (shift(pool, loads, labels, j)) moved = true;
    if (moved) labels = label(pool, loads);
  }
  const low = new Int32Array(columns);
  const high = new Int32Array(columns);
  for (let j = 0; j < columns; j++) {
    const level = f64(labels.cost, j);
    if (j >= pool.judges) {
      high[j] = level >= stepCost(pool, j, 0) ? entries : i32(loads, j);
      continue;
    }
    let l = 0;
    while (stepCost(pool, j, l) < level) l++;
    low[j] = l;
    while (l < entries && stepCost(pool, j, l) <= level && stepCost(pool, j, l) < Number.POSITIVE_INFINITY)
      l++;
    high[j] = l;
  }
  for (let i = 0; i < entries; i++) {
    const base = i * columns;
    let threshold = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < columns; j++)
      if (state[base + j] === TAKEN) threshold = Math.max(threshold, f64(labels.cost, j));
    for (let j = 0; j < columns; j++) {
      const level = f64(labels.cost, j);
      if (state[base + j] === TAKEN && level < threshold) state[base + j] = HELD;
      if (state[base + j] === OPEN && level > threshold) state[base + j] = BARRED;
    }
  }
  return { level: labels.cost, low, high };
}
