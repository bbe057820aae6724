import { describe, expect, it } from 'vitest';
import { coverageOf } from './panels-coverage.ts';

const member = (capacity: number, seats = 1, knows = true) => ({ capacity, seats, knows });

describe('coverage of a panel', () => {
  it('is enough when the members have room for every entry', () =>
    expect(
      coverageOf({
        entries: 12,
        judgesPerEntry: 3,
        members: [member(20), member(20), member(20, 1, false)],
        conflicts: 0,
      }),
    ).toEqual({ wanted: 36, room: 36, knowing: 2, state: 'ENOUGH' }));
  it('is too small a panel when an entry could not get its judges', () =>
    expect(
      coverageOf({ entries: 12, judgesPerEntry: 3, members: [member(99), member(99)], conflicts: 0 }).state,
    ).toBe('FEW'));
  it('shares the capacity of a member who sits on several panels', () =>
    expect(
      coverageOf({
        entries: 12,
        judgesPerEntry: 3,
        members: [member(12, 2), member(12), member(12)],
        conflicts: 0,
      }),
    ).toMatchObject({ room: 30, state: 'NO_ROOM' }));
  it('loses room to conflicts', () =>
    expect(
      coverageOf({ entries: 4, judgesPerEntry: 2, members: [member(9), member(9)], conflicts: 1 }),
    ).toMatchObject({ room: 7, state: 'NO_ROOM' }));
  it('says when there is no panel', () =>
    expect(coverageOf({ entries: 4, judgesPerEntry: 2, members: [], conflicts: 0 }).state).toBe('EMPTY'));
});
