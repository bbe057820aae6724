import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegions } from '../../../server/src/domains/places/load-regions.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { seeding, withRegions } from '../imports/sheet-kit.ts';

interface Regions {
  readonly regions: {
    readonly nodes: readonly {
      id: string;
      code: string;
      name: string;
      fullName: string;
      parent: { name: string } | null;
    }[];
    readonly totalCount: number;
  };
}

const LIST = /* GraphQL */ `query ($filter: RegionFilter) {
  regions(first: 200, filter: $filter) { nodes { id code name fullName parent { name } } totalCount }
}`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await withRegions(app);
});
afterAll(() => app.close());

const rows = <R>(query: ReturnType<typeof sql<R>>): Promise<readonly R[]> => app.app.pipelines.run(query);

describe('regions', () => {
  it('are the whole city, each under the one its code begins with', async () => {
    const counted = await rows(
      sql<{
        level: string;
        n: number;
      }>`select level, count(*)::int as n from region group by level order by level`,
    );
    expect(counted).toEqual([
      { level: 'CITY', n: 1 },
      { level: 'COMMUNITY', n: 545 },
      { level: 'COUNTY', n: 6 },
      { level: 'TOWNSHIP', n: 48 },
    ]);
    const [wrong] = await rows(
      sql<{ n: number }>`select count(*)::int as n from region r left join region p on p.id = r.parent_id
        where r.level <> 'CITY' and (p.id is null or not starts_with(r.code, p.code))`,
    );
    expect(wrong?.n).toBe(0);
  });

  it('are read by visitors, found from two characters and within a region', async () => {
    const found = await app.visitor.ask<Regions>(LIST, {
      filter: { search: '花山', level: { eq: 'COUNTY' } },
    });
    expect(found.regions.nodes).toMatchObject([
      { code: '340503', name: '花山区', fullName: '花山区', parent: { name: '马鞍山市' } },
    ]);
    const within = await app.visitor.ask<Regions>(LIST, { filter: { within: found.regions.nodes[0]?.id } });
    expect(within.regions.totalCount).toBeGreaterThan(10);
    expect(within.regions.nodes.every(({ code }) => code.startsWith('340503'))).toBe(true);
    expect(within.regions.nodes.at(-1)?.fullName).toMatch(/^花山区.+/);
  });

  it('are loaded once: a second load writes nothing, a renamed one is put right', async () => {
    const audited = () =>
      rows(sql<{ n: number }>`select count(*)::int as n from audit_event where operation = 'regionsLoad'`);
    expect(await audited()).toEqual([{ n: 1 }]);
    await loadRegions(seeding(app));
    expect(await audited()).toEqual([{ n: 1 }]);
    await rows(sql`update region set name = '花山' where code = '340503'`);
    await loadRegions(seeding(app));
    expect(await rows(sql`select name from region where code = '340503'`)).toEqual([{ name: '花山区' }]);
    expect(await rows(sql`select count(*)::int as n from region`)).toEqual([{ n: 600 }]);
  });

  it('answers an unknown or malformed id with nothing, never with a crash', async () => {
    const query = 'query ($id: ID!) { region(id: $id) { id } }';
    expect(await app.visitor.ask(query, { id: '01890000-0000-7000-8000-000000000000' })).toEqual({
      region: null,
    });
    const malformed = await app.visitor.send(query, { id: 'no-such' });
    expect(malformed.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
