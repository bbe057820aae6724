import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { type PostgresPlace, preparePlace } from './postgres-place.ts';

/** A PostgreSQL 18 server of our own, on a free port of this machine. */
export interface PostgresServer {
  readonly port: number;
  /** Address of one of its databases, for DATABASE_URL. */
  url(database: string): string;
  /** Ends it at once, as a crash would: connections drop, nothing is tidied up. */
  crash(): Promise<void>;
  /** Starts it again on the same port and files after `crash`. */
  restart(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

/** Settings of a started server. */
export interface PostgresServerOptions {
  /** Force writes to disk as a real server does. Off by default: tests throw the data away. */
  durable?: boolean;
  /** Further settings, name to value. */
  settings?: Record<string, string>;
}

/** Starts a new, empty PostgreSQL; its super user is `postgres`, no password, reachable from this machine only. */
export async function startPostgres(options: PostgresServerOptions = {}): Promise<PostgresServer> {
  const place = preparePlace();
  try {
    await initialise(place);
    const server = new HeldServer(place, await freePort(), options);
    await server.restart();
    return server;
  } catch (error) {
    rmSync(place.directory, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The shell that holds the server: each line on its standard input starts it. When the input ends, because we closed
 * it or because this process died in whatever way, it stops the server and removes its files, so that nothing stays
 * behind even after kill -9.
 */
const HOLDER = `
remove=$1; shift
while read -r line; do "$@" & server=$!; done
kill -QUIT "$server" 2>/dev/null
wait
cd / && rm -rf "$remove"
`;

class HeldServer implements PostgresServer {
  readonly port: number;
  readonly #place: PostgresPlace;
  readonly #holder: ChildProcess;
  #log = '';

  constructor(place: PostgresPlace, port: number, options: PostgresServerOptions) {
    this.port = port;
    this.#place = place;
    const command = [
      join(place.binaries, 'bin', 'postgres'),
      '-D',
      place.data,
      ...settings(port, place, options),
    ];
    this.#holder = spawn('/bin/sh', ['-c', HOLDER, 'sh', place.directory, ...command], {
      stdio: ['pipe', 'ignore', 'pipe'],
      // A group of its own: Ctrl-C in the terminal reaches us, and through the closed input the server, in order.
      detached: true,
      env: environment(),
      ...place.user,
    });
    this.#holder.stderr?.on('data', (chunk: Buffer) => {
      this.#log = (this.#log + chunk.toString()).slice(-4_000);
    });
    this.#holder.unref();
  }

  url(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async restart(): Promise<void> {
    this.#holder.stdin?.write('start\n');
    await this.#until(() => this.#answers(), 'PostgreSQL did not start');
  }

  async crash(): Promise<void> {
    const lock = join(this.#place.data, 'postmaster.pid');
    process.kill(Number.parseInt(readFileSync(lock, 'utf8'), 10), 'SIGQUIT');
    // It refuses connections before it is gone; a new server would meet its lock file and give up.
    await this.#until(async () => !existsSync(lock) && !(await this.#answers()), 'PostgreSQL did not end');
  }

  async stop(): Promise<void> {
    const ended = once(this.#holder, 'exit');
    this.#holder.ref();
    this.#holder.stdin?.end();
    await ended;
  }

  async #answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url('postgres'), connectionTimeoutMillis: 1_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      return false;
    }
  }

  async #until(holds: () => Promise<boolean>, complaint: string): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(`${complaint}:\n${this.#log}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function initialise(place: PostgresPlace): Promise<void> {
  const flags = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync', '--no-instructions'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const initdb = spawn(
    join(place.binaries, 'bin', 'initdb'),
    [`--pgdata=${place.data}`, ...flags, ...locale],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment(),
      ...place.user,
    },
  );
  let complaint = '';
  initdb.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const [code]: unknown[] = await once(initdb, 'close');
  if (code !== 0) throw new Error(`initdb failed:\n${complaint}`);
}

function settings(port: number, place: PostgresPlace, options: PostgresServerOptions): string[] {
  const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const all: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: place.directory,
    max_connections: '200',
    ...(options.durable === true ? {} : careless),
    ...options.settings,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Nothing of our environment may reach the server: PG* variables would change what it does. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
