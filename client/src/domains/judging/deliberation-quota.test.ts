import { describe, expect, it } from 'vitest';
import { type AwardedRow, awardCount } from './deliberation-quota.ts';

const row = (id: string, category: string, award: string | null): AwardedRow => ({
  entry: { id },
  category: { id: category },
  award: award === null ? null : { id: award },
});
const rows = [row('a', 'h', 'gold'), row('b', 'h', 'silver'), row('c', 'm', 'gold'), row('d', 'h', null)];
const gold = { id: 'gold', scope: 'CATEGORY' as const, quota: 1 };

describe('what a decision does to the number of an award', () => {
  it('counts within the category of the entry', () =>
    expect(awardCount(rows, gold, 'd', 'gold')).toEqual({ before: 1, after: 2, quota: 1 }));
  it('frees a place when the holder gets something else', () =>
    expect(awardCount(rows, gold, 'a', 'silver')).toEqual({ before: 1, after: 0, quota: 1 }));
  it('does not count the holder twice', () =>
    expect(awardCount(rows, gold, 'a', 'gold')).toEqual({ before: 1, after: 1, quota: 1 }));
  it('counts over all categories for an award over all', () =>
    expect(awardCount(rows, { ...gold, scope: 'OVERALL' }, 'd', 'gold').after).toBe(3));
});
