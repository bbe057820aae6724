import { randomUUID } from 'node:crypto';

/** Told when a job was queued: whoever works does not wait for the next look into the queue. */
export const JOBS_QUEUED = 'jobs.queued';

/** One message between instances: small, without personal data; a listener re-reads what it needs. */
export interface TopicMessage {
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

type Listener = (message: TopicMessage) => void;

/** Hands messages that a commit announced, on any instance, to whoever listens on this one. */
export class Topics {
  /** Stands in what this instance announces: it hears of its own commits at once, and not once more by the database. */
  readonly origin = randomUUID();
  private readonly listeners = new Map<string, Set<Listener>>();

  /** Takes a raw notification from the database. Malformed text is dropped: only this product writes there. */
  deliver(raw: string): void {
    const message = parse(raw);
    if (message && message.origin !== this.origin) this.tell(message);
  }

  /** Tells whoever listens here what was committed here: who signs out is out before the answer says so. */
  tell(message: TopicMessage): void {
    for (const listener of this.listeners.get(message.topic) ?? []) listener(message);
  }

  /** A message as the database carries it to the instances. */
  announcement({ topic, payload }: TopicMessage): string {
    return JSON.stringify({ origin: this.origin, topic, payload });
  }

  /** Listens until the returned function is called. */
  on(topic: string, listener: Listener): () => void {
    const set = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, set);
    set.add(listener);
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(topic);
    };
  }

  /**
   * An endless series of ticks for a subscription: one at once, then at most one per `everyMs` while messages that
   * match keep coming, so that a burst of writes costs one re-read.
   */
  async *ticks(
    topic: string,
    matches: (payload: TopicMessage['payload']) => boolean,
    everyMs: number,
    signal?: AbortSignal,
  ): AsyncGenerator<void> {
    let pending = true;
    let wake: (() => void) | null = null;
    const nudge = (): void => {
      pending = true;
      wake?.();
    };
    const off = this.on(topic, (message) => {
      if (matches(message.payload)) nudge();
    });
    signal?.addEventListener('abort', nudge, { once: true });
    try {
      while (!signal?.aborted) {
        if (!pending) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          wake = null;
          continue;
        }
        pending = false;
        yield;
        await new Promise((resolve) => setTimeout(resolve, everyMs));
      }
    } finally {
      off();
    }
  }
}

function parse(raw: string): (TopicMessage & { readonly origin: unknown }) | null {
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== 'object' || value === null) return null;
    const { topic, payload, origin } = value as Partial<TopicMessage> & { readonly origin?: unknown };
    return typeof topic === 'string' && typeof payload === 'object' && payload !== null
      ? { topic, payload, origin }
      : null;
  } catch {
    return null;
  }
}
