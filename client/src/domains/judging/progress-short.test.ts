import { describe, expect, it } from 'vitest';
import { shortEntries } from './progress-short.ts';

describe('entries short of judges', () => {
  it('are read from the findings with what is missing', () =>
    expect([
      ...shortEntries([
        { code: 'ENTRY_SHORT_OF_JUDGES', params: { entry: 'e1', assigned: 2, wanted: 5 } },
        { code: 'JUDGE_OVER_CAPACITY', params: { judge: 'j1', assigned: 2, capacity: 1 } },
        { code: 'ENTRY_SHORT_OF_JUDGES', params: null },
      ]),
    ]).toEqual([['e1', 3]]));
});
