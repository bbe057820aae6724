import { describe, expect, it } from 'vitest';
import { ObjectionLimit } from './objection-limit.ts';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 9, 12, 8, minutes));

describe('ObjectionLimit', () => {
  it('takes so many an hour from one place and lets others through', () => {
    const limit = new ObjectionLimit(2);
    expect([limit.take('a', at(0)), limit.take('a', at(1)), limit.take('a', at(2))]).toEqual([
      true,
      true,
      false,
    ]);
    expect(limit.take('b', at(2))).toBe(true);
  });

  it('forgets after an hour', () => {
    const limit = new ObjectionLimit(1);
    expect(limit.take('a', at(0))).toBe(true);
    expect(limit.take('a', at(59))).toBe(false);
    expect(limit.take('a', at(60))).toBe(true);
  });
});
