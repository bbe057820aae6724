import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { RunSql } from '../read/reader.ts';
import type { TopicMessage, Topics } from './topics.ts';

/** How long messages are gathered before they leave, in milliseconds. */
const DELAY = 50;
/** How long until it is tried again when the database is away, in milliseconds. */
const AGAIN = 5_000;
/** Most that wait while the database is away. A message is a hint to read again: what is older is known by then. */
const MOST = 1_000;

/**
 * Tells what was committed here: whoever listens on this instance at once, the other instances within a moment, all that
 * came together in one statement and nothing twice. Not in the transaction itself: PostgreSQL lets commits that notify
 * wait for one another, and wakes every instance for each. Should this instance die in that moment, the others are not
 * told: they read again when the next message comes, and remember nothing about rights for longer than a few seconds.
 */
export class Announcer {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private waiting = new Set<string>();
  private stopped = false;

  constructor(
    private readonly topics: Topics,
    private readonly run: RunSql,
    private readonly log: Logger,
  ) {}

  /** This was committed. */
  tell(message: TopicMessage): void {
    this.topics.tell(message);
    if (this.waiting.size < MOST) this.waiting.add(this.topics.announcement(message));
    this.later(DELAY);
  }

  private later(delay: number): void {
    if (this.timer || this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.running = this.running.then(() => this.send());
    }, delay);
    this.timer.unref();
  }

  private async send(): Promise<void> {
    const messages = [...this.waiting];
    if (messages.length === 0) return;
    this.waiting = new Set();
    try {
      await this.run(
        sql`select pg_notify('xinghuo', message) from json_array_elements_text(${JSON.stringify(messages)}::json) as message`,
      );
    } catch (error) {
      this.log.warn({ name: (error as Error).name }, 'other instances are not told of changes; trying again');
      for (const message of messages) this.waiting.add(message);
      this.later(AGAIN);
    }
  }

  /** Tells what is left and ends. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
    await this.send();
  }
}
