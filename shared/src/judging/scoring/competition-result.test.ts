import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCompetitionInput } from '../formats/bundle-file.ts';
import { JudgingInputError } from '../problems.ts';
import { computeCompetition, defaultTieBreaks } from './competition-result.ts';
import { DEFAULT_RULE, ruleOf } from './rules.ts';
import type { CompetitionInput, RoundInput, SheetInput } from './types.ts';

const criteria = [
  { id: 'need', weight: '40', max: '10' },
  { id: 'innovation', weight: '35', max: '10' },
  { id: 'spread', weight: '25', max: '30' },
];

function sheet(judge: string, entry: string, need: string, innovation: string, spread: string): SheetInput {
  return { judge, entry, marks: { need, innovation, spread } };
}

const review: RoundInput = {
  id: 'review',
  weight: '40',
  criteria,
  sheets: [
    sheet('j1', 'lantern', '9', '8', '24'),
    sheet('j2', 'lantern', '8', '8', '21'),
    sheet('j3', 'lantern', '10', '9', '30'),
    sheet('j1', 'harbour', '7', '9', '24'),
    sheet('j2', 'harbour', '8', '9.5', '24'),
    sheet('j3', 'harbour', '8', '9', '20'),
    sheet('j1', 'orchard', '6', '6', '15'),
    sheet('j2', 'orchard', '7', '6', '15'),
  ],
};
const final: RoundInput = {
  id: 'final',
  weight: '60',
  criteria: [{ id: 'stage', weight: '100', max: '100' }],
  sheets: [
    { judge: 'j1', entry: 'lantern', marks: { stage: '88' } },
    { judge: 'j2', entry: 'lantern', marks: { stage: '90' } },
    { judge: 'j1', entry: 'harbour', marks: { stage: '91.5' } },
    { judge: 'j2', entry: 'harbour', marks: { stage: '90' } },
  ],
};
const input: CompetitionInput = {
  rule: DEFAULT_RULE,
  entries: ['lantern', 'harbour', 'orchard', 'unseen'].map((id) => ({ id, category: 'care' })),
  rounds: [review, final],
  tieBreaks: defaultTieBreaks([review, final]),
  awards: [{ id: 'first', scope: 'CATEGORY', quota: 1, tieAtLine: 'DELIBERATE' }],
  deliberation: [],
};

describe('computeCompetition', () => {
  it('ranks an eliminated entry and awards it only by deliberation, though the quota is not used up', () => {
    const wide: CompetitionInput = {
      ...input,
      entries: input.entries.map((entry) =>
        entry.id === 'orchard' ? { ...entry, eliminated: true } : entry,
      ),
      awards: [{ id: 'first', scope: 'CATEGORY', quota: 3, tieAtLine: 'DELIBERATE' }],
    };
    const orchard = (given: CompetitionInput) =>
      computeCompetition(given).entries.find(({ entry }) => entry === 'orchard');
    expect(orchard(wide)).toMatchObject({ categoryRank: 3, computedAward: null, award: null });
    expect(orchard({ ...wide, entries: input.entries })).toMatchObject({ award: 'first' });
    const decided = { ...wide, deliberation: [{ entry: 'orchard', award: 'first', reason: 'why' }] };
    expect(orchard(decided)).toMatchObject({ computedAward: null, award: 'first' });
    // What was computed before the mark existed keeps its digest.
    expect(
      computeCompetition({ ...input, entries: input.entries.map((e) => ({ ...e, eliminated: false })) })
        .inputsDigest,
    ).toBe(computeCompetition(input).inputsDigest);
    const read = readCompetitionInput(JSON.parse(JSON.stringify(wide)) as unknown);
    expect(computeCompetition(read)).toEqual(computeCompetition(wide));
  });

  it('computes a small competition as one does by hand', () => {
    // lantern, review: sheets 84, 77.5, 96.5 → drop 77.5 and 96.5 → 84.00; final 88, 90 → two sheets, nothing dropped → 89.00
    // total 0.4 · 84 + 0.6 · 89 = 87.00. harbour: 79.5, 85.25, 80.1666… → 80.17; final 90.75; total 86.518 → 86.52.
    const result = computeCompetition(input);
    expect(
      result.entries.map((e) => [e.entry, e.rounds.review, e.rounds.final, e.total, e.categoryRank]),
    ).toEqual([
      ['harbour', '80.17', '90.75', '86.52', 2],
      ['lantern', '84.00', '89.00', '87.00', 1],
      ['orchard', '59.50', null, '59.50', 3],
      ['unseen', null, null, null, null],
    ]);
    expect(result.entries.find((e) => e.entry === 'lantern')?.award).toBe('first');
  });

  it('names every problem at once', () => {
    const broken: CompetitionInput = {
      ...input,
      rounds: [{ ...review, weight: '50', sheets: [sheet('j1', 'nobody', '11', 'x', '3')] }, final],
    };
    let codes: string[] = [];
    try {
      computeCompetition(broken);
    } catch (error) {
      if (error instanceof JudgingInputError) codes = error.problems.map((p) => p.code);
    }
    expect(codes.sort()).toEqual([
      'MARK_OUT_OF_RANGE',
      'NOT_A_DECIMAL',
      'UNKNOWN_REFERENCE',
      'WEIGHTS_NOT_100',
    ]);
  });

  it('parts equal totals by the tie-breaks and shares the rank when nothing parts them', () => {
    const flat = (stageA: string, stageB: string): CompetitionInput => ({
      ...input,
      rule: ruleOf('MEAN'),
      entries: ['a', 'b'].map((id) => ({ id, category: 'care' })),
      rounds: [
        {
          id: 'one',
          weight: '50',
          criteria: [{ id: 'c', weight: '100', max: '100' }],
          sheets: [
            { judge: 'j', entry: 'a', marks: { c: '80' } },
            { judge: 'j', entry: 'b', marks: { c: stageB } },
          ],
        },
        {
          id: 'two',
          weight: '50',
          criteria: [{ id: 'c', weight: '100', max: '100' }],
          sheets: [
            { judge: 'j', entry: 'a', marks: { c: stageA } },
            { judge: 'j', entry: 'b', marks: { c: '80' } },
          ],
        },
      ],
      tieBreaks: [{ by: 'ROUND', round: 'two' }],
    });
    const parted = computeCompetition(flat('90', '90'));
    expect(parted.entries.map((e) => [e.total, e.overallRank])).toEqual([
      ['85.00', 1],
      ['85.00', 2],
    ]);
    const shared = computeCompetition(flat('80', '80'));
    expect(shared.entries.map((e) => [e.overallRank, e.sharedOverall])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(shared.awardLines[0]?.undecided).toEqual(['a', 'b']);
  });

  it('keeps a deliberation’s decision beside the computed award, and demands a reason', () => {
    const decided = computeCompetition({
      ...input,
      deliberation: [{ entry: 'harbour', award: 'first', reason: '现场核实' }],
    });
    const harbour = decided.entries.find((e) => e.entry === 'harbour');
    expect([harbour?.computedAward, harbour?.award]).toEqual([null, 'first']);
    expect(decided.changes).toEqual([{ entry: 'harbour', from: null, to: 'first', reason: '现场核实' }]);
    expect(() =>
      computeCompetition({ ...input, deliberation: [{ entry: 'harbour', award: null, reason: ' ' }] }),
    ).toThrow('REASON_REQUIRED');
  });

  it('gives the same digests whatever the order of lists and the writing of decimals', () => {
    const reference = computeCompetition(input);
    expect(reference.resultDigest).toBe('67ce07a22ab2733beec0190e4ce3fc61ba493b630ee58ea3beace4831925fd0b');
    expect(reference.inputsDigest).toBe('ca5487a43658429e936655d3adfc7bd96ae5215830b95f00e461346aa5d3688a');
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...review.sheets], { minLength: 8 }),
        fc.boolean(),
        (sheets, padded) => {
          const pad = (s: SheetInput): SheetInput =>
            padded
              ? {
                  ...s,
                  marks: Object.fromEntries(
                    Object.entries(s.marks)
                      .map(([k, v]) => [k, v.includes('.') ? `${v}0` : `${v}.0`])
                      .reverse(),
                  ),
                }
              : s;
          const shuffled = computeCompetition({
            ...input,
            entries: [...input.entries].reverse(),
            rounds: [{ ...review, sheets: sheets.map(pad) }, final],
          });
          expect(shuffled).toEqual(reference);
        },
      ),
    );
  });

  it('never lowers an entry for a better mark under a mean', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('MEAN' as const, 'TRIMMED_MEAN' as const, 'MEDIAN' as const),
        fc.nat(7),
        fc.integer({ min: 0, max: 10 }),
        (kind, which, mark) => {
          const base = { ...input, rule: ruleOf(kind) };
          const target = review.sheets[which];
          if (!target) return;
          const raised = String(Math.max(mark, Number(target.marks.need)));
          const sheets = review.sheets.map((s) =>
            s === target ? { ...s, marks: { ...s.marks, need: raised } } : s,
          );
          const before = computeCompetition(base).entries.find((e) => e.entry === target.entry);
          const after = computeCompetition({ ...base, rounds: [{ ...review, sheets }, final] }).entries.find(
            (e) => e.entry === target.entry,
          );
          expect(Number(after?.rounds.review)).toBeGreaterThanOrEqual(Number(before?.rounds.review));
          expect(after?.overallRank ?? 99).toBeLessThanOrEqual(before?.overallRank ?? 99);
        },
      ),
    );
  });
});
