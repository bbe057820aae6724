import { describe, expect, it } from 'vitest';
import { rankedCategories, resultScope } from './results-scope.ts';

const rounds = [
  { id: 'a', position: 1, state: 'LOCKED' as const },
  { id: 'b', position: 2, state: 'OPEN' as const },
];

describe('which result is shown', () => {
  it('is the one asked for', () => {
    expect(resultScope({ state: 'CLOSED', rounds }, 'a')).toBe('a');
    expect(resultScope({ state: 'REVIEW', rounds }, 'all')).toBe('all');
  });
  it('is the round under way during the review', () =>
    expect(resultScope({ state: 'REVIEW', rounds }, null)).toBe('b'));
  it('is the whole edition afterwards', () =>
    expect(resultScope({ state: 'DELIBERATION', rounds }, 'a round of another edition')).toBe('all'));
});

describe('the categories of a ranking', () => {
  it('are those that have entries, in their order', () => {
    const categories = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const rows = [{ category: { id: 'c' } }, { category: { id: 'b' } }, { category: null }];
    expect(rankedCategories(categories, rows)).toEqual([{ id: 'b' }, { id: 'c' }]);
    expect(rankedCategories(categories, [])).toEqual([]);
  });
});
