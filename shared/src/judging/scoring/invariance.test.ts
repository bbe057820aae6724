import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCompetitionInput } from '../formats/bundle-file.ts';
import { bundleOf } from './bundle.ts';
import { competitions, EVERY_RULE, reordered } from './competition.test-kit.ts';
import { type CompetitionResult, computeCompetition } from './competition-result.ts';
import type { CompetitionInput, SheetInput } from './types.ts';

const keys = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 12 });

/** Every list without an order of its own in another order, every object’s keys the other way round. */
function shuffled(input: CompetitionInput, order: readonly number[]): CompetitionInput {
  return {
    deliberation: reordered(input.deliberation, order),
    awards: input.awards,
    tieBreaks: input.tieBreaks,
    rounds: input.rounds.map((r) => ({
      sheets: reordered(r.sheets, order).map((s) => ({
        marks: Object.fromEntries(Object.entries(s.marks).reverse()),
        entry: s.entry,
        judge: s.judge,
      })),
      criteria: reordered(r.criteria, order),
      weight: r.weight,
      id: r.id,
    })),
    entries: reordered(input.entries, order),
    rule: input.rule,
  };
}

/** The input with judges and entries under other names, whose order is another one too. */
function renamed(input: CompetitionInput): CompetitionInput {
  const other = (id: string): string => `${id.startsWith('j') ? '评委' : '项目'}${9 - Number(id.slice(1))}`;
  return {
    ...input,
    entries: input.entries.map((e) => ({ ...e, id: other(e.id) })),
    rounds: input.rounds.map((r) => ({
      ...r,
      sheets: r.sheets.map((s) => ({ ...s, judge: other(s.judge), entry: other(s.entry) })),
    })),
  };
}

/** What everybody sees of an entry, in the order of the first names. */
function places(result: CompetitionResult, input: CompetitionInput): unknown[] {
  const byId = new Map(result.entries.map((e) => [e.entry, e]));
  return input.entries.map(({ id }) => {
    const e = byId.get(id) ?? byId.get(`项目${9 - Number(id.slice(1))}`);
    return [e?.rounds, e?.total, e?.categoryRank, e?.overallRank, e?.sharedOverall, e?.award];
  });
}

describe('the official result, by every rule', () => {
  it('is the same, digests included, in whatever order entries, judges, sheets, criteria and keys are given', () => {
    fc.assert(
      fc.property(competitions(EVERY_RULE), keys, (input, order) => {
        expect(computeCompetition(shuffled(input, order))).toEqual(computeCompetition(input));
      }),
      { numRuns: 120 },
    );
  });

  it('does not look at the names of judges and entries', () => {
    // The severity model computes in binary numbers, whose last place may depend on the order of names: see fit.test.ts.
    const exact = EVERY_RULE.filter((kind) => kind !== 'SEVERITY');
    fc.assert(
      fc.property(competitions(exact), (input) => {
        expect(places(computeCompetition(renamed(input)), input)).toEqual(
          places(computeCompetition(input), input),
        );
      }),
      { numRuns: 120 },
    );
  });

  it('keeps its digests through JSON of any layout and line ends', () => {
    fc.assert(
      fc.property(competitions(EVERY_RULE), keys, fc.boolean(), (input, order, windows) => {
        const text = JSON.stringify(shuffled(input, order), null, windows ? '\t' : undefined);
        const read: unknown = JSON.parse(windows ? text.replaceAll('\n', '\r\n') : text);
        const { inputsDigest, resultDigest } = computeCompetition(readCompetitionInput(read));
        const reference = bundleOf(input).result;
        expect([inputsDigest, resultDigest]).toEqual([reference.inputsDigest, reference.resultDigest]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a better mark', () => {
  it('never lowers its entry under mean, trimmed mean and median', () => {
    const order = (input: CompetitionInput, award: string | null | undefined): number => {
      const k = input.awards.findIndex((a) => a.id === award);
      return k < 0 ? input.awards.length : k;
    };
    fc.assert(
      fc.property(
        competitions(['MEAN', 'TRIMMED_MEAN', 'MEDIAN']),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 20 }),
        (input, which, criterion, more) => {
          const all = input.rounds.flatMap((r) => r.sheets.map((s) => ({ r, s })));
          const target = all[which % Math.max(1, all.length)];
          if (!target) return;
          const name = target.r.criteria[criterion % target.r.criteria.length]?.id ?? '';
          const better = (s: SheetInput): SheetInput => ({
            ...s,
            marks: { ...s.marks, [name]: String(Math.min(10, Number(s.marks[name]) + more / 2)) },
          });
          const after: CompetitionInput = {
            ...input,
            rounds: input.rounds.map((r) =>
              r === target.r ? { ...r, sheets: r.sheets.map((s) => (s === target.s ? better(s) : s)) } : r,
            ),
          };
          const of = (given: CompetitionInput) =>
            computeCompetition(given).entries.find((e) => e.entry === target.s.entry);
          const [was, is] = [of(input), of(after)];
          expect(Number(is?.rounds[target.r.id])).toBeGreaterThanOrEqual(Number(was?.rounds[target.r.id]));
          expect(Number(is?.total)).toBeGreaterThanOrEqual(Number(was?.total));
          expect(is?.overallRank ?? 99).toBeLessThanOrEqual(was?.overallRank ?? 99);
          expect(is?.categoryRank ?? 99).toBeLessThanOrEqual(was?.categoryRank ?? 99);
          // Who is raised into a tie at a line waits for the deliberation, and so may another who shared it.
          if (input.awards.every((a) => a.tieAtLine === 'SHARE'))
            expect(order(after, is?.computedAward)).toBeLessThanOrEqual(order(input, was?.computedAward));
        },
      ),
      { numRuns: 400 },
    );
  });
});
