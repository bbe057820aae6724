import { enumTable } from '../../kernel/label.ts';
import { type Problem, problem } from '../../kernel/problem.ts';
import { transitionTable } from '../../kernel/transition.ts';

/** Where an entry's presentation stands. */
export const SLOT_STATES = enumTable({
  WAITING: { zh: '候场', en: 'Waiting' },
  ON: { zh: '展示中', en: 'On' },
  PAUSED: { zh: '已暂停', en: 'Paused' },
  DONE: { zh: '已结束', en: 'Over' },
});
export type SlotState = keyof typeof SLOT_STATES;

/** The lifecycle of a presentation; the clock alone ends nothing but the marks. */
export const SLOT_LIFECYCLE = transitionTable({
  states: ['WAITING', 'ON', 'PAUSED', 'DONE'],
  initial: 'WAITING',
  events: {
    start: { zh: '开始', en: 'Start', from: ['WAITING'], to: 'ON', right: 'manage' },
    pause: { zh: '暂停', en: 'Pause', from: ['ON'], to: 'PAUSED', right: 'manage' },
    resume: { zh: '继续', en: 'Go on', from: ['PAUSED'], to: 'ON', right: 'manage' },
    finish: { zh: '结束', en: 'End', from: ['ON', 'PAUSED'], to: 'DONE', right: 'manage' },
  },
});
export type SlotEvent = keyof typeof SLOT_LIFECYCLE.events;

/**
 * What may be done with a starting order as a whole. It has one state: what stands in the way of a step follows from its
 * turns and its round.
 */
export const ORDER_LIFECYCLE = transitionTable({
  states: ['DRAWN'],
  initial: 'DRAWN',
  events: {
    draw: { zh: '重新抽', en: 'Draw again', from: ['DRAWN'], to: 'DRAWN', right: 'manage' },
    append: { zh: '补抽到最后', en: 'Draw to the end', from: ['DRAWN'], to: 'DRAWN', right: 'manage' },
  },
});
export type OrderEvent = keyof typeof ORDER_LIFECYCLE.events;

/** What of a starting order and its round decides about its steps. */
export interface OrderStanding {
  readonly locked: boolean;
  /** A turn has begun. */
  readonly begun: boolean;
  /** Entries of the round without a turn. */
  readonly unplaced: number;
}

/** Why a step of a starting order is refused: whoever has been on keeps their place, so the rest is drawn to the end. */
export function orderProblems(event: OrderEvent, standing: OrderStanding): readonly Problem[] {
  if (standing.locked) return [problem('ROUND_LOCKED', 'roundId')];
  if (event === 'draw') return standing.begun ? [problem('PRESENTATION_BEGUN', 'roundId')] : [];
  return standing.unplaced === 0 ? [problem('PRESENTATION_COMPLETE', 'roundId')] : [];
}

/** Limits of a presentation round: seconds an entry has, seconds after its end in which marks are still taken. */
export const PRESENTATION_LIMITS = {
  seconds: { min: 60, max: 7200 },
  grace: { min: 0, max: 3600 },
  extension: { min: 10, max: 3600 },
} as const;

/** The clock of one presentation, as it is stored. */
export interface SlotClock {
  readonly state: SlotState;
  readonly secondsAllowed: number;
  /** Used up before the running stretch. */
  readonly secondsUsed: number;
  /** When the running stretch began; null while it does not run. */
  readonly startedAt: Date | null;
  /** From when on marks are refused; null while the presentation waits, or stands before its lock. */
  readonly locksAt: Date | null;
}

/** Seconds left at an instant; below 0 once the time is over. */
export function secondsLeft(clock: Omit<SlotClock, 'locksAt'>, now: Date): number {
  const running =
    clock.state === 'ON' && clock.startedAt ? (now.getTime() - clock.startedAt.getTime()) / 1000 : 0;
  return clock.secondsAllowed - clock.secondsUsed - running;
}

/** The marks are locked at `now`: only more time unlocks them, no step does. */
const isLocked = ({ locksAt }: SlotClock, now: Date): boolean => locksAt !== null && now >= locksAt;

/**
 * The clock and the instant from which marks are refused, after a step at `now`. Paused time locks nothing, but a lock
 * that has passed stays.
 */
export function slotAfter(
  clock: SlotClock,
  event: SlotEvent,
  graceSeconds: number,
  now: Date,
): { readonly secondsUsed: number; readonly startedAt: Date | null; readonly locksAt: Date | null } {
  const left = secondsLeft(clock, now);
  const used = Math.round(clock.secondsAllowed - left);
  const at = (seconds: number): Date =>
    clock.locksAt && isLocked(clock, now) ? clock.locksAt : new Date(now.getTime() + seconds * 1000);
  switch (event) {
    case 'start':
    case 'resume':
      return { secondsUsed: clock.secondsUsed, startedAt: now, locksAt: at(left + graceSeconds) };
    case 'pause':
      return { secondsUsed: used, startedAt: null, locksAt: isLocked(clock, now) ? clock.locksAt : null };
    case 'finish':
      // Whoever ends late gives no new grace: it runs from the end of the time.
      return { secondsUsed: used, startedAt: null, locksAt: at(Math.min(0, left) + graceSeconds) };
  }
}

/**
 * The clock after `seconds` more at `now`. After the lock they run from now, whatever was overrun before: seconds that
 * are over already would help nobody.
 */
export function slotExtended(
  clock: SlotClock,
  seconds: number,
  graceSeconds: number,
  now: Date,
): { readonly secondsAllowed: number; readonly locksAt: Date | null } {
  const { locksAt } = clock;
  const overrun = isLocked(clock, now) ? Math.max(0, -secondsLeft(clock, now) - graceSeconds) : 0;
  const from = locksAt && Math.max(locksAt.getTime(), now.getTime());
  return {
    secondsAllowed: clock.secondsAllowed + seconds + Math.ceil(overrun),
    // Paused, the clock stands: the lock comes back when it goes on.
    locksAt: from === null || clock.state === 'PAUSED' ? null : new Date(from + seconds * 1000),
  };
}

/** What of its presentation decides about the marks of an entry. */
export interface SlotFacts {
  readonly state: SlotState;
  readonly locksAt: Date | null;
}

/** Why an entry takes no marks: it has not been on, or its time and the grace are over. */
export function slotProblems(slot: SlotFacts | null, now: Date): readonly Problem[] {
  if (slot === null) return [];
  if (slot.state === 'WAITING') return [problem('PRESENTATION_NOT_BEGUN')];
  return slot.locksAt && now >= slot.locksAt
    ? [problem('PRESENTATION_OVER', [], { at: slot.locksAt.toISOString() })]
    : [];
}
