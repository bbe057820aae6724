import { describe, expect, it } from 'vitest';
import { DEADLINE_KINDS, kindOf, LINE_KINDS, linePath } from './dashboard-lines.ts';

describe('a line of the dashboard', () => {
  it('opens just the entries it counts', () => {
    const address = new URL(linePath('ENTRIES_TO_SCREEN', 'c1', null), 'http://localhost');
    expect(address.pathname).toBe('/entries');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ 'f.state': 'SUBMITTED', edition: 'c1' });
  });

  it('keeps the round of work that belongs to one', () => {
    const address = new URL(linePath('SHEETS_OVERDUE', 'c1', 'r1'), 'http://localhost');
    expect(Object.fromEntries(address.searchParams)).toEqual({ edition: 'c1', round: 'r1' });
  });

  it('always leads to a page, with one question mark', () => {
    for (const kind of LINE_KINDS) {
      const path = linePath(kind, 'c1', null);
      expect(path).toMatch(/^\/[a-z]+\?/);
      expect(path.split('?')).toHaveLength(2);
    }
  });

  it('is told apart from kinds that have no sentence', () => {
    expect(kindOf(LINE_KINDS, 'SHEETS_OVERDUE')).toBe('SHEETS_OVERDUE');
    expect(kindOf(DEADLINE_KINDS, 'SHEETS_OVERDUE')).toBeUndefined();
  });
});
