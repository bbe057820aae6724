import { describe, expect, it } from 'vitest';
import { type BoardFrame, type BoardRows, withCell } from './assignment-board.ts';
import { connectedParts, measure } from './assignment-measures.ts';

const entry = (id: string, category: string) => ({
  id,
  number: id,
  title: id,
  titleEn: '',
  category: { id: category, code: category === 'h' ? ('HEALTH' as const) : ('EMERGENCY' as const) },
});
const frame: BoardFrame = {
  wanted: 2,
  entries: [entry('e1', 'h'), entry('e2', 'h'), entry('e3', 'm')],
  judges: [
    { id: 'j1', code: 'J01', name: '', nameEn: null, capacity: 1, expertise: ['HEALTH'] },
    { id: 'j2', code: 'J02', name: '', nameEn: null, capacity: 3, expertise: ['EMERGENCY'] },
    { id: 'j3', code: 'J03', name: '', nameEn: null, capacity: 3, expertise: [] },
    { id: 'j4', code: 'J04', name: '', nameEn: null, capacity: 0, expertise: [] },
  ],
  categories: [
    { categoryId: 'h', code: 'HEALTH', title: '', titleEn: '', panelJudgeIds: [] },
    { categoryId: 'm', code: 'EMERGENCY', title: '', titleEn: '', panelJudgeIds: [] },
  ],
  conflicts: new Map([['e2', new Set(['j3'])]]),
  away: new Set(['j2', 'j4']),
  anchors: new Set(),
};
const board = (...pairs: readonly (readonly [string, string])[]): BoardRows =>
  pairs.reduce<BoardRows>(
    (rows, [e, j]) => withCell(rows, e, j, { assignmentId: 'a', pinned: false, sheet: 'ASSIGNED' }),
    new Map(),
  );

describe('measures of a board', () => {
  it('counts coverage without letting one entry make up for another', () => {
    const { wanted, covered, pairs } = measure(frame, board(['e1', 'j1'], ['e1', 'j2'], ['e1', 'j3']));
    expect({ wanted, covered, pairs }).toEqual({ wanted: 6, covered: 2, pairs: 3 });
  });

  it('takes the lowest load among judges who have room', () => {
    const { lowestLoad, highestLoad } = measure(
      frame,
      board(['e1', 'j1'], ['e1', 'j2'], ['e2', 'j2'], ['e3', 'j3']),
    );
    expect({ lowestLoad, highestLoad }).toEqual({ lowestLoad: 1, highestLoad: 2 });
  });

  it('counts pairs whose judge knows the category', () =>
    expect(measure(frame, board(['e1', 'j1'], ['e2', 'j2'], ['e3', 'j2'])).knowing).toBe(2));

  it('finds short entries, conflicts, judges over capacity and categories in parts', () => {
    const { findings } = measure(frame, board(['e1', 'j1'], ['e2', 'j3'], ['e3', 'j1'], ['e3', 'j2']));
    expect(findings).toEqual([
      { kind: 'SHORT', entry: 'e1', held: 1, wanted: 2 },
      { kind: 'SHORT', entry: 'e2', held: 1, wanted: 2 },
      { kind: 'CONFLICT', entry: 'e2', judge: 'j3' },
      { kind: 'OVER', judge: 'j1', held: 2, capacity: 1 },
      { kind: 'AWAY', judge: 'j2', held: 1 },
      { kind: 'SPLIT', category: 'h', parts: 2 },
    ]);
  });

  it('finds nothing on a board that is as wanted', () => {
    const rows = board(['e1', 'j2'], ['e1', 'j3'], ['e2', 'j2'], ['e2', 'j1'], ['e3', 'j2'], ['e3', 'j3']);
    expect(measure({ ...frame, away: new Set() }, rows).findings).toEqual([]);
  });
});

describe('connected parts', () => {
  it('joins entries through a chain of judges', () =>
    expect(
      connectedParts([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ]),
    ).toBe(1));
  it('counts entries without a common judge apart', () =>
    expect(connectedParts([['a', 'b'], ['c']])).toBe(2));
  it('is 0 when nobody holds anything', () => expect(connectedParts([[], []])).toBe(0));
});
