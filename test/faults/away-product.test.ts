import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Instance, startInstance } from '../../server/src/app/start-instance.ts';
import { loadConfig } from '../../server/src/config/index.ts';
import { serveHealth } from '../../server/src/platform/http/serve-health.ts';
import { createLogger } from '../../server/src/platform/log.ts';
import { CommandLine } from '../cli/command-line.ts';
import { signIn } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';
import { type PostgresServer, startPostgres } from '../harness/postgres-server.ts';

/** The whole product on a PostgreSQL of its own that crashes under it. */

const line = new CommandLine();
let server: PostgresServer;
let instance: Instance;
let coordinator: Client;

beforeAll(async () => {
  server = await startPostgres({ durable: true });
  const env = line.environment('away', { DATABASE_URL: server.url('postgres') });
  instance = await startInstance(loadConfig(env), createLogger('silent'), 'queue');
  serveHealth(instance.app.fastify, () => instance.database.ping());
  const url = await instance.app.fastify.listen({ port: 0, host: '127.0.0.1' });
  coordinator = await signIn(instance.database, { now: () => new Date() }, url, ['COORDINATOR']);
});

afterAll(async () => {
  await instance?.close();
  await server?.stop();
  line.remove();
});

const CREATE =
  'mutation ($input: CompetitionCreateInput!) { competitionCreate(input: $input) { competition { id } problems { code } } }';
const create = (year: number) =>
  coordinator.send<{ competitionCreate: { problems: unknown[] } }>(CREATE, {
    input: { year, title: `${year}年志愿服务项目大赛` },
  });
const years = async (): Promise<number[]> => {
  const { competitions } = await coordinator.ask<{ competitions: { nodes: { year: number }[] } }>(
    '{ competitions { nodes { year } } }',
  );
  return competitions.nodes.map(({ year }) => year);
};

const AWAY = { status: 503, errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 5 } }] };

const back = () =>
  vi.waitFor(async () => expect((await coordinator.fetch('/readyz')).status).toBe(200), 20_000);

it('answers 503 with a code and when to try again while its database is away, and goes on by itself', async () => {
  expect((await create(2026)).data.competitionCreate.problems).toEqual([]);
  await server.crash();
  expect(await coordinator.send('{ competitions { nodes { year } } }')).toMatchObject(AWAY);
  expect(await create(2027)).toMatchObject(AWAY);
  const bare = await coordinator.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: '{ competitions { nodes { year } } }' }),
  });
  expect([bare.status, bare.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await bare.text()).not.toMatch(/ECONN|127\.0\.0\.1|select/);
  // Beside GraphQL too: files and exports.
  for (const [path, method] of [
    ['/files/01900000-0000-7000-8000-000000000001', 'GET'],
    ['/exports/entries.xlsx', 'GET'],
    ['/files', 'POST'],
  ] as const) {
    const answer = await coordinator.fetch(path, { method });
    expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '5']);
    expect(await answer.json()).toMatchObject({ error: { code: 'SERVICE_UNAVAILABLE' } });
  }
  expect((await coordinator.fetch('/readyz')).status).toBe(503);
  expect((await coordinator.fetch('/healthz')).status).toBe(200);
  await server.restart();
  await back();
  expect(await vi.waitFor(years, 10_000)).toEqual([2026]);
  expect((await create(2027)).data.competitionCreate.problems).toEqual([]);
  expect(new Set(await years())).toEqual(new Set([2026, 2027]));
}, 60_000);

it('leaves nothing half-written of a change during which the database went away', async () => {
  // The step waits for this lock inside its transaction, after it has begun to write.
  const held = new pg.Client({ connectionString: server.url('postgres') });
  held.on('error', () => undefined);
  await held.connect();
  await held.query('begin');
  await held.query('lock table audit_event in access exclusive mode');
  const caught = create(2031);
  await vi.waitFor(async () => {
    const { rows } = await held.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'xinghuo'",
    );
    expect(rows[0]?.n).toBeGreaterThan(0);
  }, 10_000);
  await server.crash();
  expect(await caught).toMatchObject(AWAY);
  await server.restart();
  await back();
  expect(await vi.waitFor(years, 10_000)).not.toContain(2031);
  const [left] = await instance.app.pipelines.run<{ rows: number }>(
    sql`select (select count(*) from competition where year = 2031)::int + (select count(*) from category where competition_id not in (select id from competition))::int + (select count(*) from round where competition_id not in (select id from competition))::int as rows`,
  );
  expect(left).toEqual({ rows: 0 });
  expect((await create(2031)).data.competitionCreate.problems).toEqual([]);
}, 60_000);
