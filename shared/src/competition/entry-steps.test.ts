import { describe, expect, it } from 'vitest';
import { judgeTransition } from '../kernel/transition.ts';
import { COMPETITION_LIFECYCLE, COMPETITION_STATES } from './competition.ts';
import { ENTRY_LIFECYCLE, ENTRY_STATES, type EntryContent, type EntryEvent } from './entry.ts';
import { type EntryStanding, entryStepProblems, entryWindowProblems } from './entry-steps.ts';

const standing: EntryStanding = {
  competitionState: 'OPEN',
  opensAt: '2026-05-01T01:00:00+00:00',
  deadline: '2026-05-31T10:00:00+00:00',
  teamState: 'ACTIVE',
  plans: 1,
};
const window = (at: string, changes: Partial<EntryStanding> = {}) =>
  entryWindowProblems({ ...standing, ...changes }, new Date(at)).map(({ code }) => code);
const content = (): EntryContent => {
  throw new Error('content is only looked at for submission');
};

describe('when an entry may be written', () => {
  it('is from the opening up to, and not including, the deadline', () => {
    expect(window('2026-05-01T00:59:59Z')).toEqual(['NOT_YET_OPEN']);
    expect(window('2026-05-01T01:00:00Z')).toEqual([]);
    expect(window('2026-05-31T09:59:59.999Z')).toEqual([]);
    expect(window('2026-05-31T10:00:00Z')).toEqual(['DEADLINE_PASSED']);
  });

  it('is while the edition takes entries or screens them, whatever the dates say', () => {
    expect(window('2026-05-10T00:00:00Z', { competitionState: 'SCREENING' })).toEqual([]);
    for (const competitionState of ['DRAFT', 'REVIEW', 'DELIBERATION', 'PUBLICISED', 'CLOSED'] as const) {
      expect(window('2026-05-10T00:00:00Z', { competitionState })).toEqual(['COMPETITION_STATE']);
    }
  });

  it('has no end while none is set', () => {
    expect(window('2036-01-01T00:00:00Z', { deadline: null })).toEqual([]);
  });
});

describe('screening steps', () => {
  it('are taken while the edition takes entries or screens them', () => {
    for (const event of ['accept', 'return', 'reject', 'withdraw'] satisfies EntryEvent[]) {
      expect(entryStepProblems(event, standing, content, new Date('2026-07-01T00:00:00Z'))).toEqual([]);
      expect(
        entryStepProblems(event, { ...standing, competitionState: 'REVIEW' }, content, new Date()).map(
          ({ code }) => code,
        ),
      ).toEqual(['COMPETITION_STATE']);
    }
  });
});

describe('the lifecycles', () => {
  const reachable = (table: {
    states: readonly string[];
    initial: string;
    events: Readonly<Record<string, { from: readonly string[]; to: string }>>;
  }) => {
    const seen = new Set([table.initial]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const { from, to } of Object.values(table.events)) {
        if (!seen.has(to) && from.some((state) => seen.has(state))) {
          seen.add(to);
          grown = true;
        }
      }
    }
    return [...seen].sort();
  };

  it('name every state once, and reach each from the first', () => {
    expect([...ENTRY_LIFECYCLE.states].sort()).toEqual(Object.keys(ENTRY_STATES).sort());
    expect([...COMPETITION_LIFECYCLE.states].sort()).toEqual(Object.keys(COMPETITION_STATES).sort());
    expect(reachable(ENTRY_LIFECYCLE)).toEqual([...ENTRY_LIFECYCLE.states].sort());
    expect(reachable(COMPETITION_LIFECYCLE)).toEqual([...COMPETITION_LIFECYCLE.states].sort());
  });

  it('let nothing lead out of a withdrawn or disqualified entry, nor a draft past submission', () => {
    const events = Object.entries(ENTRY_LIFECYCLE.events);
    expect(
      events.filter(([, { from }]) =>
        (from as readonly string[]).some((state) => state === 'WITHDRAWN' || state === 'DISQUALIFIED'),
      ),
    ).toEqual([]);
    expect(
      events.filter(([, { from }]) => (from as readonly string[]).includes('DRAFT')).map(([name]) => name),
    ).toEqual(['submit', 'withdraw']);
  });

  it('keep steps of the edition from being taken on one entry: nobody holds their right', () => {
    const answer = judgeTransition(ENTRY_LIFECYCLE, 'award', {
      state: 'IN_REVIEW',
      may: (right) => right !== 'advance',
    });
    expect(answer.problems.map(({ code }) => code)).toEqual(['RIGHT_MISSING']);
  });
});
