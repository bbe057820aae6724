import type { EntityClass, EntityMetadata } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { ControlledTransaction, IsolationLevel } from 'kysely';
import { isTransientDatabaseError } from './describe-error.ts';
import { TransactionTimeoutError } from './errors.ts';
import type { Database } from './open-database.ts';
import { assertMayAcquire, type TransactionScope, withinScope } from './transaction-guard.ts';

/** How a transaction is run. */
export interface TransactionOptions {
  /** Default: read committed. The embedded engine runs transactions one after another whatever is asked. */
  isolation?: IsolationLevel;
  readOnly?: boolean;
  /** Longest it may stay open, in milliseconds; the database's own limit by default. */
  limit?: number;
}

/** The running transaction. */
export class Work {
  /** Statements of its own. */
  readonly kysely: ControlledTransaction<unknown>;
  readonly #orm: Database['orm'];
  #em: SqlEntityManager | undefined;

  constructor(orm: Database['orm'], kysely: ControlledTransaction<unknown>) {
    this.#orm = orm;
    this.kysely = kysely;
  }

  /** A fresh entity manager bound to it, made where one is asked for: many a step does without. */
  get em(): SqlEntityManager {
    if (this.#em === undefined) {
      this.#em = this.#orm.em.fork();
      this.#em.setTransactionContext(this.kysely);
    }
    return this.#em;
  }

  /** How an entity is stored. */
  meta(entity: EntityClass<object>): EntityMetadata {
    return this.#orm.getMetadata().get(entity);
  }

  /** An instant as the driver hands it over. */
  instant(text: string): Date {
    return this.#orm.driver.getPlatform().parseDate(text);
  }

  /** Writes what the entity manager holds back. */
  async flush(): Promise<void> {
    await this.#em?.flush();
  }

  /** Ends it; an entity manager that outlives it works outside of any transaction. */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    await this.kysely[how]().execute();
    this.#em?.resetTransactionContext();
  }
}

const ATTEMPTS = 3;

/**
 * Runs `fn` in one transaction and commits when it returns. This is the only way to open a transaction.
 *
 * `fn` gets the transaction, with an entity manager bound to it; pending changes are flushed before the commit. When
 * `fn` or the commit throws, everything is rolled back. After a serialization failure or a deadlock the whole of `fn`
 * runs again, three times at most, so it must have no effects outside the database. It must not wait for timers or the
 * network.
 * @throws NestedQueryError when called inside a running transaction, or when `fn` queries past its entity manager
 * @throws TransactionTimeoutError when the watchdog ended it
 * @throws TransactionAbortedError when `fn` swallowed the error of a statement
 */
export async function inTransaction<T>(
  database: Database,
  fn: (work: Work) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  assertMayAcquire();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(database, fn, options);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isTransientDatabaseError(error)) throw error;
    }
    await pause(attempt);
  }
}

function runOnce<T>(
  database: Database,
  fn: (work: Work) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const limitMilliseconds = options.limit ?? database.transactionLimit;
  const scope: TransactionScope = { state: 'opening', limitMilliseconds };
  return withinScope(scope, async () => {
    let begin = database.kysely.startTransaction();
    if (options.isolation !== undefined) begin = begin.setIsolationLevel(options.isolation);
    if (options.readOnly) begin = begin.setAccessMode('read only');
    const work = new Work(database.orm, await begin.execute());
    scope.state = 'open';
    const watchdog = watch(scope);
    try {
      const value = await Promise.race([fn(work), watchdog.expired]);
      watchdog.stop();
      await work.flush();
      await work.end('commit');
      scope.state = 'closed';
      return value;
    } catch (error) {
      watchdog.stop();
      if (scope.state === 'open') scope.state = 'closed';
      await work.end('rollback');
      throw error;
    }
  });
}

/** Marks the scope as timed out and rejects `expired` when the limit has passed. */
function watch(scope: TransactionScope): { expired: Promise<never>; stop: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    // The commit is under way with it: what came of it is its answer, which the longest statement bounds.
    if (scope.last) return;
    scope.state = 'timed-out';
    reject(new TransactionTimeoutError(scope.limitMilliseconds));
  }, scope.limitMilliseconds);
  return { expired: promise, stop: () => clearTimeout(timer) };
}

/** Waits a little longer after each attempt, so that two transactions do not collide again at once. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, attempt * (5 + Math.random() * 20)));
}
