import { problem } from '../../kernel/problem.ts';
import { f64, i32, item } from '../numeric.ts';
import { JudgingInputError } from '../problems.ts';
import type { Rating } from './types.ts';

/** One random factor: its levels in the order they first appear, or sorted, and their sums. */
export interface Factor {
  readonly ids: readonly string[];
  readonly counts: Int32Array;
  /** Sum of the scaled marks per level. */
  readonly sums: Float64Array;
  /** levels × categories: how many ratings of the level fall into the category. */
  readonly byCategory: Float64Array;
}

/**
 * The ratings in numbers. The larger factor is `outer`: its part of the equations is diagonal and is eliminated; the
 * smaller is `inner`, whose equations stay dense.
 */
export interface Design {
  readonly n: number;
  readonly categories: readonly string[];
  readonly categoryCounts: Float64Array;
  readonly categorySums: Float64Array;
  readonly outer: Factor;
  readonly inner: Factor;
  readonly outerIsEntry: boolean;
  /** Cells of the crossing, by outer level: `start[o] … start[o + 1]` index `cell` (inner level) and `weight` (ratings). */
  readonly start: Int32Array;
  readonly cell: Int32Array;
  readonly weight: Float64Array;
  /** Sum of squares of the scaled marks. */
  readonly squares: number;
  /** Marks are used as (mark − centre) / unit. */
  readonly centre: number;
  readonly unit: number;
  readonly categoryOfEntry: readonly string[];
  readonly categoryIndexOfEntry: Int32Array;
  readonly components: number;
}

function levels(ids: readonly string[]): { ids: string[]; index: Map<string, number> } {
  const sorted = [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1));
  return { ids: sorted, index: new Map(sorted.map((id, i) => [id, i])) };
}

/** Connected parts of the bipartite graph of outer and inner levels. */
function countComponents(start: Int32Array, cell: Int32Array, outers: number, inners: number): number {
  const parent = Int32Array.from({ length: inners }, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (i32(parent, r) !== r) r = i32(parent, r);
    parent[i] = r;
    return r;
  };
  let parts = inners;
  for (let o = 0; o < outers; o++) {
    const first = root(i32(cell, i32(start, o)));
    for (let k = i32(start, o) + 1; k < i32(start, o + 1); k++) {
      const other = root(i32(cell, k));
      if (other === root(first)) continue;
      parent[other] = root(first);
      parts--;
    }
  }
  return parts;
}

/**
 * Reads ratings into numbers; levels are sorted by id, so the order of the ratings changes nothing but rounding.
 * Throws `JudgingInputError`: no ratings, a mark that is no finite number, an entry in two categories.
 */
export function designOf(ratings: readonly Rating[]): Design {
  if (ratings.length === 0) throw new JudgingInputError([problem('TOO_FEW_RATINGS')]);
  const sorted = [...ratings].sort((a, b) =>
    a.entry < b.entry
      ? -1
      : a.entry > b.entry
        ? 1
        : a.judge < b.judge
          ? -1
          : a.judge > b.judge
            ? 1
            : a.score - b.score,
  );
  const entries = levels(sorted.map((r) => r.entry));
  const judges = levels(sorted.map((r) => r.judge));
  const categories = levels(sorted.map((r) => r.category ?? ''));
  const p = categories.ids.length;
  const categoryOfEntry = entries.ids.map(() => '');
  let sum = 0;
  for (const [i, r] of sorted.entries()) {
    if (!Number.isFinite(r.score))
      throw new JudgingInputError([problem('NOT_A_DECIMAL', ['ratings', String(i)], { value: r.score })]);
    const e = entries.index.get(r.entry) ?? 0;
    const previous = sorted[i - 1];
    if (previous?.entry === r.entry && (previous.category ?? '') !== (r.category ?? '')) {
      throw new JudgingInputError([
        problem('DUPLICATE_ID', ['ratings'], { kind: 'entry in two categories', id: r.entry }),
      ]);
    }
    categoryOfEntry[e] = r.category ?? '';
    sum += r.score;
  }
  const centre = sum / sorted.length;
  const spread = Math.sqrt(sorted.reduce((acc, r) => acc + (r.score - centre) ** 2, 0) / sorted.length);
  const unit = spread > 0 ? spread : 1;
  const outerIsEntry = entries.ids.length >= judges.ids.length;
  const [big, small] = outerIsEntry ? [entries, judges] : [judges, entries];
  const factor = (ids: readonly string[]): Factor => ({
    ids,
    counts: new Int32Array(ids.length),
    sums: new Float64Array(ids.length),
    byCategory: new Float64Array(ids.length * p),
  });
  const outer = factor(big.ids);
  const inner = factor(small.ids);
  const categoryCounts = new Float64Array(p);
  const categorySums = new Float64Array(p);
  const cells = big.ids.map((): Map<number, number> => new Map());
  let squares = 0;
  for (const r of sorted) {
    const y = (r.score - centre) / unit;
    const c = categories.index.get(r.category ?? '') ?? 0;
    const e = entries.index.get(r.entry) ?? 0;
    const j = judges.index.get(r.judge) ?? 0;
    const [o, i] = outerIsEntry ? [e, j] : [j, e];
    for (const [f, level] of [
      [outer, o],
      [inner, i],
    ] as const) {
      f.counts[level] = i32(f.counts, level) + 1;
      f.sums[level] = f64(f.sums, level) + y;
      f.byCategory[level * p + c] = f64(f.byCategory, level * p + c) + 1;
    }
    categoryCounts[c] = f64(categoryCounts, c) + 1;
    categorySums[c] = f64(categorySums, c) + y;
    const row = item(cells, o);
    row.set(i, (row.get(i) ?? 0) + 1);
    squares += y * y;
  }
  const start = new Int32Array(big.ids.length + 1);
  for (const [o, row] of cells.entries()) start[o + 1] = i32(start, o) + row.size;
  const cell = new Int32Array(i32(start, big.ids.length));
  const weight = new Float64Array(cell.length);
  for (const [o, row] of cells.entries()) {
    const ordered = [...row].sort((a, b) => a[0] - b[0]);
    for (const [k, [level, count]] of ordered.entries()) {
      cell[i32(start, o) + k] = level;
      weight[i32(start, o) + k] = count;
    }
  }
  return {
    n: sorted.length,
    categories: categories.ids,
    categoryCounts,
    categorySums,
    outer,
    inner,
    outerIsEntry,
    start,
    cell,
    weight,
    squares,
    centre,
    unit,
    categoryOfEntry,
    categoryIndexOfEntry: Int32Array.from(categoryOfEntry, (c) => categories.index.get(c) ?? 0),
    components: countComponents(start, cell, big.ids.length, small.ids.length),
  };
}
