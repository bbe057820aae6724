import { type Problem, problem } from '../../kernel/problem.ts';
import { i32 } from '../numeric.ts';
import { refuseProblems } from '../problems.ts';
import type { AssignmentProblem } from './types.ts';

/**
 * A pair’s state, from never to always. CLOSED: a conflict, forbidden or no common date. BARRED: allowed, but in no
 * best-balanced assignment. OPEN: free. TAKEN: assigned. HELD: in every best-balanced assignment. FIXED: pinned.
 */
export const CLOSED = 0;
export const BARRED = 1;
export const OPEN = 2;
export const TAKEN = 3;
export const HELD = 4;
export const FIXED = 5;

/**
 * What coverage and loads depend on: the problem in numbers without the affinities. Columns 0 … judges − 1 are the
 * judges; the `missing` columns after them stand for a judge an entry does not get: open to every entry, unlimited, and
 * so costly that they are used only when nothing else is left.
 */
export interface BarePool {
  readonly entries: number;
  readonly judges: number;
  /** Judges and missing columns together. */
  readonly columns: number;
  /** entries × columns, row by row. */
  readonly state: Uint8Array;
  readonly wanted: Int32Array;
  /** Per judge. */
  readonly capacity: Int32Array;
  readonly minimum: Int32Array;
  readonly even: boolean;
}

/** The whole problem in numbers. */
export interface Pool extends BarePool {
  /** entries × columns: whole numbers held exactly in doubles; the affinities times `scale`. */
  readonly profit: Float64Array;
  /** Affinity = profit / scale, exactly or to a relative 1e-12 where the affinities are not short decimals. */
  readonly scale: number;
}

/** The most judges an entry may want where there are fewer: each that it lacks costs a column of the whole table. */
const MOST_WANTED = 1000;

/** Bounds of loads are held in 32 bits, which is more than there can be entries. */
const inRange = (bound: number): number => Math.min(bound, 2 ** 31 - 1);

/** Every problem of the input. */
export function assignmentProblems(input: AssignmentProblem): Problem[] {
  const problems: Problem[] = [];
  const unique = (kind: string, list: readonly { id: string }[]): Map<string, number> => {
    const map = new Map<string, number>();
    for (const [i, { id }] of list.entries()) {
      if (map.has(id)) problems.push(problem('DUPLICATE_ID', [kind, String(i)], { kind, id }));
      map.set(id, i);
    }
    return map;
  };
  const entries = unique('entries', input.entries);
  const judges = unique('judges', input.judges);
  const whole = (value: number | undefined, path: string[], max = Number.POSITIVE_INFINITY): void => {
    if (value !== undefined && (!Number.isInteger(value) || value < 0 || value > max))
      problems.push(problem('OUT_OF_RANGE', path, Number.isFinite(max) ? { min: 0, max } : { min: 0 }));
  };
  const ordered = (min: number | undefined, max: number | undefined, path: string[]): void => {
    if (min !== undefined && max !== undefined && min > max)
      problems.push(problem('BOUNDS_OUT_OF_ORDER', path, { min, max }));
  };
  const most = Math.max(MOST_WANTED, input.judges.length);
  whole(input.judgesPerEntry, ['judgesPerEntry'], most);
  whole(input.load?.min, ['load', 'min']);
  whole(input.load?.max, ['load', 'max']);
  ordered(input.load?.min, input.load?.max, ['load']);
  for (const [i, e] of input.entries.entries()) whole(e.judges, ['entries', String(i), 'judges'], most);
  for (const [i, j] of input.judges.entries()) {
    whole(j.capacity, ['judges', String(i), 'capacity']);
    whole(j.minimum, ['judges', String(i), 'minimum']);
    ordered(j.minimum ?? input.load?.min, j.capacity ?? input.load?.max, ['judges', String(i)]);
  }
  if (input.affinity.length !== input.entries.length) {
    problems.push(
      problem('OUT_OF_RANGE', ['affinity'], { min: input.entries.length, max: input.entries.length }),
    );
  }
  for (const [i, row] of input.affinity.entries()) {
    if (row.length !== input.judges.length) {
      problems.push(
        problem('OUT_OF_RANGE', ['affinity', String(i)], {
          min: input.judges.length,
          max: input.judges.length,
        }),
      );
    }
  }
  const forbidden = new Set((input.forbidden ?? []).map((pair) => JSON.stringify(pair)));
  for (const [name, pairs] of [
    ['pinned', input.pinned ?? []],
    ['forbidden', input.forbidden ?? []],
  ] as const) {
    for (const [i, [entry, judge]] of pairs.entries()) {
      const e = entries.get(entry);
      const j = judges.get(judge);
      if (e === undefined)
        problems.push(problem('UNKNOWN_REFERENCE', [name, String(i)], { kind: 'entry', id: entry }));
      if (j === undefined)
        problems.push(problem('UNKNOWN_REFERENCE', [name, String(i)], { kind: 'judge', id: judge }));
      if (name !== 'pinned' || e === undefined || j === undefined) continue;
      const value = input.affinity[e]?.[j] ?? null;
      if (value === null || Number.isNaN(value) || forbidden.has(JSON.stringify([entry, judge]))) {
        problems.push(problem('PIN_CONFLICTS', [name, String(i)], { entry, judge }));
      }
    }
  }
  return problems;
}

/** The factor that makes every affinity a whole number, exactly where they are decimals of up to six places. */
function scaleFor(input: AssignmentProblem, columns: number): number {
  let largest = 0;
  let places = 0;
  for (const row of input.affinity) {
    for (let j = 0; j < row.length; j++) {
      const value = row[j] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      largest = Math.max(largest, Math.abs(value));
      while (places < 7 && Math.round(value * 10 ** places) / 10 ** places !== value) places++;
    }
  }
  // A path visits each column at most once, so sums stay below 2 · columns · largest, which must fit 53 bits.
  const room = 2 ** 52 / (4 * (columns + 2) * Math.max(largest, 1e-300));
  return places <= 6 && 10 ** places <= room ? 10 ** places : 2 ** Math.floor(Math.log2(room));
}

/** Reads the problem into numbers. Throws `JudgingInputError` with every problem of the input. */
export function poolOf(input: AssignmentProblem): Pool {
  refuseProblems(assignmentProblems(input));
  const entries = input.entries.length;
  const judges = input.judges.length;
  const wanted = Int32Array.from(input.entries, (e) => e.judges ?? input.judgesPerEntry);
  const missing = wanted.reduce((most, w) => Math.max(most, w), 0);
  const columns = judges + missing;
  const scale = scaleFor(input, columns);
  const state = new Uint8Array(entries * columns);
  const profit = new Float64Array(entries * columns);
  const days = input.judges.map((j) => (j.dates ? new Set(j.dates) : null));
  for (const [i, row] of input.affinity.entries()) {
    const date = input.entries[i]?.date;
    const base = i * columns;
    for (let j = 0; j < judges; j++) {
      const value = row[j] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      profit[base + j] = Math.round(value * scale);
      if (date === undefined || (days[j]?.has(date) ?? true)) state[base + j] = OPEN;
    }
    state.fill(OPEN, base + judges, base + columns);
  }
  const entryIndex = new Map(input.entries.map((e, i) => [e.id, i]));
  const judgeIndex = new Map(input.judges.map((j, i) => [j.id, i]));
  const mark = (pairs: AssignmentProblem['pinned'], value: number): void => {
    for (const [e, j] of pairs ?? [])
      state[(entryIndex.get(e) ?? 0) * columns + (judgeIndex.get(j) ?? 0)] = value;
  };
  mark(input.forbidden, CLOSED);
  mark(input.pinned, FIXED);
  const capacity = Int32Array.from(input.judges, (j) => inRange(j.capacity ?? input.load?.max ?? entries));
  const pins = new Int32Array(judges);
  for (const [, j] of input.pinned ?? []) {
    const k = judgeIndex.get(j) ?? 0;
    pins[k] = i32(pins, k) + 1;
    // A pin is a decision somebody made: where pins exceed the capacity, they are the capacity.
    capacity[k] = Math.max(i32(capacity, k), i32(pins, k));
  }
  return {
    entries,
    judges,
    columns,
    state,
    profit,
    scale,
    wanted,
    capacity,
    minimum: Int32Array.from(input.judges, (j) => inRange(j.minimum ?? input.load?.min ?? 0)),
    even: input.evenLoads ?? (input.load?.min === undefined || input.load.max === undefined),
  };
}

/** Load of every column, fixed pairs included. */
export function loadsOf(pool: BarePool): Int32Array {
  const loads = new Int32Array(pool.columns);
  for (let i = 0; i < pool.entries; i++) {
    for (let j = 0; j < pool.columns; j++) {
      if ((pool.state[i * pool.columns + j] ?? CLOSED) >= TAKEN) loads[j] = i32(loads, j) + 1;
    }
  }
  return loads;
}
