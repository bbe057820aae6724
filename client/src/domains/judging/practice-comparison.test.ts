import { expect, it } from 'vitest';
import { comparePractice } from './practice-comparison.ts';

it('puts own marks beside the agreed ones with an exact difference', () => {
  const criteria = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const agreed = criteria.map(({ id }) => ({ criterionId: id, value: '8.00', reason: `因为 ${id}` }));
  const own = [
    { criterionId: 'c', value: '8' },
    { criterionId: 'a', value: '6.50' },
    { criterionId: 'b', value: '9.5' },
  ];
  expect(
    comparePractice(criteria, own, agreed).map(({ own: mine, difference, direction }) => [
      mine,
      difference,
      direction,
    ]),
  ).toEqual([
    ['6.5', '−1.5', 'stricter'],
    ['9.5', '+1.5', 'milder'],
    ['8', '0', 'equal'],
  ]);
  expect(comparePractice(criteria, own.slice(0, 1), agreed)).toHaveLength(1);
});
