import { describe, expect, it } from 'vitest';
import { readCompetitionInput } from '../formats/bundle-file.ts';
import { bundleOf, verifyBundle, withJudgeCodes } from './bundle.ts';
import { ruleOf } from './rules.ts';
import type { CompetitionInput } from './types.ts';

const input: CompetitionInput = {
  rule: ruleOf('TRIMMED_MEAN'),
  entries: [
    { id: 'reading-lamp', category: '文化教育' },
    { id: 'river-watch', category: '文化教育' },
  ],
  rounds: [
    {
      id: 'final',
      weight: '100',
      criteria: [{ id: 'need', weight: '100', max: '10' }],
      sheets: ['w', 'x', 'y', 'z'].flatMap((judge, k) => [
        { judge, entry: 'reading-lamp', marks: { need: String(6 + k) } },
        { judge, entry: 'river-watch', marks: { need: String(9 - k / 2) } },
      ]),
    },
  ],
  tieBreaks: [],
  awards: [{ id: '一等奖', scope: 'CATEGORY', quota: 1, tieAtLine: 'DELIBERATE' }],
  deliberation: [],
};

describe('bundles', () => {
  it('survive the way through JSON and recompute without a difference', () => {
    const travelled: unknown = JSON.parse(JSON.stringify(bundleOf(input)));
    if (
      typeof travelled !== 'object' ||
      travelled === null ||
      !('input' in travelled) ||
      !('result' in travelled)
    )
      throw new Error('lost');
    expect(verifyBundle(readCompetitionInput(travelled.input), travelled.result).differences).toEqual([]);
  });

  it('name the place of a changed mark and of a changed result', () => {
    const { result } = bundleOf(input);
    const [round] = input.rounds;
    if (!round) throw new Error('no round');
    const sheets = round.sheets.map((s, i) => (i === 0 ? { ...s, marks: { need: '9' } } : s));
    const changed = verifyBundle({ ...input, rounds: [{ ...round, sheets }] }, result).differences.map(
      (d) => d.path,
    );
    expect(changed).toContain('inputsDigest');
    const entries = result.entries.map((e) => (e.entry === 'river-watch' ? { ...e, total: '99.00' } : e));
    expect(verifyBundle(input, { ...result, entries }).differences).toEqual([
      { path: 'entries.1.total', stored: '99.00', recomputed: result.entries[1]?.total },
    ]);
  });

  it('hide the judges without changing a score', () => {
    const coded = withJudgeCodes(input, 7);
    expect([...coded.codes.values()].sort()).toEqual(['J1', 'J2', 'J3', 'J4']);
    expect(JSON.stringify(coded.input)).not.toMatch(/"judge":"[wxyz]"/);
    expect(bundleOf(coded.input).result.entries).toEqual(bundleOf(input).result.entries);
  });

  it('are refused with the path where their shape differs', () => {
    expect(() => readCompetitionInput({ ...input, rounds: [{ id: 7 }] })).toThrow(
      'SHAPE_DIFFERS at input.rounds.0.id',
    );
  });
});
