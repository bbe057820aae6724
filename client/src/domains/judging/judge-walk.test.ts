import { describe, expect, it } from 'vitest';
import { neighbours, nextUnscored, skip, type WalkedSheet } from './judge-walk.ts';

const QUEUE: readonly WalkedSheet[] = [
  { id: 'a', state: 'SUBMITTED' },
  { id: 'b', state: 'ASSIGNED' },
  { id: 'c', state: 'DRAFT' },
  { id: 'd', state: 'ASSIGNED' },
];

describe('the order of work', () => {
  it('goes on with what was begun', () => {
    expect(nextUnscored(QUEUE, null, [])).toBe('c');
  });

  it('walks on and round', () => {
    expect(nextUnscored(QUEUE, 'c', [])).toBe('d');
    expect(nextUnscored(QUEUE, 'd', [])).toBe('b');
  });

  it('leaves skipped ones to the end, the first skipped first', () => {
    const skipped = skip(skip([], 'd'), 'b');
    expect(nextUnscored(QUEUE, 'a', skipped)).toBe('c');
    expect(nextUnscored(QUEUE, 'c', skipped)).toBe('d');
    expect(skip(skipped, 'd')).toEqual(['b', 'd']);
  });

  it('ends when all are scored or on their way', () => {
    const done = QUEUE.map((sheet) => ({ ...sheet, leaving: true }));
    expect(nextUnscored(done, 'a', [])).toBeNull();
    expect(nextUnscored([{ id: 'a', state: 'ASSIGNED' }], 'a', [])).toBeNull();
  });

  it('knows the neighbours', () => {
    expect(neighbours(QUEUE, 'a')).toEqual({ previous: null, next: 'b', place: 1 });
    expect(neighbours(QUEUE, 'd')).toEqual({ previous: 'c', next: null, place: 4 });
    expect(neighbours(QUEUE, 'x')).toEqual({ previous: null, next: null, place: 0 });
  });
});
