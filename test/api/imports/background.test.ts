import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { confirm, preview, withRegions } from './sheet-kit.ts';

/** A sheet too long to be written while somebody waits: the job of the queue writes it. */

let app: TestApp;
let coordinator: Client;

beforeAll(async () => {
  app = await startTestApp();
  await withRegions(app);
  coordinator = await app.actor('COORDINATOR');
});
afterAll(() => app.close());

const ROWS = 1_200;
const sheet = (name: string): string =>
  [
    '单位名称,英文名称,主体类别,单位性质,机制角色,所在区域,职责,联络员',
    ...Array.from({ length: ROWS }, (_, n) => `${name}${n}社区居委会,,社区村,居委会,队伍所属单位,340504,,`),
  ].join('\n');

/** Checks a sheet and confirms it; nothing works in the background yet. */
async function queued(client: Client, name: string): Promise<{ id: string; previewId: string }> {
  const { body } = await preview(client, 'units', sheet(name));
  expect(body).toMatchObject({ rows: ROWS, problemCount: 0 });
  const { importRun, problems } = await confirm(client, body.previewId);
  expect(problems).toEqual([]);
  expect(importRun).toMatchObject({ rows: ROWS, created: 0, state: 'QUEUED' });
  return { id: importRun?.id ?? '', previewId: body.previewId };
}

const runOf = async (id: string): Promise<unknown> => {
  const { imports } = await coordinator.ask<{ imports: { nodes: { id: string }[] } }>(
    '{ imports { nodes { id state rows created updated unchanged actor problems { code path } } } }',
  );
  return imports.nodes.find((one) => one.id === id);
};
const unitsCalled = async (name: string): Promise<number> => {
  const [row] = await app.app.pipelines.run<{ n: number }>(
    sql`select count(*)::int as n from unit where name like ${`${name}%`}`,
  );
  return row?.n ?? -1;
};

describe('a long import', () => {
  it('is queued, confirmed twice the same, and written whole by the job for whoever confirmed it', async () => {
    const { id, previewId } = await queued(coordinator, '江东');
    expect(await unitsCalled('江东')).toBe(0);
    expect((await confirm(coordinator, previewId)).importRun?.id).toBe(id);
    await app.app.jobs.runQueued();
    const done = { id, state: 'DONE', rows: ROWS, created: ROWS, updated: 0, unchanged: 0, problems: [] };
    expect(await runOf(id)).toMatchObject(done);
    expect(await unitsCalled('江东')).toBe(ROWS);
    const written = await app.app.pipelines.run<{ who: string }>(
      sql`select account_id as who from audit_event where operation = 'importWrite' and subject_id = ${id}`,
    );
    expect(written).toEqual([{ who: coordinator.accountId }]);

    // The queue may hand the same job out twice.
    await app.app.pipelines.run(sql`update job_run set state = 'QUEUED' where name = 'imports.run'`);
    await app.app.jobs.runQueued();
    expect(await runOf(id)).toMatchObject(done);
    expect(await unitsCalled('江东')).toBe(ROWS);
    const { jobs } = await (await app.actor('SYSTEM_ADMIN')).ask<{ jobs: { nodes: object[] } }>(
      '{ jobs(filter: { name: { eq: "imports.run" } }) { nodes { name state } } }',
    );
    expect(jobs.nodes).toEqual([{ name: 'imports.run', state: 'DONE' }]);
  });

  it('that no server is at any more is started again by an administrator, one that a server is at is not', async () => {
    const admin = await app.actor('SYSTEM_ADMIN');
    const { id } = await queued(coordinator, '江北');
    // What a server that was killed leaves behind.
    const [left] = await app.app.pipelines.run<{ id: string }>(
      sql`update job_run set state = 'RUNNING', attempts = 1, started_at = ${app.clock.now()}
        where name = 'imports.run' and state = 'QUEUED' returning id`,
    );
    const retry = async (): Promise<unknown> =>
      (
        await admin.ask<{ jobRetry: unknown }>(
          'mutation ($input: JobRetryInput!) { jobRetry(input: $input) { job { state } problems { code } } }',
          { input: { id: left?.id } },
        )
      ).jobRetry;
    app.clock.advance({ minutes: 14 });
    expect(await retry()).toEqual({ job: null, problems: [{ code: 'STATE_NOT_ALLOWED' }] });
    app.clock.advance({ minutes: 2 });
    expect(await retry()).toEqual({ job: { state: 'QUEUED' }, problems: [] });
    expect(await runOf(id)).toMatchObject({ state: 'QUEUED' });
    await app.app.jobs.runQueued();
    expect(await runOf(id)).toMatchObject({ state: 'DONE', created: ROWS });
    expect(await unitsCalled('江北')).toBe(ROWS);
  });

  it('writes nothing when what it names is gone meanwhile, and names the cells', async () => {
    const { id } = await queued(coordinator, '江西');
    await app.app.pipelines.run(sql`update region set code = '340599' where code = '340504'`);
    await app.app.jobs.runQueued();
    await app.app.pipelines.run(sql`update region set code = '340504' where code = '340599'`);
    const run = (await runOf(id)) as { problems: unknown[] };
    expect(run).toMatchObject({ state: 'FAILED', created: 0 });
    expect(run.problems).toHaveLength(50);
    expect(run.problems[0]).toEqual({ code: 'CELL_NOT_IN_LIST', path: ['rows', '2', 'region'] });
    expect(await unitsCalled('江西')).toBe(0);
  });

  it('writes nothing for somebody who lost the right to it', async () => {
    const leaving = await app.actor('COORDINATOR');
    const { id } = await queued(leaving, '江南');
    await app.app.pipelines.run(sql`delete from role_grant where account_id = ${leaving.accountId}`);
    await app.app.jobs.runQueued();
    expect(await runOf(id)).toMatchObject({
      state: 'FAILED',
      problems: [{ code: 'IMPORT_RIGHT_LOST', path: [] }],
    });
    expect(await unitsCalled('江南')).toBe(0);
  });
});
