import { describe, expect, it } from 'vitest';
import { clockOffset, remaining } from './server-clock.ts';

const at = Date.parse('2026-11-24T10:00:00Z');

describe('the server’s clock', () => {
  it('is known from the answer’s date, half a second being unknown', () => {
    expect(clockOffset('Tue, 24 Nov 2026 10:00:00 GMT', at - 60_000, at - 60_000)).toBe(60_500);
    expect(clockOffset(null, at, at)).toBe(0);
    expect(clockOffset('nonsense', at, at)).toBe(0);
  });
});

describe('what is left until a deadline', () => {
  it('is told in whole units', () => {
    const left = remaining(at + (2 * 86_400 + 3 * 3600 + 4 * 60 + 5) * 1000, at);
    expect(left).toEqual({ over: false, days: 2, hours: 3, minutes: 4, seconds: 5 });
  });

  it('is over at the instant itself, not a second later', () => {
    expect(remaining(at, at).over).toBe(true);
    expect(remaining(at + 1, at)).toMatchObject({ over: false, seconds: 1 });
  });
});
