import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startInstance } from '../../server/src/app/start-instance.ts';
import { loadConfig } from '../../server/src/config/index.ts';
import { jpegBytes, pdfBytes } from '../../server/src/platform/files/sample-bytes.ts';
import { createLogger } from '../../server/src/platform/log.ts';
import { makeScene } from '../api/competition/kit.ts';
import { confirm, preview } from '../api/imports/sheet-kit.ts';
import { CommandLine } from '../cli/command-line.ts';
import { signIn } from '../harness/app.ts';
import { Client } from '../harness/client.ts';
import { mayMount, startOnSmallDisk, startWithSmallFiles } from '../harness/small-disk.ts';

/** The built product on a disk that is full for real: no answer of the system is made up. */

const COMMAND = [process.execPath, join(import.meta.dirname, '..', '..', 'server', 'dist', 'main.js')];
const line = new CommandLine();
let coordinator: Client;
let child: ChildProcess | undefined;

beforeAll(async () => {
  await line.build();
  const instance = await startInstance(
    loadConfig(line.environment('data')),
    createLogger('silent'),
    'manual',
  );
  const here = await instance.app.fastify.listen({ port: 0, host: '127.0.0.1' });
  await makeScene({ database: instance.database }, 1);
  coordinator = await signIn(instance.database, { now: () => new Date() }, here, ['COORDINATOR']);
  await instance.close();
}, 180_000);

afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  child = undefined;
});
afterAll(() => line.remove());

/** The environment of a server on a free port, and its coordinator. */
async function place(): Promise<{ readonly env: NodeJS.ProcessEnv; readonly client: Client }> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  const env = line.environment('data', { PORT: String(address.port), HOST: '127.0.0.1' });
  const client = new Client(`http://127.0.0.1:${address.port}`, coordinator.headers, coordinator.accountId);
  return { env, client };
}

const ready = (client: Client) =>
  vi.waitFor(async () => expect((await client.fetch('/readyz')).status).toBe(200), {
    timeout: 60_000,
    interval: 200,
  });

async function upload(client: Client, bytes: Uint8Array<ArrayBuffer>): Promise<[number, string | null]> {
  const response = await client.fetch('/files', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a' },
    body: bytes,
  });
  const body = (await response.json()) as { problems?: { code: string }[] };
  return [response.status, body.problems?.[0]?.code ?? null];
}

const create = (client: Client, year: number) =>
  client.send<{ competitionCreate: { problems: unknown[] } }>(
    'mutation ($input: CompetitionCreateInput!) { competitionCreate(input: $input) { problems { code } } }',
    { input: { year, title: `${year}年志愿服务项目大赛` } },
  );
const totals = (client: Client) =>
  client.ask<{ competitions: { totalCount: number }; units: { totalCount: number } }>(
    '{ competitions { totalCount } units { totalCount } }',
  );
const FULL = { status: 507, errors: [{ extensions: { code: 'STORAGE_FULL' } }] };

const SHEET = [
  '单位名称,英文名称,主体类别,单位性质,机制角色,所在区域,职责,联络员',
  ...Array.from({ length: 400 }, (_, n) => `江东第${n}社区居委会,,社区村,居委会,队伍所属单位,花山区,,`),
].join('\n');

const mounts = mayMount();
if (!mounts) console.warn('No file system may be mounted here: the full disk is tested by file size only.');

describe.runIf(mounts)('a disk without a byte left', () => {
  it('refuses uploads, imports and changes with a code, still reads and exports, and goes on when there is room', async () => {
    const { env, client } = await place();
    const disk = startOnSmallDisk(line.path('data'), 200, COMMAND, env);
    child = disk.child;
    await ready(client);
    const bytes = new Uint8Array(await pdfBytes());
    expect(await upload(client, bytes)).toEqual([201, null]);
    const ahead = await preview(client, 'units', SHEET);
    expect(ahead.body).toMatchObject({ rows: 400, problemCount: 0 });
    const before = await totals(client);
    const files = disk.filesIn('files');

    disk.fill();
    expect(await upload(client, bytes)).toEqual([422, 'STORAGE_FULL']);
    expect(await create(client, 2031)).toMatchObject(FULL);
    const imported = await client.send(
      'mutation ($input: ImportConfirmInput!) { importConfirm(input: $input) { problems { code } } }',
      { input: { previewId: ahead.body.previewId } },
    );
    expect(imported).toMatchObject(FULL);
    const workbook = await client.fetch('/exports/units.xlsx');
    expect(workbook.status).toBe(200);
    expect((await workbook.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    expect(await totals(client)).toEqual(before);
    expect(disk.filesIn('files')).toEqual(files);

    disk.free();
    expect((await create(client, 2031)).data.competitionCreate.problems).toEqual([]);
    expect(await upload(client, bytes)).toEqual([201, null]);
    expect((await confirm(client, ahead.body.previewId)).importRun).toMatchObject({ created: 400 });
    expect(await totals(client)).toEqual({
      competitions: { totalCount: before.competitions.totalCount + 1 },
      units: { totalCount: before.units.totalCount + 400 },
    });
  }, 180_000);
});

describe('a system that lets no file grow', () => {
  it('refuses a file that does not fit with a code, and keeps nothing of it', async () => {
    const { env, client } = await place();
    child = startWithSmallFiles(17, COMMAND, env);
    await ready(client);
    expect(await upload(client, new Uint8Array(jpegBytes(1_000_000)))).toEqual([201, null]);
    const kept = readdirSync(line.path('data/files'), { recursive: true });
    expect(await upload(client, new Uint8Array(jpegBytes(19_000_000)))).toEqual([422, 'STORAGE_FULL']);
    expect(readdirSync(line.path('data/files'), { recursive: true })).toEqual(kept);
    expect((await create(client, 2032)).data.competitionCreate.problems).toEqual([]);
  }, 120_000);
});
