import { describe, expect, it } from 'vitest';
import { normal, random } from '../random.ts';
import { ruleOf } from '../scoring/rules.ts';
import type { CompetitionInput, RoundInput, SheetInput } from '../scoring/types.ts';
import { WorkCancelled } from '../work-hooks.ts';
import { analyse, analysisDigest } from './analyse.ts';
import { fitRound } from './fitted-rounds.ts';
import type { AnalysisSettings } from './types.ts';

const CATEGORIES = ['care', 'green', 'rescue'];

/** Entries with known merits in three categories, five of twelve judges each; `twist` changes one sheet. */
function competition(
  count: number,
  twist: (sheet: { entry: number; judge: number; value: number }) => number = ({ value }) => value,
): CompetitionInput {
  const gauss = normal(random(11));
  const severity = Array.from({ length: 12 }, () => 3 * gauss());
  const entries = Array.from({ length: count }, (_, i) => ({
    id: `e${String(i).padStart(3, '0')}`,
    category: CATEGORIES[i % 3] ?? '',
  }));
  const seen = new Array<number>(12).fill(0);
  const sheets = entries.flatMap(({ id }, i): SheetInput[] => {
    const merit = 88 - i * 0.4;
    return Array.from({ length: 5 }, (_, k) => {
      const judge = (i * 5 + k * (1 + (i % 2))) % 12;
      const order = (seen[judge] ?? 0) + 1;
      seen[judge] = order;
      const value = merit + (severity[judge] ?? 0) + 2 * gauss();
      const mark = Math.min(100, Math.max(0, twist({ entry: i, judge, value })));
      return {
        entry: id,
        judge: `J${String(judge + 1).padStart(2, '0')}`,
        marks: { c: mark.toFixed(1) },
        order,
      };
    }).filter((s, k, all) => all.findIndex((o) => o.judge === s.judge) === k);
  });
  return {
    rule: ruleOf('TRIMMED_MEAN'),
    entries,
    rounds: [{ id: 'r1', weight: '100', criteria: [{ id: 'c', weight: '100', max: '100' }], sheets }],
    tieBreaks: [],
    awards: [
      { id: 'gold', scope: 'CATEGORY', quota: 2, tieAtLine: 'SHARE' },
      { id: 'silver', scope: 'CATEGORY', quota: 4, tieAtLine: 'SHARE' },
    ],
    deliberation: [],
  };
}

const settings: AnalysisSettings = {
  seed: 7,
  draws: 300,
  readingSeconds: null,
  reviewBudget: 20,
  version: '1',
  advance: {},
  work: [],
};

describe('the analysis of a result', () => {
  const input = competition(45);
  const analysis = analyse(input, settings);

  it('is the same for the same input and seed, whatever the order of entries and sheets', () => {
    const turned: CompetitionInput = {
      ...input,
      entries: input.entries.toReversed(),
      rounds: input.rounds.map((round) => ({ ...round, sheets: round.sheets.toReversed() })),
    };
    expect(analysisDigest(analyse(turned, settings))).toBe(analysisDigest(analysis));
    expect(analysisDigest(analyse(input, { ...settings, seed: 8 }))).not.toBe(analysisDigest(analysis));
  });

  it('gives the difference to the next entry with the interval that the benchmark measures', () => {
    const round = fitRound(input, input.rounds[0] as RoundInput, settings, {});
    const told = analysis.entries.filter(({ next }) => next !== null);
    expect(told.length).toBeGreaterThan(10);
    for (const { entryId, next } of told) {
      const proven = round?.differences.interval(entryId, next?.entryId ?? '');
      expect(next?.low).toBeCloseTo(proven?.low ?? Number.NaN, 5);
      expect(next?.high).toBeCloseTo(proven?.high ?? Number.NaN, 5);
    }
  });

  it('gives every line probabilities that add up to the places above it', () => {
    for (const category of CATEGORIES)
      for (const [award, places] of [
        ['gold', 2],
        ['silver', 6],
      ] as const) {
        const sum = analysis.entries
          .filter((entry) => entry.categoryId === category)
          .reduce(
            (all, { above }) => all + (above.find((one) => one.awardId === award)?.probability ?? 0),
            0,
          );
        expect(sum).toBeCloseTo(places, 3);
      }
  });

  it('brackets the entries next to a line, not the best and the worst', () => {
    const line = analysis.lines.find(
      ({ awardId, categoryId }) => awardId === 'silver' && categoryId === 'care',
    );
    const own = analysis.entries.filter(({ categoryId }) => categoryId === 'care');
    expect(line?.inseparable.length).toBeGreaterThan(0);
    expect(line?.inseparable).not.toContain(own[0]?.entryId);
    expect(line?.inseparable).not.toContain(own.at(-1)?.entryId);
    expect(line?.expectedWrong).toBeGreaterThan(0);
  });

  it('advises reviews at the lines first, and lays out the whole budget', () => {
    const gains = analysis.reviews.map(({ gain }) => gain);
    expect(gains.length).toBe(20);
    expect(gains.every((gain) => gain > 0)).toBe(true);
    expect(gains[0]).toBe(Math.max(...gains));
    const doubtful = new Set(analysis.lines.flatMap(({ inseparable }) => inseparable));
    expect(doubtful).toContain(analysis.reviews[0]?.entryId);
  });

  it('holds the true order in its intervals of places', () => {
    const covered = analysis.entries.filter(({ entryId, categoryId, categoryBest, categoryWorst }) => {
      const truth =
        input.entries.filter((one) => one.category === categoryId).findIndex(({ id }) => id === entryId) + 1;
      return truth >= categoryBest && truth <= categoryWorst;
    });
    expect(covered.length / analysis.entries.length).toBeGreaterThan(0.85);
  });

  it('names the severe judge and the entry its judges disagree on, with the reason', () => {
    const odd = analyse(
      competition(45, ({ entry, judge, value }) =>
        judge === 3 ? value - 22 : entry === 20 ? value + (judge % 2 ? 14 : -14) : value,
      ),
      settings,
    );
    const judge = odd.rounds[0]?.judges.find((one) => one.judgeCode === 'J04');
    expect(judge?.flags.map(({ kind }) => kind)).toContain('SEVERE');
    expect(judge?.severity).toBeLessThan(-10);
    const entry = odd.entries.find((one) => one.entryId === 'e020');
    expect(entry?.flags).toContainEqual(expect.objectContaining({ kind: 'DISAGREEMENT', roundId: 'r1' }));
  });

  it('says how many judges an entry needs, and stays silent about lines where nobody is awarded', () => {
    const [round] = analysis.rounds;
    expect(round?.reliability.judgesNeeded).toBeGreaterThan(0);
    expect(round?.judges).toHaveLength(12);
    expect(round?.judges.reduce((sum, { sheets }) => sum + sheets, 0)).toBe(round?.sheets);
    const none = analyse({ ...input, awards: [] }, settings);
    expect([none.lines, none.reviews, none.entries[0]?.above]).toEqual([[], [], []]);
    const advancing = analyse({ ...input, awards: [] }, { ...settings, advance: { r1: 3 } });
    expect(advancing.lines.map(({ awardId, quota }) => [awardId, quota])).toEqual(
      CATEGORIES.map(() => [null, 3]),
    );
  });

  it('puts who reached the final before who did not, in every draw', () => {
    const second = {
      ...(input.rounds[0] as CompetitionInput['rounds'][number]),
      id: 'r2',
      weight: '40',
      sheets: input.rounds[0]?.sheets.filter(({ entry }) => entry >= 'e030') ?? [],
    };
    const both = analyse(
      { ...input, rounds: [{ ...(input.rounds[0] as typeof second), weight: '60' }, second] },
      settings,
    );
    const finalists = both.entries.filter(({ entryId }) => entryId >= 'e030');
    expect(finalists).toHaveLength(15);
    expect(Math.max(...finalists.map(({ overallWorst }) => overallWorst))).toBe(15);
  });

  it('reports its steps and stops when it is told to', () => {
    const steps: string[] = [];
    let last = 0;
    analyse(input, settings, {
      onProgress: (share, step) => {
        expect(share).toBeGreaterThanOrEqual(last - 1e-9);
        last = share;
        if (steps.at(-1) !== step) steps.push(step);
      },
    });
    expect(steps).toEqual(['SEVERITY', 'PLACES', 'SINGLE_MARKS', 'REVIEWS']);
    expect(last).toBe(1);
    expect(() => analyse(input, settings, { isCancelled: () => true })).toThrow(WorkCancelled);
  });
});
