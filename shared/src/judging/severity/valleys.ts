/** Variance ratios looked at for each factor, from none to one that leaves chance little room. */
const RATIOS = [0, 0.05, 0.3, 1, 3, 10, 50, 300] as const;

/**
 * Where to begin a search so that no valley of the criterion is missed: the points of a coarse grid that lie lower than
 * their neighbours. With few marks the restricted likelihood can have two optima, one with the differences in the entries
 * and judges, one with all of it in chance. `at` turns a ratio into the coordinates of both factors.
 */
export function valleys(
  criterion: (at: readonly [number, number]) => number,
  at: (ratio: number) => readonly [number, number],
  free: readonly [boolean, boolean],
): (readonly [number, number])[] {
  const axis = (k: 0 | 1): number[] => (free[k] ? RATIOS.map((ratio) => at(ratio)[k]) : [0]);
  const [rows, columns] = [axis(0), axis(1)];
  const values = rows.map((row) => columns.map((column) => criterion([row, column])));
  const value = (i: number, j: number): number => values[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const lowest = (i: number, j: number): boolean =>
    [-1, 0, 1].every((di) => [-1, 0, 1].every((dj) => value(i + di, j + dj) >= value(i, j)));
  return rows.flatMap((row, i) =>
    columns.flatMap((column, j) => (lowest(i, j) ? [[row, column] as const] : [])),
  );
}
