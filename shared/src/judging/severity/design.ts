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
  /** levels × fixed columns: how many ratings of the level fall into the category; last the sum of its scaled positions. */
  readonly byColumn: Float64Array;
}

/** The marks one by one, ordered by entry and judge: who gave which to what. */
export interface Marks {
  readonly entry: Int32Array;
  readonly judge: Int32Array;
  /** Scaled. */
  readonly score: Float64Array;
  /** Scaled; 0 throughout where the position is no covariate. */
  readonly position: Float64Array;
}

/**
 * The ratings in numbers. The larger factor is `outer`: its part of the equations is diagonal and is eliminated; the
 * smaller is `inner`, whose equations stay dense.
 */
export interface Design {
  readonly n: number;
  readonly marks: Marks;
  readonly categories: readonly string[];
  readonly categoryCounts: Float64Array;
  /** Columns of fixed effects: the categories, then the position where it is a covariate. */
  readonly columns: number;
  /** Sums of the scaled marks per column, and of the products of columns (columns × columns, lower triangle). */
  readonly columnSums: Float64Array;
  readonly columnProducts: Float64Array;
  /** Positions are used as (position − centre) / unit; null without them. */
  readonly position: { readonly centre: number; readonly unit: number } | null;
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

/** How positions are scaled, if every rating has one and they differ within a category. */
function positionScale(sorted: readonly Rating[]): { centre: number; unit: number } | null {
  const orders = sorted.map((r) => r.order ?? Number.NaN);
  const centre = orders.reduce((a, b) => a + b, 0) / orders.length;
  if (!Number.isFinite(centre)) return null;
  const unit = Math.sqrt(orders.reduce((acc, x) => acc + (x - centre) ** 2, 0) / orders.length);
  let within = 0;
  for (const own of Map.groupBy(sorted, (r) => r.category ?? '').values()) {
    const middle = own.reduce((acc, r) => acc + (r.order ?? 0), 0) / own.length;
    within += own.reduce((acc, r) => acc + ((r.order ?? 0) - middle) ** 2, 0);
  }
  return within > 1e-9 * orders.length ? { centre, unit } : null;
}

/**
 * Reads ratings into numbers, with the position as a covariate if `withOrder`; levels are sorted by id, so the order of the ratings changes nothing but rounding.
 * Throws `JudgingInputError`: no ratings, a mark that is no finite number, an entry in two categories.
 */
export function designOf(ratings: readonly Rating[], withOrder = false): Design {
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
  const position = withOrder ? positionScale(sorted) : null;
  const q = position ? p + 1 : p;
  const outerIsEntry = entries.ids.length >= judges.ids.length;
  const [big, small] = outerIsEntry ? [entries, judges] : [judges, entries];
  const factor = (ids: readonly string[]): Factor => ({
    ids,
    counts: new Int32Array(ids.length),
    sums: new Float64Array(ids.length),
    byColumn: new Float64Array(ids.length * q),
  });
  const outer = factor(big.ids);
  const inner = factor(small.ids);
  const categoryCounts = new Float64Array(p);
  const columnSums = new Float64Array(q);
  const columnProducts = new Float64Array(q * q);
  const cells = big.ids.map((): Map<number, number> => new Map());
  const marks: Marks = {
    entry: Int32Array.from(sorted, (r) => entries.index.get(r.entry) ?? 0),
    judge: Int32Array.from(sorted, (r) => judges.index.get(r.judge) ?? 0),
    score: Float64Array.from(sorted, (r) => (r.score - centre) / unit),
    position: Float64Array.from(sorted, (r) =>
      position ? ((r.order ?? 0) - position.centre) / position.unit : 0,
    ),
  };
  let squares = 0;
  for (const [k, r] of sorted.entries()) {
    const y = f64(marks.score, k);
    const x = f64(marks.position, k);
    const c = categories.index.get(r.category ?? '') ?? 0;
    const e = i32(marks.entry, k);
    const j = i32(marks.judge, k);
    const [o, i] = outerIsEntry ? [e, j] : [j, e];
    for (const [f, level] of [
      [outer, o],
      [inner, i],
    ] as const) {
      f.counts[level] = i32(f.counts, level) + 1;
      f.sums[level] = f64(f.sums, level) + y;
      f.byColumn[level * q + c] = f64(f.byColumn, level * q + c) + 1;
      if (position) f.byColumn[level * q + p] = f64(f.byColumn, level * q + p) + x;
    }
    categoryCounts[c] = f64(categoryCounts, c) + 1;
    columnSums[c] = f64(columnSums, c) + y;
    columnProducts[c * q + c] = f64(columnProducts, c * q + c) + 1;
    if (position) {
      columnSums[p] = f64(columnSums, p) + x * y;
      columnProducts[p * q + c] = f64(columnProducts, p * q + c) + x;
      columnProducts[p * q + p] = f64(columnProducts, p * q + p) + x * x;
    }
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
    marks,
    categories: categories.ids,
    categoryCounts,
    columns: q,
    columnSums,
    columnProducts,
    position,
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
