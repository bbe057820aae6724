import { describe, expect, it } from 'vitest';
import { type StagedEdition, type StagedEntry, stagesOf } from './leader-stage.ts';

const EDITION: StagedEdition = {
  state: 'REVIEW',
  screeningCloseAt: '2026-06-20T10:00:00Z',
  publicityStartsAt: '2026-10-01T01:00:00Z',
  publicityEndsAt: '2026-10-07T10:00:00Z',
  publishedAt: null,
  rounds: [
    { opensAt: '2026-07-01T01:00:00Z', closesAt: '2026-08-01T10:00:00Z' },
    { opensAt: '2026-09-01T01:00:00Z', closesAt: '2026-09-02T10:00:00Z' },
  ],
};
const ENTRY: StagedEntry = {
  state: 'IN_REVIEW',
  submittedAt: '2026-05-30T02:00:00Z',
  deadline: '2026-06-01T10:00:00Z',
  updatedAt: '2026-06-18T02:00:00Z',
};
const places = (entry: StagedEntry, edition = EDITION) => stagesOf(entry, edition).map(({ place }) => place);

describe('the stages of an entry', () => {
  it('tell what happened, what is now, and when the rest comes', () => {
    const stages = stagesOf(ENTRY, EDITION);
    expect(stages.map(({ place }) => place)).toEqual(['past', 'past', 'now', 'ahead', 'ahead']);
    expect(stages[0]).toMatchObject({ at: ENTRY.submittedAt, kind: 'done' });
    expect(stages[2]).toMatchObject({ at: '2026-09-02T10:00:00Z', kind: 'until' });
    expect(stages[3]).toMatchObject({ at: EDITION.publicityStartsAt, kind: 'from' });
  });

  it('begin again when the entry was returned', () => {
    expect(places({ ...ENTRY, state: 'RETURNED' })).toEqual(['now', 'ahead', 'ahead', 'ahead', 'ahead']);
  });

  it('move on with the edition once the marks are in', () => {
    const edition = { ...EDITION, state: 'PUBLICISED' as const };
    expect(places({ ...ENTRY, state: 'ELIMINATED' }, edition)).toEqual([
      'past',
      'past',
      'past',
      'now',
      'ahead',
    ]);
  });

  it('do not end before the notice does, whatever is proposed', () => {
    const edition = { ...EDITION, state: 'PUBLICISED' as const };
    for (const state of ['AWARDED', 'NOT_AWARDED'] as const) {
      const stages = stagesOf({ ...ENTRY, state }, edition);
      expect(stages.map(({ place }) => place)).toEqual(['past', 'past', 'past', 'now', 'ahead']);
      expect(stages[4]).toMatchObject({ at: EDITION.publicityEndsAt, kind: 'from' });
    }
  });

  it('end where the entry ended', () => {
    expect(places({ ...ENTRY, state: 'INELIGIBLE' })[1]).toBe('stopped');
    expect(places({ ...ENTRY, state: 'WITHDRAWN', submittedAt: null })[0]).toBe('stopped');
    expect(places({ ...ENTRY, state: 'WITHDRAWN' }).slice(0, 2)).toEqual(['past', 'stopped']);
    expect(places({ ...ENTRY, state: 'AWARDED' })).toEqual(['past', 'past', 'past', 'past', 'past']);
  });
});
