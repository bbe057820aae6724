import { describe, expect, it } from 'vitest';
import { moveColumn, parseColumnChoice, parseViews, placeColumns } from './list-layout.ts';

const COLUMNS = [{ key: 'a' }, { key: 'b', hidden: true }, { key: 'c' }];
const shape = (choice: Parameters<typeof placeColumns>[1], columns = COLUMNS) =>
  placeColumns(columns, choice).map(({ column, shown }) => (shown ? column.key : `-${column.key}`));

describe('columns', () => {
  it('stand as declared until somebody chooses', () => {
    expect(shape(null)).toEqual(['a', '-b', 'c']);
  });

  it('stand as chosen', () => {
    expect(shape({ order: ['c', 'b', 'a'], shown: ['b', 'c'] })).toEqual(['c', 'b', '-a']);
  });

  it('that are new stand where they were declared, and those that are gone are forgotten', () => {
    expect(shape({ order: ['c', 'gone', 'a'], shown: ['a', 'gone'] })).toEqual(['-c', '-b', 'a']);
  });

  it('move without being lost', () => {
    expect(moveColumn(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moveColumn(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moveColumn(['a', 'b', 'c'], 0, 3)).toEqual(['a', 'b', 'c']);
  });

  it('read nothing from a damaged store', () => {
    expect(parseColumnChoice({ order: ['a'], shown: [1] })).toBeUndefined();
    expect(parseColumnChoice(null)).toBeUndefined();
    expect(parseViews([{ name: 'x', query: 'q=1' }, { name: 2 }, null])).toEqual([
      { name: 'x', query: 'q=1' },
    ]);
    expect(parseViews('x')).toBeUndefined();
  });
});
