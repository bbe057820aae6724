import { describe, expect, it } from 'vitest';
import { parseNotes } from './use-notes.ts';

describe('notes kept in the browser', () => {
  it('come back as they were written', () => {
    const kept = [{ key: 'k1', field: 'need', text: '请补充走访数据' }];
    expect(parseNotes(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('lose what is no note, and notes on fields that are gone', () => {
    const kept = [{ key: 'k1', field: 'mascot', text: '旧栏目' }, 7, null, { key: 'k2', field: 'plan' }];
    expect(parseNotes(kept)).toEqual([]);
    expect(parseNotes('nonsense')).toBeUndefined();
  });
});
