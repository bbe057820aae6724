import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterStep,
  type BoardCell,
  type BoardFrame,
  type BoardRows,
  type BoardStep,
  frameOf,
  inverseOf,
  loadsOf,
  rowOf,
  rowsOf,
  stepRefusal,
  withCell,
} from './assignment-board.ts';

const ENTRIES = ['e1', 'e2', 'e3'];
const JUDGES = ['j1', 'j2', 'j3'];

const frame: BoardFrame = {
  wanted: 2,
  entries: ENTRIES.map((id) => ({
    id,
    number: id,
    title: id,
    titleEn: '',
    category: { id: 'c', code: 'HEALTH' as const },
  })),
  judges: JUDGES.map((id) => ({ id, code: id, name: id, nameEn: null, capacity: 2, expertise: [] })),
  categories: [],
  conflicts: new Map([['e1', new Set(['j3'])]]),
  away: new Set(),
  anchors: new Set(),
};
const cell = (changes: Partial<BoardCell> = {}): BoardCell => ({
  assignmentId: 'a',
  pinned: false,
  sheet: 'ASSIGNED',
  ...changes,
});
const board = (...held: readonly (readonly [string, string, BoardCell?])[]): BoardRows =>
  held.reduce<BoardRows>((rows, [entry, judge, of]) => withCell(rows, entry, judge, of ?? cell()), new Map());
const add = (entry: string, judge: string): BoardStep => ({ kind: 'add', entry, judge, pinned: true });
const plain = (rows: BoardRows): unknown =>
  ENTRIES.map((entry) =>
    [...rowOf(rows, entry)].map(([judge, { pinned }]) => `${judge}${pinned}`).toSorted(),
  );

describe('steps on the board', () => {
  it('refuses a judge in conflict, one who is full and one who holds the entry', () => {
    const rows = board(['e1', 'j1'], ['e2', 'j1']);
    expect(stepRefusal(frame, rows, add('e1', 'j3'), false)).toBe('CONFLICT');
    expect(stepRefusal(frame, rows, add('e3', 'j1'), false)).toBe('FULL');
    expect(stepRefusal(frame, rows, add('e1', 'j1'), false)).toBe('HELD');
    expect(stepRefusal(frame, rows, add('e1', 'j2'), false)).toBeNull();
    expect(stepRefusal(frame, rows, add('e1', 'j2'), true)).toBe('LOCKED');
  });

  it('gives nothing to who is not there, and takes from them as from others', () => {
    const without = { ...frame, away: new Set(['j2']) };
    expect(stepRefusal(without, board(), add('e1', 'j2'), false)).toBe('AWAY');
    const move: BoardStep = { kind: 'move', entry: 'e1', from: 'j1', judge: 'j2', pinned: true };
    expect(stepRefusal(without, board(['e1', 'j1']), move, false)).toBe('AWAY');
    expect(
      stepRefusal(without, board(['e1', 'j2']), { kind: 'remove', entry: 'e1', judge: 'j2' }, false),
    ).toBeNull();
  });

  it('keeps submitted sheets and asks a reason for begun ones', () => {
    const rows = board(['e1', 'j1', cell({ sheet: 'SUBMITTED' })], ['e2', 'j1', cell({ sheet: 'DRAFT' })]);
    const off = (entry: string, reason?: string): BoardStep => ({
      kind: 'remove',
      entry,
      judge: 'j1',
      ...(reason ? { reason } : {}),
    });
    expect(stepRefusal(frame, rows, off('e1', '有理由'), false)).toBe('SUBMITTED');
    expect(stepRefusal(frame, rows, off('e2'), false)).toBe('NEEDS_REASON');
    expect(stepRefusal(frame, rows, off('e2', '有理由'), false)).toBeNull();
    expect(stepRefusal(frame, rows, off('e3'), false)).toBe('NOT_HELD');
  });

  it('moves an entry only to a judge who may take it', () => {
    const move = (judge: string): BoardStep => ({
      kind: 'move',
      entry: 'e1',
      from: 'j1',
      judge,
      pinned: true,
    });
    expect(stepRefusal(frame, board(['e1', 'j1']), move('j3'), false)).toBe('CONFLICT');
    expect(stepRefusal(frame, board(['e1', 'j1']), move('j2'), false)).toBeNull();
    expect(stepRefusal(frame, board(), move('j2'), false)).toBe('NOT_HELD');
  });

  it('replaces the touched row and leaves the others as they are', () => {
    const rows = board(['e1', 'j1'], ['e2', 'j2']);
    const after = afterStep(rows, add('e1', 'j2'));
    expect(rowOf(after, 'e2')).toBe(rowOf(rows, 'e2'));
    expect(rowOf(after, 'e1')).not.toBe(rowOf(rows, 'e1'));
    expect(rowOf(rows, 'e1').size).toBe(1);
  });

  it('cannot take back the removal of a begun sheet', () => {
    const rows = board(['e1', 'j1', cell({ sheet: 'DRAFT' })]);
    expect(inverseOf(rows, { kind: 'remove', entry: 'e1', judge: 'j1', reason: '有理由' })).toBeNull();
  });

  it('takes any other possible step back to exactly what was', () => {
    const held = fc.uniqueArray(
      fc.record({ e: fc.constantFrom(...ENTRIES), j: fc.constantFrom(...JUDGES), pinned: fc.boolean() }),
      { selector: ({ e, j }) => e + j, maxLength: 6 },
    );
    const step = fc.record({
      kind: fc.constantFrom('add', 'remove', 'pin', 'move'),
      entry: fc.constantFrom(...ENTRIES),
      judge: fc.constantFrom(...JUDGES),
      from: fc.constantFrom(...JUDGES),
      pinned: fc.boolean(),
    });
    fc.assert(
      fc.property(held, step, (cells, drawn) => {
        const rows = board(...cells.map(({ e, j, pinned }) => [e, j, cell({ pinned })] as const));
        const { kind, entry, judge, from, pinned } = drawn;
        const present = rowOf(rows, entry).get(judge);
        const taken: BoardStep =
          kind === 'add'
            ? { kind, entry, judge, pinned }
            : kind === 'remove'
              ? { kind, entry, judge }
              : kind === 'pin'
                ? { kind, entry, judge, pinned: !(present?.pinned ?? false) }
                : { kind: 'move', entry, from, judge, pinned };
        fc.pre(stepRefusal(frame, rows, taken, false) === null);
        const back = inverseOf(rows, taken);
        expect(back).not.toBeNull();
        if (back) expect(plain(afterStep(afterStep(rows, taken), back))).toEqual(plain(rows));
      }),
    );
  });
});

describe('a board from the server', () => {
  const data = {
    round: { judgesPerEntry: 3 },
    entries: [
      { id: 'e1', number: '1', title: '', titleEn: '', category: { id: 'b', code: 'HEALTH' as const } },
      {
        id: 'e2',
        number: '2',
        title: '',
        titleEn: '',
        category: { id: 'a', code: 'CULTURE_EDUCATION' as const },
      },
      { id: 'e3', number: '3', title: '', titleEn: '', category: { id: 'b', code: 'HEALTH' as const } },
    ],
    judges: [],
    categories: [
      { categoryId: 'a', code: 'CULTURE_EDUCATION' as const, title: '', titleEn: '', panelJudgeIds: [] },
      { categoryId: 'b', code: 'HEALTH' as const, title: '', titleEn: '', panelJudgeIds: [] },
    ],
    assignments: [
      { id: 'x', pinned: true, entry: { id: 'e1' }, judge: { id: 'j1' }, sheet: { state: 'DRAFT' as const } },
      { id: 'y', pinned: false, entry: { id: 'e1' }, judge: { id: 'j2' }, sheet: null },
      { id: 'z', pinned: false, entry: null, judge: { id: 'j2' }, sheet: null },
    ],
    anchors: [{ entry: { id: 'e3' } }, { entry: null }],
    loads: [
      { judgeId: 'j1', available: true },
      { judgeId: 'j2', available: false },
    ],
    conflicts: [{ entry: { id: 'e1' }, judge: { id: 'j3' } }],
  };

  it('orders entries by category, keeping the order within it', () =>
    expect(frameOf(data).entries.map(({ id }) => id)).toEqual(['e2', 'e1', 'e3']));
  it('holds conflicts by entry', () => expect(frameOf(data).conflicts.get('e1')?.has('j3')).toBe(true));
  it('holds the anchors', () => expect([...frameOf(data).anchors]).toEqual(['e3']));
  it('holds who is not there', () => expect([...frameOf(data).away]).toEqual(['j2']));
  it('holds cells, and leaves out what cannot be seen', () => {
    const rows = rowsOf(data);
    expect(rowOf(rows, 'e1').get('j1')).toEqual({ assignmentId: 'x', pinned: true, sheet: 'DRAFT' });
    expect([...loadsOf(rows)]).toEqual([
      ['j1', 1],
      ['j2', 1],
    ]);
  });
});
