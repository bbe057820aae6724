import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  canonicalDecimal,
  compare,
  parseDecimal,
  ratio,
  round,
  sum,
  toFixed,
  toNumber,
} from './ratio.ts';

describe('exact decimals', () => {
  it('rounds halves as the rule says, on either side of zero', () => {
    expect(toFixed(parseDecimal('2.345'), 2)).toBe('2.35');
    expect(toFixed(parseDecimal('2.345'), 2, 'HALF_EVEN')).toBe('2.34');
    expect(toFixed(parseDecimal('-2.345'), 2)).toBe('-2.35');
    expect(toFixed(parseDecimal('-0.004'), 2)).toBe('0.00');
    expect(toFixed(ratio(1n, 3n), 0)).toBe('0');
  });

  it('adds thirds without loss, where binary numbers fail', () => {
    const third = ratio(1n, 3n);
    expect(compare(add(add(third, third), third), ratio(1n))).toBe(0);
    expect(compare(add(parseDecimal('0.1'), parseDecimal('0.2')), parseDecimal('0.3'))).toBe(0);
  });

  it('sums many as one by one, and reduced, however long their denominators', () => {
    const part = fc.tuple(
      fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
      fc.bigInt({ min: 1n, max: 10n ** 60n }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const values = parts.map(([n, d]) => ratio(n, d));
        expect(sum(values)).toEqual(values.reduce(add, ratio(0n)));
      }),
    );
  });

  it('agrees with integer arithmetic on hundredths', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1000 }), (n, d) => {
        const scaled = Math.sign(n) * Math.floor((2 * Math.abs(n) * 100 + d) / (2 * d));
        expect(compare(round(ratio(BigInt(n), BigInt(d)), 2), ratio(BigInt(scaled), 100n))).toBe(0);
        expect(toNumber(ratio(BigInt(n), BigInt(d)))).toBeCloseTo(n / d, 9);
      }),
    );
  });

  it('writes one text for one value and refuses what is no decimal', () => {
    expect(['087.50', '87.5', '+87.5'].map(canonicalDecimal)).toEqual(['87.5', '87.5', '87.5']);
    expect(['100', '0.0', '-0', '10.00'].map(canonicalDecimal)).toEqual(['100', '0', '0', '10']);
    for (const text of ['', '1e3', '１', '1,5', 'NaN', '.5'])
      expect(() => parseDecimal(text)).toThrow('NOT_A_DECIMAL');
  });
});
