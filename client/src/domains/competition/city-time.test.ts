import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cityInstant, cityWall } from './city-time.ts';

describe('the city’s clock', () => {
  it('reads a time as that of Shanghai, wherever the browser stands', () => {
    expect(cityInstant('2026-11-24 09:30')).toBe('2026-11-24T01:30:00.000Z');
    expect(cityWall('2026-11-24T01:30:00.000Z')).toBe('2026-11-24 09:30');
  });

  it('goes there and back for every minute', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 366 * 60 });
    fc.assert(
      fc.property(minute, (n) => {
        const instant = new Date(Date.UTC(1995, 0, 1) + n * 60_000).toISOString();
        expect(cityInstant(cityWall(instant) ?? '')).toBe(instant);
      }),
    );
  });

  it('takes nothing that is no time', () => {
    expect(cityInstant('tomorrow')).toBeNull();
    expect(cityInstant('2026-13-40 99:99')).toBeNull();
    expect(cityWall(null)).toBeNull();
  });
});
