import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedUnits } from '../../../server/src/domains/units/seed.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { confirm, preview, seeding, sha256, withRegions } from './sheet-kit.ts';

const UNIT_HEADING = '单位名称,英文名称,主体类别,单位性质,机制角色,所在区域,职责,联络员';
const TEAM_HEADING =
  '队伍编号,队伍名称,队伍性质,所属单位,服务区域,服务类型,申报主体,成立日期,负责人,登记人数,累计服务时长（小时）';
const units = (...rows: string[]): string => [UNIT_HEADING, ...rows].join('\n');
const teams = (...rows: string[]): string => [TEAM_HEADING, ...rows].join('\n');
const TWO_UNITS = units(
  '马鞍山市园林绿化中心,Parks Centre,党政机关,其他事业单位,成员单位,雨山区,"养护雨山湖绿地\n组织认养",陶然',
  '雨山区安民社区居委会,,社区村,居委会,队伍所属单位,340504,,',
);

let app: TestApp;
let coordinator: Client;

beforeAll(async () => {
  app = await startTestApp();
  await withRegions(app);
  await seedUnits(seeding(app));
  coordinator = await app.actor('COORDINATOR');
});
afterAll(() => app.close());

const rows = <R>(query: ReturnType<typeof sql<R>>): Promise<readonly R[]> => app.app.pipelines.run(query);
const count = async (table: string): Promise<number> =>
  (await rows(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`))[0]?.n ?? -1;

describe('importing units', () => {
  it('shows the rows, writes nothing before the confirmation, then all of it, once', async () => {
    const before = await count('unit');
    const { status, body } = await preview(coordinator, 'units', TWO_UNITS);
    expect(status).toBe(200);
    expect(body).toMatchObject({ rows: 2, problemCount: 0, problems: [] });
    expect(body.sample[0]).toMatchObject({
      row: 2,
      cells: { name: '马鞍山市园林绿化中心', region: '雨山区' },
    });
    expect(await count('unit')).toBe(before);
    const done = await confirm(coordinator, body.previewId);
    expect(done).toMatchObject({
      problems: [],
      importRun: {
        kind: 'units',
        fileName: '名单.csv',
        rows: 2,
        created: 2,
        updated: 0,
        unchanged: 0,
        digest: sha256(TWO_UNITS),
      },
    });
    expect(await count('unit')).toBe(before + 2);
    expect(await confirm(coordinator, body.previewId)).toEqual(done);
    const [stored] = await rows(sql<{
      duties: string[];
      region: string;
    }>`select duties, r.code as region from unit u
      join region r on r.id = u.region_id where u.name = '马鞍山市园林绿化中心'`);
    expect(stored).toEqual({ duties: ['养护雨山湖绿地', '组织认养'], region: '340504' });
  });

  it('changes nothing the second time, and says what the third one changed', async () => {
    const versions = () => rows(sql`select id, version, updated_at from unit order by id`);
    const before = await versions();
    const again = await preview(coordinator, 'units', TWO_UNITS);
    expect((await confirm(coordinator, again.body.previewId)).importRun).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    expect(await versions()).toEqual(before);
    const changed = await preview(coordinator, 'units', TWO_UNITS.replace('其他事业单位', '社会团体'));
    expect((await confirm(coordinator, changed.body.previewId)).importRun).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 1,
    });
    const [event] = await rows(
      sql<{
        changes: { kind: string; before?: object; after: object }[];
      }>`select changes from audit_event where operation = 'importConfirm' order by at desc, id desc limit 1`,
    );
    expect(event?.changes).toContainEqual(
      expect.objectContaining({
        type: 'Unit',
        kind: 'update',
        before: { kind: 'OTHER_INSTITUTION' },
        after: { kind: 'ASSOCIATION' },
      }),
    );
  });

  it('finds every problem in its cell, with a suggestion, and imports nothing of such a sheet', async () => {
    const before = await count('unit');
    const { body } = await preview(
      coordinator,
      'units',
      units(
        '好单位,,党政机关,党政机关,成员单位,花山区,,',
        '坏单位,,党政机构,=1+1,成员单位,花山曲,,',
        '好单位,,企业,国企,成员单位,花山区,,',
        ',,企业,国企,成员单位,花山区,,',
      ),
    );
    expect(body.problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '3 party CELL_NOT_IN_LIST',
      '3 kind CELL_FORMULA',
      '4 name ROW_DUPLICATE_KEY',
      '5 name CELL_REQUIRED',
    ]);
    expect(body.problems[0]?.params).toEqual({ nearest: '党政机关' });
    const refused = await confirm(coordinator, body.previewId);
    expect(refused).toMatchObject({
      importRun: null,
      problems: [{ code: 'IMPORT_HAS_PROBLEMS', params: { count: 4 } }],
    });
    expect(await count('unit')).toBe(before);
    const named = await preview(coordinator, 'units', units('坏单位,,党政机关,党政机关,成员单位,花山曲,,'));
    expect(named.body.problems).toEqual([
      { row: 2, column: 'region', code: 'CELL_NOT_IN_LIST', params: { nearest: '花山区' } },
    ]);
  });

  it('answers a file that is no sheet, an empty one, and one of 20,000 bad rows', async () => {
    const broken = await preview(coordinator, 'units', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1, 2, 3]));
    expect(broken.body.problems[0]?.code).toBe('SHEET_UNREADABLE');
    expect((await preview(coordinator, 'units', '')).body.problemCount).toBeGreaterThan(0);
    const bad = Array.from(
      { length: 20_000 },
      (_, n) => `单位${n},,党政机关,党政机关,成员单位,无此地${n % 50},,`,
    );
    const many = await preview(coordinator, 'units', units(...bad));
    expect(many.body).toMatchObject({ rows: 20_000, problemCount: 20_000 });
    expect(many.body.problems).toHaveLength(500);
    const large = await preview(coordinator, 'units', `${UNIT_HEADING}\n${'长'.repeat(4 * 1024 * 1024)}`);
    expect(large).toMatchObject({ status: 422, body: { problems: [{ code: 'FILE_TOO_LARGE' }] } });
  });
});

describe('a preview', () => {
  it('lives an hour', async () => {
    const { body } = await preview(coordinator, 'units', TWO_UNITS);
    app.clock.advance({ minutes: 61 });
    const late = await confirm(coordinator, body.previewId);
    expect(late.problems).toEqual([{ code: 'IMPORT_EXPIRED', path: ['previewId'], params: { minutes: 60 } }]);
    await preview(coordinator, 'units', TWO_UNITS);
    expect(await rows(sql`select id from import_preview where id = ${body.previewId}`)).toEqual([]);
  });

  it('belongs to whoever sent it', async () => {
    const { body } = await preview(coordinator, 'units', TWO_UNITS);
    const other = await app.actor('COORDINATOR');
    expect((await confirm(other, body.previewId)).problems).toMatchObject([
      { code: 'NOT_FOUND', path: ['previewId'] },
    ]);
  });

  it('is checked again when it is confirmed', async () => {
    const { body } = await preview(
      coordinator,
      'teams',
      teams('T-900,护苗队,志愿服务团体,雨山区安民社区居委会,雨山区,支教助学,高校志愿服务组织,2020-01-01,,,'),
    );
    expect(body.problemCount).toBe(0);
    await rows(sql`update unit set name = '雨山区安民社区' where name = '雨山区安民社区居委会'`);
    const refused = await confirm(coordinator, body.previewId);
    expect(refused.problems).toMatchObject([
      { code: 'CELL_NOT_IN_LIST', path: ['rows', '2', 'unit'], params: { nearest: '雨山区安民社区' } },
    ]);
    expect(await count('team')).toBe(0);
  });
});

describe('importing teams', () => {
  const sheet = teams(
    'T-001,朝露助学队,志愿服务团体,马鞍山市民政局,雨山区,支教助学、0010,高校志愿服务组织,2020-03-05,乔知夏,40,"1,234.5"',
    'T-002,夜巡队,2,,花山区,平安综治,新就业群体,,,,',
  );

  it('makes teams that are approved, with leader and figures, and changes nothing the second time', async () => {
    const first = await preview(coordinator, 'teams', sheet);
    expect(first.body.problems).toEqual([]);
    expect((await confirm(coordinator, first.body.previewId)).importRun).toMatchObject({ created: 2 });
    const stored = await rows(
      sql`select t.number, t.state, t.kind, t.service_types, t.service_minutes, t.member_count, u.name as unit, m.name as leader
        from team t left join unit u on u.id = t.unit_id left join team_member m on m.team_id = t.id order by t.number`,
    );
    expect(stored).toEqual([
      {
        number: 'T-001',
        state: 'ACTIVE',
        kind: 'GROUP',
        service_types: ['EDUCATION', 'CIVILITY'],
        service_minutes: 74_070,
        member_count: 40,
        unit: '马鞍山市民政局',
        leader: '乔知夏',
      },
      {
        number: 'T-002',
        state: 'ACTIVE',
        kind: 'REGISTERED',
        service_types: ['PUBLIC_SAFETY'],
        service_minutes: 0,
        member_count: 0,
        unit: null,
        leader: null,
      },
    ]);
    const second = await preview(coordinator, 'teams', sheet);
    expect((await confirm(coordinator, second.body.previewId)).importRun).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    const renamed = await preview(
      coordinator,
      'teams',
      sheet.replace('乔知夏', '乔安然').replace('花山区', '博望区'),
    );
    expect((await confirm(coordinator, renamed.body.previewId)).importRun).toMatchObject({
      updated: 2,
      unchanged: 0,
    });
  });

  it('tells what does not fit what is known', async () => {
    await rows(sql`update team set state = 'ARCHIVED' where number = 'T-002'`);
    const { body } = await preview(
      coordinator,
      'teams',
      teams(
        'T-001,朝露助学队,志愿服务团体,马鞍山民政局,雨山区,支教助学,高校志愿服务组织,2027-01-01,,0,',
        'T-002,夜巡队,2,,花山区,平安综治,新就业群体,,,,',
      ),
    );
    expect(
      body.problems.map(({ row, column, code, params }) => [
        row,
        column,
        code,
        params.nearest ?? params.min ?? params.state ?? null,
      ]),
    ).toEqual([
      [2, 'unit', 'CELL_NOT_IN_LIST', '马鞍山市民政局'],
      [2, 'founded', 'CELL_OUT_OF_RANGE', '1900-01-01'],
      [2, 'memberCount', 'CELL_OUT_OF_RANGE', 1],
      [3, 'number', 'ROW_NOT_ALLOWED', 'ARCHIVED'],
    ]);
  });

  it('two confirmations at once import once', async () => {
    const { body } = await preview(
      coordinator,
      'teams',
      teams('T-010,江畔队,1,,雨山区,环境保护,新社会组织,,,,'),
    );
    const both = await Promise.all([1, 2, 3].map(() => confirm(coordinator, body.previewId)));
    expect(new Set(both.map((one) => one.importRun?.id)).size).toBe(1);
    expect(await rows(sql`select number from team where number = 'T-010'`)).toHaveLength(1);
  });
});

describe('rights', () => {
  it('leaders, judges, auditors and visitors import nothing', async () => {
    for (const role of ['TEAM_LEADER', 'JUDGE', 'AUDITOR', 'SYSTEM_ADMIN'] as const) {
      const client = await app.actor(role);
      expect((await preview(client, 'units', TWO_UNITS)).status).toBe(403);
      expect((await client.fetch('/imports/teams/template.xlsx')).status).toBe(403);
    }
    expect(await preview(app.visitor, 'units', TWO_UNITS)).toMatchObject({
      status: 401,
      body: { error: { code: 'UNAUTHENTICATED' } },
    });
    expect((await preview(coordinator, 'planets', TWO_UNITS)).status).toBe(404);
    expect(await (await app.actor('JUDGE')).codeOf('{ imports { totalCount } }')).toBe('FORBIDDEN');
  });

  it('another site cannot send a sheet', async () => {
    const response = await coordinator.fetch('/imports/units/preview', {
      method: 'POST',
      body: TWO_UNITS,
      headers: { 'apollo-require-preflight': '' },
    });
    expect(response.status).toBe(403);
  });

  it('what was imported is listed, the latest first', async () => {
    const auditor = await app.actor('AUDITOR');
    const { imports } = await auditor.ask<{
      imports: { nodes: { kind: string; created: number; actor: string }[] };
    }>('{ imports(first: 1, filter: { kind: { eq: "teams" } }) { nodes { kind created actor } } }');
    expect(imports.nodes).toEqual([{ kind: 'teams', created: 1, actor: '沈协调' }]);
  });
});

describe('templates', () => {
  it('are workbooks whose untouched copy has no rows to import', async () => {
    for (const [kind, lang] of [
      ['units', 'zh'],
      ['teams', 'en'],
    ] as const) {
      const response = await coordinator.fetch(`/imports/${kind}/template.xlsx?lang=${lang}`);
      expect(response.headers.get('content-disposition')).toContain('attachment');
      const workbook = new Uint8Array(await response.arrayBuffer());
      const { body } = await preview(coordinator, kind, workbook);
      expect(body.problems.map(({ code }) => code)).toEqual(['SHEET_EMPTY']);
    }
  });
});
