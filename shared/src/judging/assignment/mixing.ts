import { i32, item } from '../numeric.ts';
import { random } from '../random.ts';
import { CLOSED, FIXED, OPEN, type Pool, TAKEN } from './pool.ts';
import type { CategoryGraph } from './types.ts';

/** The judge-entry graph of one category: its entries’ rows and its connected parts. */
export interface CategoryRows {
  readonly category: string;
  readonly rows: readonly number[];
}

const taken = (pool: Pool, i: number, j: number): boolean =>
  (pool.state[i * pool.columns + j] ?? CLOSED) >= TAKEN;

/** The judges of an entry. */
export function panelOf(pool: Pool, i: number): number[] {
  const panel: number[] = [];
  for (let j = 0; j < pool.judges; j++) if (taken(pool, i, j)) panel.push(j);
  return panel;
}

/** Part number of every judge that judges in the category; −1 for the others. Entries without a judge are parts too. */
function judgeParts(pool: Pool, rows: readonly number[]): { part: Int32Array; count: number } {
  const parent = Int32Array.from({ length: pool.judges }, (_, j) => j);
  const used = new Uint8Array(pool.judges);
  const root = (j: number): number => {
    let r = j;
    while (i32(parent, r) !== r) r = i32(parent, r);
    parent[j] = r;
    return r;
  };
  let lonely = 0;
  for (const i of rows) {
    const panel = panelOf(pool, i);
    if (panel.length === 0) lonely++;
    for (const j of panel) {
      used[j] = 1;
      parent[root(j)] = root(item(panel, 0));
    }
  }
  const numbers = new Map<number, number>();
  const part = new Int32Array(pool.judges).fill(-1);
  for (let j = 0; j < pool.judges; j++) {
    if (!used[j]) continue;
    const r = root(j);
    if (!numbers.has(r)) numbers.set(r, numbers.size);
    part[j] = numbers.get(r) ?? 0;
  }
  return { part, count: numbers.size + lonely };
}

export function describeGraph(pool: Pool, { category, rows }: CategoryRows): CategoryGraph {
  const { part, count } = judgeParts(pool, rows);
  return { category, entries: rows.length, judges: part.filter((p) => p >= 0).length, components: count };
}

/** Exchange of judges between two entries: a gives x to b and takes y. Loads stay as they are. */
interface Exchange {
  readonly a: number;
  readonly x: number;
  readonly b: number;
  readonly y: number;
  /** Profit lost; negative when the pair had been held back by other bounds. */
  readonly loss: number;
}

function movable(pool: Pool, i: number, j: number): boolean {
  return taken(pool, i, j) && pool.state[i * pool.columns + j] !== FIXED;
}

function allowed(pool: Pool, i: number, j: number): boolean {
  const state = pool.state[i * pool.columns + j] ?? CLOSED;
  return state !== CLOSED && state < TAKEN;
}

function lossOf(pool: Pool, a: number, x: number, b: number, y: number): number {
  const { profit, columns } = pool;
  const at = (i: number, j: number): number => profit[i * columns + j] ?? 0;
  return at(a, x) + at(b, y) - at(a, y) - at(b, x);
}

function apply(pool: Pool, { a, x, b, y }: Exchange): void {
  const { state, columns } = pool;
  state[a * columns + x] = OPEN;
  state[b * columns + y] = OPEN;
  state[a * columns + y] = TAKEN;
  state[b * columns + x] = TAKEN;
}

/** The cheapest exchange between two parts of a category that makes them fewer; null when there is none in budget. */
function bridge(pool: Pool, rows: readonly number[], budget: number): Exchange | null {
  const { part, count } = judgeParts(pool, rows);
  const candidates: Exchange[] = [];
  const panels = rows.map((i) => panelOf(pool, i));
  for (const [r, a] of rows.entries()) {
    for (const x of item(panels, r)) {
      if (!movable(pool, a, x)) continue;
      let best: Exchange | null = null;
      for (const [s, b] of rows.entries()) {
        if (s <= r) continue;
        for (const y of item(panels, s)) {
          if (i32(part, x) === i32(part, y) || !movable(pool, b, y)) continue;
          if (!allowed(pool, a, y) || !allowed(pool, b, x)) continue;
          const loss = lossOf(pool, a, x, b, y);
          if (loss <= budget && (!best || loss < best.loss)) best = { a, x, b, y, loss };
        }
      }
      if (best) candidates.push(best);
    }
  }
  candidates.sort((p, q) => p.loss - q.loss);
  for (const exchange of candidates.slice(0, 50)) {
    apply(pool, exchange);
    if (judgeParts(pool, rows).count < count) return exchange;
    apply(pool, { ...exchange, x: exchange.y, y: exchange.x });
  }
  return null;
}

/** How often each pair of judges shares an entry of the category. */
function concurrences(pool: Pool, rows: readonly number[]): Int32Array {
  const shared = new Int32Array(pool.judges ** 2);
  for (const i of rows) {
    const panel = panelOf(pool, i);
    for (const x of panel) {
      for (const y of panel) {
        const at = x * pool.judges + y;
        if (x !== y) shared[at] = i32(shared, at) + 1;
      }
    }
  }
  return shared;
}

/**
 * Evens out how often judges share entries, by exchanges within the budget: the sum of squared concurrences falls with
 * every one. Even concurrences make differences between entries precise (MS-optimality: Eccleston & Hedayat, On the
 * theory of connected designs, Annals of Statistics 2, 1974).
 */
function mix(pool: Pool, rows: readonly number[], budget: number, next: () => number): void {
  if (rows.length < 3) return;
  const shared = concurrences(pool, rows);
  const n = pool.judges;
  const weight = (panel: readonly number[], j: number, except: number): number =>
    panel.reduce((acc, k) => acc + (k === except || k === j ? 0 : i32(shared, j * n + k)), 0);
  const bump = (panel: readonly number[], j: number, except: number, by: number): void => {
    for (const k of panel) {
      if (k === except || k === j) continue;
      shared[j * n + k] = i32(shared, j * n + k) + by;
      shared[k * n + j] = i32(shared, k * n + j) + by;
    }
  };
  let spent = 0;
  for (let trial = 0; trial < 40 * rows.length; trial++) {
    const a = item(rows, Math.floor(next() * rows.length));
    const b = item(rows, Math.floor(next() * rows.length));
    if (a === b) continue;
    const panelA = panelOf(pool, a);
    const panelB = panelOf(pool, b);
    if (panelA.length < 2 || panelB.length < 2) continue;
    const x = item(panelA, Math.floor(next() * panelA.length));
    const y = item(panelB, Math.floor(next() * panelB.length));
    if (!movable(pool, a, x) || !movable(pool, b, y) || !allowed(pool, a, y) || !allowed(pool, b, x))
      continue;
    const loss = lossOf(pool, a, x, b, y);
    if (loss > 0 && spent + loss > budget) continue;
    bump(panelA, x, x, -1);
    bump(panelB, y, y, -1);
    const gain = weight(panelA, x, x) + weight(panelB, y, y) - weight(panelA, y, x) - weight(panelB, x, y);
    const better = gain > 0;
    bump(panelA, better ? y : x, x, 1);
    bump(panelB, better ? x : y, y, 1);
    if (!better) continue;
    apply(pool, { a, x, b, y, loss });
    spent += loss;
  }
}

/** Profit that may be given up, in whole units of the pool. */
export interface MixingBudget {
  readonly connect: number;
  readonly mix: number;
}

/**
 * Connects each category’s judge-entry graph, then mixes its panels, within the budgets. Loads and coverage stay as
 * they are. A category whose entries have one judge each cannot be connected.
 */
export function connectAndMix(
  pool: Pool,
  categories: readonly CategoryRows[],
  budget: MixingBudget,
  seed: number,
): void {
  const next = random(seed);
  let left = budget.connect;
  for (const { rows } of categories) {
    let exchange = bridgeIfParted(pool, rows, left);
    while (exchange) {
      left -= exchange.loss;
      exchange = bridgeIfParted(pool, rows, left);
    }
  }
  const share = budget.mix / Math.max(1, categories.length);
  for (const { rows } of categories) {
    const before = judgeParts(pool, rows).count;
    const kept = rows.map((i) => panelOf(pool, i));
    mix(pool, rows, share, next);
    if (judgeParts(pool, rows).count > before) restore(pool, rows, kept);
  }
}

function bridgeIfParted(pool: Pool, rows: readonly number[], budget: number): Exchange | null {
  return judgeParts(pool, rows).count > 1 ? bridge(pool, rows, budget) : null;
}

function restore(pool: Pool, rows: readonly number[], panels: readonly (readonly number[])[]): void {
  for (const [k, i] of rows.entries()) {
    const panel = new Set(panels[k] ?? []);
    for (let j = 0; j < pool.judges; j++) {
      if (movable(pool, i, j) && !panel.has(j)) pool.state[i * pool.columns + j] = OPEN;
    }
    for (const j of panel) if (!taken(pool, i, j)) pool.state[i * pool.columns + j] = TAKEN;
  }
}
