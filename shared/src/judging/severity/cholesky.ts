import { f64 } from '../numeric.ts';

/** Order of a matrix padded to whole blocks of four; the padding is the identity. */
export function paddedOrder(n: number): number {
  return Math.ceil(n / 4) * 4;
}

/**
 * Inner product of two stretches, four running sums at a time. In the two innermost loops here an index out of range
 * would give NaN, not an exception: it shows in every result, and costs nothing.
 */
function dot(a: Float64Array, p: number, b: Float64Array, q: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += (a[p + k] ?? Number.NaN) * (b[q + k] ?? Number.NaN);
    s1 += (a[p + k + 1] ?? Number.NaN) * (b[q + k + 1] ?? Number.NaN);
    s2 += (a[p + k + 2] ?? Number.NaN) * (b[q + k + 2] ?? Number.NaN);
    s3 += (a[p + k + 3] ?? Number.NaN) * (b[q + k + 3] ?? Number.NaN);
  }
  for (; k < length; k++) s0 += (a[p + k] ?? Number.NaN) * (b[q + k] ?? Number.NaN);
  return s0 + s1 + (s2 + s3);
}

/** Subtracts from the 4 × 4 block at (i, j) the product of the first j columns of block rows i and j. */
function updateBlock(a: Float64Array, n: number, i: number, j: number): void {
  const r0 = i * n;
  const r1 = r0 + n;
  const r2 = r1 + n;
  const r3 = r2 + n;
  const c0 = j * n;
  const c1 = c0 + n;
  const c2 = c1 + n;
  const c3 = c2 + n;
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0;
  let s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0;
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0;
  let s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0;
  for (let k = 0; k < j; k++) {
    const x0 = a[r0 + k] ?? Number.NaN;
    const x1 = a[r1 + k] ?? Number.NaN;
    const x2 = a[r2 + k] ?? Number.NaN;
    const x3 = a[r3 + k] ?? Number.NaN;
    const y0 = a[c0 + k] ?? Number.NaN;
    const y1 = a[c1 + k] ?? Number.NaN;
    const y2 = a[c2 + k] ?? Number.NaN;
    const y3 = a[c3 + k] ?? Number.NaN;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    s30 += x3 * y0;
    s31 += x3 * y1;
    s32 += x3 * y2;
    s33 += x3 * y3;
  }
  const sums = [s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33];
  for (const [k, value] of sums.entries()) {
    const at = (i + (k >> 2)) * n + j + (k & 3);
    a[at] = f64(a, at) - value;
  }
}

/**
 * Replaces the lower triangle of a row-major matrix, whose order n is a multiple of four, by its Cholesky factor.
 * Blocks of four rows and columns at a time: each number read is used four times, which is what bounds the speed.
 * Throws `RangeError` where the matrix is not positive definite.
 */
export function factorise(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i += 4) {
    for (let j = 0; j <= i; j += 4) {
      updateBlock(a, n, i, j);
      for (let r = i; r < i + 4; r++) {
        for (let c = j; c < j + 4 && c <= r; c++) {
          let value = f64(a, r * n + c);
          for (let k = j; k < c; k++) value -= f64(a, r * n + k) * f64(a, c * n + k);
          if (r !== c) a[r * n + c] = value / f64(a, c * n + c);
          else if (value > 0) a[r * n + c] = Math.sqrt(value);
          else throw new RangeError('The matrix is not positive definite.');
        }
      }
    }
  }
}

/** Solves L x = b in place. */
export function solveLower(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    b[i] = (f64(b, i) - dot(l, i * n, b, 0, i)) / f64(l, i * n + i);
  }
}

/** Solves L′ x = b in place. */
export function solveUpper(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i--) {
    const value = f64(b, i) / f64(l, i * n + i);
    b[i] = value;
    for (let k = 0; k < i; k++) b[k] = (b[k] ?? Number.NaN) - (l[i * n + k] ?? Number.NaN) * value;
  }
}

/** The inverse of L L′ as a full symmetric matrix, from the factor. */
export function inverseOf(l: Float64Array, n: number): Float64Array {
  const m = new Float64Array(n * n);
  // Row i of m becomes row i of L⁻¹, held transposed: m[c][i] for c ≤ i, so that the product below runs along rows.
  for (let c = 0; c < n; c++) {
    const column = new Float64Array(n);
    for (let i = c; i < n; i++) {
      column[i] = ((i === c ? 1 : 0) - dot(l, i * n + c, column, c, i - c)) / f64(l, i * n + i);
    }
    m.set(column, c * n);
  }
  const inverse = new Float64Array(n * n);
  for (let r = 0; r < n; r++) {
    for (let c = 0; c <= r; c++) {
      const value = dot(m, r * n + r, m, c * n + r, n - r);
      inverse[r * n + c] = value;
      inverse[c * n + r] = value;
    }
  }
  return inverse;
}
