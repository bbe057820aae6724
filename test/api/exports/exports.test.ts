import { readFileSync } from 'node:fs';
import { getNamedType } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractSchema } from '../../../server/src/app/contract.ts';
import { loadExemplars } from '../../../server/src/domains/library/load-exemplars.ts';
import { seedTeams } from '../../../server/src/domains/teams/seed.ts';
import { seedUnits } from '../../../server/src/domains/units/seed.ts';
import { exportedLists } from '../../../server/src/platform/exports/index.ts';
import { defaultSheetLimits } from '../../../server/src/platform/sheets/index.ts';
import { readXlsx } from '../../../server/src/platform/sheets/read-xlsx.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { preview, seeding, withRegions } from '../imports/sheet-kit.ts';

let app: TestApp;
let coordinator: Client;

beforeAll(async () => {
  app = await startTestApp();
  await withRegions(app);
  await seedUnits(seeding(app));
  await seedTeams(seeding(app));
  await loadExemplars(seeding(app));
  coordinator = await app.actor('COORDINATOR');
});
afterAll(() => app.close());

/** The cells of an exported workbook as texts, the heading first. */
async function exported(client: Client, path: string): Promise<string[][]> {
  const response = await client.fetch(path);
  expect(response.status).toBe(200);
  const rows: string[][] = [];
  for await (const { cells } of readXlsx(Buffer.from(await response.arrayBuffer()), defaultSheetLimits)) {
    rows.push(Array.from(cells, (cell) => cell?.text ?? ''));
  }
  return rows;
}
const address = (list: string, query: Record<string, unknown>): string =>
  `/exports/${list}.xlsx?${new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )}`;

const given: readonly { leader: string }[] = JSON.parse(
  readFileSync(new URL('../../../server/demo/teams.json', import.meta.url), 'utf8'),
);

describe('an export', () => {
  it('has Chinese headings and words, numbers as numbers, and every row of the list', async () => {
    const rows = await exported(coordinator, address('teams', { lang: 'zh' }));
    expect(rows[0]?.slice(0, 6)).toEqual([
      '队伍编号',
      '队伍名称',
      '英文名称',
      '状态',
      '队伍性质',
      '所属单位',
    ]);
    expect(rows).toHaveLength(131);
    expect(rows[1]).toEqual([
      '3405000001',
      '诗城青年讲习社',
      'Poetry City Youth Lecture Society',
      '正常',
      '志愿服务团体',
      '共青团安徽工业大学委员会',
      '花山区',
      '支教助学、文明风尚',
      '高校志愿服务组织',
      '2019-10-18',
      given[0]?.leader,
      '86',
      '10',
      '3420',
    ]);
  });

  it('follows filter, order and language of the list', async () => {
    const rows = await exported(
      coordinator,
      address('teams', {
        lang: 'en',
        filter: { kind: { eq: 'GROUP' }, memberCount: { gte: 100 } },
        sort: [{ field: 'MEMBER_COUNT', direction: 'DESC' }],
      }),
    );
    expect(rows[0]?.slice(0, 4)).toEqual(['Number', 'Name', 'Name in English', 'State']);
    const counts = rows.slice(1).map((row) => Number(row[11]));
    expect(counts.length).toBeGreaterThan(2);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(100);
    expect(new Set(rows.slice(1).map((row) => row[4]))).toEqual(new Set(['Volunteer group']));
  });

  it('goes through all pages: 600 regions, each once, for a visitor too', async () => {
    const rows = await exported(app.visitor, address('regions', {}));
    expect(rows).toHaveLength(601);
    expect(new Set(rows.map(([code]) => code)).size).toBe(601);
  });

  it('shows what the viewer may see and no more', async () => {
    const leader = await app.actor({ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: crypto.randomUUID() });
    const rows = await exported(leader, address('teams', { lang: 'zh' }));
    expect(rows).toHaveLength(131);
    expect(new Set(rows.slice(1).map((row) => row[10]))).toEqual(new Set(['']));
    await app.app.pipelines.run(sql`update team set state = 'PENDING' where number = '3405000002'`);
    expect(await exported(leader, address('teams', {}))).toHaveLength(130);
    expect(await exported(coordinator, address('teams', {}))).toHaveLength(131);
  });

  it('can be imported again: the exported units change nothing', async () => {
    const response = await coordinator.fetch(address('units', { lang: 'zh' }));
    const { body } = await preview(coordinator, 'units', new Uint8Array(await response.arrayBuffer()));
    expect(body).toMatchObject({ rows: 76, problems: [] });
  });

  it('writes a text that looks like a formula as text', async () => {
    await app.app.pipelines.run(
      sql`update unit set liaison_name = '=HYPERLINK("http://x")' where name = '马鞍山市民政局'`,
    );
    const response = await coordinator.fetch(address('units', { filter: { search: '民政局' } }));
    const types: (string | undefined)[] = [];
    for await (const { cells } of readXlsx(Buffer.from(await response.arrayBuffer()), defaultSheetLimits))
      types.push(cells[7]?.type);
    expect(types).toEqual(['text', 'text']);
  });

  it('shows the exemplary projects with their category in words', async () => {
    const rows = await exported(
      app.visitor,
      address('exemplarProjects', { filter: { category: { eq: 'EMERGENCY' } } }),
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.slice(1).map(([category]) => category))).toEqual(new Set(['应急救援']));
  });
});

describe('an export of what the office administers', () => {
  it('names the roles of accounts in words, and is for those who administer them', async () => {
    const admin = await app.actor('SYSTEM_ADMIN');
    const rows = await exported(
      admin,
      address('accounts', { lang: 'zh', filter: { role: { in: ['JUDGE'] } } }),
    );
    await app.actor('JUDGE', { role: 'AUDITOR', scope: 'CITY', scopeId: null });
    const more = await exported(
      admin,
      address('accounts', { lang: 'zh', filter: { role: { in: ['JUDGE'] } } }),
    );
    expect(more[0]?.slice(0, 5)).toEqual(['姓名', '邮箱', '角色', '角色范围', '状态']);
    expect(more).toHaveLength(rows.length + 1);
    expect(more.map((row) => row[2])).toContain('评委、监督员');
    expect((await coordinator.fetch('/exports/jobs.xlsx')).status).toBe(403);
  });

  it('reads the audit log as a person does: who, what and about what, in the language asked for', async () => {
    const auditor = await app.actor('AUDITOR');
    const filter = { operation: { eq: 'unitsSeed' } };
    const [heading, first] = await exported(auditor, address('auditEvents', { lang: 'zh', filter }));
    expect(heading?.slice(0, 5)).toEqual(['时间', '人员', '方式', '操作', '对象']);
    expect(first?.slice(1, 4)).toEqual(['系统', '系统', '载入演示单位']);
    const [, english] = await exported(auditor, address('auditEvents', { lang: 'en', filter }));
    expect(english?.slice(1, 4)).toEqual(['The platform', 'The platform', 'Load demonstration units']);
    expect((await coordinator.fetch('/exports/auditEvents.xlsx')).status).toBe(403);
  });

  it.each(['invitations', 'apiTokens', 'jobs', 'competitions', 'trainingRegistrations'])(
    'has %s with Chinese headings',
    async (list) => {
      const client = await app.actor('SYSTEM_ADMIN', 'AUDITOR', 'COORDINATOR');
      const [heading] = await exported(client, address(list, { lang: 'zh' }));
      expect(heading?.length).toBeGreaterThan(5);
      expect(heading?.filter((words) => !/[\u4e00-\u9fff]/.test(words))).toEqual([]);
    },
  );
});

describe('an export of more rows than one file takes', () => {
  // The test instance takes 700 rows; 600 regions are there.
  const add = (from: number, to: number) =>
    app.app.pipelines.run(
      sql`insert into region (id, code, name, full_name, level, parent_id)
        select gen_random_uuid(), 'x' || n, '新增' || n, '新增' || n, r.level, r.parent_id
        from generate_series(${from}::int, ${to}::int) n, (select level, parent_id from region where level = 'COMMUNITY' limit 1) r`,
    );

  it('stops, says so under its last row and ahead of the file; at the limit itself it is whole', async () => {
    await add(1, 100);
    const whole = await app.visitor.fetch(address('regions', {}), { method: 'HEAD' });
    expect(whole.status).toBe(200);
    expect(whole.headers.get('x-export-stopped-at')).toBeNull();
    expect(await exported(app.visitor, address('regions', {}))).toHaveLength(701);

    await add(101, 101);
    const told = await app.visitor.fetch(address('regions', {}), { method: 'HEAD' });
    expect(told.headers.get('x-export-stopped-at')).toBe('700');
    expect(await told.text()).toBe('');
    const rows = await exported(app.visitor, address('regions', {}));
    expect(rows).toHaveLength(702);
    expect(rows.at(-1)?.filter((cell) => cell !== '')).toEqual([
      '名单未完：一次最多导出 700 行，后面的行没有写入。请用筛选把名单缩小，分几次导出。',
    ]);
    const english = await exported(app.visitor, address('regions', { lang: 'en' }));
    expect(english.at(-1)?.[0]).toContain('one export takes 700 rows at most');
    // What is narrowed to fewer rows is whole again.
    const few = await exported(app.visitor, address('regions', { filter: { search: '新增10' } }));
    expect(few.at(-1)?.[0]).toMatch(/^x10/);
  });
});

it('there is one of every list of the contract', async () => {
  const query = (await contractSchema()).getQueryType()?.getFields() ?? {};
  const lists = Object.values(query).filter(({ type }) => getNamedType(type).name.endsWith('Connection'));
  expect(lists.length).toBeGreaterThan(15);
  expect([...exportedLists().keys()].sort()).toEqual(lists.map(({ name }) => name).sort());
});

describe('an export is refused', () => {
  it('without the right of the list', async () => {
    expect((await app.visitor.fetch('/exports/units.xlsx')).status).toBe(401);
    expect((await (await app.actor('JUDGE')).fetch('/exports/teams.xlsx')).status).toBe(403);
  });

  it('of a list there is none, and of arguments the list does not have', async () => {
    const status = async (path: string): Promise<[number, string]> => {
      const response = await coordinator.fetch(path);
      const { error } = (await response.json()) as { error: { code: string } };
      return [response.status, error.code];
    };
    expect(await status('/exports/planets.xlsx')).toEqual([404, 'NOT_FOUND']);
    expect(await status('/exports/teams.csv')).toEqual([404, 'NOT_FOUND']);
    const bad: Record<string, unknown>[] = [
      { filter: '{' },
      { filter: { planet: 1 } },
      { filter: { kind: { eq: "GROUP' or 1=1" } } },
      { filter: { memberCount: { gte: 'x' } } },
      { sort: [{ field: 'PASSWORD', direction: 'ASC' }] },
      { sort: { field: 'NAME' } },
    ];
    for (const query of bad) expect(await status(address('teams', query))).toEqual([400, 'BAD_USER_INPUT']);
  });
});
