import { describe, expect, it } from 'vitest';
import { dateChanges, withDate } from './edition-date-changes.ts';

const edition = {
  entriesOpenAt: '2026-03-01T00:00:00.000Z',
  entriesCloseAt: null,
  screeningCloseAt: null,
  publicityStartsAt: null,
  publicityEndsAt: null,
  rounds: [
    { id: 'r1', opensAt: null, closesAt: null },
    { id: 'r2', opensAt: null, closesAt: null },
  ],
};
const at = '2026-05-01T00:00:00.000Z';

describe('dates that were changed', () => {
  it('are none when nothing was', () => {
    expect(dateChanges(edition, structuredClone(edition))).toEqual({ edition: null, rounds: [] });
  });

  it('are only those of the edition that differ', () => {
    const after = withDate(edition, 'entriesCloseAt', at);
    expect(dateChanges(edition, after)).toEqual({ edition: { entriesCloseAt: at }, rounds: [] });
  });

  it('belong to their round', () => {
    const after = withDate(edition, 'rounds.1.closesAt', at);
    expect(after.rounds[0]).toEqual(edition.rounds[0]);
    expect(dateChanges(edition, after)).toEqual({
      edition: null,
      rounds: [{ id: 'r2', opensAt: null, closesAt: at }],
    });
  });

  it('tell of a date that was taken away', () => {
    const after = withDate(edition, 'entriesOpenAt', null);
    expect(dateChanges(edition, after).edition).toEqual({ entriesOpenAt: null });
  });
});
