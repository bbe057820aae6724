import './platform/graphql/reflect.ts';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demonstrationAccounts } from './app/demonstration-accounts.ts';
import { loadDemonstration, loadReferenceData } from './app/load-data.ts';
import { type Instance, startInstance } from './app/start-instance.ts';
import { ConfigError, loadConfig } from './config/index.ts';
import {
  DataDirectoryInUseError,
  DataDirectoryUnusableError,
  DurabilityError,
} from './platform/database/index.ts';
import { serveHealth } from './platform/http/serve-health.ts';
import { servePages } from './platform/http/serve-pages.ts';
import { createLogger } from './platform/log.ts';

const PAGES = fileURLToPath(new URL('../../client/dist/', import.meta.url));

/** What the person at the terminal can mend: said in one message, without a stack. */
const TELLABLE = [ConfigError, DataDirectoryInUseError, DataDirectoryUnusableError, DurabilityError];

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLogger(config.logLevel);
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  say('星火 Xinghuo');
  say(
    config.database.url
      ? '数据库 Database: PostgreSQL'
      : `数据库 Database: ${join(config.dataDir, 'database')}`,
  );
  const instance = await startInstance(config, log, 'queue');
  try {
    await loadReferenceData(instance, say);
    if (config.demo) await loadDemonstration(instance, say);
    await serve(instance, config.port, config.host);
  } catch (error) {
    await instance.close();
    throw error;
  }
  stopOnSignals(instance, say);
  say(`\n打开 Open  ${config.publicUrl}\nGraphQL    ${config.publicUrl}/graphql`);
  if (config.demo) for (const line of await demonstrationAccounts(instance)) say(line);
}

async function serve(instance: Instance, port: number, host: string): Promise<void> {
  const { fastify } = instance.app;
  serveHealth(fastify, () => instance.database.ping());
  instance.metrics.serve(fastify);
  await servePages(fastify, join(PAGES));
  await fastify.listen({ port, host });
}

function stopOnSignals(instance: Instance, say: (line: string) => void): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('正在停止 Stopping…');
    try {
      await instance.close();
      process.exit(0);
    } catch (error) {
      process.stderr.write(`${(error as Error).stack}\n`);
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  const tellable = TELLABLE.some((kind) => error instanceof kind);
  const busy = (error as { code?: string }).code === 'EADDRINUSE';
  const text = busy
    ? `端口已被占用，请换一个：PORT=4001 … / The port is in use; choose another one: PORT=4001 …`
    : tellable
      ? (error as Error).message
      : ((error as Error).stack ?? String(error));
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
});
