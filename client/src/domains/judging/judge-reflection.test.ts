import { describe, expect, it } from 'vitest';
import { type DoneSheet, placeOf, reflect } from './judge-reflection.ts';

const CRITERIA = [
  {
    id: 'a',
    bands: [
      { from: '0', to: '4.5' },
      { from: '5', to: '10' },
    ],
  },
];
const sheet = (
  id: string,
  total: string,
  seconds: number,
  mark: string,
  openedOrder: number | null = Number(id),
): DoneSheet => ({
  id,
  title: id,
  total,
  seconds,
  openedOrder,
  submittedAt: `2026-11-${20 + Number(id)}T08:00:00.000Z`,
  marks: { a: mark },
});

describe('a look at the own work', () => {
  const sheets = [sheet('3', '80.00', 600, '8'), sheet('1', '9.50', 0, '1'), sheet('2', '80.00', 300, '8.5')];

  it('shows spread, bands, ties, time and the earliest', () => {
    expect(reflect(sheets, CRITERIA)).toMatchObject({
      count: 3,
      mean: '56.50',
      lowest: '9.50',
      highest: '80.00',
      minutes: 7.5,
      ties: [{ total: '80.00', sheets: [{ id: '3' }, { id: '2' }] }],
      bands: [{ criterion: 'a', counts: [1, 2] }],
      earliest: [{ id: '1' }, { id: '2' }, { id: '3' }],
    });
  });

  it('lists as the earliest those that were begun first and may be opened again, whenever they were submitted', () => {
    const begun = [
      sheet('1', '70', 60, '7', 5),
      sheet('2', '71', 60, '7', 3),
      sheet('3', '72', 60, '7', null),
      sheet('4', '73', 60, '7', 1),
      sheet('5', '74', 60, '7', 4),
    ];
    expect(reflect(begun, CRITERIA)?.earliest.map(({ id }) => id)).toEqual(['4', '2']);
  });

  it('orders totals as numbers, not as texts', () => {
    expect(reflect(sheets, CRITERIA)?.ordered.map(({ total }) => total)).toEqual(['9.50', '80.00', '80.00']);
  });

  it('has nothing to say about nothing', () => {
    expect(reflect([], CRITERIA)).toBeNull();
    expect(reflect([sheet('1', '70', 0, '7')], CRITERIA)?.minutes).toBeNull();
  });

  it('keeps its strip between 0 and 100', () => {
    expect(placeOf('87.25')).toBe(87.25);
  });
});
