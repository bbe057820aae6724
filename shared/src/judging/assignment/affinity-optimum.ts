import { i32, item } from '../numeric.ts';
import { checkpoint, type WorkHooks } from '../work-hooks.ts';
import { ExactSum } from './exact-sum.ts';
import type { Levels } from './levels.ts';
import { HELD, OPEN, type Pool, TAKEN } from './pool.ts';
import { type Bounds, Transport } from './transport.ts';

/** Free places per entry, and the bounds of the free loads. */
interface FreePart {
  readonly free: Int32Array;
  readonly bounds: Bounds;
  readonly total: number;
}

/** Takes what the levels fixed out of wants and bounds, and opens the rest again. */
function freePart(pool: Pool, levels: Levels): FreePart {
  const { entries, columns, state } = pool;
  const free = Int32Array.from(pool.wanted);
  const low = Int32Array.from(levels.low);
  const high = Int32Array.from(levels.high);
  let total = 0;
  for (let i = 0; i < entries; i++) {
    const base = i * columns;
    for (let j = 0; j < columns; j++) {
      if (state[base + j] === TAKEN) state[base + j] = OPEN;
      else if ((state[base + j] ?? 0) >= HELD) {
        free[i] = i32(free, i) - 1;
        low[j] = i32(low, j) - 1;
        if (j < pool.judges) high[j] = i32(high, j) - 1;
      }
    }
    free[i] = Math.max(0, i32(free, i));
    total += i32(free, i);
  }
  return { free, bounds: { low: low.map((l) => Math.max(0, l)), high }, total };
}

/** Every entry of a stride, so that samples mix the order in which entries were listed. */
function sample(entries: number, stride: number): Int32Array {
  return Int32Array.from({ length: Math.ceil(entries / stride) }, (_, k) => k * stride);
}

/** Prices learned from samples of growing size: the exact solve then starts close to its end. */
function learnPrices(pool: Pool, part: FreePart, hooks: WorkHooks): Float64Array {
  let prices: Float64Array = new Float64Array(pool.columns);
  const strides: number[] = [];
  for (let stride = 4; pool.entries / stride >= 50; stride *= 4) strides.unshift(stride);
  for (const [k, stride] of strides.entries()) {
    checkpoint(hooks, (0.3 * k) / strides.length, 'PRICES');
    const rows = sample(pool.entries, stride);
    const share = rows.reduce((acc, i) => acc + i32(part.free, i), 0) / Math.max(1, part.total);
    const transport = new Transport(
      pool,
      rows,
      part.free,
      {
        low: part.bounds.low.map((l) => Math.floor(l * share)),
        high: part.bounds.high.map((h) => (h >= pool.entries ? h : Math.ceil(h * share))),
      },
      prices,
    );
    while (transport.step());
    prices = transport.prices;
    transport.release();
  }
  return prices;
}

/**
 * The assignment of highest affinity among the best-covered and best-balanced ones; it is left in `pool.state`.
 * Returns the judges’ prices, whose dual value equals the affinity: the proof.
 */
export function optimiseAffinity(pool: Pool, levels: Levels, hooks: WorkHooks = {}): Float64Array {
  const part = freePart(pool, levels);
  const prices = learnPrices(pool, part, hooks);
  const rows = Int32Array.from({ length: pool.entries }, (_, i) => i);
  const transport = new Transport(pool, rows, part.free, part.bounds, prices);
  const before = Math.max(1, transport.surplus);
  checkpoint(hooks, 0.3, 'ASSIGNING');
  while (transport.step()) {
    if (transport.moves % 64 === 0)
      checkpoint(hooks, 0.3 + 0.6 * Math.min(1, transport.moves / before), 'ASSIGNING');
  }
  if (!transport.settled)
    throw new Error('The bounds of the balanced loads cannot be met: the levels are wrong.');
  return transport.prices;
}

/** The dual value of prices: no assignment within the bounds has a higher affinity. In units of affinity. */
export function dualValue(pool: Pool, levels: Levels, prices: Float64Array): number {
  const { entries, columns, state, profit } = pool;
  const total = new ExactSum();
  const loads = { low: Int32Array.from(levels.low), high: Int32Array.from(levels.high) };
  const values: number[] = [];
  for (let i = 0; i < entries; i++) {
    const base = i * columns;
    let free = i32(pool.wanted, i);
    values.length = 0;
    for (let j = 0; j < columns; j++) {
      const status = state[base + j] ?? 0;
      const own = profit[base + j] ?? 0;
      if (status >= HELD) {
        free--;
        total.add(own);
        loads.low[j] = i32(loads.low, j) - 1;
        if (j < pool.judges) loads.high[j] = i32(loads.high, j) - 1;
      } else if (status === OPEN || status === TAKEN) values.push(own - (prices[j] ?? 0));
    }
    values.sort((a, b) => b - a);
    for (let k = 0; k < free; k++) total.add(item(values, k));
  }
  for (let j = 0; j < columns; j++) {
    const price = prices[j] ?? 0;
    if (price > 0) total.addProduct(price, i32(loads.high, j));
    else if (price < 0) total.addProduct(price, Math.max(0, i32(loads.low, j)));
  }
  return total.over(pool.scale);
}
