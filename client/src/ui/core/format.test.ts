import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatMinutes,
  formatNumber,
  formatRelative,
  formatShare,
  formatTime,
  NOTHING,
} from './format.ts';

describe('instants', () => {
  it('are shown in the time of the city', () => {
    expect(formatDateTime('2026-11-24T01:30:00.000Z')).toBe('2026-11-24 09:30');
    expect(formatDateTime('2026-12-31T16:00:00Z')).toBe('2027-01-01 00:00');
    expect(formatTime('2026-11-24T02:42:07Z')).toBe('10:42:07');
  });

  it('leave a bare date the day it names', () => {
    expect(formatDate('2026-03-01')).toBe('2026-03-01');
    expect(formatDate('2026-02-28T16:00:00Z')).toBe('2026-03-01');
  });

  it('that are missing or broken are a dash', () => {
    for (const value of [null, undefined, 'soon']) expect(formatDateTime(value)).toBe(NOTHING);
  });

  it('have a relative form beside the exact one', () => {
    const now = Date.parse('2026-11-24T00:00:00Z');
    expect(formatRelative('2026-11-21T00:00:00Z', now, 'zh-CN')).toBe('3天前');
    expect(formatRelative('2026-11-24T02:00:00Z', now, 'en')).toBe('in 2 hours');
  });
});

describe('numbers', () => {
  it('have separators, and decimals where they are asked for', () => {
    expect(formatNumber(7_260_000)).toBe('7,260,000');
    expect(formatNumber('78.125', 2)).toBe('78.13');
    expect(formatNumber(80, 2)).toBe('80.00');
    expect(formatNumber(null)).toBe(NOTHING);
    expect(formatNumber('')).toBe(NOTHING);
  });

  it('as shares carry their base', () => {
    expect(formatShare(3, 8)).toBe('37.5 % (3 / 8)');
    expect(formatShare(0, 0)).toBe(`${NOTHING} (0 / 0)`);
  });

  it('as sizes and spans have a fitting unit', () => {
    expect(formatBytes(0)).toBe('0 B');
    expect(formatBytes(12_400_000)).toBe('12.4 MB');
    expect(formatMinutes(150, 'zh-CN')).toBe('2 小时 30 分钟');
    expect(formatMinutes(45, 'en')).toBe('45 min');
    expect(formatMinutes(120, 'en')).toBe('2 h');
  });
});
