import { describe, expect, it } from 'vitest';
import { type SlotClock, secondsLeft, slotAfter, slotExtended, slotProblems } from './presentation.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 8, 20, 1, 0, seconds));
const waiting: SlotClock = {
  state: 'WAITING',
  secondsAllowed: 480,
  secondsUsed: 0,
  startedAt: null,
  locksAt: null,
};

describe('the clock of a presentation', () => {
  it('runs from the start, stands while paused, and locks the marks after its grace', () => {
    const on = slotAfter(waiting, 'start', 60, at(0));
    expect(on).toEqual({ secondsUsed: 0, startedAt: at(0), locksAt: at(540) });
    const running: SlotClock = { ...waiting, ...on, state: 'ON' };
    expect(secondsLeft(running, at(100))).toBe(380);
    const paused = slotAfter(running, 'pause', 60, at(100));
    expect(paused).toEqual({ secondsUsed: 100, startedAt: null, locksAt: null });
    const still: SlotClock = { ...waiting, ...paused, state: 'PAUSED' };
    expect(secondsLeft(still, at(400))).toBe(380);
    expect(slotAfter(still, 'resume', 60, at(400)).locksAt).toEqual(at(840));
    expect(slotAfter(still, 'finish', 60, at(400)).locksAt).toEqual(at(460));
  });

  it('gives whoever ends late no new grace', () => {
    const running: SlotClock = { ...waiting, state: 'ON', startedAt: at(0), locksAt: at(540) };
    expect(slotAfter(running, 'finish', 60, at(500)).locksAt).toEqual(at(540));
  });

  it('keeps a lock that has passed, whatever step is taken', () => {
    const over: SlotClock = { ...waiting, state: 'ON', startedAt: at(0), locksAt: at(540) };
    const paused: SlotClock = { ...over, ...slotAfter(over, 'pause', 60, at(600)), state: 'PAUSED' };
    expect(paused.locksAt).toEqual(at(540));
    expect(slotAfter(paused, 'resume', 60, at(700)).locksAt).toEqual(at(540));
    expect(slotAfter(paused, 'finish', 60, at(700)).locksAt).toEqual(at(540));
  });

  it('gives more time from the lock on before it, from now on after it, and through a pause', () => {
    const running: SlotClock = { ...waiting, state: 'ON', startedAt: at(0), locksAt: at(540) };
    expect(slotExtended(running, 60, 60, at(500))).toEqual({ secondsAllowed: 540, locksAt: at(600) });
    const late: SlotClock = { ...running, ...slotExtended(running, 90, 60, at(1000)) };
    expect(late.locksAt).toEqual(at(1090));
    const paused: SlotClock = { ...late, ...slotAfter(late, 'pause', 60, at(1030)), state: 'PAUSED' };
    expect(paused.locksAt).toBeNull();
    expect(slotAfter(paused, 'resume', 60, at(2000)).locksAt).toEqual(at(2060));
    const stuck: SlotClock = { ...running, ...slotAfter(running, 'pause', 60, at(600)), state: 'PAUSED' };
    const freed: SlotClock = { ...stuck, ...slotExtended(stuck, 60, 60, at(700)) };
    expect(freed.locksAt).toBeNull();
    expect(slotAfter(freed, 'resume', 60, at(800)).locksAt).toEqual(at(860));
  });

  it('takes marks from the start to the lock', () => {
    const codes = (...given: Parameters<typeof slotProblems>) =>
      slotProblems(...given).map(({ code }) => code);
    expect(codes(null, at(0))).toEqual([]);
    expect(codes({ state: 'WAITING', locksAt: null }, at(0))).toEqual(['PRESENTATION_NOT_BEGUN']);
    expect(codes({ state: 'ON', locksAt: at(540) }, at(539))).toEqual([]);
    expect(codes({ state: 'ON', locksAt: at(540) }, at(540))).toEqual(['PRESENTATION_OVER']);
    expect(codes({ state: 'PAUSED', locksAt: null }, at(9000))).toEqual([]);
  });
});
