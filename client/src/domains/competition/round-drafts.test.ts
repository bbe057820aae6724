import { describe, expect, it } from 'vitest';
import { plainDecimal, type RoundDraft, roundChanges, roundsRearranged } from './round-drafts.ts';

const round: RoundDraft = {
  key: 'r1',
  id: 'r1',
  kind: 'DOCUMENT',
  title: '书面评审',
  titleEn: 'Documents',
  weight: '40',
  judgesPerEntry: 5,
  advancePerCategory: 4,
  remarkMinimum: 0,
  practiceRule: 'OFFERED',
  blind: false,
};
const second: RoundDraft = { ...round, key: 'r2', id: 'r2', weight: '60' };

describe('rounds that were changed', () => {
  it('are set anew together when weights or order changed', () => {
    expect(roundsRearranged([round, second], [round, second])).toBe(false);
    expect(roundsRearranged([round, second], [second, round])).toBe(true);
    expect(roundsRearranged([round, second], [{ ...round, weight: '50' }, second])).toBe(true);
    expect(roundsRearranged([round, second], [round])).toBe(true);
  });

  it('are written alone when only their own fields changed', () => {
    expect(roundChanges(round, { ...round, advancePerCategory: null })).toEqual({ advancePerCategory: null });
    expect(roundChanges(round, { ...round, weight: '50' })).toBeNull();
  });
});

describe('a decimal as a person writes it', () => {
  it('has no idle zeros, and keeps those that count', () => {
    expect(['40.00', '12.50', '100', '0.05', '10'].map(plainDecimal)).toEqual([
      '40',
      '12.5',
      '100',
      '0.05',
      '10',
    ]);
  });
});
