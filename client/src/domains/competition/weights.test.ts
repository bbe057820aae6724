import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDecimal, moved, weightSum } from './weights.ts';

describe('weights while they are typed', () => {
  it('sum exactly, where floating point would not', () => {
    const tenths = Array.from({ length: 10 }, () => '10.1');
    expect(weightSum([...tenths.slice(0, 9), '9.1'])).toEqual({ sum: '100', rest: '0', state: 'exact' });
  });

  it('say how far they are from 100', () => {
    expect(weightSum(['20', '30.5'])).toEqual({ sum: '50.5', rest: '49.5', state: 'under' });
    expect(weightSum(['60', '60'])).toEqual({ sum: '120', rest: '20', state: 'over' });
  });

  it('take half-typed numbers as nothing', () => {
    expect(weightSum(['', '4.', 'x', '100'])).toMatchObject({ sum: '100', state: 'exact' });
  });
});

describe('a decimal', () => {
  it('is what the server takes for one', () => {
    expect(['60', '0.5', '99.95'].every(isDecimal)).toBe(true);
    expect(['', 'abc', '1.234', '-1', '6,5', '1e2'].some(isDecimal)).toBe(false);
  });
});

describe('reordering', () => {
  it('moves one item and keeps the order of the others', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  });

  it('loses and invents nothing, and is undone by the way back', () => {
    const list = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.nat(9), fc.nat(9), (items, from, to) => {
        const after = moved(items, from, to);
        expect([...after].sort()).toEqual([...items].sort());
        if (from < items.length && to < items.length) expect(moved(after, to, from)).toEqual(items);
      }),
    );
  });
});
