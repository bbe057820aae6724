import { describe, expect, it } from 'vitest';
import { median, trimmedMean } from './aggregate.ts';
import { parseDecimal, toFixed, ZERO } from './ratio.ts';
import { percentiles, standardised } from './standardise.ts';

const sheets = (rows: [string, string][]) =>
  rows.map(([judge, total]) => ({ judge, total: parseDecimal(total) }));

describe('per-judge rules', () => {
  it('puts a severe and a mild judge with the same order on the same scores', () => {
    const out = standardised(
      sheets([
        ['mild', '90'],
        ['mild', '94'],
        ['severe', '60'],
        ['severe', '64'],
      ]),
    ).map((r) => toFixed(r, 6));
    expect(out[0]).toBe(out[2]);
    expect(out[1]).toBe(out[3]);
    // centre 77, common deviation sqrt((13² + 17² + 17² + 13²) / 3) = 17.473790, z = ±0.707107
    expect(out[1]).toBe('89.355835');
  });

  it('gives the centre for a flat judge and leaves a single sheet as it is', () => {
    const out = standardised(
      sheets([
        ['flat', '80'],
        ['flat', '80'],
        ['one', '95'],
        ['a', '70'],
        ['a', '75'],
      ]),
    ).map((r) => toFixed(r, 2));
    expect(out.slice(0, 3)).toEqual(['80.00', '80.00', '95.00']);
  });

  it('takes mid-ranks for equal marks', () => {
    const out = percentiles(
      sheets([
        ['j', '70'],
        ['j', '80'],
        ['j', '80'],
        ['j', '90'],
      ]),
    ).map((r) => toFixed(r, 1));
    expect(out).toEqual(['12.5', '50.0', '50.0', '87.5']);
  });
});

describe('trimmed mean and median', () => {
  const values = ['80', '95', '60', '85', '90'].map(parseDecimal);
  const rule = { dropHigh: 1, dropLow: 1, minimumKept: 1 };

  it('drops one highest and one lowest', () => {
    const out = trimmedMean(values, rule);
    expect(toFixed(out.value ?? ZERO, 2)).toBe('85.00');
    expect([out.droppedHigh, out.droppedLow, out.untrimmed]).toEqual([[1], [2], false]);
  });

  it('drops nothing of two sheets and says so', () => {
    const out = trimmedMean(values.slice(0, 2), rule);
    expect(toFixed(out.value ?? ZERO, 2)).toBe('87.50');
    expect(out.untrimmed).toBe(true);
  });

  it('takes the middle, or the mean of the middle two', () => {
    expect(toFixed(median(values) ?? ZERO, 1)).toBe('85.0');
    expect(toFixed(median(values.slice(0, 4)) ?? ZERO, 1)).toBe('82.5');
    expect(median([])).toBeNull();
  });
});
