import type { ProblemData } from '#client/ui/core/problem-text.ts';
import type { ServerSheet } from './judge-merge.ts';
import { isSendable, LEASE, type Sending, type SheetEvent, type SheetRecord } from './judge-record.ts';
import type { RecordStore } from './judge-store.ts';

/** How a request ended. `unreachable`: it may or may not have arrived. */
export type SendAnswer =
  | { readonly kind: 'done'; readonly server: ServerSheet }
  | { readonly kind: 'stale'; readonly server: ServerSheet }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemData[] }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'busy' };

/** What the engine needs of the world. Times in milliseconds. */
export interface SyncWorld {
  readonly store: RecordStore;
  send(sheetId: string, sending: Sending): Promise<SendAnswer>;
  /** Names this tab. */
  readonly tab: string;
  now(): number;
  newKey(): string;
  /** Runs something later and answers how to call it off. */
  later(run: () => void, ms: number): () => void;
}

/** How the line to the server is. */
export type SyncState = 'idle' | 'sending' | 'unreachable' | 'signedOut';

/** Milliseconds: a change is sent this long after the last key, and at the latest so long after the first. */
export const PAUSE = { typing: 600, longest: 2500 } as const;
const BACKOFF = { first: 1000, longest: 30_000 } as const;
/** A sheet that keeps coming back is left for a while, so that the others get through. */
const MOST_TRIES = 5;

/**
 * Sends what waits, one write at a time and in the order in which it was made. What may have arrived is sent again
 * under its key; a lost line is tried again with growing pauses.
 */
export class SheetSync {
  readonly #world: SyncWorld;
  readonly #listeners = new Set<() => void>();
  #state: SyncState = 'idle';
  #running = false;
  #again = false;
  #failures = 0;
  #stopped = false;
  #callOff: (() => void) | undefined;
  #firstPoke: number | undefined;

  constructor(world: SyncWorld) {
    this.#world = world;
  }

  state(): SyncState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something changed: send it after a pause, so that a sentence is not sent letter by letter. */
  poke(pause: number = PAUSE.typing): void {
    if (this.#stopped || this.#state === 'unreachable') return;
    const now = this.#world.now();
    this.#firstPoke ??= now;
    this.#schedule(Math.max(0, Math.min(pause, this.#firstPoke + PAUSE.longest - now)));
  }

  /** Send now: the line is back, the page is being left, the judge asks for it. */
  flush(): Promise<void> {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#firstPoke = undefined;
    return this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#callOff?.();
  }

  #schedule(ms: number): void {
    this.#callOff?.();
    this.#callOff = this.#world.later(() => void this.flush(), ms);
  }

  #become(state: SyncState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  async #run(): Promise<void> {
    if (this.#running || this.#stopped) {
      this.#again = true;
      return;
    }
    this.#running = true;
    try {
      await this.#world.store.ready;
      do {
        this.#again = false;
        if (!(await this.#sendAll())) return;
      } while (this.#again);
      this.#failures = 0;
      this.#become('idle');
    } finally {
      this.#running = false;
    }
  }

  /** False when the line failed: the rest waits, in its order. */
  async #sendAll(): Promise<boolean> {
    const tries = new Map<string, number>();
    for (;;) {
      const next = [...this.#world.store.all().values()]
        .filter((record) => isSendable(record) && (tries.get(record.sheetId) ?? 0) < MOST_TRIES)
        .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0))[0];
      if (!next) break;
      tries.set(next.sheetId, (tries.get(next.sheetId) ?? 0) + 1);
      const claimed = await this.#claim(next);
      if (!claimed) {
        // Another tab sends this one; should it have been closed, its turn ends with the lease.
        tries.set(next.sheetId, MOST_TRIES);
        this.#schedule(LEASE);
        continue;
      }
      this.#become('sending');
      const answer = await this.#world.send(next.sheetId, claimed);
      if (!(await this.#take(next.sheetId, claimed.key, answer))) return false;
    }
    if ([...tries.values()].some((count) => count >= MOST_TRIES)) this.#schedule(LEASE);
    return true;
  }

  async #claim(record: SheetRecord): Promise<Sending | null> {
    const { tab, newKey, now, store } = this.#world;
    const stored = await store.dispatch(record.sheetId, { kind: 'claim', key: newKey(), by: tab, at: now() });
    return stored?.sending?.by === tab ? stored.sending : null;
  }

  async #take(sheetId: string, key: string, answer: SendAnswer): Promise<boolean> {
    if (answer.kind === 'unreachable' || answer.kind === 'busy' || answer.kind === 'signedOut') {
      await this.#world.store.dispatch(sheetId, { kind: 'released', key });
      this.#become(answer.kind === 'signedOut' ? 'signedOut' : 'unreachable');
      const pause = Math.min(BACKOFF.longest, BACKOFF.first * 2 ** this.#failures);
      this.#failures += 1;
      // Nobody is asked to sign in again and again: it waits for the next change or for the judge.
      if (answer.kind !== 'signedOut') this.#schedule(pause);
      return false;
    }
    const event: SheetEvent =
      answer.kind === 'done'
        ? { kind: 'acked', key, server: answer.server, at: this.#world.now() }
        : answer.kind === 'stale'
          ? { kind: 'stale', key, server: answer.server }
          : { kind: 'refused', key, problems: answer.problems };
    await this.#world.store.dispatch(sheetId, event);
    this.#failures = 0;
    return true;
  }
}
