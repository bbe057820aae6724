import { describe, expect, it } from 'vitest';
import { placesByRule } from './results-beside.ts';
import { advancingByRank, type RankedRow, type RankLine, rankedRows, ranking } from './results-ranking.ts';
import { placeOn, scaleOf } from './results-scale.ts';

const row = (
  id: string,
  categoryRank: number | null,
  category = 'h',
  overallRank = categoryRank,
): RankedRow => ({
  id: `row ${id}`,
  categoryRank,
  overallRank,
  sharedCategory: 1,
  sharedOverall: 1,
  category: { id: category },
  entry: { id, number: id },
});
const line = (id: string, given: readonly string[], undecided: readonly string[] = []): RankLine => ({
  id,
  title: id,
  given,
  undecided,
  quota: 1,
  score: null,
});
const read = (items: ReturnType<typeof ranking<RankedRow>>): string[] =>
  items.map((item) =>
    item.kind === 'line' ? `— ${item.line.id}` : `${item.rank ?? '?'} ${item.row.entry?.id} ${item.tie}`,
  );

describe('a ranking', () => {
  it('puts rows by place, those without one last, those that share one by number', () =>
    expect(
      rankedRows([row('d', null), row('c', 2), row('b', 2), row('a', 1), row('x', 1, 'm')], 'h').map(
        ({ entry }) => entry?.id,
      ),
    ).toEqual(['a', 'b', 'c', 'd']));

  it('brackets rows that share a place and draws each line below the last row above it', () =>
    expect(
      read(
        ranking([row('a', 1), row('b', 2), row('c', 2), row('d', 2), row('e', 5)], 'h', [
          line('金奖', ['a']),
          line('银奖', ['d', 'b', 'c']),
          line('铜奖', ['e']),
        ]),
      ),
    ).toEqual(['1 a none', '— 金奖', '2 b first', '2 c middle', '2 d last', '— 银奖', '5 e none', '— 铜奖']));

  it('draws a line on top when its first places tie, and none for an award that nobody reached', () =>
    expect(
      read(ranking([row('a', 1), row('b', 1)], 'h', [line('金奖', [], ['a', 'b']), line('银奖', [])])),
    ).toEqual(['— 金奖', '1 a first', '1 b last']));

  it('never brackets rows without a place', () =>
    expect(read(ranking([row('a', null), row('b', null)], 'h', []))).toEqual(['? a none', '? b none']));
});

describe('who advances', () => {
  it('takes as many of each category as wanted', () => {
    const { advanced, tied } = advancingByRank([row('a', 1), row('b', 2), row('c', 3), row('x', 1, 'm')], 2);
    expect(advanced).toEqual(['a', 'b', 'x']);
    expect(tied.size).toBe(0);
  });
  it('leaves a tie across the line to people, and takes those above it', () => {
    const { advanced, tied } = advancingByRank([row('a', 1), row('b', 2), row('c', 2), row('d', 4)], 2);
    expect(advanced).toEqual(['a']);
    expect([...tied]).toEqual([['h', ['b', 'c']]]);
  });
  it('does not call a tie above the line one', () =>
    expect(advancingByRank([row('a', 1), row('b', 1), row('c', 3)], 2)).toEqual({
      advanced: ['a', 'b'],
      tied: new Map(),
    }));
  it('leaves out who has no place', () =>
    expect(advancingByRank([row('a', 1), row('b', null)], 5).advanced).toEqual(['a']));
});

describe('the scale of points', () => {
  it('holds every value between round ticks', () => {
    const scale = scaleOf([71.3, 96.2]);
    expect(scale).toEqual({ from: 70, to: 100, ticks: [70, 75, 80, 85, 90, 95, 100] });
    expect(placeOn(scale, 85)).toBe(50);
  });
  it('is never narrower than ten points and stays within 100', () => {
    const scale = scaleOf([99.5, 99.9]);
    expect(scale.to - scale.from).toBeGreaterThanOrEqual(10);
    expect(scale.to).toBe(100);
  });
  it('is the whole scale without values', () => expect(scaleOf([])).toMatchObject({ from: 0, to: 100 }));
});

describe('places by rule', () => {
  const of = (ruleKind: string, ranks: readonly (readonly [string, number | null])[]) => ({
    ruleKind,
    official: false,
    rows: ranks.map(([id, rank]) => ({ entry: { id }, categoryRank: rank, overallRank: null, total: null })),
  });
  it('span from the best to the worst, and leave out entries without a place', () => {
    const places = placesByRule(
      [
        of('MEAN', [
          ['a', 1],
          ['b', null],
        ]),
        of('MEDIAN', [
          ['a', 3],
          ['b', null],
        ]),
      ],
      false,
    );
    expect(places.get('a')).toMatchObject({ best: 1, worst: 3 });
    expect(places.has('b')).toBe(false);
  });
});
