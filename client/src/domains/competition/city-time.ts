import { formatDateTime } from '#client/ui/core/format.ts';

/** `2026-11-24 09:30` in the city's time as an instant; null for anything else. */
export function cityInstant(wall: string): string | null {
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)$/.exec(wall);
  if (!found) return null;
  const at = new Date(`${found[1]}T${found[2]}:00+08:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** An instant as the city's clock shows it, `2026-11-24 09:30`; null for none. */
export function cityWall(instant: string | null | undefined): string | null {
  return instant ? formatDateTime(instant) : null;
}
