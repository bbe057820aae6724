/** A point of the two-parameter search; a fixed parameter stays at 0. */
type Point = [number, number];

/** How often the function was called, where its minimum lies, and its value there. */
export interface Minimum {
  readonly at: readonly [number, number];
  readonly value: number;
  readonly evaluations: number;
}

/**
 * Minimises a smooth function of two parameters within 0 … `upper`, quasi-Newton with differences: one full quadratic
 * model at the start, then forward gradients and BFGS updates. Few evaluations matter here: each costs a factorisation.
 */
export function minimise(
  f: (at: readonly [number, number]) => number,
  start: readonly [number, number],
  upper: readonly [number, number],
  free: readonly [boolean, boolean],
): Minimum {
  let evaluations = 0;
  const call = (p: readonly [number, number]): number => {
    evaluations++;
    return f(p);
  };
  let at: Point = [free[0] ? start[0] : 0, free[1] ? start[1] : 0];
  let value = call(at);
  if (!free[0] && !free[1]) return { at, value, evaluations };
  const along = (p: Point, k: 0 | 1, h: number): Point => (k === 0 ? [p[0] + h, p[1]] : [p[0], p[1] + h]);
  const hessian = { a: 1, b: 0, c: 1 };
  const wide = 0.05;
  const curvature = (k: 0 | 1): number => {
    if (!free[k]) return 1;
    const h = Math.min(wide, at[k] / 2);
    const up = call(along(at, k, h));
    const down = call(along(at, k, -h));
    return Math.max((up - 2 * value + down) / h ** 2, 1e-3);
  };
  hessian.a = curvature(0);
  hessian.c = curvature(1);
  const narrow = 1e-4;
  const gradientAt = (p: Point, v: number): Point => {
    const slope = (k: 0 | 1): number => {
      if (!free[k]) return 0;
      return (call(along(p, k, narrow)) - v) / narrow - (narrow / 2) * (k === 0 ? hessian.a : hessian.c);
    };
    return [slope(0), slope(1)];
  };
  let gradient = gradientAt(at, value);
  for (let round = 0; round < 60; round++) {
    const step = newtonStep(at, gradient, hessian, upper, free);
    const length = Math.max(Math.abs(step[0]), Math.abs(step[1]));
    if (length < 1e-5) break;
    const shrink = length > 2 ? 2 / length : 1;
    let factor = shrink;
    let next: Point = at;
    let nextValue = value;
    for (; factor > 1e-6; factor /= 3) {
      next = [clamp(at[0] + factor * step[0], upper[0]), clamp(at[1] + factor * step[1], upper[1])];
      nextValue = call(next);
      if (nextValue <= value + 1e-12 * Math.abs(value)) break;
    }
    if (nextValue > value + 1e-12 * Math.abs(value)) break;
    const move: Point = [next[0] - at[0], next[1] - at[1]];
    const gain = value - nextValue;
    at = next;
    value = nextValue;
    const small = Math.max(Math.abs(move[0]), Math.abs(move[1])) < 2e-5;
    if (small && gain < 1e-7) break;
    const nextGradient = gradientAt(at, value);
    update(hessian, move, [nextGradient[0] - gradient[0], nextGradient[1] - gradient[1]]);
    gradient = nextGradient;
  }
  return { at, value, evaluations };
}

const clamp = (x: number, upper: number): number => Math.min(Math.max(x, 0), upper);

interface Hessian {
  a: number;
  b: number;
  c: number;
}

/** The quadratic model’s step; a parameter that is fixed, or held at its bound by its slope, does not move. */
function newtonStep(
  at: Point,
  g: Point,
  h: Hessian,
  upper: readonly [number, number],
  free: readonly [boolean, boolean],
): Point {
  const held = ([0, 1] as const).map(
    (k) => !free[k] || (at[k] <= 0 && g[k] >= 0) || (at[k] >= upper[k] && g[k] <= 0),
  );
  if (held[0] && held[1]) return [0, 0];
  if (held[0]) return [0, -g[1] / h.c];
  if (held[1]) return [-g[0] / h.a, 0];
  const determinant = h.a * h.c - h.b * h.b;
  const step: Point = [(-g[0] * h.c + g[1] * h.b) / determinant, (-g[1] * h.a + g[0] * h.b) / determinant];
  // A step that would leave at a bound goes there, and the other parameter takes its best place given that.
  if (at[0] + step[0] < 0) return [-at[0], (-g[1] + h.b * at[0]) / h.c];
  if (at[1] + step[1] < 0) return [(-g[0] + h.b * at[1]) / h.a, -at[1]];
  return step;
}

/** BFGS update, skipped where the curvature along the step is not positive. */
function update(h: Hessian, s: Point, y: Point): void {
  const sy = s[0] * y[0] + s[1] * y[1];
  const hs: Point = [h.a * s[0] + h.b * s[1], h.b * s[0] + h.c * s[1]];
  const shs = s[0] * hs[0] + s[1] * hs[1];
  if (sy <= 1e-9 * shs || shs <= 0) return;
  h.a += (y[0] * y[0]) / sy - (hs[0] * hs[0]) / shs;
  h.b += (y[0] * y[1]) / sy - (hs[0] * hs[1]) / shs;
  h.c += (y[1] * y[1]) / sy - (hs[1] * hs[1]) / shs;
}
