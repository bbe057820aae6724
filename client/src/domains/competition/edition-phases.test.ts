import { describe, expect, it } from 'vitest';
import { datePoints, phasesOf } from './edition-phases.ts';

const dates = {
  entriesOpenAt: '2026-03-01T00:00:00.000Z',
  entriesCloseAt: '2026-05-01T00:00:00.000Z',
  screeningCloseAt: '2026-05-15T00:00:00.000Z',
  rounds: [
    { id: 'r1', opensAt: '2026-06-01T00:00:00.000Z', closesAt: '2026-06-20T00:00:00.000Z' },
    { id: 'r2', opensAt: '2026-07-01T00:00:00.000Z', closesAt: '2026-07-02T00:00:00.000Z' },
  ],
  publicityStartsAt: null,
  publicityEndsAt: '2026-08-01T00:00:00.000Z',
};

describe('the phases of an edition', () => {
  it('puts the present one between what is past and what is ahead', () => {
    const phases = phasesOf({ ...dates, state: 'REVIEW', publishedAt: null });
    expect(phases.map(({ place }) => place)).toEqual([
      'past',
      'past',
      'past',
      'now',
      'ahead',
      'ahead',
      'ahead',
    ]);
  });

  it('lets the review last from the first round to the last', () => {
    const review = phasesOf({ ...dates, state: 'OPEN', publishedAt: null })[3];
    expect(review).toMatchObject({ from: dates.rounds[0]?.opensAt, to: dates.rounds[1]?.closesAt });
  });

  it('has no dates for a review without rounds', () => {
    const review = phasesOf({ ...dates, rounds: [], state: 'DRAFT', publishedAt: null })[3];
    expect(review).toMatchObject({ from: null, to: null });
  });
});

describe('the dates of an edition', () => {
  const wrong = (edition: Parameters<typeof datePoints>[0]) =>
    datePoints(edition).filter(({ behind }) => behind !== null);

  it('are all right in their order, with some not set', () => {
    expect(wrong(dates)).toEqual([]);
  });

  it('name the date that a later one contradicts', () => {
    const early = { ...dates, screeningCloseAt: '2026-04-01T00:00:00.000Z' };
    expect(wrong(early)).toMatchObject([{ key: 'screeningCloseAt', behind: 'entriesCloseAt' }]);
  });

  it('look past dates that are not set', () => {
    const early = { ...dates, publicityEndsAt: '2026-06-30T00:00:00.000Z' };
    expect(wrong(early)).toMatchObject([{ key: 'publicityEndsAt', behind: 'rounds.1.closesAt' }]);
  });

  it('may fall together', () => {
    expect(wrong({ ...dates, screeningCloseAt: dates.entriesCloseAt })).toEqual([]);
  });
});
