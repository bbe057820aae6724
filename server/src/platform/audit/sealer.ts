import type { Logger } from 'pino';
import type { InTransaction } from '../write/writer.ts';
import { sealAudit } from './seal.ts';

/** How soon after a commit its event joins the chain, in milliseconds. */
const DELAY = 500;

/** Chains audit events shortly after they were committed; what a crash left unchained is taken up at the next start. */
export class Sealer {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly inTransaction: InTransaction,
    private readonly log: Logger,
  ) {
    this.nudge();
  }

  /** Something was committed. */
  nudge(): void {
    if (this.timer || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.running = this.running.then(() => this.seal());
    }, DELAY);
    this.timer.unref();
  }

  private async seal(): Promise<void> {
    try {
      await sealAudit(this.inTransaction);
    } catch (error) {
      this.log.warn({ name: (error as Error).name }, 'audit events are not chained yet; trying again later');
      if (!this.stopped) setTimeout(() => this.nudge(), 5_000).unref();
    }
  }

  /** Chains what is left and ends. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
    await this.seal();
  }
}
