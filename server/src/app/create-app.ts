import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { serveFiles } from '../domains/files/index.ts';
import { createAuthenticate } from '../domains/identity/index.ts';
import { serveBundles, servePrints, serveReports } from '../domains/judging/index.ts';
import type { Viewer } from '../platform/access/viewer.ts';
import { AuditSubscriber } from '../platform/audit/recorder.ts';
import { Sealer } from '../platform/audit/sealer.ts';
import type { FieldCipher } from '../platform/crypto/field-cipher.ts';
import { type Database, describeDatabaseError, inTransaction } from '../platform/database/index.ts';
import { serveExports } from '../platform/exports/index.ts';
import type { FileStore } from '../platform/files/index.ts';
import { isRightLost } from '../platform/graphql/errors.ts';
import { Executor } from '../platform/graphql/execution.ts';
import { explicitResolvers } from '../platform/graphql/schema.ts';
import { CostBudget } from '../platform/http/cost-budget.ts';
import { createGraphqlServer } from '../platform/http/graphql-server.ts';
import {
  contextFactory,
  createHttpServer,
  type HttpOptions,
  serveGraphql,
} from '../platform/http/http-server.ts';
import type { GraphqlLimits } from '../platform/http/operation-limits.ts';
import type { Pipelines } from '../platform/http/request-context.ts';
import { serveStream } from '../platform/http/serve-stream.ts';
import { serveImports } from '../platform/imports/index.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { Announcer } from '../platform/live/announcer.ts';
import { JOBS_QUEUED, Topics } from '../platform/live/topics.ts';
import type { Mailer } from '../platform/mail/index.ts';
import type { Compile } from '../platform/read/kept.ts';
import { ReadModel } from '../platform/read/read-model.ts';
import { Reader, type RunSql } from '../platform/read/reader.ts';
import { Loads } from '../platform/write/loads.ts';
import { type InTransaction, Writer } from '../platform/write/writer.ts';
import { contractSchema } from './contract.ts';
import { JOBS, PERMISSIONS } from './domains.ts';

/** What an instance of the product is made with. */
export interface AppOptions {
  readonly database: Database;
  /** Address of the PostgreSQL server; absent with the embedded database. */
  readonly databaseUrl?: string | undefined;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly cipher: FieldCipher;
  /** Address under which people open the product, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether background work is done by itself or only when told to. */
  readonly jobs: 'queue' | 'manual';
  readonly log: Logger;
  /** The server's clock; tests give their own. */
  readonly clock: () => Date;
  readonly limits: GraphqlLimits & {
    readonly bodyBytes: number;
    /** Rows of one export. */
    readonly exportRows: number;
    readonly pointsPerMinute: { readonly signedIn: number; readonly visitor: number };
  };
  readonly secureCookies: boolean;
  readonly trustProxy: boolean | number | string;
  readonly sessionSeconds: number;
}

/** A running instance without its port. */
export interface App {
  readonly fastify: FastifyInstance;
  readonly schema: GraphQLSchema;
  readonly pipelines: Pipelines;
  readonly topics: Topics;
  readonly inTransaction: InTransaction;
  readonly jobs: Jobs;
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
  const { kysely } = database;
  const run: RunSql = async (query) =>
    (await ('execute' in query ? query.execute(kysely) : kysely.executeQuery(query))).rows;
  const compile: Compile = (query) => query.compile(kysely);
  const transaction: InTransaction = (body) => inTransaction(database, body);
  const topics = new Topics();
  const stopListening = await database.listen('xinghuo', (payload) => topics.deliver(payload));
  const sealer = new Sealer(transaction, log);
  const announcer = new Announcer(topics, run, log);
  const jobs = new Jobs({
    database,
    url: options.databaseUrl,
    kinds: JOBS,
    inTransaction: transaction,
    cipher: options.cipher,
    mode: options.jobs,
  });
  const { authenticate, viewerOf } = createAuthenticate(run, PERMISSIONS, topics);
  const pipelines: Pipelines = {
    model,
    reader: new Reader(model, compile),
    writer: new Writer(
      transaction,
      run,
      new Loads(compile),
      jobs,
      (message) => announcer.tell(message),
      (eventId) => sealer.add(eventId),
      (value) => options.cipher.digest(value),
    ),
    run,
    authenticate,
    topics,
    clock: options.clock,
  };
  const system = systemViewer();
  await jobs.start({
    read: run,
    execute: (useCase, input) =>
      pipelines.writer.run({ viewer: system, now: options.clock(), requestId: null }, useCase, input),
    executeFor: async (accountId, useCase, input) => {
      const viewer = await viewerOf(accountId);
      if (!viewer) return null;
      return pipelines.writer
        .run({ viewer, now: options.clock(), requestId: null }, useCase, input)
        .catch((error: unknown) => (isRightLost(error) ? null : Promise.reject(error)));
    },
    mailer: options.mailer,
    files: options.files,
    publicUrl: options.publicUrl,
    now: options.clock,
    log,
  });
  topics.on(JOBS_QUEUED, () => jobs.wake());
  const http: HttpOptions = {
    log,
    pipelines,
    clock: options.clock,
    secureCookies: options.secureCookies,
    trustProxy: options.trustProxy,
    sessionSeconds: options.sessionSeconds,
    bodyLimit: options.limits.bodyBytes,
    describe: (error: unknown) => ({
      ...describeDatabaseError(error),
      name: (error as Error | null)?.name,
      stack: (error as Error | null)?.stack,
    }),
  };
  const fastify = await createHttpServer(http);
  const endpoint = {
    schema,
    limits: options.limits,
    budget: new CostBudget(options.limits.pointsPerMinute),
    log,
    describe: http.describe,
  };
  const apollo = await createGraphqlServer({ ...endpoint, executor: new Executor(schema), fastify });
  serveGraphql(fastify, apollo, http);
  const makeContext = contextFactory(http);
  serveStream(fastify, { ...endpoint, context: makeContext });
  await serveFiles(fastify, options.files, makeContext);
  await serveImports(fastify, makeContext);
  serveExports(fastify, schema, makeContext, log, options.limits.exportRows);
  servePrints(fastify, makeContext);
  serveBundles(fastify, makeContext);
  serveReports(fastify, makeContext);
  return {
    fastify,
    schema,
    pipelines,
    topics,
    inTransaction: transaction,
    jobs,
    system,
    close: async () => {
      await fastify.close();
      await jobs.stop();
      await apollo.stop();
      await announcer.stop();
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
