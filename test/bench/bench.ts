import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../harness/postgres-server.ts';
import { assertSame } from './compare.ts';
import { loadData, reopenDrafts } from './load-data.ts';
import { EXTRAS, POLICIES } from './postgraphile.sql.ts';
import { cpuOf, cpuOfDatabase, Loader, type Server, startOther, startProduct } from './processes.ts';
import { type Measured, reportOf, tableOf } from './report.ts';
import { type Line, linesOf, SIDES, type Side } from './requests.ts';

/*
 * Measures the product against hand-written SQL behind the same HTTP server and PostGraphile 5, over the same
 * database, in one go: rounds are interleaved, so that whatever else the machine does meets all of them.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    lines: { type: 'string' },
    sides: { type: 'string' },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 2 : 5));
const duration = Number(options.seconds ?? (options.quick ? 1 : 3)) * 1000;
/** How often each line of each side is asked for a while before anything is timed, so that what is measured is compiled. */
const WARMING = options.quick ? 1 : 4;
const CONNECTIONS = 8;
const OUTPUT = join(import.meta.dirname, '..', '..', '.cache', 'bench.json');

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'xinghuo-bench-'));
  const postgres = await startPostgres({ settings: { shared_preload_libraries: 'pg_stat_statements' } });
  const loader = new Loader();
  const servers: Server[] = [];
  let database: pg.Client | null = null;
  try {
    const admin = await connectTo(postgres.url('postgres'));
    await admin.query('create database benchmark');
    await admin.end();
    const url = postgres.url('benchmark');
    say('migrating');
    const product = await startProduct(url, directory);
    servers.push(product);
    database = await connectTo(url);
    say('loading 3,000 entries with 5 sheets each');
    const loaded = await loadData(database);
    for (const statement of [...EXTRAS, ...POLICIES]) await database.query(statement);
    await database.query('create extension pg_stat_statements');
    const other = async (...how: Parameters<typeof startOther>): Promise<Server> => {
      const server = await startOther(...how);
      servers.push(server);
      return server;
    };
    const all = {
      product,
      hand: await other('hand', url),
      postgraphile: await other('postgraphile', url),
      'postgraphile-rls': await other('postgraphile', url, { ROW_POLICIES: 'true' }),
    };
    const lines = linesOf(loaded, await accountsOf(database)).filter(
      (line) => !options.lines || options.lines.split(',').includes(line.name),
    );
    const run = new Run(database, loader, all, loaded.drafts);
    const measured = await run.all(lines);
    const report = reportOf(measured, lines, {
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
      connections: CONNECTIONS,
      rounds,
      seconds: duration / 1000,
    });
    mkdirSync(join(OUTPUT, '..'), { recursive: true });
    writeFileSync(OUTPUT, `${JSON.stringify(report, null, 2)}\n`);
    process.stdout.write(`${tableOf(report)}\n`);
  } finally {
    await database?.end();
    loader.stop();
    for (const server of servers) await server.stop();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

class Run {
  readonly #database: pg.Client;
  readonly #loader: Loader;
  readonly #servers: Readonly<Record<Side, Server>>;
  readonly #drafts: Parameters<typeof reopenDrafts>[1];

  constructor(
    database: pg.Client,
    loader: Loader,
    servers: Readonly<Record<Side, Server>>,
    drafts: Parameters<typeof reopenDrafts>[1],
  ) {
    this.#database = database;
    this.#loader = loader;
    this.#servers = servers;
    this.#drafts = drafts;
  }

  async all(lines: readonly Line[]): Promise<readonly Measured[]> {
    for (const line of lines) if (!line.write) await assertSame(line, this.#servers);
    say('warming up');
    for (let time = 0; time < WARMING; time += 1)
      for (const line of lines) for (const side of this.#sides()) await this.#measure(line, side, 1500);
    const statements = new Map<string, readonly [many: number, one: number]>();
    for (const line of lines)
      for (const side of this.#sides())
        statements.set(`${line.name} ${side}`, [
          await this.#fewest(line, side, 'asks'),
          await this.#fewest(line, side, 'small'),
        ]);
    const found: Measured[] = [];
    for (let round = 0; round < rounds; round += 1) {
      say(`round ${round + 1} of ${rounds}`);
      for (const line of lines) {
        // Another one begins each time: none always meets what the one before it left behind.
        const sides = this.#sides();
        const order = sides.map((_, i) => sides[(i + round) % sides.length] ?? 'product');
        for (const side of order) {
          const [many = 0, one = 0] = statements.get(`${line.name} ${side}`) ?? [];
          found.push({
            ...(await this.#measure(line, side, duration)),
            statements: many,
            statementsSmall: one,
          });
        }
      }
    }
    return found;
  }

  #sides(): readonly Side[] {
    return options.sides ? SIDES.filter((side) => options.sides?.split(',').includes(side)) : SIDES;
  }

  /** One line of one side for a while. */
  async #measure(line: Line, side: Side, milliseconds: number) {
    const server = this.#servers[side];
    const { rows } = await this.#database.query<{ pid: number }>('select pg_backend_pid() as pid');
    const backend = rows[0]?.pid ?? 0;
    const before = { server: cpuOf(server.pid), database: cpuOfDatabase(backend) };
    const outcome = await this.#loader.run({
      port: server.port,
      connections: CONNECTIONS,
      duration: milliseconds,
      asks: line.asks[side],
      once: line.write,
    });
    const spent = (now: number | null, then: number | null): number | null =>
      now === null || then === null ? null : (now - then) / outcome.answered;
    const serverCpu = spent(cpuOf(server.pid), before.server);
    const databaseCpu = spent(cpuOfDatabase(backend), before.database);
    if (line.write) await reopenDrafts(this.#database, this.#drafts);
    const { answered, elapsed, p50, p99, bytes } = outcome;
    return {
      line: line.name,
      side,
      throughput: (answered / elapsed) * 1000,
      p50,
      p99,
      serverCpu,
      databaseCpu,
      bytes,
    };
  }

  /** The least of three counts: now and then the product's own background work falls into one. */
  async #fewest(line: Line, side: Side, which: 'asks' | 'small'): Promise<number> {
    const counts: number[] = [];
    for (let i = 0; i < 3; i += 1) counts.push(await this.#statements(line, side, which));
    return Math.min(...counts);
  }

  /** Statements of one request, transaction control included, once the session is remembered. */
  async #statements(line: Line, side: Side, which: 'asks' | 'small'): Promise<number> {
    const [ask] = line[which][side];
    if (!ask) throw new Error(`${line.name} has nothing to ask`);
    const [warm] = line.write ? line.asks[side].slice(1) : [ask];
    if (!warm) throw new Error(`${line.name} has too little to ask`);
    const job = { port: this.#servers[side].port, connections: 1, duration: 10_000, once: true };
    // A session look-up belongs to the session, not to the request.
    await this.#loader.run({ ...job, asks: [{ ...warm, cookie: ask.cookie }].filter(() => !line.write) });
    if (line.write) await this.#signIn(side, ask.cookie);
    await this.#database.query(`alter system set pg_stat_statements.track = 'top'`);
    await this.#reload();
    await this.#database.query('select pg_stat_statements_reset()');
    await this.#loader.run({ ...job, asks: [ask] });
    const { rows } = await this.#database.query<{ calls: number }>(
      `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements where query !~ 'pg_stat_statements|pgboss|audit_seal|pg_advisory_xact_lock'`,
    );
    await this.#database.query(`alter system set pg_stat_statements.track = 'none'`);
    await this.#reload();
    if (line.write) await reopenDrafts(this.#database, this.#drafts);
    return rows[0]?.calls ?? 0;
  }

  /** Lets a server see a judge's session without submitting anything. */
  async #signIn(side: Side, cookie: string): Promise<void> {
    const path = side === 'hand' ? '/nothing' : '/graphql';
    const response = await fetch(`http://127.0.0.1:${this.#servers[side].port}${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    await response.arrayBuffer();
  }

  async #reload(): Promise<void> {
    await this.#database.query('select pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function accountsOf(database: pg.Client): Promise<Readonly<Record<string, string>>> {
  const { rows } = await database.query<{ name: string; id: string }>(
    `select split_part(email, '@', 1) as name, id from account where email like '%@benchmark.example'`,
  );
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}

await main();
