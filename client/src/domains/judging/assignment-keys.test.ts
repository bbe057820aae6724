import { describe, expect, it } from 'vitest';
import { boardCommand, placeFrom } from './assignment-keys.ts';

const size = { rows: 30, columns: 5 };
const go = (key: string, row: number, column: number) => boardCommand(key, { row, column }, size);

describe('keys on the board', () => {
  it('move by one, by a page and to the ends, never over the edge', () => {
    expect(go('ArrowDown', 3, 2)).toEqual({ kind: 'go', to: { row: 4, column: 2 } });
    expect(go('ArrowUp', 0, 2)).toEqual({ kind: 'go', to: { row: 0, column: 2 } });
    expect(go('PageDown', 25, 2)).toEqual({ kind: 'go', to: { row: 29, column: 2 } });
    expect(go('Home', 3, 4)).toEqual({ kind: 'go', to: { row: 3, column: 0 } });
    expect(go('End', 3, 0)).toEqual({ kind: 'go', to: { row: 3, column: 4 } });
  });
  it('give, take and pin', () => {
    expect(go(' ', 0, 0)).toEqual({ kind: 'toggle' });
    expect(go('Enter', 0, 0)).toEqual({ kind: 'toggle' });
    expect(go('Delete', 0, 0)).toEqual({ kind: 'clear' });
    expect(go('P', 0, 0)).toEqual({ kind: 'pin' });
  });
  it('mean nothing otherwise', () => expect(go('x', 0, 0)).toBeNull());
});

describe('the place of a cell', () => {
  it('is read from its attribute', () => expect(placeFrom('12:3')).toEqual({ row: 12, column: 3 }));
  it('is none for anything else', () => {
    expect(placeFrom(undefined)).toBeUndefined();
    expect(placeFrom('12')).toBeUndefined();
  });
});
