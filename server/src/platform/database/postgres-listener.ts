import pg from 'pg';
import { outsideScope } from './transaction-guard.ts';

interface Subscription {
  handler: (payload: string) => void;
  onGap: (() => void) | undefined;
}

const FIRST_RETRY = 200;
const LAST_RETRY = 5_000;

/**
 * LISTEN on a connection of its own, opened with the first subscription and opened again whenever it is lost. After
 * a reconnection every subscription's `onGap` runs, because notifications of the time between are gone.
 */
export class PostgresListener {
  readonly #config: pg.ClientConfig;
  readonly #onError: (error: Error) => void;
  readonly #channels = new Map<string, Set<Subscription>>();
  #client: pg.Client | undefined;
  #connecting: Promise<pg.Client> | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(config: pg.ClientConfig, onError: (error: Error) => void) {
    this.#config = { ...config, application_name: 'xinghuo-listen' };
    this.#onError = onError;
  }

  /** Resolves once the server listens, so that nothing sent afterwards is missed. */
  async listen(
    channel: string,
    handler: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>> {
    const subscription: Subscription = { handler, onGap };
    const present = this.#channels.get(channel);
    if (present === undefined) this.#channels.set(channel, new Set([subscription]));
    else present.add(subscription);
    try {
      const client = await this.#connected();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      this.#forget(channel, subscription);
      throw error;
    }
    return async () => {
      if (!this.#forget(channel, subscription)) return;
      await this.#client?.query(`unlisten ${pg.escapeIdentifier(channel)}`);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#channels.clear();
    const client = await this.#connecting?.catch(() => undefined);
    const last = client ?? this.#client;
    this.#client = undefined;
    await last?.end();
  }

  /** Removes a subscription; true when it was the last of its channel. */
  #forget(channel: string, subscription: Subscription): boolean {
    const present = this.#channels.get(channel);
    if (present?.delete(subscription) !== true || present.size > 0) return false;
    this.#channels.delete(channel);
    return true;
  }

  #connected(): Promise<pg.Client> {
    if (this.#client !== undefined) return Promise.resolve(this.#client);
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    client.on('notification', ({ channel, payload }) => this.#deliver(channel, payload ?? ''));
    client.on('error', (error) => {
      this.#onError(error);
      this.#lost(client);
    });
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      for (const channel of this.#channels.keys())
        await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(this.#onError);
      throw error;
    }
    this.#client = client;
    return client;
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (!this.#closed) this.#reconnect(FIRST_RETRY);
  }

  #reconnect(delay: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#connected().then(
        () => this.#gap(),
        (error: Error) => {
          this.#onError(error);
          if (!this.#closed) this.#reconnect(Math.min(delay * 2, LAST_RETRY));
        },
      );
    }, delay);
    this.#retry.unref();
  }

  #deliver(channel: string, payload: string): void {
    for (const { handler } of this.#channels.get(channel) ?? []) outsideScope(() => handler(payload));
  }

  #gap(): void {
    for (const subscriptions of this.#channels.values()) {
      for (const { onGap } of subscriptions) if (onGap !== undefined) outsideScope(onGap);
    }
  }
}
