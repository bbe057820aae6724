/** The last millisecond of a day in Asia/Shanghai: what `valid until` a day means. */
export function endOfDay(day: string): string {
  return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + 86_400_000 - 1).toISOString();
}
