import { describe, expect, it } from 'vitest';
import { pace } from './pace.ts';

const now = new Date('2026-11-24T00:00:00Z');

describe('pace', () => {
  it('goes by the last seven days of a longer round', () => {
    const { perDay, doneAt } = pace({ remaining: 20, recent: 70, begun: '2026-11-02T01:00:00Z', now });
    expect(perDay).toBe('10.0');
    expect(doneAt?.toISOString()).toBe('2026-11-26T00:00:00.000Z');
  });

  it('goes by the time since the round opened when that is shorter', () => {
    const { perDay, doneAt } = pace({ remaining: 10, recent: 10, begun: '2026-11-22T00:00:00Z', now });
    expect(perDay).toBe('5.0');
    expect(doneAt?.toISOString()).toBe('2026-11-26T00:00:00.000Z');
  });

  it('has no forecast when nothing moves or nothing is left', () => {
    expect(pace({ remaining: 5, recent: 0, begun: null, now }).doneAt).toBeNull();
    expect(pace({ remaining: 0, recent: 5, begun: null, now }).doneAt).toBeNull();
  });

  it('does not promise the impossible from the first minutes', () => {
    expect(pace({ remaining: 5, recent: 1, begun: '2026-11-23T23:59:00Z', now }).perDay).toBe('24.0');
  });
});
