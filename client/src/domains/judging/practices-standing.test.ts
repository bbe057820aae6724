import { expect, it } from 'vitest';
import { practiceStanding } from './practices-standing.ts';

it('sums up what judges gave beside what was agreed', () => {
  const agreed = [{ criterionId: 'a', value: '8', reason: '有数据' }];
  const sheets = [6, 9].map((value) => ({ marks: [{ criterionId: 'a', value: String(value) }] }));
  expect(practiceStanding([{ id: 'a' }, { id: 'b' }], agreed, sheets)).toEqual([
    { criterion: { id: 'a' }, agreed: '8', reason: '有数据', mean: 7.5, lowest: 6, highest: 9 },
  ]);
  expect(practiceStanding([{ id: 'a' }], agreed, [])[0]?.mean).toBeNull();
});
