/** Distribution function of the standard normal; absolute error below 1e-7 (Abramowitz & Stegun, 26.2.17). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - tail : tail;
}

/** The standard normal value with the same upper tail as a χ² of `freedom` degrees (Wilson & Hilferty, 1931). */
export function chiSquareAsNormal(value: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(value / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/** The standard normal value with the same tails as Student’s t of `freedom` degrees (Wallace, 1959). */
export function studentAsNormal(t: number, freedom: number): number {
  const size = ((8 * freedom + 1) / (8 * freedom + 3)) * Math.sqrt(freedom * Math.log1p((t * t) / freedom));
  return Math.sign(t) * size;
}
