import { describe, expect, it } from 'vitest';
import { normal, random } from '../random.ts';
import { computeCompetition } from '../scoring/competition-result.ts';
import { ruleOf } from '../scoring/rules.ts';
import type { CompetitionInput } from '../scoring/types.ts';
import { fitSeverity } from '../severity/fit.ts';
import { changesAgainst, disagreements, hangingOnOneMark, withoutSheet } from './entry-flags.ts';
import { whereToReview } from './extra-reviews.ts';
import { judgeFlags, type MonitoredSheet } from './judge-flags.ts';

type Twist = (judge: number, order: number, honest: number) => number;

/** 60 entries, 15 judges, 5 to an entry, in each judge’s own order; `twist` makes a judge less than honest. */
function round(seed: number, twist: Twist = (_, __, honest) => honest): MonitoredSheet[] {
  const uniform = random(seed);
  const gauss = normal(uniform);
  const severity = Array.from({ length: 15 }, () => 3 * gauss());
  const done = new Array<number>(15).fill(0);
  const sheets: MonitoredSheet[] = [];
  for (let i = 0; i < 60; i++) {
    const merit = 80 + 4 * gauss();
    for (let k = 0; k < 5; k++) {
      const j = (i * 7 + k * 4 + Math.floor(i / 15)) % 15;
      const order = (done[j] ?? 0) + 1;
      done[j] = order;
      sheets.push({
        judge: `j${j}`,
        entry: `e${i}`,
        order,
        score: twist(j, order, merit + (severity[j] ?? 0) + 3 * gauss()),
        seconds: 400 + 200 * uniform(),
        remark: `项目${i}的说明清楚，服务对象${k}明确。`,
      });
    }
  }
  return [...new Map(sheets.map((s) => [s.judge + s.entry, s])).values()];
}

const flagsOf = (sheets: MonitoredSheet[]) =>
  judgeFlags(fitSeverity(sheets).fit, sheets, { readingSeconds: 120 });

describe('judge flags', () => {
  it('flag at most five in a hundred honest judges', () => {
    let flagged = 0;
    for (let seed = 1; seed <= 60; seed++) flagged += new Set(flagsOf(round(seed)).map((f) => f.judge)).size;
    expect(flagged / (60 * 15)).toBeLessThan(0.05);
  });

  it('find the judge who is severe, flat, drifting, fast or repeats', () => {
    const kinds = (twist: Twist, change: (s: MonitoredSheet) => MonitoredSheet = (s) => s) =>
      flagsOf(round(9, twist).map((s) => (s.judge === 'j2' ? change(s) : s)))
        .filter((f) => f.judge === 'j2')
        .map((f) => f.kind);
    expect(kinds((j, _, h) => (j === 2 ? h - 22 : h))).toContain('SEVERE');
    expect(kinds((j, _, h) => (j === 2 ? h + 22 : h))).toContain('MILD');
    expect(kinds((j, _, h) => (j === 2 ? 80 + (h - 80) / 8 : h))).toContain('FLAT');
    expect(kinds((j, o, h) => (j === 2 ? h - o : h))).toContain('DRIFTING_DOWN');
    expect(
      kinds(
        (_, __, h) => h,
        (s) => ({ ...s, seconds: 30 }),
      ),
    ).toEqual(['FAST']);
    expect(
      kinds(
        (_, __, h) => h,
        (s) => ({ ...s, remark: '很好 。' }),
      ),
    ).toEqual(['REPEATS_REMARKS']);
  });
});

describe('entry flags', () => {
  it('name the entry its judges disagree on, and few others', () => {
    const sheets = round(5).map((s, k) => (s.entry === 'e7' ? { ...s, score: 80 + (k % 2 ? 20 : -20) } : s));
    const named = disagreements(fitSeverity(sheets).fit, sheets).map((f) => f.entry);
    expect(named).toContain('e7');
    expect(named.length).toBeLessThanOrEqual(3);
  });

  const input: CompetitionInput = {
    rule: ruleOf('MEAN'),
    entries: ['lantern', 'harbour', 'orchard'].map((id) => ({ id, category: 'care' })),
    rounds: [
      {
        id: 'final',
        weight: '100',
        criteria: [{ id: 'c', weight: '100', max: '100' }],
        sheets: [
          ['lantern', 90, 90, 90],
          ['harbour', 80, 86, 96],
          ['orchard', 70, 71, 72],
        ].flatMap(([entry, ...marks]) =>
          marks.map((mark, j) => ({ judge: `j${j}`, entry: String(entry), marks: { c: String(mark) } })),
        ),
      },
    ],
    tieBreaks: [],
    awards: [{ id: 'first', scope: 'CATEGORY', quota: 1, tieAtLine: 'DELIBERATE' }],
    deliberation: [],
  };

  it('find by their short cut what recomputing everything finds', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const next = random(seed);
      const mark = () => String(80 + Math.floor(next() * 12));
      const many: CompetitionInput = {
        ...input,
        rule: ruleOf(seed % 2 ? 'TRIMMED_MEAN' : 'MEDIAN'),
        entries: Array.from({ length: 9 }, (_, i) => ({ id: `e${i}`, category: `c${i % 2}` })),
        rounds: ['a', 'b'].map((id) => ({
          id,
          weight: '50',
          criteria: [{ id: 'c', weight: '100', max: '100' }],
          sheets: Array.from({ length: 9 }, (_, i) =>
            Array.from({ length: 1 + (i % 5) }, (_, j) => ({
              judge: `j${j}`,
              entry: `e${i}`,
              marks: { c: mark() },
            })),
          ).flat(),
        })),
        awards: [
          { id: 'first', scope: 'CATEGORY', quota: 1, tieAtLine: 'DELIBERATE' },
          {
            id: 'second',
            scope: 'OVERALL',
            quota: 3,
            minimumTotal: '86',
            tieAtLine: seed % 3 ? 'SHARE' : 'DELIBERATE',
          },
        ],
      };
      const result = computeCompetition(many);
      const slow = many.rounds.flatMap((r) =>
        r.sheets.flatMap((s) => {
          const award = result.entries.find((e) => e.entry === s.entry)?.computedAward ?? null;
          const without =
            computeCompetition(withoutSheet(many, r.id, s.judge, s.entry)).entries.find(
              (e) => e.entry === s.entry,
            )?.computedAward ?? null;
          return award === without
            ? []
            : [JSON.stringify({ entry: s.entry, round: r.id, judge: s.judge, award, without })];
        }),
      );
      expect(
        hangingOnOneMark(many, result)
          .map((f) => JSON.stringify(f))
          .sort(),
      ).toEqual(slow.sort());
    }
  });

  it('name the sheet a result hangs on, and what an upheld objection would change', () => {
    const result = computeCompetition(input);
    expect(hangingOnOneMark(input, result)).toEqual([
      { entry: 'harbour', round: 'final', judge: 'j0', award: null, without: 'first' },
    ]);
    const changes = changesAgainst(result, withoutSheet(input, 'final', 'j0', 'harbour'));
    expect(changes.map((c) => [c.before.entry, c.before.award, c.after.award])).toEqual([
      ['harbour', null, 'first'],
      ['lantern', 'first', null],
    ]);
    const severity = { ...input, rule: ruleOf('SEVERITY') };
    expect(hangingOnOneMark(severity, computeCompetition(severity)).every((f) => f.entry !== 'orchard')).toBe(
      true,
    );
  });
});

describe('whereToReview', () => {
  it('spends the budget next to the line and never expects harm', () => {
    const sheets = round(3);
    const model = fitSeverity(sheets);
    const chosen = whereToReview(model, [{ id: 'first', scope: 'OVERALL', quota: 10 }], 12);
    expect(chosen.reduce((acc, c) => acc + c.reviews, 0)).toBe(12);
    expect(chosen.every((c) => c.gain > 0)).toBe(true);
    const places = [...model.fit.entries].sort((a, b) => b.effect - a.effect).map((e) => e.id);
    for (const { entry } of chosen) expect(Math.abs(places.indexOf(entry) - 9.5)).toBeLessThan(12);
  });
});
