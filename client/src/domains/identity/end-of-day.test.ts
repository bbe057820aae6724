import { describe, expect, it } from 'vitest';
import { endOfDay } from './end-of-day.ts';

describe('the end of a day', () => {
  it('is the one in Shanghai, wherever the reader sits', () => {
    expect(endOfDay('2026-11-24')).toBe('2026-11-24T15:59:59.999Z');
    expect(endOfDay('2028-02-29')).toBe('2028-02-29T15:59:59.999Z');
  });
});
