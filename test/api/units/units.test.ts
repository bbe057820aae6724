import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedUnits } from '../../../server/src/domains/units/seed.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { seeding, withRegions } from '../imports/sheet-kit.ts';

interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly duties: string[];
  readonly liaisonName: string | null;
  readonly canManage: boolean;
  readonly canUpdate: boolean;
  readonly version: number;
}
interface Payload {
  readonly unit: UnitRow | null;
  readonly problems: readonly { code: string; path: string[]; params: Record<string, unknown> }[];
}

const FIELDS = 'id name duties liaisonName canManage canUpdate version';
const CREATE = `mutation ($input: UnitCreateInput!) { unitCreate(input: $input) { unit { ${FIELDS} } problems { code path params } } }`;
const UPDATE = `mutation ($input: UnitUpdateInput!) { unitUpdate(input: $input) { unit { ${FIELDS} } problems { code path params } } }`;
const LIST = `query ($filter: UnitFilter) { units(first: 200, filter: $filter) { nodes { ${FIELDS} } totalCount } }`;

let app: TestApp;
let coordinator: Client;
let regionId: string;
let unit: UnitRow;

beforeAll(async () => {
  app = await startTestApp();
  await withRegions(app);
  await seedUnits(seeding(app));
  coordinator = await app.actor('COORDINATOR');
  const [region] = await app.app.pipelines.run(
    sql<{ id: string }>`select id from region where code = '340504'`,
  );
  regionId = region?.id ?? '';
  const { units } = await coordinator.ask<{ units: { nodes: UnitRow[] } }>(LIST, {
    filter: { search: '民政局' },
  });
  unit = units.nodes[0] as UnitRow;
});
afterAll(() => app.close());

const given = (name: string) => ({
  name,
  party: 'ENTERPRISE',
  kind: 'PRIVATE_ENTERPRISE',
  role: 'HOST',
  regionId,
});
const create = async (client: Client, input: object): Promise<Payload> =>
  (await client.ask<{ unitCreate: Payload }>(CREATE, { input })).unitCreate;
const update = async (client: Client, input: object): Promise<Payload> =>
  (await client.ask<{ unitUpdate: Payload }>(UPDATE, { input })).unitUpdate;

describe('the demonstration units', () => {
  it('are the lead department, two organisers, members and hosts, loaded by one audited step', async () => {
    const counts = await app.app.pipelines.run(
      sql<{ role: string; n: number }>`select role, count(*)::int as n from unit group by role order by role`,
    );
    expect(counts).toEqual([
      { role: 'HOST', n: 39 },
      { role: 'LEAD', n: 1 },
      { role: 'MEMBER', n: 34 },
      { role: 'ORGANISER', n: 2 },
    ]);
    const events = await app.app.pipelines.run(
      sql`select via, subject_type from audit_event where operation = 'unitsSeed'`,
    );
    expect(events).toHaveLength(1);
  });
});

describe('a coordinator', () => {
  it('adds and changes a unit; a name that is taken is refused at its field', async () => {
    const made = await create(coordinator, { ...given('马鞍山雨湖文创有限公司'), duties: [' 提供场地 '] });
    expect(made).toMatchObject({ problems: [], unit: { duties: ['提供场地'], version: 1, canManage: true } });
    const twice = await create(coordinator, given(' 马鞍山雨湖文创有限公司 '));
    expect(twice).toMatchObject({ unit: null, problems: [{ code: 'ALREADY_EXISTS', path: ['name'] }] });
    const changed = await update(coordinator, {
      id: made.unit?.id,
      version: 1,
      role: 'MEMBER',
      liaisonName: '陶然',
    });
    expect(changed.unit).toMatchObject({ version: 2, liaisonName: '陶然' });
    const stale = await update(coordinator, { id: made.unit?.id, version: 1, role: 'HOST' });
    expect(stale.problems).toEqual([
      { code: 'STALE_VERSION', path: ['version'], params: { yours: 1, current: 2 } },
    ]);
  });

  it('is told every text that is too long, and an unknown region, at their fields', async () => {
    const long = await create(coordinator, { ...given('长'.repeat(81)), duties: ['责'.repeat(501), ''] });
    expect(long.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'TOO_LONG name',
      'TOO_LONG duties.0',
      'REQUIRED duties.1',
    ]);
    const nowhere = await create(coordinator, { ...given('无处单位'), regionId: unit.id });
    expect(nowhere.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['regionId'] }]);
  });
});

describe('a liaison', () => {
  it('changes the duties of the own unit and nothing else', async () => {
    const liaison = await app.actor({ role: 'UNIT_LIAISON', scope: 'UNIT', scopeId: unit.id });
    const { units } = await liaison.ask<{ units: { nodes: UnitRow[] } }>(LIST, {
      filter: { search: '民政局' },
    });
    expect(units.nodes[0]).toMatchObject({ canManage: false, canUpdate: true });
    const done = await update(liaison, {
      id: unit.id,
      version: unit.version,
      duties: ['汇总“一老一小”服务需求'],
    });
    expect(done).toMatchObject({ problems: [], unit: { duties: ['汇总“一老一小”服务需求'] } });
    const refused = await update(liaison, {
      id: unit.id,
      version: done.unit?.version,
      name: '改名局',
      party: 'COMMUNITY',
    });
    expect(refused.problems.map(({ code, path }) => [code, path[0]])).toEqual([
      ['RIGHT_MISSING', 'name'],
      ['RIGHT_MISSING', 'party'],
    ]);
  });

  it('of another unit is refused', async () => {
    const other = await app.actor({ role: 'UNIT_LIAISON', scope: 'UNIT', scopeId: regionId });
    expect(await other.codeOf(UPDATE, { input: { id: unit.id, version: unit.version, duties: [] } })).toBe(
      'FORBIDDEN',
    );
    expect(await other.codeOf(CREATE, { input: given('别家') })).toBe('FORBIDDEN');
  });
});

describe('others', () => {
  it('a judge reads units and changes none; a visitor is asked to sign in', async () => {
    const judge = await app.actor('JUDGE');
    const { units } = await judge.ask<{ units: { totalCount: number } }>(LIST);
    expect(units.totalCount).toBeGreaterThan(70);
    expect(await judge.codeOf(UPDATE, { input: { id: unit.id, version: 1 } })).toBe('FORBIDDEN');
    expect(await app.visitor.codeOf(LIST)).toBe('UNAUTHENTICATED');
  });

  it('two requests for one name at once make one unit', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map(() => create(coordinator, given('马鞍山同名社工中心'))),
    );
    expect(outcomes.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
    expect(outcomes.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(
      Array(4).fill('ALREADY_EXISTS'),
    );
  });
});
