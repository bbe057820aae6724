const HOUR = 3_600_000;
/** Places remembered at once; beyond it the oldest are forgotten. */
const PLACES = 10_000;

/** Counts what one place files within an hour, in this process only: a brake against floods, not a lock. */
export class ObjectionLimit {
  private readonly filed = new Map<string, number[]>();

  constructor(private readonly perHour: number) {}

  /** True when the place may file once more now; counts it. */
  take(place: string, now: Date): boolean {
    const at = now.getTime();
    const recent = (this.filed.get(place) ?? []).filter((instant) => instant > at - HOUR);
    const allowed = recent.length < this.perHour;
    if (allowed) recent.push(at);
    this.filed.delete(place);
    this.filed.set(place, recent);
    if (this.filed.size > PLACES) {
      const [oldest] = this.filed.keys();
      if (oldest !== undefined) this.filed.delete(oldest);
    }
    return allowed;
  }
}
