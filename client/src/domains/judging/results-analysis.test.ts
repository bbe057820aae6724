import { describe, expect, it } from 'vitest';
import { type Analysis, doubt, groupParts, leadOf, reviewsWithin } from './results-analysis.ts';

describe('the bracket of entries a line cannot separate', () => {
  it('joins neighbours and leaves the others alone', () => {
    const parts = groupParts(['a', 'b', 'c', 'd', 'e', 'f'], new Set(['b', 'c', 'd', 'f']));
    expect([...parts.values()]).toEqual(['none', 'first', 'middle', 'last', 'none', 'single']);
  });
});

describe('a budget of reviews', () => {
  it('buys the first of the list, put together by entry', () => {
    const step = (entryId: string, gain: number): Analysis['reviews'][number] => ({
      entryId,
      roundId: 'r',
      awardId: null,
      gain,
    });
    const reviews = [step('a', 0.3), step('b', 0.25), step('a', 0.2), step('c', 0.1)];
    expect(reviewsWithin(reviews, 3).map(({ entryId, reviews: n, gain }) => [entryId, n, gain])).toEqual([
      ['a', 2, 0.5],
      ['b', 1, 0.25],
    ]);
    expect(reviewsWithin(reviews, 0)).toEqual([]);
  });
});

describe('the lead over the next entry', () => {
  const next = { entryId: 'b', difference: 1.2, low: -0.4, high: 2.8 };
  const entry = { next } as Parameters<typeof leadOf>[0];

  it('stands in a category, where the next of the ranking is the next one shown', () => {
    expect(leadOf(entry, false)).toEqual(next);
    expect(leadOf(entry, true)).toBeNull();
    expect(leadOf(undefined, false)).toBeNull();
  });
});

describe('the doubt about an award', () => {
  it('is at the line nearest to even chances', () => {
    const entry = {
      above: [
        { awardId: 'gold', probability: 0.02 },
        { awardId: 'silver', probability: 0.6 },
        { awardId: 'bronze', probability: 0.99 },
      ],
    } as Parameters<typeof doubt>[0];
    expect(doubt(entry)?.awardId).toBe('silver');
    expect(doubt({ ...entry, above: [] })).toBeUndefined();
  });
});
