import { secondsLeft } from '@xinghuo/shared/judging/domain/presentation';
import { useEffect, useRef, useState } from 'react';
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

/** Seconds left of a turn at an instant of the server's clock. */
export function leftOf(slot: Slot, now: number): number {
  return secondsLeft({ ...slot, startedAt: slot.startedAt ? new Date(slot.startedAt) : null }, new Date(now));
}

/** The server's clock, from the instant an answer carried: this device's own may be wrong. Ticks four times a second. */
export function useServerClock(asOf: string | undefined): number {
  const skew = useRef({ asOf: '', by: 0 });
  if (asOf !== undefined && skew.current.asOf !== asOf)
    skew.current = { asOf, by: Date.parse(asOf) - Date.now() };
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return now + skew.current.by;
}
