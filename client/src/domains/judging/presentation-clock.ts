import { type SlotFacts, secondsLeft } from '@xinghuo/shared/judging/domain/presentation';
import type { PresentationPageQuery } from '#client/__generated__/graphql.ts';

export type Presentation = NonNullable<PresentationPageQuery['presentation']>;
export type Slot = Presentation['slots'][number];

/** `8:05`, or `−0:30` once the time is over. */
export function countdown(seconds: number): string {
  const whole = Math.ceil(Math.abs(seconds));
  const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return seconds <= -1 ? `−${text}` : text;
}

/** The turn that is on or paused. */
export function turnOn(slots: readonly Slot[]): Slot | undefined {
  return slots.find(({ state }) => state === 'ON' || state === 'PAUSED');
}

/** Turns that are over while marks are still taken: the grace after the end, or more time. */
export function closingTurns(slots: readonly Slot[], now: number): readonly Slot[] {
  return slots.filter(
    ({ state, locksAt }) => state === 'DONE' && locksAt !== null && now < Date.parse(locksAt),
  );
}

/** Seconds left of a turn at an instant of the server's clock. */
export function leftOf(slot: Slot, now: number): number {
  return secondsLeft({ ...slot, startedAt: slot.startedAt ? new Date(slot.startedAt) : null }, new Date(now));
}

/** What the big figure of a turn counts. */
export type Counted =
  /** The time of the presentation. */
  | { readonly what: 'time'; readonly seconds: number }
  /** Its time is over or it was ended: until the marks lock. */
  | { readonly what: 'marks'; readonly seconds: number }
  | { readonly what: 'locked' };

/** What is counted at an instant of the server's clock: unused time of an entry that was ended helps nobody. */
export function countedOf(slot: Slot, now: number): Counted {
  const locks = slot.locksAt === null ? null : Date.parse(slot.locksAt);
  if (locks !== null && now >= locks) return { what: 'locked' };
  const left = leftOf(slot, now);
  if (locks !== null && (slot.state === 'DONE' || left <= 0))
    return { what: 'marks', seconds: (locks - now) / 1000 };
  return { what: 'time', seconds: left };
}

/**
 * What of the order decides about the marks of an entry, as on the server: null where no order is drawn or known, and
 * waiting where it was drawn none.
 */
export function slotFacts(
  presentation: Pick<Presentation, 'slots'> | null,
  entryId: string,
): SlotFacts | null {
  if (!presentation) return null;
  const slot = presentation.slots.find(({ entry }) => entry?.id === entryId);
  if (!slot) return { state: 'WAITING', locksAt: null };
  return { state: slot.state, locksAt: slot.locksAt === null ? null : new Date(slot.locksAt) };
}

/** The judge's own sheet to mark now: of the entry that is on, else of one whose marks are still taken; null of none. */
export function sheetOnStage(
  slots: readonly Slot[],
  now: number,
  isDone: (sheetId: string) => boolean,
): string | null {
  const turns = [turnOn(slots), ...closingTurns(slots, now)];
  const open = turns.find((slot) => slot?.mySheetId != null && !isDone(slot.mySheetId));
  return open?.mySheetId ?? null;
}
