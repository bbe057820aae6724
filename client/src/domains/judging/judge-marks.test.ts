import { markProblem } from '@xinghuo/shared/judging/domain/score-sheet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandIndex,
  hasHalves,
  meanOf,
  nudge,
  signedDifference,
  sumSheet,
  wholePoints,
} from './judge-marks.ts';

const SCALE = { max: '10.0', step: '0.5' };
const CRITERIA = [
  { id: 'a', weight: '25', max: '10', step: '0.5' },
  { id: 'b', weight: '20', max: '10', step: '0.5' },
  { id: 'c', weight: '55', max: '10', step: '0.5' },
];
const BANDS = [
  { from: '0.0', to: '4.5' },
  { from: '5.0', to: '6.5' },
  { from: '7.0', to: '10.0' },
];

describe('the total at the foot', () => {
  it('is exact and complete once every criterion is marked', () => {
    expect(sumSheet(CRITERIA, { a: '8.5', b: '7', c: '9.5' })).toEqual({
      total: '87.50',
      weight: '100',
      marked: 3,
      complete: true,
    });
  });

  it('says what it can reach so far', () => {
    expect(sumSheet(CRITERIA, { a: '8.5', b: '' })).toEqual({
      total: '21.25',
      weight: '25',
      marked: 1,
      complete: false,
    });
  });

  it('has no criterion to complete on an empty sheet', () => {
    expect(sumSheet([], {}).complete).toBe(false);
  });

  it('averages exactly', () => {
    expect(meanOf(['87.5', '80.25', '91'])).toBe('86.25');
    expect(meanOf([])).toBeNull();
    expect(signedDifference('87.5', '86.25')).toBe('+1.25');
    expect(signedDifference('80', '86.25')).toBe('-6.25');
    expect(signedDifference('80', '80.0')).toBe('0.00');
  });
});

describe('stepping a mark', () => {
  it('stays on the scale and the step', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 40 }), (steps) => {
        const mark = steps.reduce((value, by) => nudge(value, by, SCALE), '');
        expect(mark === '' ? null : markProblem('marks', mark, SCALE)).toBeNull();
      }),
    );
  });

  it('begins at the near end', () => {
    expect(nudge('', 1, SCALE)).toBe('0');
    expect(nudge('', -1, SCALE)).toBe('10');
    expect(nudge('9.5', 2, SCALE)).toBe('10');
  });

  it('offers a button a point on short scales only', () => {
    expect(wholePoints(SCALE)).toHaveLength(11);
    expect(wholePoints({ max: '100', step: '1' })).toBeNull();
    expect(wholePoints({ max: '10', step: '2' })).toBeNull();
    expect(hasHalves(SCALE)).toBe(true);
    expect(hasHalves({ max: '10', step: '1' })).toBe(false);
  });
});

describe('the band of a mark', () => {
  it.each([
    ['', -1],
    ['0', 0],
    ['4.5', 0],
    ['4.75', 0],
    ['5', 1],
    ['10', 2],
  ])('of %s is %i', (mark, index) => {
    expect(bandIndex(BANDS, mark)).toBe(index);
  });
});
