import type { Logger } from 'pino';
import type { InTransaction } from '../write/writer.ts';
import { sealAudit } from './seal.ts';

/** How soon after a commit its event joins the chain, in milliseconds. */
const DELAY = 500;
/** How often a run also looks for what another instance left unchained when it died, in milliseconds. */
const LOOK_EVERY = 30_000;
/**
 * How far before its last look it then looks, in milliseconds. An event gets its id right before it is committed, which
 * takes at most half a minute (the longest statement); the rest is for the clocks of other instances.
 */
const LOOK_BACK = 120_000;
/** Most events that are remembered; should there be more, the next run looks at the whole log. */
const MOST = 20_000;

/**
 * Chains audit events shortly after they were committed: those of this instance by their names, and now and then what is
 * left of others. The first run, and the one after a failure, looks at the whole log, for what a crash left unchained.
 */
export class Sealer {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private whole = true;
  private looked = 0;
  private committed: string[] = [];

  constructor(
    private readonly inTransaction: InTransaction,
    private readonly log: Logger,
  ) {
    this.nudge();
  }

  /** This event was committed. */
  add(eventId: string): void {
    if (this.committed.length < MOST) this.committed.push(eventId);
    else this.whole = true;
    this.nudge();
  }

  private nudge(): void {
    if (this.timer || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.running = this.running.then(() => this.seal());
    }, DELAY);
    this.timer.unref();
  }

  private async seal(): Promise<void> {
    const { committed: ids, whole } = this;
    this.committed = [];
    this.whole = false;
    const now = Date.now();
    try {
      await sealAudit(this.inTransaction, { ids });
      if (!whole && now - this.looked < LOOK_EVERY) return;
      await sealAudit(this.inTransaction, { since: whole ? null : new Date(this.looked - LOOK_BACK) });
      this.looked = now;
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
