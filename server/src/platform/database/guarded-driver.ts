import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Engine, EngineSession, StatementResult } from './engine.ts';
import { TransactionAbortedError, TransactionEndedError } from './errors.ts';
import { noteStatement, type StatementEvent, withoutLiterals } from './statement-count.ts';
import { assertMayAcquire, assertMayBegin, lastStatement } from './transaction-guard.ts';

const CHANGES_ROWS = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/**
 * The one Kysely dialect both engines are spoken to through. MikroORM takes a ready dialect, so that every statement
 * of the ORM, of Kysely and of raw SQL passes here: it is where nested queries are refused and statements counted.
 */
export function guardedDialect(engine: Engine, onStatement?: (event: StatementEvent) => void): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new GuardedDriver(engine, onStatement),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class GuardedDriver implements Driver {
  readonly #engine: Engine;
  readonly #onStatement: ((event: StatementEvent) => void) | undefined;

  constructor(engine: Engine, onStatement: ((event: StatementEvent) => void) | undefined) {
    this.#engine = engine;
    this.#onStatement = onStatement;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    assertMayAcquire();
    return new GuardedConnection(await this.#engine.acquire(), this.#onStatement);
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    guarded(connection).session.release();
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const { session } = guarded(connection);
    try {
      assertMayBegin();
      await session.begin(settings);
    } catch (error) {
      // Kysely never gives back the connection of a transaction that could not begin.
      session.release();
      throw error;
    }
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const owner = guarded(connection);
    const { session, failure } = owner;
    owner.ended = true;
    if (failure !== undefined) {
      await session.rollback();
      throw new TransactionAbortedError(failure.error);
    }
    await session.commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const owner = guarded(connection);
    owner.ended = true;
    await owner.session.rollback();
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await guarded(connection).session.run(`savepoint ${quoted(name)}`, []);
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    const owner = guarded(connection);
    await owner.session.run(`rollback to savepoint ${quoted(name)}`, []);
    owner.failure = undefined;
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await guarded(connection).session.run(`release savepoint ${quoted(name)}`, []);
  }

  async destroy(): Promise<void> {
    await this.#engine.close();
  }
}

class GuardedConnection implements DatabaseConnection {
  /** The first statement that failed since the last rollback to a savepoint: such a transaction cannot commit. */
  failure: { error: unknown } | undefined;
  /** Set before the transaction ends: a straggler's statement must not slip in behind it and commit by itself. */
  ended = false;
  readonly session: EngineSession;
  readonly #onStatement: ((event: StatementEvent) => void) | undefined;

  constructor(session: EngineSession, onStatement: ((event: StatementEvent) => void) | undefined) {
    this.session = session;
    this.#onStatement = onStatement;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.ended) throw new TransactionEndedError();
    noteStatement(query.sql);
    const started = performance.now();
    let failed = true;
    try {
      const { rows, command, affected } = await this.#run(query);
      failed = false;
      const result = { rows } as QueryResult<R>;
      return CHANGES_ROWS.has(command) ? { ...result, numAffectedRows: BigInt(affected) } : result;
    } catch (error) {
      withoutData(error);
      this.failure ??= { error };
      throw error;
    } finally {
      const milliseconds = performance.now() - started;
      this.#onStatement?.({ milliseconds, failed, text: () => withoutLiterals(query.sql) });
    }
  }

  async #run({ sql, parameters }: CompiledQuery): Promise<StatementResult> {
    // Whoever swallowed the error of an earlier statement must not commit.
    const end = this.failure === undefined ? lastStatement() : undefined;
    if (end === undefined) return this.session.run(sql, parameters);
    this.ended = true;
    for (const query of end.behind) noteStatement(query.sql);
    const started = performance.now();
    const { last, behind } = await this.session.runLast({ sql, parameters }, end.behind);
    const milliseconds = performance.now() - started;
    end.rows = end.behind.map((query, i) => {
      const rows = behind[i]?.rows ?? null;
      this.#onStatement?.({ milliseconds, failed: rows === null, text: () => withoutLiterals(query.sql) });
      return rows;
    });
    return last;
  }

  // biome-ignore lint/correctness/useYield: both engines answer lists page by page; a stream is refused, not emulated
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not supported; read in keyset pages.');
  }
}

/** Fields of a driver's error that hold the query, its parameters or values of the row. */
const DATA_FIELDS = ['detail', 'where', 'internalQuery', 'query', 'params', 'queryOptions'];

/** Takes them off before the ORM copies them into its message: nothing may log them by accident. */
function withoutData(error: unknown): void {
  if (typeof error !== 'object' || error === null) return;
  for (const field of DATA_FIELDS) Reflect.deleteProperty(error, field);
}

function guarded(connection: DatabaseConnection): GuardedConnection {
  if (!(connection instanceof GuardedConnection)) throw new TypeError('Not a connection of this driver.');
  return connection;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
