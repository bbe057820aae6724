import { describe, expect, it } from 'vitest';
import { byUrgency, type JudgeFigures, standingOf } from './progress-standing.ts';

const NOW = Date.parse('2026-11-24T02:00:00Z');
const judge = (changes: Partial<JudgeFigures> = {}): JudgeFigures => ({
  total: 12,
  submitted: 4,
  drafts: 1,
  lastActiveAt: '2026-11-23T02:00:00Z',
  deadline: '2026-12-01T00:00:00Z',
  ...changes,
});

describe('where a judge stands', () => {
  it('is done with all sheets in, even after the deadline', () =>
    expect(standingOf(judge({ submitted: 12, deadline: '2026-11-01T00:00:00Z' }), NOW)).toBe('DONE'));
  it('is overdue from the very instant of the deadline', () => {
    expect(standingOf(judge({ deadline: '2026-11-24T02:00:00Z' }), NOW)).toBe('OVERDUE');
    expect(standingOf(judge({ deadline: '2026-11-24T02:00:01Z' }), NOW)).toBe('AT_WORK');
  });
  it('has not begun while nothing was saved', () =>
    expect(standingOf(judge({ lastActiveAt: null, submitted: 0 }), NOW)).toBe('NOT_BEGUN'));
  it('is idle after more than three days', () => {
    expect(standingOf(judge({ lastActiveAt: '2026-11-21T02:00:00Z' }), NOW)).toBe('AT_WORK');
    expect(standingOf(judge({ lastActiveAt: '2026-11-21T01:59:59Z' }), NOW)).toBe('IDLE');
  });
  it('puts the overdue first and the done last, then by what is open', () => {
    const done = judge({ submitted: 12 });
    const little = judge({ submitted: 11 });
    const much = judge({ submitted: 2 });
    const late = judge({ deadline: '2026-11-20T00:00:00Z', submitted: 11 });
    expect(byUrgency([done, little, much, late], NOW)).toEqual([late, much, little, done]);
  });
});
