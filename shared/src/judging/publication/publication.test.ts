import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { verifyBundle } from '../scoring/bundle.ts';
import { computeCompetition } from '../scoring/competition-result.ts';
import { RULE_KINDS, type RuleKind, ruleOf } from '../scoring/rules.ts';
import type { CompetitionInput } from '../scoring/types.ts';
import { drawCodes, drawPublicCodes } from './codes.ts';
import { histogramOf, trimmed } from './histogram.ts';
import { publicationOf, standingElsewhere } from './publication.ts';

const next = random(5);
const below = (n: number): number => Math.floor(next() * n);

/** Twelve entries in two categories of nine and three, five judges, four sheets each. */
const input = (kind: RuleKind = 'TRIMMED_MEAN'): CompetitionInput => {
  const draw = random(11);
  const entries = Array.from({ length: 12 }, (_, k) => ({
    id: `entry-${k}`,
    category: k < 9 ? 'care' : 'river',
  }));
  return {
    rule: ruleOf(kind),
    entries,
    rounds: [
      {
        id: 'review',
        weight: '100',
        criteria: [
          { id: 'need', weight: '60', max: '10' },
          { id: 'plan', weight: '40', max: '20' },
        ],
        sheets: entries.flatMap(({ id }, k) =>
          [0, 1, 2, 3].map((j) => ({
            judge: `judge-${(k + j) % 5}`,
            entry: id,
            order: k + 1,
            marks: { need: String(4 + Math.floor(draw() * 7)), plan: String(8 + Math.floor(draw() * 13)) },
          })),
        ),
      },
    ],
    tieBreaks: [],
    awards: [{ id: 'gold', scope: 'CATEGORY', quota: 2, tieAtLine: 'SHARE' }],
    deliberation: [{ entry: 'entry-3', award: 'gold', reason: '评委长张三当场说明' }],
  };
};
const names = {
  competition: '大赛',
  year: 2026,
  rounds: { review: '书面评审' },
  criteria: { need: '需求', plan: '计划' },
  categories: { care: '关爱', river: '护河' },
  awards: { gold: '金奖' },
  entries: Object.fromEntries(
    Array.from({ length: 12 }, (_, k) => [`entry-${k}`, { number: `N${k}`, title: `项目${k}` }]),
  ),
};
const publish = (from: CompetitionInput) => publicationOf(from, drawPublicCodes(from, below), names);

describe('what is published of a result', () => {
  it.each(Object.keys(RULE_KINDS) as RuleKind[])('is the result itself, by the rule %s', (kind) => {
    const official = computeCompetition(input(kind));
    const published = publish(input(kind));
    const { recomputed, differences } = verifyBundle(JSON.parse(published.bundle) as unknown);
    expect(differences).toEqual([]);
    const codeOf = new Map(published.entries.map(({ entry, code }) => [entry, code]));
    const told = new Map(recomputed.entries.map((row) => [row.entry, row]));
    for (const row of official.entries) {
      const coded = told.get(codeOf.get(row.entry) ?? '');
      expect([coded?.total, coded?.categoryRank, coded?.award]).toEqual([
        row.total,
        row.categoryRank,
        row.award,
      ]);
    }
  });

  it('stands where the official result stands, and says which entry does not', () => {
    for (const kind of Object.keys(RULE_KINDS) as RuleKind[]) {
      const own = input(kind);
      const codes = drawPublicCodes(own, below);
      const official = computeCompetition(own).entries;
      const { standings } = publicationOf(own, codes, names);
      expect(standingElsewhere(official, standings, codes.entries)).toEqual([]);
      const other = official.map((one) => (one.entry === 'entry-4' ? { ...one, total: '1.00' } : one));
      expect(standingElsewhere(other, standings, codes.entries)).toEqual(['entry-4']);
      expect(standingElsewhere(official, standings.slice(1), codes.entries)).toHaveLength(1);
    }
  });

  it('names winners only, no judge, no reason, and not the order in which somebody worked', () => {
    const { bundle, entries } = publish(input());
    expect(bundle).not.toMatch(/judge-|entry-|张三|"order"/);
    const winners = computeCompetition(input()).entries.filter(({ award }) => award !== null);
    const shown = entries.filter(({ entry }) => bundle.includes(`"${names.entries[entry]?.title}"`));
    expect(shown.map(({ entry }) => entry).sort()).toEqual(winners.map(({ entry }) => entry).sort());
  });

  it('draws every order of codes: nothing about whom a code stands for follows from it', () => {
    const seen = new Set<string>();
    for (let k = 0; k < 400; k++) seen.add([...drawCodes(['a', 'b', 'c', 'd'], 'P', below).keys()].join());
    expect(seen.size).toBe(24);
    expect([...drawCodes(['b', 'a'], 'P', () => 0).values()].sort()).toEqual(['P01', 'P02']);
  });

  it('counts entries, judges, sheets, distribution and what the deliberation changed', () => {
    const { statistics } = publish(input());
    expect(statistics).toMatchObject({ entries: 12, judges: 5, sheets: 48 });
    const [care, river] = statistics.categories;
    expect(care?.totals?.counts.reduce((a, b) => a + b, 0)).toBe(9);
    // Three entries are too few to be drawn, and the whole must not give them away either.
    expect(river?.totals).toBeNull();
    expect(statistics.totals).toEqual(care?.totals);
    expect(statistics.rounds[0]).toMatchObject({ fewestSheets: 4, mostSheets: 4 });
    expect(statistics.deliberation).toEqual({ decisions: 1, raised: 1, lowered: 0 });
  });

  it('shows the whole where the categories it hides keep each other hidden', () => {
    const from = input();
    const entries = from.entries.map((entry, k) => ({ ...entry, category: `small-${k % 3}` }));
    const { statistics } = publish({ ...from, entries, deliberation: [] });
    expect(statistics.categories.map(({ totals }) => totals)).toEqual([null, null, null]);
    expect(statistics.totals?.counts.reduce((a, b) => a + b, 0)).toBe(12);
  });

  it('shows no distribution where one or two entries without an award would be told by the others', () => {
    const few = {
      ...input(),
      deliberation: [],
      awards: [{ ...input().awards[0], quota: 8 }],
    } as CompetitionInput;
    expect(publish(few).statistics.categories[0]?.totals).toBeNull();
    const all = { ...few, awards: [{ ...few.awards[0], quota: 9 }] } as CompetitionInput;
    expect(publish(all).statistics.categories[0]?.totals).not.toBeNull();
  });

  it('gives each entry its own means, exactly, and the group unless it is small', () => {
    const from = input();
    const { entries, groups } = publish(from);
    const own = from.rounds[0]?.sheets.filter(({ entry }) => entry === 'entry-4') ?? [];
    const sum = own.reduce((total, { marks }) => total + Number(marks.need), 0);
    expect(entries.find(({ entry }) => entry === 'entry-4')?.means[0]).toEqual({
      round: 'review',
      criterion: 'need',
      sheets: 4,
      mean: (sum / 4).toFixed(2),
    });
    expect(
      groups.map(({ category, means }) => [category, means?.counts.reduce((a, b) => a + b, 0) ?? null]),
    ).toEqual([
      ['care', 9],
      ['river', null],
      ['care', 9],
      ['river', null],
    ]);
  });
});

describe('bins', () => {
  it('hold every value once, the ends too, and lose the empty ends', () => {
    const all = histogramOf([0, 0.7, 5, 9.99, 10], 10, 10);
    expect(all.counts).toEqual([2, 0, 0, 0, 0, 1, 0, 0, 0, 2]);
    expect(trimmed(histogramOf([7, 8, 8.5], 10, 10))).toEqual({ from: 7, width: 1, counts: [1, 2] });
    expect(trimmed(histogramOf([], 10, 10))).toEqual({ from: 0, width: 1, counts: [0] });
  });
});
