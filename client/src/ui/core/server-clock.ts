import { useEffect, useState } from 'react';

/** What is left until an instant, whole units; `over` once it has passed. */
export interface Remaining {
  readonly over: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const DAY = 86_400;

/** What is left of the time from `now` to `until`, both in milliseconds. */
export function remaining(until: number, now: number): Remaining {
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  return {
    over: until <= now,
    days: Math.floor(left / DAY),
    hours: Math.floor((left % DAY) / 3600),
    minutes: Math.floor((left % 3600) / 60),
    seconds: left % 60,
  };
}

/**
 * How far the server's clock is ahead of this device's, in milliseconds, from an answer's `Date` header: it names the
 * second in which the answer was made, which lies between asking and getting it. Zero when there is no such header.
 */
export function clockOffset(header: string | null, asked: number, got: number): number {
  const at = header === null ? Number.NaN : Date.parse(header);
  // The header leaves the fraction of a second out: on average half of one.
  return Number.isNaN(at) ? 0 : at + 500 - (asked + got) / 2;
}

/** Browsers run longer timers at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

let measured: Promise<void> | undefined;
let ahead = 0;

async function measure(): Promise<void> {
  const asked = Date.now();
  const answer = await fetch('/healthz', { method: 'HEAD', cache: 'no-store' });
  ahead = clockOffset(answer.headers.get('date'), asked, Date.now());
}

/** The time by the server's clock in milliseconds: this device's own until it is known how far it is off. */
export const serverNow = (): number => Date.now() + ahead;

/** Draws anew when the server's clock reaches an instant (milliseconds), for what changes then and not before. */
export function useDrawnAt(instant: number | null): void {
  const [, tick] = useState(0);
  useEffect(() => {
    if (instant === null || instant <= serverNow()) return;
    // A timer may be early, and the clock measured only after it was set: what is left is waited for.
    const wait = (): ReturnType<typeof setTimeout> =>
      setTimeout(
        () => {
          if (serverNow() < instant) timer = wait();
          else tick((n) => n + 1);
        },
        Math.min(Math.max(1, instant - serverNow()), LONGEST_TIMER),
      );
    let timer = wait();
    return () => clearTimeout(timer);
  }, [instant]);
}

/** The time by the server's clock in milliseconds, told anew so often: every half minute where no limit is near. */
export function useServerNow(every: 250 | 1000 | 30_000 = 30_000): number {
  const [, tick] = useState(0);
  useEffect(() => {
    let gone = false;
    measured ??= measure();
    measured.then(
      () => {
        if (!gone) tick((n) => n + 1);
      },
      () => {
        // Without a line the device's own clock has to do; the next screen measures again.
        measured = undefined;
      },
    );
    return () => {
      gone = true;
    };
  }, []);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), every);
    return () => clearInterval(timer);
  }, [every]);
  return serverNow();
}
