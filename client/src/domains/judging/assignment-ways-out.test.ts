import { describe, expect, it } from 'vitest';
import { waysOutOf } from './assignment-ways-out.ts';

describe('ways out of a plan', () => {
  it('are read in their order', () => {
    const ways = [
      { kind: 'FEWER_JUDGES', from: 5, to: 4 },
      { kind: 'MORE_CAPACITY', judges: ['j1', 'j2'], from: 12, to: 13 },
      { kind: 'MORE_JUDGES', judges: 1, capacity: 3, category: null },
    ];
    expect(waysOutOf(ways)).toEqual(ways);
  });
  it('are left out when they are of a kind or form not known here', () =>
    expect(
      waysOutOf([{ kind: 'WAIT' }, { kind: 'MORE_CAPACITY', judges: 3, from: 1, to: 2 }, null, 'x']),
    ).toEqual([]));
  it('are none when there is no list', () => expect(waysOutOf(undefined)).toEqual([]));
});
