/**
 * Seeded pseudo-random numbers in [0, 1): the same seed gives the same numbers on every machine.
 * Source: sfc32 of PractRand (C. Doty-Humphrey), seeded by mixing one integer; 32-bit operations only.
 */
export function random(seed: number): () => number {
  let a = seed | 0;
  let b = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  let c = Math.imul(seed ^ 0x7f4a7c15, 0xc2b2ae35);
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** Standard normal numbers from a uniform source (Marsaglia’s polar method). */
export function normal(next: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const u = 2 * next() - 1;
      const v = 2 * next() - 1;
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * factor;
      return u * factor;
    }
  };
}

/**
 * A chi-square number with this many degrees of freedom: twice a gamma number (G. Marsaglia & W. W. Tsang, ACM
 * Transactions on Mathematical Software 26, 2000).
 */
export function chiSquare(freedom: number, next: () => number, gauss: () => number): number {
  // Below one the method draws for a shape one higher and brings it down by a power of a uniform number.
  const shape = freedom / 2;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const down = shape < 1 ? (1 - next()) ** (1 / shape) : 1;
  for (;;) {
    const x = gauss();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - next()) < x ** 2 / 2 + d * (1 - v + Math.log(v))) return 2 * d * v * down;
  }
}
