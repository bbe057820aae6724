import type { TransactionSettings } from 'kysely';
import pg from 'pg';
import type { Engine, EngineSession, LastResult, Statement, StatementResult } from './engine.ts';
import { DatabaseClosedError } from './errors.ts';
import { PostgresListener } from './postgres-listener.ts';
import { isStalePlan, StatementNames } from './statement-names.ts';
import { valueParsers } from './value-parsers.ts';

/** How to reach a PostgreSQL server and how long to bear with it. */
export interface PostgresOptions {
  url: string;
  /** Most connections of this process, the listening one not counted. */
  poolSize: number;
  /** Longest single statement, in milliseconds; the server cancels it (57014). */
  statementTimeout: number;
  /** Longest pause inside a transaction, in milliseconds; the server ends it, should the process hang. */
  idleInTransactionTimeout: number;
  /** Longest wait for a free or new connection, in milliseconds. */
  connectTimeout: number;
}

/**
 * A pool of PostgreSQL connections. When the server goes away, statements fail at once or after `connectTimeout`,
 * dead connections leave the pool, and the next statement after it is back finds a new one: nothing is restarted.
 */
export class PostgresEngine implements Engine {
  readonly #pool: pg.Pool;
  readonly #listener: PostgresListener;
  readonly #names = new StatementNames();
  #closing: Promise<void> | undefined;

  constructor(options: PostgresOptions, onConnectionError: (error: Error) => void) {
    const connection: pg.ClientConfig = {
      connectionString: options.url,
      application_name: 'xinghuo',
      options: '-c timezone=UTC',
      keepAlive: true,
      connectionTimeoutMillis: options.connectTimeout,
      types: typeOverrides(),
    };
    this.#pool = new pg.Pool({
      ...connection,
      // `begin` travels with the first statement and `commit` with the last, without a round trip of their own.
      pipeline: true,
      max: options.poolSize,
      idleTimeoutMillis: 30_000,
      statement_timeout: options.statementTimeout,
      idle_in_transaction_session_timeout: options.idleInTransactionTimeout,
    });
    // Without a listener, a connection that the server drops would end the process.
    this.#pool.on('error', onConnectionError);
    this.#pool.on('connect', (client) => client.on('error', onConnectionError));
    this.#listener = new PostgresListener(connection, onConnectionError);
  }

  async acquire(): Promise<EngineSession> {
    if (this.#closing !== undefined) throw new DatabaseClosedError();
    return new PostgresSession(await this.#pool.connect(), this.#names);
  }

  listen(
    channel: string,
    handler: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>> {
    return this.#listener.listen(channel, handler, onGap);
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([this.#listener.close(), this.#pool.end()]).then(() => undefined);
    return this.#closing;
  }
}

class PostgresSession implements EngineSession {
  readonly #client: pg.PoolClient;
  readonly #names: StatementNames;
  #inTransaction = false;
  /** The statement that begins the transaction, until the first statement takes it along. */
  #begin: string | null = null;
  /** Set when the connection's state is unknown: it is then closed instead of reused, which also rolls back. */
  #broken = false;
  #released = false;

  constructor(client: pg.PoolClient, names: StatementNames) {
    this.#client = client;
    this.#names = names;
  }

  async run(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    const name = parameters.length === 0 ? undefined : this.#names.nameOf(sql);
    try {
      const [result] = await this.#together(() => {
        const begun = this.#takeBegin();
        return Promise.all([this.#send(name, sql, parameters), begun]);
      });
      return result;
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      this.#names.reset();
      // A failed statement has ended its transaction; `inTransaction` runs that again as a whole.
      if (this.#inTransaction) throw error;
      return this.#send(undefined, sql, parameters);
    }
  }

  /** Where the statement fails, the server makes a rollback of the commit behind it, and its error is the one told. */
  async runLast({ sql, parameters }: Statement, behind: readonly Statement[]): Promise<LastResult> {
    const [ended, read] = this.#together(() => [
      Promise.allSettled([this.run(sql, parameters), this.#control('commit')]),
      Promise.all(behind.map((each) => this.run(each.sql, each.parameters).catch(() => null))),
    ]);
    const [result, end] = await ended;
    this.#inTransaction = false;
    if (result.status === 'rejected') throw result.reason;
    if (end.status === 'rejected') throw end.reason;
    return { last: result.value, behind: await read };
  }

  /** Sends what `work` sends in one piece, which spares both sides a wake-up for each part. */
  #together<T>(work: () => T): T {
    const { stream } = this.#client.connection;
    stream.cork();
    try {
      return work();
    } finally {
      stream.uncork();
    }
  }

  async #send(
    name: string | undefined,
    text: string,
    parameters: readonly unknown[],
  ): Promise<StatementResult> {
    const result = await answerTo(this.#client, name, text, parameters);
    return { rows: result.rows, command: result.command ?? '', affected: result.rowCount ?? 0 };
  }

  async begin(settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel === undefined ? '' : ` isolation level ${settings.isolationLevel}`;
    const access = settings.accessMode === undefined ? '' : ` ${settings.accessMode}`;
    this.#begin = `begin${level}${access}`;
    this.#inTransaction = true;
  }

  #takeBegin(): Promise<void> | undefined {
    const begin = this.#begin;
    this.#begin = null;
    return begin === null ? undefined : this.#control(begin);
  }

  async commit(): Promise<void> {
    if (this.#ends()) await this.#control('commit');
  }

  /** Never fails: where the statement cannot be sent, giving the connection up makes the server roll back. */
  async rollback(): Promise<void> {
    if (!this.#ends()) return;
    try {
      await this.#control('rollback');
    } catch {
      this.#broken = true;
    }
  }

  /** Ends the transaction here; whether the server has one to end. */
  #ends(): boolean {
    const open = this.#inTransaction && this.#begin === null;
    this.#inTransaction = false;
    this.#begin = null;
    return open;
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#client.release(this.#broken);
  }

  async #control(sql: string): Promise<void> {
    try {
      await answerTo(this.#client, undefined, sql);
    } catch (error) {
      this.#broken = true;
      throw error;
    }
  }
}

type Row = Record<string, unknown>;

/** A statement made from its text: of a configuration the driver makes a copy, property by property. */
class NamedQuery extends pg.Query<Row> {
  declare name: string | undefined;

  constructor(name: string | undefined, ...given: ConstructorParameters<typeof pg.Query<Row>>) {
    super(...given);
    this.name = name;
  }
}

/**
 * A statement's answer, through the driver's callback: of its promise V8 carries the answer along, 40 % of all that is
 * new instead of 0.2 %, until the next full collection.
 */
function answerTo(
  client: pg.PoolClient,
  name: string | undefined,
  text: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  return new Promise((resolve, reject) => {
    const told = (error: Error | undefined, result: pg.QueryResult<Row>): void => {
      if (error) reject(error);
      else resolve(result);
    };
    client.query(new NamedQuery(name, text, [...values], told));
  });
}

function typeOverrides(): pg.CustomTypesConfig {
  const overrides = new pg.TypeOverrides();
  for (const [type, parse] of Object.entries(valueParsers()))
    overrides.setTypeParser(Number(type), 'text', parse);
  return overrides;
}
