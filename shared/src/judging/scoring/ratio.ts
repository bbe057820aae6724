import { problem } from '../../kernel/problem.ts';
import { JudgingInputError } from '../problems.ts';

/** An exact rational number: official scores never pass through binary floating point. `d` is positive, the fraction reduced. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/** How an official figure is rounded. Half up is what people are taught; half even is offered for statistical use. */
export type Rounding = 'HALF_UP' | 'HALF_EVEN';

export const ZERO: Ratio = { n: 0n, d: 1n };

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** A reduced fraction; the denominator must not be zero. */
export function ratio(n: bigint, d: bigint = 1n): Ratio {
  if (d === 0n) throw new RangeError('A fraction with denominator 0.');
  const sign = d < 0n ? -1n : 1n;
  const g = gcd(n, d * sign);
  return g === 0n ? ZERO : { n: (sign * n) / g, d: (sign * d) / g };
}

const DECIMAL = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/;

/** True for text such as `87`, `87.50` or `-3.2`: no exponent, no grouping. */
export function isDecimalText(text: string): boolean {
  return DECIMAL.test(text);
}

/** Short texts that were read: marks, steps and weights are the same few again and again. */
const known = new Map<string, Ratio>();
const KNOWN = 1000;
const SHORT = 8;

/** Reads decimal text exactly. Throws `JudgingInputError` NOT_A_DECIMAL otherwise. */
export function parseDecimal(text: string): Ratio {
  if (text.length > SHORT) return read(text);
  let value = known.get(text);
  if (value === undefined) {
    value = read(text);
    if (known.size >= KNOWN) known.clear();
    known.set(text, value);
  }
  return value;
}

function read(text: string): Ratio {
  const match = DECIMAL.exec(text);
  if (!match) throw new JudgingInputError([problem('NOT_A_DECIMAL', [], { value: text.slice(0, 40) })]);
  const [, sign = '', whole = '0', fraction = ''] = match;
  const value = ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  return sign === '-' ? { n: -value.n, d: value.d } : value;
}

export function add(a: Ratio, b: Ratio): Ratio {
  return a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.n, a.d * b.d);
}

export function divide(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as a < b, a = b, a > b. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Reduced only where the denominator has grown: standardised totals have long ones, and reducing is what costs. */
export function sum(values: readonly Ratio[]): Ratio {
  let n = 0n;
  let d = 1n;
  let limit = 1n << 1024n;
  for (const value of values) {
    if (d % value.d === 0n) n += value.n * (d / value.d);
    else {
      n = n * value.d + value.n * d;
      d *= value.d;
    }
    if (d <= limit) continue;
    const common = gcd(n, d);
    n /= common;
    d /= common;
    limit = (d * d) << 1024n;
  }
  return ratio(n, d);
}

/** Rounds to `decimals` places, 0 … 30; ties away from zero (half up) or to the even digit. */
export function round(value: Ratio, decimals: number, rounding: Rounding = 'HALF_UP'): Ratio {
  const scale = 10n ** BigInt(decimals);
  const negative = value.n < 0n;
  const numerator = (negative ? -value.n : value.n) * scale;
  const floor = numerator / value.d;
  const twice = 2n * (numerator - floor * value.d);
  const up = twice > value.d || (twice === value.d && (rounding === 'HALF_UP' || floor % 2n === 1n));
  const units = up ? floor + 1n : floor;
  return ratio(negative ? -units : units, scale);
}

/** Decimal text with exactly `decimals` places, rounded by the rule: `87.50`. */
export function toFixed(value: Ratio, decimals: number, rounding: Rounding = 'HALF_UP'): string {
  const rounded = round(value, decimals, rounding);
  const units = (rounded.n * 10n ** BigInt(decimals)) / rounded.d;
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const sign = units < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The nearest binary number: for pictures and models, never for an official figure. */
export function toNumber(value: Ratio): number {
  const whole = value.n / value.d;
  const rest = value.n - whole * value.d;
  return Number(whole) + Number((rest * 10n ** 20n) / value.d) / 1e20;
}

/** Canonical decimal text: no sign on zero, no needless zeros. `087.50` and `87.5` become `87.5`. */
export function canonicalDecimal(text: string): string {
  const value = parseDecimal(text);
  const fixed = toFixed(value, 30);
  return fixed.replace(/\.?0+$/, '') || '0';
}
