/** A clock that stands still until it is moved. */
export class TestClock {
  private instant: number;

  constructor(start: string) {
    this.instant = Date.parse(start);
  }

  readonly now = (): Date => new Date(this.instant);

  /** Goes to an instant. */
  set(instant: string | Date): void {
    this.instant = new Date(instant).getTime();
  }

  /** Goes on by some time. */
  advance(time: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = time;
    this.instant += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}
