/** Days over which the pace is taken. */
const WINDOW = 7;
const DAY = 86_400_000;

/** What a pace is taken from. */
export interface PaceFacts {
  /** Sheets still to come. */
  readonly remaining: number;
  /** Sheets submitted within the last seven days. */
  readonly recent: number;
  /** When the round opened, as database text; null when it did not. */
  readonly begun: string | null;
  readonly now: Date;
}

/**
 * The present pace and what it leads to: sheets submitted a day over the last seven days, or over the time since the
 * round opened when that is shorter (an hour at least). Done = now + remaining / pace; null when nothing moves or nothing is left.
 */
export function pace({ remaining, recent, begun, now }: PaceFacts): {
  readonly perDay: string;
  readonly doneAt: Date | null;
} {
  const since = begun === null ? WINDOW : (now.getTime() - new Date(begun).getTime()) / DAY;
  const days = Math.min(WINDOW, Math.max(1 / 24, since));
  const perDay = recent / days;
  const doneAt = perDay > 0 && remaining > 0 ? new Date(now.getTime() + (remaining / perDay) * DAY) : null;
  return { perDay: perDay.toFixed(1), doneAt };
}
