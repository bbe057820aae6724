import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../../harness/postgres-server.ts';

/** What holds the data of the product. */
export type Engine = 'pglite' | 'postgresql';

/** An installation of the product that nobody has used yet: no demonstration, one administrator. */
export interface Installation {
  readonly url: string;
  /** Where its mails are written. */
  readonly outbox: string;
  readonly administrator: { readonly email: string; readonly password: string };
  /** The time by its clock. */
  now(): Date;
  /** Sets its clock ahead, to this instant. */
  goTo(instant: Date): Promise<void>;
  close(): Promise<void>;
}

const SERVER = join(import.meta.dirname, '..', '..', '..', 'server', 'dist');
const QUIET = '--disable-warning=ExperimentalWarning';

/** Installs the built product as an operator would: the first account by the command line, then the server. */
export async function install(engine: Engine): Promise<Installation> {
  const directory = mkdtempSync(join(tmpdir(), 'xinghuo-walk-'));
  const postgres = engine === 'postgresql' ? await startPostgres() : undefined;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    DATA_DIR: directory,
    DATABASE_URL: postgres?.url('postgres') ?? '',
    DEMO: 'false',
    LOG_LEVEL: 'warn',
  };
  const email = 'guanliyuan@example.cn';
  const made = await promisify(execFile)(
    process.execPath,
    [
      QUIET,
      join(SERVER, 'cli', 'main.js'),
      'account',
      'create',
      ...['--email', email, '--name', '杜明远', '--role', 'SYSTEM_ADMIN', '--json'],
    ],
    { env },
  );
  const { password } = JSON.parse(made.stdout) as { password: string };
  const server = fork(join(SERVER, 'main.js'), {
    env,
    execArgv: [QUIET, '--import', join(import.meta.dirname, 'clock.ts')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(server, 'exit');
  await ready(url, () => server.exitCode === null);
  let ahead = 0;
  return {
    url,
    outbox: join(directory, 'outbox'),
    administrator: { email, password },
    now: () => new Date(Date.now() + ahead),
    async goTo(instant) {
      ahead = instant.getTime() - Date.now();
      const set = once(server, 'message');
      server.send({ ahead });
      await set;
    },
    async close() {
      server.kill('SIGTERM');
      await ended;
      await postgres?.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, lives: () => boolean): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (lives() && Date.now() < deadline) {
    const answered = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server does not start.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
