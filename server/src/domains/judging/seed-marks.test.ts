import { describe, expect, it } from 'vitest';
import type { SeedRound } from './seed-facts.ts';
import { makeMarks, merit } from './seed-marks.ts';

const round: SeedRound = {
  id: 'r',
  judgesPerEntry: 5,
  advancePerCategory: null,
  opensAt: new Date('2026-11-02T01:00:00Z'),
  closesAt: new Date('2026-12-11T10:00:00Z'),
  criteria: [
    { id: 'need', code: 'NEED', weight: '60', max: '10' },
    { id: 'team', code: 'TEAM', weight: '40', max: '10' },
  ],
};
const bands = { low: ['数据不足。'], mid: ['基本清楚。'], high: ['扎实可信。'] };
const remarks = { criteria: { NEED: bands, TEAM: bands }, overall: bands };
const judge = (severity: number) => ({ id: `j${severity}`, severity, expertise: [] });
const make = (seed: string, severity = 0) =>
  makeMarks(seed, { seed: '2026-应急-001' }, judge(severity), round, remarks);

describe('makeMarks', () => {
  it('follows from its seed alone', () => {
    expect(make('a')).toEqual(make('a'));
    expect(make('a')).not.toEqual(make('b'));
    expect(merit('2026-应急-001')).toBe(merit('2026-应急-001'));
  });

  it('marks every criterion on the half-point step, and adds up exactly', () => {
    for (let i = 0; i < 200; i++) {
      const { marks, total, remark } = make(String(i));
      expect(marks.map(({ criterion }) => criterion)).toEqual(['need', 'team']);
      for (const { value } of marks)
        expect([
          Number(value) * 2 === Math.round(Number(value) * 2),
          Number(value) >= 2,
          Number(value) <= 10,
        ]).toEqual([true, true, true]);
      const [need, team] = marks.map(({ value }) => Number(value));
      expect(Number(total)).toBeCloseTo(6 * (need ?? 0) + 4 * (team ?? 0), 4);
      expect(remark).not.toBe('');
    }
  });

  it('follows the judge’s tendency on the whole', () => {
    const mean = (severity: number): number => {
      let sum = 0;
      for (let i = 0; i < 200; i++) sum += Number(make(String(i), severity).total);
      return sum / 200;
    };
    expect(mean(5) - mean(-5)).toBeGreaterThan(5);
  });
});
