import { describe, expect, it } from 'vitest';
import { readCompetitionInput } from '../formats/bundle-file.ts';
import { bundleOf, bundleText, verifyBundle } from './bundle.ts';
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
const text = bundleText(bundleOf(input));
const paths = (file: string): string[] =>
  verifyBundle(JSON.parse(file) as unknown).differences.map(({ path }) => path);

describe('bundles', () => {
  it('survive the way through a file and recompute without a difference, to the digest they carry', () => {
    const { differences, digest } = verifyBundle(JSON.parse(text) as unknown);
    expect(differences).toEqual([]);
    expect(digest).toBe(bundleOf(input).digest);
  });

  it('name the place of a changed mark, of a changed result and of a changed name', () => {
    expect(paths(text.replace('"need":"6"', '"need":"5"'))).toEqual(
      expect.arrayContaining(['inputsDigest', 'resultDigest', 'digest']),
    );
    expect(paths(text.replace('"total":"75.00"', '"total":"99.00"'))).toEqual(['entries.0.total', 'digest']);
    expect(paths(text.replace('"places":1', '"places":2'))).toEqual(['digest']);
  });

  it('with content that no bundle has are different, not a crash', () => {
    expect(paths(text.replace('"places":1', '"places":1.5'))).toEqual(['digest']);
  });

  it('are refused with the path where their shape differs', () => {
    expect(() => readCompetitionInput({ ...input, rounds: [{ id: 7 }] })).toThrow(
      'SHAPE_DIFFERS at input.rounds.0.id',
    );
  });
});
