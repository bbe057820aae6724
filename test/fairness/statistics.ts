/** A mean over simulated competitions, and half the width of its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly margin: number;
  /** Competitions behind it. */
  readonly n: number;
}

const NORMAL_95 = 1.959964;

/**
 * The mean of one figure per competition. Competitions are independent, so the interval is that of a mean of independent
 * values; marks, judges and pairs of one competition are not, and are therefore averaged within it first.
 */
export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const variance = values.reduce((acc, v) => acc + (v - mean) ** 2, 0) / Math.max(1, n - 1);
  return { mean: rounded(mean), margin: rounded(NORMAL_95 * Math.sqrt(variance / n)), n };
}

/** The mean difference of two figures of the same competitions: the chances they share cancel. */
export function difference(of: readonly number[], against: readonly number[]): Estimate {
  return estimate(of.map((v, k) => v - (against[k] ?? Number.NaN)));
}

/** Six decimals: more than the simulation knows, and the same text on every machine. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** `78.4 ± 0.9`, in per cent. */
export function percent({ mean, margin }: Estimate, signed = false): string {
  const text = (100 * mean).toFixed(1);
  return `${signed && mean >= 0 ? '+' : ''}${text} ± ${(100 * margin).toFixed(1)}`;
}
