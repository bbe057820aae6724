import { describe, expect, it } from 'vitest';
import { type SlotClock, secondsLeft, slotAfter, slotProblems } from './presentation.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 8, 20, 1, 0, seconds));
const waiting: SlotClock = { state: 'WAITING', secondsAllowed: 480, secondsUsed: 0, startedAt: null };

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
    const running: SlotClock = { ...waiting, state: 'ON', startedAt: at(0) };
    expect(slotAfter(running, 'finish', 60, at(500)).locksAt).toEqual(at(540));
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
