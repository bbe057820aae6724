import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WrittenCell, writeWorkbook } from '../../../server/src/platform/sheets/xlsx-writer.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { makeScene } from '../competition/kit.ts';
import { confirm, type Findings, preview } from './sheet-kit.ts';

let app: TestApp;
let coordinator: Client;

beforeAll(async () => {
  app = await startTestApp();
  await makeScene(app, 1);
  coordinator = await app.actor('COORDINATOR');
});
afterAll(() => app.close());

const ROWS = 20_000;
const HEADING = ['单位名称', '英文名称', '主体类别', '单位性质', '机制角色', '所在区域', '职责', '联络员'];
/** Two cells of every row are wrong: one by itself, the other because nothing in the database is called so. */
const bad = (n: number): string[] => [
  `单位${n}`,
  '',
  '党政机关',
  '没有这种性质',
  '成员单位',
  '花山区',
  '',
  '',
];
const unknownPlace = (n: number): string[] => [
  `单位${n}`,
  '',
  '党政机关',
  '党政机关',
  '成员单位',
  `无此地${n}`,
  '',
  '',
];
const lines = (row: (n: number) => string[]): string[][] => [
  HEADING,
  ...Array.from({ length: ROWS }, (_, n) => row(n)),
];

async function workbook(rows: string[][]): Promise<Uint8Array<ArrayBuffer>> {
  const out = new PassThrough();
  const cells = rows.map((row) => row.map((text): WrittenCell => (text === '' ? null : { text })));
  const [bytes] = await Promise.all([
    buffer(out),
    writeWorkbook(out, [{ name: '单位', widths: HEADING.map(() => 12), rows: cells }]),
  ]);
  return new Uint8Array(bytes);
}
const csv = async (rows: string[][]): Promise<string> => rows.map((row) => row.join(',')).join('\n');

/** Every table that an import or its preview could write to. */
async function stored(): Promise<unknown> {
  const [row] = await app.app.pipelines.run(
    sql`select (select count(*)::int from unit) as units, (select count(*)::int from import_run) as runs, (select count(*)::int from import_preview) as previews`,
  );
  return row;
}

/** The problems behind the first ones, a page at a time. */
async function* later(found: Findings): AsyncGenerator<Findings> {
  let after = found.nextAfter;
  while (after !== null) {
    const response = await coordinator.fetch(`/imports/units/preview/${found.previewId}?after=${after}`);
    expect(response.status).toBe(200);
    const page = (await response.json()) as Findings;
    yield page;
    after = page.nextAfter;
  }
}

describe.each([
  ['CSV', csv],
  ['XLSX', workbook],
] as const)('20,000 bad rows as %s', (_kind, write) => {
  it.each([
    ['by themselves', bad, 'kind', 'CELL_NOT_IN_LIST'],
    ['by what they name', unknownPlace, 'region', 'CELL_NOT_IN_LIST'],
  ] as const)(
    'wrong %s: each problem at its cell, page by page, and nothing is written',
    async (_how, row, column, code) => {
      const before = await stored();
      const { status, body } = await preview(coordinator, 'units', await write(lines(row)));
      expect(status).toBe(200);
      expect(body).toMatchObject({ rows: ROWS, problemCount: ROWS, nextAfter: 501 });
      expect(body.problems).toHaveLength(500);
      expect(body.problems[0]).toMatchObject({ row: 2, column, code });
      expect(body.problems.at(-1)).toMatchObject({ row: 501, column, code });
      // The answer is bounded: rows without a told problem are not sent, however long the sheet is.
      expect(body.sample.length).toBeLessThanOrEqual(500);
      expect(JSON.stringify(body).length).toBeLessThan(400_000);
      const pages = later(body);
      const second = (await pages.next()).value as Findings;
      expect(second).toMatchObject({ rows: ROWS, problemCount: ROWS, nextAfter: 1001 });
      expect(second.problems.map((one) => one.row)).toEqual(Array.from({ length: 500 }, (_, n) => n + 502));
      expect(second.sample.map((one) => one.row)).toEqual(second.problems.map((one) => one.row));
      const last = await coordinator.fetch(`/imports/units/preview/${body.previewId}?after=${ROWS - 99}`);
      const tail = (await last.json()) as Findings;
      expect(tail.nextAfter).toBeNull();
      expect(tail.problems).toHaveLength(100);
      expect(tail.problems.at(-1)?.row).toBe(ROWS + 1);
      const refused = await confirm(coordinator, body.previewId);
      expect(refused).toMatchObject({
        importRun: null,
        problems: [{ code: 'IMPORT_HAS_PROBLEMS', params: { count: ROWS } }],
      });
      expect(await stored()).toEqual({ ...(before as object), previews: expect.any(Number) });
      const other = await app.actor('COORDINATOR');
      expect((await other.fetch(`/imports/units/preview/${body.previewId}?after=501`)).status).toBe(422);
    },
    120_000,
  );
});

it('the memory that reading such a sheet holds on to is let go', async () => {
  const sheet = await csv(lines(bad));
  await preview(coordinator, 'units', sheet);
  const held: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await preview(coordinator, 'units', sheet);
    held.push(process.memoryUsage().rss);
  }
  // A sheet of 2 MB is read three times: what stays must not grow by a multiple of it.
  expect((held.at(-1) ?? 0) - (held[0] ?? 0)).toBeLessThan(300 * 1024 * 1024);
}, 120_000);
