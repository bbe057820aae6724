import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Job, Outcome } from './loader.ts';

const HERE = import.meta.dirname;

/** A server under measurement, in a process of its own. */
export interface Server {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a server and waits until its output holds `ready`. Its other output is shown when it fails. */
async function start(script: string, ready: string, env: Readonly<Record<string, string>>): Promise<Server> {
  const port = await freePort();
  const flags = [
    '--disable-warning=ExperimentalWarning',
    ...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? []),
  ];
  const child = spawn(process.execPath, [...flags, script], {
    env: { PATH: process.env.PATH, TZ: 'UTC', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const heard = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      output = (output + text.toString()).slice(-4000);
      if (output.includes(ready)) heard.resolve();
    });
  child.on('exit', (code) => heard.reject(new Error(`${script} ended with ${code}:\n${output}`)));
  await heard.promise;
  return { pid: child.pid ?? 0, port, stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** The product as it runs for real, but without the demonstration and with room for the load. */
export function startProduct(url: string, directory: string): Promise<Server> {
  return start(join(HERE, 'product-server.ts'), '/graphql', {
    DATABASE_URL: url,
    DATA_DIR: directory,
    HOST: '127.0.0.1',
    DEMO: 'false',
    LOG_LEVEL: 'error',
    POINTS_PER_MINUTE: '1000000000',
  });
}

/** Hand-written SQL, or PostGraphile. */
export function startOther(
  name: 'hand' | 'postgraphile',
  url: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Server> {
  return start(join(HERE, `${name}-server.ts`), 'ready', {
    DATABASE_URL: url,
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    ...env,
  });
}

/** The process that sends the load. */
export class Loader {
  readonly #child = fork(join(HERE, 'loader.ts'), { serialization: 'advanced' });

  /** Does one job; a wrong answer is an error. */
  async run(job: Job): Promise<Outcome> {
    const answer = once(this.#child, 'message');
    this.#child.send(job);
    const [outcome] = (await answer) as [Outcome];
    if (outcome.fault !== null) throw new Error(`a wrong answer:\n${outcome.fault}`);
    return outcome;
  }

  stop(): void {
    this.#child.disconnect();
  }
}

/** Processor time of a process and its threads in milliseconds; null where the system does not tell. */
export function cpuOf(pid: number): number | null {
  const fields = statOf(pid);
  // utime and stime in ticks of 10 ms.
  return fields === null ? null : (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Processor time of PostgreSQL's processes, found by the process of one of its connections. */
export function cpuOfDatabase(backend: number): number | null {
  const postmaster = statOf(backend)?.[1];
  if (postmaster === undefined) return null;
  // A connection that has ended is told by the postmaster, as the time of its children.
  const own = statOf(Number(postmaster));
  let total = own === null ? 0 : [11, 12, 13, 14].reduce((sum, i) => sum + Number(own[i]) * 10, 0);
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = statOf(Number(name));
    if (fields?.[1] === postmaster) total += (Number(fields[11]) + Number(fields[12])) * 10;
  }
  return total;
}

/** The fields of /proc/PID/stat behind the name, from the state on. */
function statOf(pid: number): readonly string[] | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  try {
    const text = readFileSync(path, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch (error) {
    // The process ended between the two looks.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
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
