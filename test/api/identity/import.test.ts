import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { draftEdition, type Edition, makeScene, type Scene } from '../competition/kit.ts';
import { confirm, preview } from '../imports/sheet-kit.ts';
import { accept, makeAccount, PASSWORD, tokenFor } from './kit.ts';

const HEAD = '邮箱,姓名,角色,范围';
const sheet = (...rows: string[]): string => `${[HEAD, ...rows].join('\n')}\n`;

let app: TestApp;
let admin: Client;
let coordinator: Client;
let edition: Edition;
let scene: Scene;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.actor('SYSTEM_ADMIN');
  coordinator = await app.actor('COORDINATOR');
  scene = await makeScene(app);
  edition = await draftEdition(coordinator, 2026);
});
afterAll(() => app.close());

/** Codes of a preview by row and column. */
async function codesOf(client: Client, content: string): Promise<readonly string[]> {
  const { body } = await preview(client, 'accounts', content);
  return body.problems.map(({ row, column, code }) => `${row} ${column} ${code}`);
}

describe('accounts from a sheet', () => {
  const SHEET = sheet(
    'Lian@example.cn,郑望舒,成员单位联络员,马鞍山市民政局',
    'lian@example.cn,郑望舒,队伍负责人,T00001',
    'pingwei@example.cn,闻知行,评委,2026',
    'jiandu@example.cn,闵致远,监督员,',
    'banshi@example.cn,陶予安,市级协调员,2026年志愿服务项目大赛',
  );

  it('are made with their roles, once, and get a link by mail', async () => {
    const first = await preview(coordinator, 'accounts', SHEET);
    expect(first.body.problems).toEqual([]);
    const { importRun, problems } = await confirm(coordinator, first.body.previewId);
    expect(problems).toEqual([]);
    expect(importRun).toMatchObject({ rows: 5, created: 5, updated: 0, unchanged: 0 });
    const held = await app.app.pipelines.run(
      sql<{ email: string; role: string; scope: string; id: string | null }>`
        select a.email, g.role, g.scope, g.scope_id as id from account a join role_grant g on g.account_id = a.id
        where a.email in ('lian@example.cn', 'pingwei@example.cn', 'jiandu@example.cn', 'banshi@example.cn') order by 1, 2`,
    );
    expect(held).toEqual([
      { email: 'banshi@example.cn', role: 'COORDINATOR', scope: 'COMPETITION', id: edition.id },
      { email: 'jiandu@example.cn', role: 'AUDITOR', scope: 'CITY', id: null },
      { email: 'lian@example.cn', role: 'TEAM_LEADER', scope: 'TEAM', id: scene.teamIds[0] },
      { email: 'lian@example.cn', role: 'UNIT_LIAISON', scope: 'UNIT', id: scene.unitId },
      { email: 'pingwei@example.cn', role: 'JUDGE', scope: 'COMPETITION', id: edition.id },
    ]);
    const { landing } = await accept(app, await tokenFor(app, 'pingwei@example.cn'), { password: PASSWORD });
    expect(landing).toBe('/judge');
    const again = await preview(coordinator, 'accounts', SHEET);
    const second = await confirm(coordinator, again.body.previewId);
    expect(second.importRun).toMatchObject({ created: 0, updated: 0, unchanged: 5 });
  });

  it('that exist are given the roles they lack and keep their name', async () => {
    const { id, email } = await makeAccount(app);
    const { body } = await preview(coordinator, 'accounts', sheet(`${email},别的名字,监督员,`));
    const { importRun } = await confirm(coordinator, body.previewId);
    expect(importRun).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    expect(await admin.ask('query ($id: ID!) { account(id: $id) { name grants { role } } }', { id })).toEqual(
      { account: { name: '周晓岚', grants: [{ role: 'AUDITOR' }] } },
    );
  });

  it('show every fault in its cell', async () => {
    const gone = await makeAccount(app);
    await app.app.pipelines.run(sql`update account set state = 'DISABLED' where id = ${gone.id}`);
    const boss = await makeAccount(app, { grants: ['SYSTEM_ADMIN'] });
    const faults = await codesOf(
      coordinator,
      sheet(
        'nobody,郑望舒,监督员,',
        'a@example.cn,郑望舒,国王,',
        'b@example.cn,郑望舒,队伍负责人,',
        'c@example.cn,郑望舒,队伍负责人,没有这支队伍',
        'd@example.cn,郑望舒,监督员,马鞍山市民政局',
        'e@example.cn,郑望舒,系统管理员,',
        `${gone.email},郑望舒,监督员,`,
        `${boss.email},郑望舒,监督员,`,
      ),
    );
    expect(faults).toEqual([
      '2 email CELL_NOT_A_MAIL',
      '3 role CELL_NOT_IN_LIST',
      '4 scope CELL_REQUIRED',
      '5 scope CELL_NOT_IN_LIST',
      '6 scope SCOPE_MISMATCH',
      '7 role RIGHT_MISSING',
      '8 email ACCOUNT_DISABLED',
      '9 email RIGHT_MISSING',
    ]);
    expect(await codesOf(admin, sheet('e@example.cn,郑望舒,系统管理员,'))).toEqual([]);
  });

  it('of one edition are its judges, and nobody else', async () => {
    const officer = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: edition.id });
    expect(
      await codesOf(officer, sheet('f@example.cn,郑望舒,评委,2026', 'g@example.cn,郑望舒,监督员,')),
    ).toEqual(['3 role RIGHT_MISSING']);
    const auditor = await app.actor('AUDITOR');
    expect((await preview(auditor, 'accounts', sheet('h@example.cn,郑望舒,监督员,'))).status).toBe(403);
  });
});
