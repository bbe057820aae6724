import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { serveFiles } from '../domains/files/index.ts';
import { createAuthenticate } from '../domains/identity/index.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import { AuditSubscriber } from '../platform/audit/recorder.ts';
import { Sealer } from '../platform/audit/sealer.ts';
import { type Database, describeDatabaseError, inTransaction } from '../platform/database/index.ts';
import type { FileStore } from '../platform/files/index.ts';
import { Executor } from '../platform/graphql/execution.ts';
import { explicitResolvers } from '../platform/graphql/schema.ts';
import { CostBudget } from '../platform/http/cost-budget.ts';
import { createGraphqlServer, type GraphqlLimits } from '../platform/http/graphql-server.ts';
import {
  contextFactory,
  createHttpServer,
  type HttpOptions,
  serveGraphql,
} from '../platform/http/http-server.ts';
import type { Pipelines } from '../platform/http/request-context.ts';
import { Topics } from '../platform/live/topics.ts';
import { ReadModel } from '../platform/read/read-model.ts';
import { Reader, type RunSql } from '../platform/read/reader.ts';
import { type InTransaction, Writer } from '../platform/write/writer.ts';
import { contractSchema } from './contract.ts';
import { PERMISSIONS } from './domains.ts';

/** What an instance of the product is made with. */
export interface AppOptions {
  readonly database: Database;
  readonly files: FileStore;
  readonly log: Logger;
  /** The server's clock; tests give their own. */
  readonly clock: () => Date;
  readonly limits: GraphqlLimits & {
    readonly bodyBytes: number;
    readonly pointsPerMinute: { readonly signedIn: number; readonly visitor: number };
  };
  readonly secureCookies: boolean;
  readonly trustProxy: boolean;
  readonly sessionSeconds: number;
}

/** A running instance without its port. */
export interface App {
  readonly fastify: FastifyInstance;
  readonly schema: GraphQLSchema;
  readonly pipelines: Pipelines;
  readonly topics: Topics;
  readonly inTransaction: InTransaction;
  readonly system: Viewer;
  close(): Promise<void>;
}

/** Puts the product together: schema, pipelines, HTTP. The caller opens the database and migrates it. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, log } = options;
  const schema = await contractSchema();
  database.orm.em.getEventManager().registerSubscriber(new AuditSubscriber());
  const explicit = explicitResolvers();
  const model = new ReadModel(schema, database.orm.getMetadata(), (type, field) =>
    explicit.has(`${type}.${field}`),
  );
  const kysely = database.orm.em.fork().getKysely();
  const run: RunSql = async (query) => (await query.execute(kysely)).rows;
  const transaction: InTransaction = (body) => inTransaction(database, body);
  const topics = new Topics();
  const stopListening = await database.listen('xinghuo', (payload) => topics.deliver(payload));
  const sealer = new Sealer(transaction, log);
  const pipelines: Pipelines = {
    model,
    reader: new Reader(model),
    writer: new Writer(
      transaction,
      run,
      async () => undefined,
      () => sealer.nudge(),
    ),
    run,
    authenticate: createAuthenticate(run, PERMISSIONS, topics),
  };
  const http: HttpOptions = {
    log,
    pipelines,
    clock: options.clock,
    secureCookies: options.secureCookies,
    trustProxy: options.trustProxy,
    sessionSeconds: options.sessionSeconds,
    bodyLimit: options.limits.bodyBytes,
  };
  const fastify = await createHttpServer(http);
  const apollo = await createGraphqlServer({
    schema,
    executor: new Executor(schema),
    limits: options.limits,
    budget: new CostBudget(options.limits.pointsPerMinute),
    log,
    fastify,
    describe: (error) => ({
      ...describeDatabaseError(error),
      name: (error as Error | null)?.name,
      stack: (error as Error | null)?.stack,
    }),
  });
  serveGraphql(fastify, apollo, schema, http);
  const makeContext = contextFactory(http);
  await serveFiles(fastify, options.files, makeContext);
  return {
    fastify,
    schema,
    pipelines,
    topics,
    inTransaction: transaction,
    system: systemViewer(),
    close: async () => {
      await fastify.close();
      await apollo.stop();
      await stopListening();
      await sealer.stop();
    },
  };
}

/** The product itself as an actor: jobs and the command line. It holds the citywide roles. */
export function systemViewer(): Viewer {
  return {
    accountId: null,
    name: 'system',
    grants: [
      { role: 'COORDINATOR', scope: 'CITY', scopeId: null },
      { role: 'SYSTEM_ADMIN', scope: 'CITY', scopeId: null },
    ],
    permissions: new Set(Object.keys(PERMISSIONS.all)),
    via: 'system',
    credentialId: null,
    mustChangePassword: false,
  };
}
