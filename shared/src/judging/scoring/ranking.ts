import { item as element } from '../numeric.ts';

/** One item’s place: `rank` counts from 1; equal items share it and the next place is skipped (1, 2, 2, 4). */
export interface Placed<T> {
  readonly item: T;
  readonly rank: number;
  /** How many items share this rank, itself included. */
  readonly shared: number;
}

/**
 * Ranks items by comparing functions tried in order, each answering negative when `a` stands before `b`. What every one
 * of them calls equal shares the rank. The order among equals is that of `items`.
 */
export function rankItems<T>(
  items: readonly T[],
  comparers: readonly ((a: T, b: T) => number)[],
): Placed<T>[] {
  const compareAll = (a: T, b: T): number => {
    for (const comparer of comparers) {
      const answer = comparer(a, b);
      if (answer !== 0) return answer;
    }
    return 0;
  };
  const sorted = [...items].sort(compareAll);
  const placed: Placed<T>[] = [];
  let start = 0;
  while (start < sorted.length) {
    const first = element(sorted, start);
    let end = start + 1;
    while (end < sorted.length && compareAll(first, element(sorted, end)) === 0) end++;
    for (const item of sorted.slice(start, end)) placed.push({ item, rank: start + 1, shared: end - start });
    start = end;
  }
  return placed;
}
