import { f64, i32, item, u8 } from '../numeric.ts';
import { OPEN, type Pool, TAKEN } from './pool.ts';

/** Loads the free places of each column must lie between. */
export interface Bounds {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * The exact heart: among assignments of `rows` whose free loads lie within the bounds, one of highest profit.
 *
 * With prices p every entry takes its best columns by profit − price; that is optimal for the loads it happens to give.
 * Then single places are moved from overfull to underfull columns along shortest paths of the column graph, where the
 * arc u → v costs the least loss of moving an entry from u to v; Dijkstra with the prices as potentials keeps every
 * reduced cost non-negative, so the assignment stays optimal for its loads until they fit. An extra node, price 0,
 * stands for the freedom between the bounds. All numbers are whole, so every comparison is exact.
 * Source: successive shortest paths, Ahuja, Magnanti & Orlin, Network Flows (1993), ch. 9.
 */
export class Transport {
  readonly #pool: Pool;
  readonly #rows: Int32Array;
  readonly #bounds: Bounds;
  readonly #free: Int32Array;
  /** Entries each column holds by a free place. */
  readonly #held: number[][];
  /** Cheapest move u → v and the entry that makes it; Infinity and −1 when there is none. */
  readonly #loss: Float64Array;
  readonly #mover: Int32Array;
  /** Free load of each column that counts as leaving it; the last place holds the excess of the extra node. */
  readonly #outflow: Int32Array;
  #slack = 0;
  readonly prices: Float64Array;
  /** How many single places had to be moved after the first guess. */
  moves = 0;

  constructor(pool: Pool, rows: Int32Array, free: Int32Array, bounds: Bounds, prices: Float64Array) {
    this.#pool = pool;
    this.#rows = rows;
    this.#bounds = bounds;
    this.#free = free;
    this.prices = Float64Array.from(prices, (p, j) =>
      i32(bounds.high, j) >= pool.entries ? Math.min(p, 0) : p,
    );
    this.#held = Array.from({ length: pool.columns }, () => []);
    this.#loss = new Float64Array(pool.columns ** 2).fill(Number.POSITIVE_INFINITY);
    this.#mover = new Int32Array(pool.columns ** 2).fill(-1);
    this.#outflow = new Int32Array(pool.columns);
    this.#takeBest();
    this.#openFlow();
    for (let u = 0; u < pool.columns; u++) this.#scanColumn(u);
  }

  /** Every entry takes its best columns at the present prices; of equals, the one with most room left. */
  #takeBest(): void {
    const { columns, state, profit } = this.#pool;
    const room = Int32Array.from(this.#bounds.high);
    const best = new Int32Array(columns);
    for (const i of this.#rows) {
      const base = i * columns;
      const wanted = i32(this.#free, i);
      let count = 0;
      for (let j = 0; j < columns && wanted > 0; j++) {
        if (state[base + j] !== OPEN) continue;
        const value = f64(profit, base + j) - f64(this.prices, j);
        let at = count;
        while (at > 0) {
          const other = i32(best, at - 1);
          const difference = value - (f64(profit, base + other) - f64(this.prices, other));
          if (difference < 0 || (difference === 0 && i32(room, j) <= i32(room, other))) break;
          if (at < wanted) best[at] = other;
          at--;
        }
        if (at < wanted) {
          best[at] = j;
          if (count < wanted) count++;
        }
      }
      for (let k = 0; k < count; k++) {
        const j = i32(best, k);
        state[base + j] = TAKEN;
        room[j] = i32(room, j) - 1;
        item(this.#held, j).push(i);
      }
    }
  }

  /** The flow out of each column that goes with its price, and what the extra node is left with. */
  #openFlow(): void {
    let total = 0;
    for (let j = 0; j < this.#pool.columns; j++) {
      const load = item(this.#held, j).length;
      const low = i32(this.#bounds.low, j);
      const high = i32(this.#bounds.high, j);
      const price = f64(this.prices, j);
      const flow = price > 0 ? high : price < 0 ? low : Math.min(Math.max(load, low), high);
      this.#outflow[j] = flow;
      total += flow - load;
    }
    this.#slack = total;
  }

  /** Recomputes the cheapest moves out of column u. */
  #scanColumn(u: number): void {
    const { columns, state, profit } = this.#pool;
    const from = u * columns;
    this.#loss.fill(Number.POSITIVE_INFINITY, from, from + columns);
    this.#mover.fill(-1, from, from + columns);
    for (const i of item(this.#held, u)) this.#offer(u, i, state, profit, columns, from);
  }

  /** Lets entry i, held by u, compete for every move out of u. */
  #offer(u: number, i: number, state: Uint8Array, profit: Float64Array, columns: number, from: number): void {
    const base = i * columns;
    const own = f64(profit, base + u);
    for (let v = 0; v < columns; v++) {
      if (state[base + v] !== OPEN) continue;
      const loss = own - f64(profit, base + v);
      if (loss < f64(this.#loss, from + v)) {
        this.#loss[from + v] = loss;
        this.#mover[from + v] = i;
      }
    }
  }

  /** Recomputes the cheapest move u → v alone. */
  #scanPair(u: number, v: number): void {
    const { columns, state, profit } = this.#pool;
    let least = Number.POSITIVE_INFINITY;
    let mover = -1;
    for (const i of item(this.#held, u)) {
      const base = i * columns;
      if (state[base + v] !== OPEN) continue;
      const loss = f64(profit, base + u) - f64(profit, base + v);
      if (loss < least) {
        least = loss;
        mover = i;
      }
    }
    this.#loss[u * columns + v] = least;
    this.#mover[u * columns + v] = mover;
  }

  #excess(node: number): number {
    return node === this.#pool.columns
      ? this.#slack
      : item(this.#held, node).length - i32(this.#outflow, node);
  }

  /**
   * One shortest path from any overfull node to the nearest underfull one; moves one place along it.
   * False when every load fits, or when no path is left (the bounds cannot be met).
   */
  step(): boolean {
    const extra = this.#pool.columns;
    const nodes = extra + 1;
    const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(nodes).fill(-1);
    const done = new Uint8Array(nodes);
    for (let v = 0; v < nodes; v++) if (this.#excess(v) > 0) distance[v] = 0;
    let end = -1;
    for (;;) {
      let u = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let v = 0; v < nodes; v++) {
        if (!u8(done, v) && f64(distance, v) < least) {
          least = f64(distance, v);
          u = v;
        }
      }
      if (u < 0) return false;
      if (this.#excess(u) < 0) {
        end = u;
        break;
      }
      done[u] = 1;
      this.#relax(u, distance, before, done);
    }
    this.#raisePrices(distance, f64(distance, end));
    this.#movePlaces(end, before);
    this.moves++;
    return true;
  }

  #relax(u: number, distance: Float64Array, before: Int32Array, done: Uint8Array): void {
    const extra = this.#pool.columns;
    const start = f64(distance, u);
    const price = u === extra ? 0 : f64(this.prices, u);
    if (u === extra) {
      for (let v = 0; v < extra; v++) {
        if (u8(done, v) || i32(this.#outflow, v) <= i32(this.#bounds.low, v)) continue;
        const d = start + f64(this.prices, v);
        if (d < f64(distance, v)) {
          distance[v] = d;
          before[v] = u;
        }
      }
      return;
    }
    const from = u * extra;
    for (let v = 0; v < extra; v++) {
      if (u8(done, v)) continue;
      const d = start + f64(this.#loss, from + v) + f64(this.prices, v) - price;
      if (d < f64(distance, v)) {
        distance[v] = d;
        before[v] = u;
      }
    }
    if (
      !u8(done, extra) &&
      i32(this.#outflow, u) < i32(this.#bounds.high, u) &&
      start - price < f64(distance, extra)
    ) {
      distance[extra] = start - price;
      before[extra] = u;
    }
  }

  /** Prices rise by how much nearer than the end each node is; then all shift so that the extra node stays at 0. */
  #raisePrices(distance: Float64Array, end: number): void {
    if (end === 0) return;
    const extra = this.#pool.columns;
    const shift = Math.max(0, end - f64(distance, extra));
    for (let v = 0; v < extra; v++) {
      this.prices[v] = f64(this.prices, v) + Math.max(0, end - f64(distance, v)) - shift;
    }
  }

  /** Moves one place along the path that ends at `end`, then repairs the cheapest moves it touched. */
  #movePlaces(end: number, before: Int32Array): void {
    const extra = this.#pool.columns;
    const changes: [entry: number, from: number, to: number][] = [];
    for (let v = end; i32(before, v) >= 0; v = i32(before, v)) {
      const u = i32(before, v);
      if (v === extra) this.#outflow[u] = i32(this.#outflow, u) + 1;
      else if (u === extra) this.#outflow[v] = i32(this.#outflow, v) - 1;
      else changes.push([i32(this.#mover, u * extra + v), u, v]);
    }
    let start = end;
    while (i32(before, start) >= 0) start = i32(before, start);
    if (end === extra) this.#slack++;
    if (start === extra) this.#slack--;
    const { state, columns } = this.#pool;
    for (const [i, u, v] of changes) {
      state[i * columns + u] = OPEN;
      state[i * columns + v] = TAKEN;
      const list = item(this.#held, u);
      const last = list.pop();
      if (last !== undefined && last !== i) list[list.indexOf(i)] = last;
      item(this.#held, v).push(i);
    }
    for (const [i, u, v] of changes) this.#repair(i, u, v);
  }

  /** Entry i has gone from u to v: corrects every cheapest move in which that matters. */
  #repair(i: number, u: number, v: number): void {
    const { columns, state, profit } = this.#pool;
    const base = i * columns;
    for (let w = 0; w < columns; w++) if (i32(this.#mover, u * columns + w) === i) this.#scanPair(u, w);
    for (let s = 0; s < columns; s++) {
      if (state[base + s] !== TAKEN) continue;
      if (i32(this.#mover, s * columns + v) === i) this.#scanPair(s, v);
      if (s === v) this.#offer(v, i, state, profit, columns, v * columns);
      else {
        const loss = f64(profit, base + s) - f64(profit, base + u);
        if (loss < f64(this.#loss, s * columns + u)) {
          this.#loss[s * columns + u] = loss;
          this.#mover[s * columns + u] = i;
        }
      }
    }
  }

  /** True when every load lies within its bounds. */
  get settled(): boolean {
    for (let v = 0; v <= this.#pool.columns; v++) if (this.#excess(v) !== 0) return false;
    return true;
  }

  /** How many places still lie too many somewhere. */
  get surplus(): number {
    let surplus = 0;
    for (let v = 0; v <= this.#pool.columns; v++) surplus += Math.max(0, this.#excess(v));
    return surplus;
  }

  /** Gives back every free place, for a solve that was only a sample. */
  release(): void {
    const { columns, state } = this.#pool;
    for (const [j, entries] of this.#held.entries()) for (const i of entries) state[i * columns + j] = OPEN;
  }
}
