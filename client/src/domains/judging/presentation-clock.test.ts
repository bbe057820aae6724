import { expect, it } from 'vitest';
import { countdown, leftOf, type Slot } from './presentation-clock.ts';

it('counts down by the minute, and tells what is over', () => {
  expect([480, 59.2, 0, -0.4, -30].map(countdown)).toEqual(['8:00', '1:00', '0:00', '0:01', '−0:30']);
});

it('knows what is left while it runs and while it stands', () => {
  const slot: Slot = {
    id: 's',
    version: 1,
    position: 1,
    state: 'ON',
    secondsAllowed: 480,
    secondsUsed: 100,
    startedAt: '2026-09-20T01:00:00.000Z',
    locksAt: null,
    mySheetId: null,
    appendedAt: null,
    appendSeed: null,
    entry: null,
  };
  expect(leftOf(slot, Date.parse('2026-09-20T01:01:00.000Z'))).toBe(320);
  expect(leftOf({ ...slot, state: 'PAUSED', startedAt: null }, Date.parse('2026-09-20T03:00:00.000Z'))).toBe(
    380,
  );
});
