import { describe, expect, it } from 'vitest';
import { queueOrder, seedOf } from './queue-order.ts';

const ids = (n: number): string[] => Array.from({ length: n }, (_, i) => `e${String(i).padStart(3, '0')}`);

describe('a judge’s order of work', () => {
  it('is the same for the same seed whatever the order of the input, and another for another judge', () => {
    const entries = ids(40);
    const one = queueOrder(seedOf('round judge-1'), entries, new Set());
    expect(queueOrder(seedOf('round judge-1'), [...entries].reverse(), new Set())).toEqual(one);
    expect(queueOrder(seedOf('round judge-2'), entries, new Set())).not.toEqual(one);
    expect([...one].sort()).toEqual(entries);
  });

  it('puts an entry on every place about as often', () => {
    const entries = ids(10);
    const first = Array.from(
      { length: 2000 },
      (_, j) => queueOrder(seedOf(`r j${j}`), entries, new Set())[0],
    );
    for (const id of entries) {
      const share = first.filter((one) => one === id).length / 2000;
      expect(share).toBeGreaterThan(0.07);
      expect(share).toBeLessThan(0.13);
    }
  });

  it('spreads anchors through the work: one in every stretch', () => {
    const entries = ids(40);
    const anchors = new Set(['e003', 'e017', 'e025', 'e039']);
    for (let seed = 0; seed < 50; seed++) {
      const order = queueOrder(seed, entries, anchors);
      expect([...order].sort()).toEqual(entries);
      const stretches = order.flatMap((id, i) => (anchors.has(id) ? [Math.floor(i / 10)] : []));
      expect(stretches).toEqual([0, 1, 2, 3]);
    }
  });

  it('keeps every entry when nearly all are anchors', () => {
    for (let seed = 0; seed < 200; seed++) {
      const entries = ids(5);
      expect([...queueOrder(seed, entries, new Set(entries.slice(0, 4)))].sort()).toEqual(entries);
      expect([...queueOrder(seed, entries, new Set(entries))].sort()).toEqual(entries);
    }
  });
});
