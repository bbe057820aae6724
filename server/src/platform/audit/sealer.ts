import type { Logger } from 'pino';
import type { InTransaction } from '../write/writer.ts';
import { sealAudit } from './seal.ts';

/** How soon after a commit its event joins the chain, in milliseconds. */
const DELAY = 500;
/**
 * How far back a run looks, in milliseconds. An event gets its id right before it is committed, which takes at most half
 * a minute (the longest statement); the rest is for the clocks of other instances.
 */
const LOOK_BACK = 120_000;

/**
 * Chains audit events shortly after they were committed. The first run, and the one after a failure, looks at the whole
 * log, for what a crash left unchained.
 */
export class Sealer {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private whole = true;

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
      await sealAudit(this.inTransaction, this.whole ? null : new Date(Date.now() - LOOK_BACK));
      this.whole = false;
    } catch (error) {
      this.whole = true;
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
