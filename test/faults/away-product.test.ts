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

it('answers with a code while its database is away, and goes on by itself once it is back', async () => {
  expect((await create(2026)).data.competitionCreate.problems).toEqual([]);
  await server.crash();
  const away = await coordinator.send('{ competitions { nodes { year } } }');
  expect(away.errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  const refused = await create(2027);
  expect(refused.errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  expect((await coordinator.fetch('/readyz')).status).toBe(503);
  expect((await coordinator.fetch('/healthz')).status).toBe(200);
  await server.restart();
  await vi.waitFor(async () => expect((await coordinator.fetch('/readyz')).status).toBe(200), 20_000);
  expect(await vi.waitFor(years, 10_000)).toEqual([2026]);
  expect((await create(2027)).data.competitionCreate.problems).toEqual([]);
  expect(new Set(await years())).toEqual(new Set([2026, 2027]));
}, 60_000);
