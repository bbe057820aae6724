import { describe, expect, it } from 'vitest';
import { readCompetitionInput } from '../formats/bundle-file.ts';
import { JudgingInputError } from '../problems.ts';
import { type BundleNames, bundleOf, bundleText, verifyBundle } from './bundle.ts';
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
const NAMES: BundleNames = {
  competition: '志愿服务项目大赛',
  year: 2026,
  rounds: { final: '终评' },
  criteria: { need: '需求' },
  categories: {},
  awards: {},
  awarded: {},
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
    // The lowest mark is dropped: no score moves, and still the sheet is named.
    expect(paths(text.replace('"need":"6"', '"need":"5"'))).toEqual([
      'inputsDigest',
      'resultDigest',
      'input.sheets.final.reading-lamp.w',
      'digest',
    ]);
    expect(paths(text.replace('"total":"75.00"', '"total":"99.00"'))).toEqual([
      'entries.reading-lamp.total',
      'digest',
    ]);
    expect(paths(text.replace('"places":1', '"places":2'))).toEqual(['seeds', 'digest']);
  });

  it('name every one of several changes, and a row that is gone by itself', () => {
    const changed = text
      .replace('"need":"8"', '"need":"9.5"')
      .replace('"need":"7.5"', '"need":"10"')
      .replace('"category":"文化教育","id":"river-watch"', '"category":"应急救援","id":"river-watch"');
    expect(paths(changed)).toEqual(
      expect.arrayContaining([
        'entries.reading-lamp.total',
        'entries.river-watch.total',
        'entries.river-watch.category',
        'input.entries.river-watch',
        'input.sheets.final.reading-lamp.y',
        'input.sheets.final.river-watch.z',
      ]),
    );
    const bundle = JSON.parse(text) as { result: { entries: unknown[] } };
    bundle.result.entries.shift();
    const gone = verifyBundle(bundle).differences;
    expect(gone.map(({ path }) => path)).toEqual(['entries.reading-lamp', 'digest']);
  });

  it('made before pieces had digests are verified as they were then', () => {
    const { parts: _parts, digest: _digest, ...older } = bundleOf(input);
    expect(verifyBundle(JSON.parse(JSON.stringify(older))).differences).toEqual([]);
  });

  it.each([
    ['seeds', ['seeds', 'digest']],
    ['names', ['names', 'digest']],
    ['version', ['digest']],
    ['format', ['digest']],
    ['parts', ['digest']],
    ['result', ['', 'digest']],
    // The digest itself is told by the one on the results page.
    ['digest', []],
  ] as const)('without their %s are named, not a crash', (key, expected) => {
    const whole = bundleOf(input, NAMES);
    const { [key]: _gone, ...rest } = whole;
    expect(paths(JSON.stringify(rest))).toEqual(expected);
  });

  it('without their input are no bundles', () => {
    const { input: _gone, ...rest } = bundleOf(input);
    expect(() => verifyBundle(JSON.parse(JSON.stringify(rest)))).toThrow(JudgingInputError);
  });

  it('with content that no bundle has are different, not a crash', () => {
    expect(paths(text.replace('"places":1', '"places":1.5'))).toEqual(['seeds', 'digest']);
  });

  it('are refused with the path where their shape differs', () => {
    expect(() => readCompetitionInput({ ...input, rounds: [{ id: 7 }] })).toThrow(
      'SHAPE_DIFFERS at input.rounds.0.id',
    );
  });
});
