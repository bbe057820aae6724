import { describe, expect, it } from 'vitest';
import type { BoardCell, BoardEntry, BoardFrame, BoardJudge } from './assignment-board.ts';
import { cellKind, columnsFor } from './assignment-cell.ts';

const judge = (id: string, expertise: BoardJudge['expertise'] = []): BoardJudge => ({
  id,
  code: id,
  name: id,
  nameEn: null,
  capacity: 9,
  expertise,
});
const entry: BoardEntry = {
  id: 'e',
  number: '1',
  title: '',
  titleEn: '',
  category: { id: 'h', code: 'HEALTH' },
};
const frame: BoardFrame = {
  wanted: 1,
  entries: [entry],
  judges: [],
  categories: [],
  conflicts: new Map([['e', new Set(['c'])]]),
  away: new Set(['a', 'c']),
  anchors: new Set(),
};
const held = (sheet: BoardCell['sheet']): BoardCell => ({ assignmentId: 'a', pinned: false, sheet });

describe('how a pair is drawn', () => {
  const panel = new Set(['j', 'c']);
  it('shows a held pair by its sheet, even in conflict or outside the panel', () => {
    expect(cellKind(frame, panel, entry, judge('c'), held('ASSIGNED'))).toBe('held');
    expect(cellKind(frame, panel, entry, judge('x'), held('DRAFT'))).toBe('begun');
    expect(cellKind(frame, panel, entry, judge('j'), held('LOCKED'))).toBe('submitted');
  });
  it('shows who is not there before the panel, and a conflict before that', () => {
    expect(cellKind(frame, panel, entry, judge('a', ['HEALTH']), undefined)).toBe('away');
    expect(cellKind(frame, panel, entry, judge('c'), undefined)).toBe('conflict');
    expect(cellKind(frame, panel, entry, judge('a'), held('ASSIGNED'))).toBe('held');
  });
  it('shows a conflict before the panel, and the panel before what a judge knows', () => {
    expect(cellKind(frame, panel, entry, judge('c', ['HEALTH']), undefined)).toBe('conflict');
    expect(cellKind(frame, panel, entry, judge('x', ['HEALTH']), undefined)).toBe('outside');
    expect(cellKind(frame, panel, entry, judge('j', ['HEALTH']), undefined)).toBe('knows');
    expect(cellKind(frame, null, entry, judge('x'), undefined)).toBe('open');
  });
});

describe('the columns of one category', () => {
  const judges = [judge('a'), judge('b', ['HEALTH']), judge('c'), judge('d', ['HEALTH'])];
  const ids = (list: readonly BoardJudge[]): string => list.map(({ id }) => id).join('');
  it('are its panel and whoever holds an entry of it', () =>
    expect(ids(columnsFor(judges, 'HEALTH', new Set(['b']), new Set(['c'])))).toBe('bc'));
  it('are all judges without a panel, the near ones first and otherwise in their order', () =>
    expect(ids(columnsFor(judges, 'HEALTH', null, new Set(['c'])))).toBe('bcda'));
});
