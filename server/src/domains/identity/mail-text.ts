/** A mail that is ready to be sent, but for its address. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** An instant as people in the city read it: `2026-11-24 09:30`. */
export function shanghaiTime(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}
