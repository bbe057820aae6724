import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Instance, startInstance } from '../../server/src/app/start-instance.ts';
import { loadConfig } from '../../server/src/config/index.ts';
import { createLogger } from '../../server/src/platform/log.ts';
import {
  done,
  draftEntry,
  EDITION,
  type Edition,
  type EntryRead,
  makeScene,
  refusals,
} from '../api/competition/kit.ts';
import { confirm, preview } from '../api/imports/sheet-kit.ts';
import { CommandLine } from '../cli/command-line.ts';
import { signIn } from '../harness/app.ts';
import { Client } from '../harness/client.ts';

/** The built product on the embedded database, killed while it works. The steps follow one another. */

const MAIN = join(import.meta.dirname, '..', '..', 'server', 'dist', 'main.js');
const IMPORTED = 600;
/** More than are written while one waits. */
const LONG = 1_500;

const line = new CommandLine();
let child: ChildProcess | undefined;
let url = '';
let coordinator: Client;
let leader: Client;
let admin: Client;
let entries: EntryRead[] = [];

/** Works on the data in this process, while no other does. */
async function withInstance<T>(body: (instance: Instance) => Promise<T>): Promise<T> {
  const instance = await startInstance(
    loadConfig(line.environment('data')),
    createLogger('silent'),
    'manual',
  );
  try {
    return await body(instance);
  } finally {
    await instance.close();
  }
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** An edition that takes entries at this very moment: the killed process goes by the real clock. */
async function openNow(): Promise<Edition> {
  const draft = await done<Edition>(
    coordinator,
    'competitionCreate',
    {
      year: new Date().getUTCFullYear(),
      title: '志愿服务项目大赛',
      entriesOpenAt: inDays(-1),
      entriesCloseAt: inDays(20),
      screeningCloseAt: inDays(40),
      publicityStartsAt: inDays(80),
      publicityEndsAt: inDays(90),
    },
    EDITION,
  );
  for (const [i, { id, version }] of draft.rounds.entries()) {
    const dates = { opensAt: inDays(50 + 10 * i), closesAt: inDays(55 + 10 * i) };
    await done(coordinator, 'roundUpdate', { id, version, ...dates }, 'id');
  }
  const { version } = await done<Edition>(
    coordinator,
    'competitionUpdate',
    { id: draft.id, version: draft.version },
    EDITION,
  );
  return done<Edition>(coordinator, 'competitionOpen', { id: draft.id, version }, EDITION);
}

beforeAll(async () => {
  await line.build();
  await withInstance(async ({ app, database }) => {
    const here = await app.fastify.listen({ port: 0, host: '127.0.0.1' });
    const { teamIds } = await makeScene({ database }, 1);
    const clock = { now: () => new Date() };
    const scopeId = teamIds[0] ?? '';
    coordinator = await signIn(database, clock, here, ['COORDINATOR']);
    admin = await signIn(database, clock, here, ['SYSTEM_ADMIN']);
    leader = await signIn(database, clock, here, [{ role: 'TEAM_LEADER', scope: 'TEAM', scopeId }]);
    const edition = await openNow();
    for (const title of ['江畔守望', '夜间急救', '老街导览', '送餐上门', '湖岸清洁', '灯下共读'])
      entries.push(await draftEntry(leader, edition, scopeId, title));
  });
}, 300_000);

afterAll(async () => {
  await kill();
  line.remove();
});

async function start(): Promise<void> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  url = `http://127.0.0.1:${address.port}`;
  const env = line.environment('data', { PORT: String(address.port), HOST: '127.0.0.1' });
  child = spawn(process.execPath, [MAIN], { env, stdio: 'ignore' });
  await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), {
    timeout: 60_000,
    interval: 100,
  });
  coordinator = new Client(url, coordinator.headers, coordinator.accountId);
  leader = new Client(url, leader.headers, leader.accountId);
  admin = new Client(url, admin.headers, admin.accountId);
}

async function kill(): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Units to import, in the form of the template. */
const sheetOf = (place: string, rows: number): string =>
  [
    '单位名称,英文名称,主体类别,单位性质,机制角色,所在区域,职责,联络员',
    ...Array.from(
      { length: rows },
      (_, n) => `${place}第${n}社区居委会,,社区村,居委会,队伍所属单位,340504,,`,
    ),
  ].join('\n');
const units = async (): Promise<number> =>
  (await coordinator.ask<{ units: { totalCount: number } }>('{ units(first: 1) { totalCount } }')).units
    .totalCount;

/** Where the import in the background stands. */
const jobState = async (): Promise<string | undefined> =>
  (
    await admin.ask<{ jobs: { nodes: { state: string }[] } }>(
      '{ jobs(filter: { name: { eq: "imports.run" } }) { nodes { state } } }',
    )
  ).jobs.nodes[0]?.state;

/** What `check` finds in the data of a killed process. */
const check = () => line.json('data', ['check']);
const IN_ORDER = { code: 0, object: { findings: [] } };

describe('kill -9 of the server', () => {
  it('in the middle of submissions leaves each entry submitted whole or a draft, and every answered one submitted', async () => {
    await start();
    const answered: string[] = [];
    const sent = entries.map(async ({ id, version }) => {
      if ((await refusals(leader, 'entrySubmit', { id, version })).length === 0) answered.push(id);
    });
    await Promise.race(sent);
    await kill();
    await Promise.allSettled(sent);
    expect(answered.length).toBeGreaterThan(0);
    expect(await check()).toMatchObject(IN_ORDER);
    const rows = await withInstance(({ app }) =>
      app.pipelines.run<{
        id: string;
        state: string;
        number: string | null;
        whole: boolean;
        events: number;
      }>(sql`
        select e.id, e.state, e.number, e.submitted_at is not null as whole,
          (select count(*)::int from audit_event a where a.operation = 'entrySubmit' and a.subject_id = e.id) as events
        from entry e`),
    );
    expect(rows).toHaveLength(entries.length);
    for (const { id, state, number, whole, events } of rows) {
      const submitted = state === 'SUBMITTED';
      expect([number !== null, whole, events]).toEqual([submitted, submitted, submitted ? 1 : 0]);
      if (answered.includes(id)) expect(state).toBe('SUBMITTED');
    }
    entries = entries.filter(({ id }) => rows.find((row) => row.id === id)?.state === 'DRAFT');
  }, 300_000);

  it('in the middle of an import leaves all of its rows or none, and it can be sent again', async () => {
    await start();
    for (const { id, version } of entries)
      expect(await refusals(leader, 'entrySubmit', { id, version })).toEqual([]);
    const sheet = sheetOf('江东', IMPORTED);
    const { body } = await preview(coordinator, 'units', sheet);
    expect(body).toMatchObject({ rows: IMPORTED, problemCount: 0 });
    const lost = confirm(coordinator, body.previewId).then(
      () => 'answered',
      () => 'lost',
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    await kill();
    const end = await lost;
    expect(await check()).toMatchObject(IN_ORDER);
    await start();
    const before = await units();
    expect([1, 1 + IMPORTED]).toContain(before);
    if (end === 'answered') expect(before).toBe(1 + IMPORTED);
    const again = await preview(coordinator, 'units', sheet);
    const { importRun } = await confirm(coordinator, again.body.previewId);
    expect(importRun).toMatchObject({ rows: IMPORTED, created: 1 + IMPORTED - before });
    expect(await units()).toBe(1 + IMPORTED);
  }, 300_000);

  it('in the middle of an import in the background leaves all of its rows or none, and the next server ends it', async ({
    annotate,
  }) => {
    await kill();
    await start();
    const before = await units();
    const sheet = sheetOf('江北', LONG);
    const first = await preview(coordinator, 'units', sheet);
    const { importRun } = await confirm(coordinator, first.body.previewId);
    expect(importRun).toMatchObject({ rows: LONG, state: 'QUEUED' });
    await expect.poll(jobState, { timeout: 30_000, interval: 10 }).not.toBe('QUEUED');
    await kill();
    expect(await check()).toMatchObject(IN_ORDER);
    const left = await withInstance(({ app }) =>
      app.pipelines.run<{ job: string; import: string }>(sql`
        select j.state as job, i.state as import from job_run j, import_run i
        where j.name = 'imports.run' and i.id = ${importRun?.id}`),
    );
    await annotate(`the server was killed with ${JSON.stringify(left)}`);
    // Seldom the last row was written just before the kill, and the job's end not yet or as well.
    expect([
      [{ job: 'RUNNING', import: 'QUEUED' }],
      [{ job: 'RUNNING', import: 'DONE' }],
      [{ job: 'DONE', import: 'DONE' }],
    ]).toContainEqual(left);
    await start();
    expect([before, before + LONG]).toContain(await units());
    // Nobody does anything: the job of the dead server is taken up by itself.
    await expect.poll(jobState, { timeout: 150_000, interval: 500 }).toBe('DONE');
    const { imports } = await coordinator.ask<{ imports: { nodes: { id: string; state: string }[] } }>(
      '{ imports { nodes { id state } } }',
    );
    expect(imports.nodes.find(({ id }) => id === importRun?.id)?.state).toBe('DONE');
    expect(await units()).toBe(before + LONG);
  }, 300_000);
});
