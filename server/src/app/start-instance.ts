import type { Logger } from 'pino';
import type { Config } from '../config/index.ts';
import { migrations } from '../migrations/index.ts';
import { FieldCipher } from '../platform/crypto/field-cipher.ts';
import { type Database, migrate, openDatabase } from '../platform/database/index.ts';
import { type FileStore, openFileStore } from '../platform/files/index.ts';
import { Metrics } from '../platform/http/metrics.ts';
import { type MailConfig, type Mailer, openMailer } from '../platform/mail/index.ts';
import { type App, createApp } from './create-app.ts';
import { ENTITIES } from './domains.ts';

/** Everything an instance holds open. */
export interface Instance {
  readonly app: App;
  readonly database: Database;
  readonly files: FileStore;
  readonly metrics: Metrics;
  /** Ends in the order that loses nothing: requests, jobs, then the database. */
  close(): Promise<void>;
}

/** Opens the database, migrates it, and puts an instance together. Nothing listens yet. */
export async function startInstance(
  config: Config,
  log: Logger,
  jobs: 'queue' | 'manual',
): Promise<Instance> {
  const metrics = new Metrics();
  const database = await openDatabase({
    url: config.database.url,
    dataDir: config.dataDir,
    entities: ENTITIES,
    poolSize: config.database.poolSize,
    statementTimeout: config.database.statementTimeout,
    transactionLimit: config.database.transactionLimit,
    onStatement: ({ milliseconds, failed }) => metrics.statement(milliseconds, failed),
    onConnectionError: (error) => log.warn({ name: error.name }, 'a database connection was lost'),
  });
  let files: FileStore | null = null;
  let mailer: Mailer | null = null;
  const release = async (): Promise<void> => {
    await mailer?.close();
    files?.close();
    await database.close();
  };
  try {
    await migrate(database, migrations);
    files = await openFileStore(config.files);
    mailer = await openMailer(mailConfig(config));
    const app = await createApp({
      database,
      databaseUrl: config.database.url,
      files,
      mailer,
      cipher: new FieldCipher(config.secrets.fieldKey, config.secrets.hashKey),
      publicUrl: config.publicUrl,
      jobs,
      log,
      clock: () => new Date(),
      limits: config.limits,
      secureCookies: config.publicUrl.startsWith('https://'),
      trustProxy: config.trustProxy,
      sessionSeconds: config.sessionSeconds,
    });
    return {
      app,
      database,
      files,
      metrics,
      close: async () => {
        await app.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

function mailConfig({ mail }: Config): MailConfig {
  if (!mail.smtpUrl) return { kind: 'outbox', directory: mail.outbox, from: mail.from };
  const url = new URL(mail.smtpUrl);
  const secure = url.protocol === 'smtps:';
  return {
    kind: 'smtp',
    host: url.hostname,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    from: mail.from,
    ...(url.username
      ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
      : {}),
  };
}
