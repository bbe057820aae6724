/** What of a registration attendance is counted from. */
export interface Registered {
  readonly attendees: readonly string[];
  /** Null until attendance was recorded. */
  readonly present: readonly string[] | null;
}

/**
 * People who came, and the people registered by the teams whose attendance is recorded: the base that the first
 * number belongs to. Both are 0 before any attendance is recorded.
 */
export function attendance(registrations: readonly Registered[]): { present: number; base: number } {
  let present = 0;
  let base = 0;
  for (const one of registrations) {
    if (one.present === null) continue;
    present += one.present.length;
    base += one.attendees.length;
  }
  return { present, base };
}

/** Names from lines of text: trimmed, without empty lines. */
export function namesOf(text: string): string[] {
  return text
    .split(/[\n、,，;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
