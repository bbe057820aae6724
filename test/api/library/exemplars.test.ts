import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExemplars } from '../../../server/src/domains/library/load-exemplars.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { seeding } from '../imports/sheet-kit.ts';

interface Project {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly category: string;
  readonly year: number | null;
  readonly replicablePoints: readonly string[];
  readonly version: number;
}
const FIELDS = 'id title titleEn category year replicablePoints version';
const LIST = `query ($filter: ExemplarProjectFilter, $sort: [ExemplarProjectSort!]) {
  exemplarProjects(first: 100, filter: $filter, sort: $sort) { nodes { ${FIELDS} } totalCount } }`;
const UPDATE = `mutation ($input: ExemplarProjectUpdateInput!) {
  exemplarProjectUpdate(input: $input) { exemplarProject { ${FIELDS} } problems { code path params } } }`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await loadExemplars(seeding(app));
});
afterAll(() => app.close());

const list = async (client: Client, filter: object = {}): Promise<readonly Project[]> =>
  (await client.ask<{ exemplarProjects: { nodes: Project[] } }>(LIST, { filter })).exemplarProjects.nodes;

describe('the library', () => {
  it('has 66 projects in nine categories, with points and English, for everybody to read', async () => {
    const all = await list(app.visitor);
    expect(all).toHaveLength(66);
    expect(new Set(all.map(({ category }) => category)).size).toBe(9);
    expect(all.filter(({ titleEn }) => titleEn === null)).toEqual([]);
    expect(all.filter(({ replicablePoints }) => replicablePoints.length === 0)).toEqual([]);
    const years = all.map(({ year }) => year ?? 0);
    expect(years).toEqual([...years].sort((a, b) => b - a));
  });

  it('is searched by words and narrowed by category and year', async () => {
    const found = await list(app.visitor, {
      search: '烈士',
      category: { eq: 'PUBLICITY' },
      year: { gte: 2024 },
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ category, year }) => category === 'PUBLICITY' && (year ?? 0) >= 2024)).toBe(true);
    expect(await list(app.visitor, { search: "' or 1=1 --" })).toEqual([]);
  });

  it('keeps what a coordinator wrote when it is loaded again', async () => {
    const coordinator = await app.actor('COORDINATOR');
    const [first] = await list(coordinator, { search: '苏供薪火' });
    const input = {
      id: first?.id,
      version: first?.version,
      replicablePoints: ['由本单位职工整理本地史料', ' 现场讲述 '],
    };
    const { exemplarProjectUpdate: done } = await coordinator.ask<{
      exemplarProjectUpdate: { exemplarProject: Project; problems: unknown[] };
    }>(UPDATE, { input });
    expect(done.problems).toEqual([]);
    await app.app.pipelines.run(sql`delete from exemplar_project where title = '“少年话兵语”'`);
    await loadExemplars(seeding(app));
    expect(await list(app.visitor)).toHaveLength(66);
    const [kept] = await list(app.visitor, { search: '苏供薪火' });
    expect(kept?.replicablePoints).toEqual(['由本单位职工整理本地史料', '现场讲述']);
    const loads = await app.app.pipelines.run(
      sql<{ n: number }>`select count(*)::int as n from audit_event where operation = 'exemplarsLoad'`,
    );
    expect(loads).toEqual([{ n: 2 }]);
    await loadExemplars(seeding(app));
    expect(
      await app.app.pipelines.run(
        sql`select count(*)::int as n from audit_event where operation = 'exemplarsLoad'`,
      ),
    ).toEqual(loads);
  });

  it('is written by coordinators only, within its limits', async () => {
    const [first] = await list(app.visitor);
    const input = {
      id: first?.id,
      version: first?.version,
      summary: '',
      replicablePoints: ['长'.repeat(301)],
    };
    for (const role of ['TEAM_LEADER', 'JUDGE', 'AUDITOR'] as const) {
      expect(await (await app.actor(role)).codeOf(UPDATE, { input })).toBe('FORBIDDEN');
    }
    expect(await app.visitor.codeOf(UPDATE, { input })).toBe('UNAUTHENTICATED');
    const coordinator = await app.actor('COORDINATOR');
    const { exemplarProjectUpdate: refused } = await coordinator.ask<{
      exemplarProjectUpdate: { problems: { code: string; path: string[] }[] };
    }>(UPDATE, { input });
    expect(refused.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'REQUIRED summary',
      'TOO_LONG replicablePoints.0',
    ]);
  });
});
