import { expect, it } from 'vitest';
import {
  closingTurns,
  countdown,
  countedOf,
  leftOf,
  type Slot,
  sheetOnStage,
  slotFacts,
} from './presentation-clock.ts';

const at = (time: string): number => Date.parse(`2026-09-20T${time}Z`);
const SLOT: Slot = {
  id: 's',
  version: 1,
  position: 1,
  state: 'ON',
  secondsAllowed: 480,
  secondsUsed: 100,
  startedAt: '2026-09-20T01:00:00Z',
  locksAt: '2026-09-20T01:07:20Z',
  mySheetId: 'sheet-1',
  appendedAt: null,
  appendSeed: null,
  entry: { id: 'e1', number: '1', title: '', titleEn: '', team: null },
};

it('counts down by the minute, and tells what is over', () => {
  expect([480, 59.2, 0, -0.4, -30].map(countdown)).toEqual(['8:00', '1:00', '0:00', '0:01', '−0:30']);
});

it('knows what is left while it runs and while it stands', () => {
  expect(leftOf(SLOT, at('01:01:00'))).toBe(320);
  expect(leftOf({ ...SLOT, state: 'PAUSED', startedAt: null }, at('03:00:00'))).toBe(380);
});

it('counts the presentation, then what is left to mark, then nothing', () => {
  expect(countedOf(SLOT, at('01:06:10'))).toEqual({ what: 'time', seconds: 10 });
  expect(countedOf(SLOT, at('01:06:30'))).toEqual({ what: 'marks', seconds: 50 });
  expect(countedOf(SLOT, at('01:07:20'))).toEqual({ what: 'locked' });
  const paused = { ...SLOT, state: 'PAUSED' as const, startedAt: null, locksAt: null };
  expect(countedOf(paused, at('05:00:00'))).toEqual({ what: 'time', seconds: 380 });
});

it('does not count the unused time of an entry that was ended', () => {
  const ended = { ...SLOT, state: 'DONE' as const, startedAt: null, locksAt: '2026-09-20T01:02:00Z' };
  expect(countedOf(ended, at('01:01:40'))).toEqual({ what: 'marks', seconds: 20 });
  expect(closingTurns([SLOT, ended], at('01:01:40'))).toEqual([ended]);
  expect(closingTurns([SLOT, ended], at('01:02:00'))).toEqual([]);
});

it('goes to the own entry that is on, then to one whose marks are still taken', () => {
  const ended = {
    ...SLOT,
    state: 'DONE' as const,
    startedAt: null,
    locksAt: '2026-09-20T01:02:00Z',
    mySheetId: 'sheet-0',
  };
  const now = at('01:01:40');
  expect(sheetOnStage([ended, SLOT], now, () => false)).toBe('sheet-1');
  expect(sheetOnStage([ended, SLOT], now, (id) => id === 'sheet-1')).toBe('sheet-0');
  expect(sheetOnStage([ended, { ...SLOT, mySheetId: null }], now, () => false)).toBe('sheet-0');
  expect(sheetOnStage([ended, SLOT], now, () => true)).toBeNull();
});

it('decides about marks as the server does', () => {
  const presentation = { slots: [SLOT] };
  expect(slotFacts(presentation, 'e1')).toEqual({ state: 'ON', locksAt: new Date(at('01:07:20')) });
  expect(slotFacts(presentation, 'other')).toEqual({ state: 'WAITING', locksAt: null });
  expect(slotFacts(null, 'e1')).toBeNull();
});
