import { describe, expect, it } from 'vitest';
import { awardGroups } from './public-awards.ts';
import { type PublicEditionDates, publicDates } from './public-dates.ts';

const EDITION: PublicEditionDates = {
  state: 'REVIEW',
  entriesOpenAt: '2026-04-01T01:00:00Z',
  entriesDeadline: '2026-06-01T10:00:00Z',
  screeningCloseAt: '2026-06-20T10:00:00Z',
  publicityStartsAt: '2026-10-01T01:00:00Z',
  publicityEndsAt: '2026-10-07T10:00:00Z',
  publishedAt: null,
  currentRound: { id: 'r2' },
  rounds: [
    { id: 'r1', opensAt: null, closesAt: null },
    { id: 'r2', opensAt: null, closesAt: null },
  ],
};
const places = (edition: PublicEditionDates) => publicDates(edition).map(({ place }) => place);

describe('the public rail of dates', () => {
  it('marks the round under way', () => {
    expect(places(EDITION)).toEqual(['past', 'past', 'past', 'now', 'ahead', 'ahead']);
  });

  it('has nothing under way between review and notice, and all behind it once published', () => {
    expect(places({ ...EDITION, state: 'DELIBERATION' })).toEqual([
      'past',
      'past',
      'past',
      'past',
      'ahead',
      'ahead',
    ]);
    expect(new Set(places({ ...EDITION, state: 'CLOSED' }))).toEqual(new Set(['past']));
  });
});

describe('awards of a category', () => {
  const given = (id: string, number: string, category: string, award: string | null) => ({
    id,
    number,
    category: { id: category },
    award: award ? { id: award } : null,
  });
  const awards = [
    { id: 'silver', position: 2 },
    { id: 'gold', position: 1 },
    { id: 'bronze', position: 3 },
  ];

  it('stand in the order of the awards, each by number, empty ones left out', () => {
    const entries = [
      given('a', '2025-健康-010', 'h', 'silver'),
      given('b', '2025-健康-002', 'h', 'silver'),
      given('c', '2025-健康-005', 'h', 'gold'),
      given('d', '2025-治理-001', 'g', 'gold'),
      given('e', '2025-健康-006', 'h', null),
    ];
    const groups = awardGroups(entries, 'h', awards);
    expect(groups.map(({ awardId, entries: rows }) => [awardId, rows.map(({ id }) => id)])).toEqual([
      ['gold', ['c']],
      ['silver', ['b', 'a']],
    ]);
  });
});
