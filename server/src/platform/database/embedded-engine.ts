import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { TransactionSettings } from 'kysely';
import type { Engine, EngineSession, LastResult, Statement, StatementResult } from './engine.ts';
import { DatabaseClosedError } from './errors.ts';
import { outsideScope } from './transaction-guard.ts';

/**
 * PGlite has one connection. Sessions share it: a statement waits until no transaction runs, a transaction until
 * everything before it is done. PGlite keeps that order itself; the guard above sees to it that nobody waits for
 * himself.
 */
export class EmbeddedEngine implements Engine {
  readonly #pglite: PGlite;
  #closing = false;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  async acquire(): Promise<EngineSession> {
    if (this.#closing) throw new DatabaseClosedError();
    return new EmbeddedSession(this.#pglite);
  }

  async listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>> {
    // PGlite calls back from within whatever query happened to carry the notification.
    const stop = await this.#pglite.listen(channel, (payload) => outsideScope(() => handler(payload)));
    return async () => {
      if (!this.#closing) await stop();
    };
  }

  /** Waits for the running transaction, then shuts PostgreSQL down (a checkpoint). */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await this.#pglite.query('select 1');
    await this.#pglite.close();
  }
}

/** Tells the transaction callback to roll back; it is expected, every other error is not. */
const ROLLBACK = Symbol('rollback');

class EmbeddedSession implements EngineSession {
  readonly #pglite: PGlite;
  #transaction: { handle: Transaction; end: PromiseWithResolvers<void>; done: Promise<void> } | undefined;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  async run(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    const target = this.#transaction?.handle ?? this.#pglite;
    const result = await target.query<Record<string, unknown>>(sql, [...parameters]);
    return { rows: result.rows, command: result.command ?? '', affected: result.affectedRows ?? 0 };
  }

  async runLast(last: Statement, behind: readonly Statement[]): Promise<LastResult> {
    const result = await this.run(last.sql, last.parameters);
    await this.commit();
    const read: (StatementResult | null)[] = [];
    // The transaction has ended, though the call chain still is in its scope: nobody waits for himself here.
    for (const { sql, parameters } of behind)
      read.push(await outsideScope(() => this.run(sql, parameters)).catch(() => null));
    return { last: result, behind: read };
  }

  /** The isolation level is not asked for: with one connection every transaction runs alone. */
  async begin(settings: TransactionSettings): Promise<void> {
    const begun = Promise.withResolvers<Transaction>();
    const end = Promise.withResolvers<void>();
    const done = this.#pglite.transaction(async (handle) => {
      begun.resolve(handle);
      await end.promise;
    });
    // A transaction that cannot begin rejects here and nowhere else; later rejections reach commit and rollback.
    done.catch(begun.reject);
    const handle = await begun.promise;
    this.#transaction = { handle, end, done };
    if (settings.accessMode === 'read only') await handle.exec('set transaction read only');
  }

  async commit(): Promise<void> {
    const transaction = this.#take();
    transaction?.end.resolve();
    await transaction?.done;
  }

  async rollback(): Promise<void> {
    const transaction = this.#take();
    if (transaction === undefined) return;
    transaction.end.reject(ROLLBACK);
    try {
      await transaction.done;
    } catch (reason) {
      if (reason !== ROLLBACK) throw reason;
    }
  }

  release(): void {}

  #take() {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    return transaction;
  }
}
