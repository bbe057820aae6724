import type { PGlite } from '@electric-sql/pglite';
import { PgliteDriver } from '@mikro-orm/pglite';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { AbstractSqlDriver, SqlEntityManager } from '@mikro-orm/sql';
import { type EntityClass, type EntitySchema, type MikroORM, SqlMikroORM } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import { guardedDialect } from './guarded-driver.ts';
import { type EmbeddedDatabase, openEmbedded, openInMemory } from './open-embedded.ts';
import { PostgresEngine, type PostgresOptions } from './postgres-engine.ts';
import { SCHEMA_COMPARISON } from './schema-comparison.ts';
import type { StatementEvent } from './statement-count.ts';

/** Entities as `defineEntity` makes them, or the classes built on them. */
type DatabaseEntity = EntityClass<object> | EntitySchema;

/** Where the data lies and what is stored. */
export interface OpenDatabaseOptions {
  /** Address of a PostgreSQL server (postgres://…). Without it the embedded database of `dataDir` is opened. */
  url?: string | undefined;
  /** Directory of the embedded database, or `{ memory: … }` for tests: empty, or a dump of another one. */
  dataDir: string | { memory: Blob | 'empty' };
  entities: readonly DatabaseEntity[];
  /** Called after each statement, for logs and metrics. */
  onStatement?: (event: StatementEvent) => void;
  /** Called when a connection is lost in the background. The default writes nothing. */
  onConnectionError?: (error: Error) => void;
  /** Longest a transaction may stay open, in milliseconds; the watchdog rolls back what runs longer. */
  transactionLimit?: number;
  /** PostgreSQL only: most connections of this process. */
  poolSize?: number;
  /** PostgreSQL only: longest single statement, in milliseconds. */
  statementTimeout?: number;
  /** PostgreSQL only: longest wait for a connection, in milliseconds. */
  connectTimeout?: number;
}

/** The open database; one per process. */
export interface Database {
  readonly orm: MikroORM<AbstractSqlDriver, SqlEntityManager>;
  /** Statements that are not the ORM's, each outside of any transaction; `inTransaction` begins one with it. */
  readonly kysely: Kysely<unknown>;
  readonly engine: 'postgresql' | 'pglite';
  /** The embedded engine itself, for pg-boss; undefined on PostgreSQL. Refuses use inside a transaction. */
  readonly pglite: PGlite | undefined;
  /** Longest a transaction may stay open, in milliseconds. */
  readonly transactionLimit: number;
  /**
   * Calls `handler` with the payload of each NOTIFY on `channel`, outside of any request. `onGap` runs after the
   * connection was lost and is back: notifications of the time between are gone, so read again what they were about.
   */
  listen(
    channel: string,
    handler: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** Lets the running transaction end, closes the connections and gives the data directory free. */
  close(): Promise<void>;
}

/** Default of `transactionLimit`, in milliseconds. */
const TRANSACTION_LIMIT = 30_000;

/**
 * Opens PostgreSQL by `url`, else the embedded database of `dataDir` (locked for this process, forced to disk).
 * The schema is not touched: run `migrate` next.
 * @throws DataDirectoryInUseError, DataDirectoryUnusableError, DurabilityError; the driver's error when PostgreSQL
 * cannot be reached.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const transactionLimit = options.transactionLimit ?? TRANSACTION_LIMIT;
  const embedded = options.url === undefined ? await openLocal(options.dataDir) : undefined;
  const engine: Engine =
    embedded?.engine ??
    new PostgresEngine(
      postgresOptions(options, transactionLimit),
      options.onConnectionError ?? (() => undefined),
    );
  const orm = createOrm(engine, embedded === undefined ? PostgreSqlDriver : PgliteDriver, options);
  const close = async (): Promise<void> => {
    await orm.close();
    await engine.close();
    await embedded?.close();
  };
  const ping = async (): Promise<void> => {
    await orm.em.fork().execute('select 1');
  };
  try {
    await ping();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    orm,
    kysely: orm.em.fork().getKysely(),
    engine: embedded === undefined ? 'postgresql' : 'pglite',
    pglite: embedded?.pglite,
    transactionLimit,
    listen: (channel, handler, onGap) => engine.listen(channel, handler, onGap),
    ping,
    close,
  };
}

function openLocal(dataDir: OpenDatabaseOptions['dataDir']): Promise<EmbeddedDatabase> {
  if (typeof dataDir === 'string') return openEmbedded(dataDir);
  return openInMemory(dataDir.memory === 'empty' ? undefined : dataDir.memory);
}

function postgresOptions(options: OpenDatabaseOptions, transactionLimit: number): PostgresOptions {
  return {
    url: options.url ?? '',
    poolSize: options.poolSize ?? 10,
    statementTimeout: options.statementTimeout ?? 30_000,
    // The watchdog of this process comes first; the server's is for a process that hangs.
    idleInTransactionTimeout: transactionLimit + 5_000,
    connectTimeout: options.connectTimeout ?? 5_000,
  };
}

function createOrm(
  engine: Engine,
  driver: new (...input: ConstructorParameters<typeof PostgreSqlDriver>) => AbstractSqlDriver,
  options: OpenDatabaseOptions,
): MikroORM<AbstractSqlDriver, SqlEntityManager> {
  const dialect = guardedDialect(engine, options.onStatement);
  return new SqlMikroORM({
    driver,
    dbName: databaseName(options.url),
    // A function, because the ORM copies plain options deeply and the dialect must stay the one it is.
    driverOptions: () => dialect,
    entities: [...options.entities],
    discovery: { warnWhenNoEntities: false },
    metadataCache: { enabled: false },
    ensureDatabase: false,
    schemaGenerator: SCHEMA_COMPARISON,
    forceUtcTimezone: true,
    timezone: 'UTC',
    debug: false,
    colors: false,
  });
}

/** The ORM compares schemas only in the database it believes to be connected to. */
function databaseName(url: string | undefined): string {
  if (url === undefined) return 'postgres';
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  return name === '' ? 'postgres' : name;
}
