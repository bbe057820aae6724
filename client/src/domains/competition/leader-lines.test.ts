import { describe, expect, it } from 'vitest';
import type { LeaderHomeQuery } from '#client/__generated__/graphql.ts';
import { type HomeEntry, homeLines } from './leader-lines.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const OPEN = {
  id: 'open',
  year: 2027,
  title: '2027 大赛',
  titleEn: '',
  state: 'OPEN' as const,
  screeningCloseAt: null,
  publicityStartsAt: null,
  publicityEndsAt: null,
  publishedAt: null,
  rounds: [],
};
const entry = (part: Partial<HomeEntry>): HomeEntry => ({
  id: 'e',
  number: null,
  title: '项目',
  titleEn: '',
  state: 'DRAFT',
  stateReason: null,
  submittedAt: null,
  deadline: '2026-12-01T10:00:00Z',
  updatedAt: '2026-11-20T10:00:00Z',
  category: { id: 'c', code: 'HEALTH' },
  team: { id: 't', name: '队伍', nameEn: null },
  award: null,
  completeness: [],
  screeningNotes: [],
  competition: OPEN,
  ...part,
});
const home = (
  entries: HomeEntry[],
  trainingSessions: LeaderHomeQuery['trainingSessions']['nodes'] = [],
): LeaderHomeQuery => ({
  entries: { nodes: entries },
  competitions: {
    nodes: [
      { ...OPEN, theme: '', themeEn: '', entriesOpenAt: null, entriesDeadline: '2026-12-01T10:00:00Z' },
    ],
  },
  trainingSessions: { nodes: trainingSessions },
});
const kinds = (data: LeaderHomeQuery) => homeLines(data, ['t'], NOW).waiting.map(({ kind }) => kind);

describe('a leader’s home', () => {
  it('puts returned entries before drafts, whichever is due first', () => {
    const returned = entry({ id: 'r', state: 'RETURNED', deadline: '2026-12-20T10:00:00Z' });
    expect(kinds(home([entry({}), returned]))).toEqual(['returned', 'draft']);
  });

  it('counts only notes that are still open', () => {
    const note = { field: 'need', text: '写明来源' };
    const returned = entry({
      state: 'RETURNED',
      screeningNotes: [
        { id: '1', ...note, resolved: true },
        { id: '2', ...note, resolved: false },
      ],
    });
    expect(homeLines(home([returned]), ['t'], NOW).waiting[0]).toMatchObject({ kind: 'returned', notes: 1 });
  });

  it('tells what was not submitted in time as late, not as work', () => {
    const missed = entry({ deadline: '2026-11-24T10:00:00Z' });
    const lines = homeLines(home([missed]), ['t'], NOW);
    expect(lines.late).toEqual([missed]);
    expect(lines.waiting).toEqual([]);
  });

  it('offers an open edition until one has entered it', () => {
    expect(kinds(home([]))).toEqual(['edition']);
    expect(kinds(home([entry({ state: 'SUBMITTED' })]))).toEqual([]);
  });

  it('offers training with room, and keeps the own registration in sight when it is full', () => {
    const session = {
      id: 's',
      title: '培训',
      titleEn: '',
      startsAt: '2026-12-01T01:00:00Z',
      state: 'SCHEDULED' as const,
      capacity: 2,
      registeredCount: 2,
      registrations: [],
    };
    const mine = { ...session, registrations: [{ id: 'g', attendees: ['甲', '乙'], team: { id: 't' } }] };
    expect(kinds(home([], [session]))).toEqual(['edition']);
    expect(homeLines(home([], [mine]), ['t'], NOW).waiting.at(-1)).toMatchObject({
      kind: 'training',
      mine: 2,
    });
  });
});
