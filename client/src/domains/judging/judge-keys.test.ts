import { markProblem } from '@xinghuo/shared/judging/domain/score-sheet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Typing, typeKey } from './judge-keys.ts';

const TENTHS = { max: '10.0', step: '0.5' };
const HUNDRED = { max: '100', step: '1' };
const FINE = { max: '10', step: '0.1' };
const COARSE = { max: '100', step: '5' };

/** The mark after typing keys one after another at one criterion. */
function typeAll(keys: string, scale: { max: string; step: string }): string {
  let typing: Typing = { criterion: '', text: '' };
  let mark = '';
  for (const key of keys) {
    const typed = typeKey(typing, 'a', key, scale);
    if (!typed) continue;
    typing = typed.typing;
    if (typed.value !== undefined) mark = typed.value;
  }
  return mark;
}

describe('marking by number keys', () => {
  it.each([
    ['8', '8'],
    ['0', '0'],
    ['10', '10'],
    ['8.', '8.5'],
    ['8.5', '8.5'],
    ['8.0', '8'],
    ['87', '7'],
    ['10.', '10'],
    ['.', '0.5'],
    ['8.57', '7'],
    ['8.59.', '9.5'],
  ])('on a scale of ten in halves %s gives %s', (keys, mark) => {
    expect(typeAll(keys, TENTHS)).toBe(mark);
  });

  it.each([
    ['85', '85', HUNDRED],
    ['100', '100', HUNDRED],
    ['856', '6', HUNDRED],
    ['8.', '8', HUNDRED],
    ['8.3', '8.3', FINE],
    ['85', '85', COARSE],
    ['83', '', COARSE],
  ])('%s gives %s', (keys, mark, scale) => {
    expect(typeAll(keys, scale)).toBe(mark);
  });

  it('begins anew at another criterion', () => {
    const first = typeKey({ criterion: '', text: '' }, 'a', '1', TENTHS);
    const second = typeKey(first?.typing ?? { criterion: '', text: '' }, 'b', '0', TENTHS);
    expect(second?.value).toBe('0');
  });

  it('means nothing beyond the scale', () => {
    expect(typeKey({ criterion: '', text: '' }, 'a', '8', { max: '5', step: '1' })).toBeNull();
  });

  it('never gives a mark that the server would refuse', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.'), maxLength: 8 }),
        fc.constantFrom(TENTHS, HUNDRED, FINE, COARSE, { max: '5', step: '0.25' }),
        (keys, scale) => {
          const mark = typeAll(keys, scale);
          expect(mark === '' ? null : markProblem('marks', mark, scale)).toBeNull();
        },
      ),
    );
  });
});
