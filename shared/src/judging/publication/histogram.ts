/** How many values fall into each of a row of equally wide bins. */
export interface Histogram {
  /** Where the first bin begins. */
  readonly from: number;
  /** The width of a bin. */
  readonly width: number;
  /** Values per bin; the last bin holds its upper end too. */
  readonly counts: readonly number[];
}

/** Groups below this many entries are not shown: few figures point at the one behind them. */
export const SMALLEST_GROUP = 5;

/** Counts values in bins from 0 to `max`, the upper end included. */
export function histogramOf(values: readonly number[], max: number, bins: number): Histogram {
  const width = max / bins;
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    // A binary quotient just below a whole number belongs to the bin that begins there.
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(value / width + 1e-9)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { from: 0, width, counts };
}

/** The histogram without the empty bins at either end; one empty bin stays as it is when there is nothing else. */
export function trimmed({ from, width, counts }: Histogram): Histogram {
  const first = Math.max(
    0,
    counts.findIndex((count) => count > 0),
  );
  const last = counts.findLastIndex((count) => count > 0);
  return { from: from + first * width, width, counts: counts.slice(first, Math.max(first, last) + 1) };
}
