import { join } from 'node:path';
import { operations } from '@xinghuo/shared/audit/operations.zh-CN';
import { RULE_KINDS } from '@xinghuo/shared/judging/scoring/rules';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationAccounts } from '../../../server/src/app/demonstration-accounts.ts';
import { seedCompetition } from '../../../server/src/domains/competition/seed.ts';
import { checkJudging } from '../../../server/src/domains/judging/check-results.ts';
import { seedJudging } from '../../../server/src/domains/judging/seed.ts';
import { loadRegions } from '../../../server/src/domains/places/load-regions.ts';
import { seedTeams } from '../../../server/src/domains/teams/seed.ts';
import { seedUnits } from '../../../server/src/domains/units/seed.ts';
import { type FileStore, openFileStore } from '../../../server/src/platform/files/index.ts';
import { seedRun } from '../../../server/src/platform/seed.ts';
import { readText } from '../../../server/src/platform/texts/index.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';

let app: TestApp;
let files: FileStore;
let coordinator: Client;

beforeAll(async () => {
  app = await startTestApp('2026-11-24T01:00:00Z');
  files = await openFileStore({ kind: 'disk', directory: join(app.directory, 'files') });
  const { pipelines, system } = app.app;
  const run = seedRun({ pipelines, system, files, now: app.clock.now(), say: () => undefined });
  await loadRegions(run);
  await seedUnits(run);
  await seedTeams(run);
  await seedCompetition(run);
  await seedJudging(run);
  coordinator = await app.actor('COORDINATOR');
}, 120_000);
afterAll(async () => {
  files.close();
  await app.close();
});

const count = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> => {
  const [row] = await app.app.pipelines.run(query);
  return Number(row?.n);
};

describe('the demonstration’s judging', () => {
  it('has the edition in review half done: five judges an entry, drafts, two recusals of which one is replaced', async () => {
    const { competitions } = await coordinator.ask<{
      competitions: { nodes: { id: string; currentRound: { id: string } }[] };
    }>('{ competitions(filter: { state: { eq: REVIEW } }) { nodes { id currentRound { id } } } }');
    const edition = competitions.nodes[0];
    const { judgingProgress: progress } = await coordinator.ask<{
      judgingProgress: {
        total: number;
        submitted: number;
        drafts: number;
        recused: number;
        shortEntries: number;
        forecastAt: string | null;
        byCategory: { total: number; panelSize: number }[];
        byJudge: unknown[];
      };
    }>(
      'query ($id: ID!) { judgingProgress(roundId: $id) { total submitted drafts recused shortEntries forecastAt byCategory { total panelSize } byJudge { code total } } }',
      { id: edition?.currentRound.id },
    );
    expect(progress.byJudge).toHaveLength(45);
    // Four anchors have nine judges each.
    expect([progress.total, progress.recused, progress.shortEntries]).toEqual([555, 2, 1]);
    expect(progress.submitted / progress.total).toBeGreaterThan(0.4);
    expect(progress.submitted / progress.total).toBeLessThan(0.6);
    expect(progress.drafts).toBeGreaterThan(10);
    expect(progress.forecastAt).not.toBeNull();
    expect(progress.byCategory.map(({ total }) => total).every((total) => total >= 59 && total <= 64)).toBe(
      true,
    );
  });

  it('has conflicts of every source, and no assignment on any of them', async () => {
    const sources = await app.app.pipelines.run(
      sql<{ source: string }>`select distinct source from conflict order by source`,
    );
    expect(sources.map(({ source }) => source)).toEqual(['DECLARED', 'ENTERED', 'FOUND']);
    expect(await checkJudging(app.app.pipelines.run)).toEqual([]);
  });

  it('has what the office did meanwhile: a conflict withdrawn, more time for one judge, a sheet given back, panels of the final', async () => {
    expect(
      await count(
        sql`select count(*)::int as n from conflict where withdrawn_at is not null and withdrawn_reason <> ''`,
      ),
    ).toBe(1);
    expect(
      await count(
        sql`select count(*)::int as n from deadline_extension where round_id is not null and judge_id is not null`,
      ),
    ).toBe(1);
    expect(
      await count(sql`select count(*)::int as n from audit_event where operation = 'scoreSheetReopen'`),
    ).toBe(1);
    expect(await count(sql`select count(*)::int as n from judge_panel`)).toBe(4);
  });

  it('held its past final in a drawn order, published before, with every mark in its time', async () => {
    const { competitions } = await coordinator.ask<{
      competitions: { nodes: { rounds: { id: string; kind: string }[] }[] };
    }>('{ competitions(filter: { state: { eq: CLOSED } }) { nodes { rounds { id kind } } } }');
    const final = competitions.nodes[0]?.rounds.find(({ kind }) => kind === 'PRESENTATION');
    const { presentation } = await coordinator.ask<{
      presentation: { publishedAt: string | null; slots: { position: number; state: string }[] };
    }>('query ($id: ID!) { presentation(roundId: $id) { publishedAt slots { position state } } }', {
      id: final?.id,
    });
    expect(presentation.publishedAt).not.toBeNull();
    expect(presentation.slots.map(({ position, state }) => [position, state])).toEqual(
      Array.from({ length: 36 }, (_, i) => [i + 1, 'DONE']),
    );
    expect(
      await count(
        sql`select count(*)::int as n from presentation_slot p join score_sheet s on s.round_id = p.round_id and s.entry_id = p.entry_id
          where s.submitted_at >= p.locks_at or s.submitted_at < p.locks_at - interval '2 minutes'`,
      ),
    ).toBe(0);
  });

  it('has the published edition whole: results by every rule, awards, decisions with reasons, objections decided', async () => {
    const RESULTS = `{ results(filter: { official: { eq: true }, round: { isNull: true } }) { nodes { frozenAt rowCount flags { flag count } rows { total categoryRank award { title } deliberation { reason } entry { state award { title } } } } } }`;
    interface Row {
      total: string;
      categoryRank: number;
      award: { title: string } | null;
      deliberation: { reason: string } | null;
      entry: { state: string; award: { title: string } | null };
    }
    const { results } = await coordinator.ask<{
      results: { nodes: { frozenAt: string | null; rowCount: number; rows: Row[] }[] };
    }>(RESULTS);
    expect(results.nodes).toHaveLength(1);
    const [result] = results.nodes;
    expect(result?.rowCount).toBe(54);
    expect(result?.frozenAt).not.toBeNull();
    expect(
      result?.rows.every(
        ({ award, entry }) =>
          award?.title === entry.award?.title && entry.state === (award ? 'AWARDED' : 'NOT_AWARDED'),
      ),
    ).toBe(true);
    expect(result?.rows.filter(({ award }) => award?.title === '金奖')).toHaveLength(9);
    expect(result?.rows.filter(({ deliberation }) => deliberation !== null).length).toBeGreaterThanOrEqual(5);
    expect(
      await count(
        sql`select count(*)::int as n from score_sheet s join round r on r.id = s.round_id where r.state = 'LOCKED' and s.state = 'LOCKED'`,
      ),
    ).toBe(54 * 5 + 36 * 5);
    expect(await count(sql`select count(*)::int as n from objection where state = 'RECEIVED'`)).toBe(0);
    expect(await count(sql`select count(*)::int as n from objection`)).toBe(6);
    expect(await count(sql`select count(distinct rule->>'kind')::int as n from result`)).toBe(
      Object.keys(RULE_KINDS).length,
    );
    const { results: shown } = await app.visitor.ask<{ results: { nodes: { rows: Row[] }[] } }>(
      '{ results { nodes { rows { total award { title } } } } }',
    );
    expect(shown.nodes).toHaveLength(1);
  });

  it('gives reasons that agree with its figures: no places moved, decisions as decided, the final below the documents', async () => {
    const deliberations = await app.app.pipelines.run(
      sql<{ reason: string }>`select reason from deliberation`,
    );
    const { objections } = await coordinator.ask<{
      objections: { nodes: { text: string; state: string; decision: string; entry: { id: string } }[] };
    }>('{ objections(first: 50) { nodes { text state decision entry { id } } } }');
    // A deliberation changes an award; places and totals stay what the rule made them.
    for (const { reason } of deliberations) expect(reason).not.toMatch(/移|并列|相差|单项/u);
    for (const { state, decision } of objections.nodes)
      expect(/异议(.*)。$/u.exec(decision)?.[1]).toBe(state === 'UPHELD' ? '成立' : '不成立');
    const ofFinal = objections.nodes.filter(({ text }) => text.includes('现场展示得分明显低于书面评审'));
    const [fallen] = await app.app.pipelines.run(
      sql<{
        fell: number;
      }>`select (w.round_scores -> 0 ->> 'score')::float - (w.round_scores -> 1 ->> 'score')::float as fell
        from result_row w join result r on r.id = w.result_id and r.official and r.round_id is null where w.entry_id = ${ofFinal[0]?.entry.id}`,
    );
    expect(fallen?.fell).toBeGreaterThan(1);
  });

  it('prints in the reader’s language, says why lower totals stand higher, and tells both digests apart', async () => {
    const { results } = await app.visitor.ask<{
      results: {
        nodes: {
          id: string;
          resultDigest: string;
          competition: { id: string };
          publication: { digest: string };
        }[];
      };
    }>('{ results { nodes { id resultDigest competition { id } publication { digest } } } }');
    const [result] = results.nodes;
    const printed = async (client: Client, path: string): Promise<string> => {
      const bytes = await (await client.fetch(path)).arrayBuffer();
      return (await readText('PDF', new Uint8Array(bytes)))?.replace(/\s+/g, ' ') ?? '';
    };
    const report = `/reports/${result?.competition.id}.pdf?lang=en`;
    for (const path of [`/print/rankings/${result?.id}.pdf?lang=en`, report]) {
      const text = await printed(coordinator, path);
      expect(text).toContain('Poetry City Youth');
      expect(text).not.toContain('诗城青年讲习社');
      expect(text).toContain(`Digest of the result ${result?.resultDigest}`);
      expect(text).toContain(`Digest of the result file ${result?.publication.digest}`);
    }
    const ranking = await printed(app.visitor, `/print/rankings/${result?.id}.pdf?lang=zh`);
    expect(ranking).toContain('进入后一轮的项目名次在前');
    expect(ranking).toContain('铜奖 * 合议前：银奖');
    const told = await printed(coordinator, report);
    expect(told).toContain('Zhou Yanqing');
    expect(told).not.toContain('周砚青');
    expect(told).toMatch(/ −\d\.\d /);
  });

  it('shows what is published: distributions by category, a bundle for everybody, remarks released and one withheld', async () => {
    const { results } = await app.visitor.ask<{
      results: {
        nodes: {
          publication: {
            bundlePath: string;
            statistics: { categories: { totals: unknown }[]; totals: { counts: number[] } };
          };
        }[];
      };
    }>(
      '{ results { nodes { publication { bundlePath statistics { totals { counts } categories { totals { counts } } } } } } }',
    );
    const published = results.nodes[0]?.publication;
    expect(published?.statistics.totals.counts.reduce((a, b) => a + b, 0)).toBe(54);
    expect(
      published?.statistics.categories.filter(({ totals }) => totals !== null).length,
    ).toBeGreaterThanOrEqual(5);
    expect((await app.visitor.fetch(published?.bundlePath ?? '')).status).toBe(200);
    const { entries } = await coordinator.ask<{ entries: { nodes: { id: string }[] } }>(
      '{ entries(first: 10, filter: { state: { eq: AWARDED } }) { nodes { id } } }',
    );
    const { entryFeedback } = await coordinator.ask<{
      entryFeedback: { criteria: unknown[]; remarks: unknown[] };
    }>(
      'query ($id: ID!) { entryFeedback(entryId: $id) { criteria { mean group { counts } } remarks { text } } }',
      { id: entries.nodes[0]?.id },
    );
    expect(entryFeedback.criteria.length).toBeGreaterThan(0);
    expect(entryFeedback.remarks.length).toBeGreaterThan(0);
    expect(await count(sql`select count(*)::int as n from withheld_remark`)).toBe(1);
  });

  it('has accounts that sign in, and what their office did before: invitations, tokens, imports, queued mail', async () => {
    await demonstrationAccounts({ app: app.app, files });
    const { sessionCreate } = await app.visitor.ask<{ sessionCreate: { problems: unknown[] } }>(
      'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { problems { code } } }',
      { input: { email: 'leader@demo.xinghuo', password: 'xinghuo-demo' } },
    );
    expect(sessionCreate.problems).toEqual([]);
    const admin = await app.actor('SYSTEM_ADMIN');
    const lists = await admin.ask<{
      accounts: { nodes: { email: string; grants: { scopeName: string | null }[] }[] };
      invitations: { nodes: { state: string }[] };
      apiTokens: { nodes: { state: string }[] };
      imports: { nodes: { kind: string; created: number; unchanged: number }[] };
      jobs: { nodes: { name: string }[] };
    }>(
      `{ accounts(first: 50) { nodes { email grants { scopeName } } } invitations { nodes { state } } apiTokens { nodes { state } }
        imports { nodes { kind created unchanged } } jobs { nodes { name } } }`,
    );
    const leader = lists.accounts.nodes.find(({ email }) => email === 'leader@demo.xinghuo');
    expect(leader?.grants).toEqual([{ scopeName: '诗城青年讲习社' }]);
    const liaison = lists.accounts.nodes.find(({ email }) => email === 'liaison@demo.xinghuo');
    expect(liaison?.grants).toEqual([{ scopeName: '共青团安徽工业大学委员会' }]);
    expect(lists.invitations.nodes.map(({ state }) => state).sort()).toEqual([
      'EXPIRED',
      'PENDING',
      'PENDING',
      'PENDING',
      'REVOKED',
    ]);
    expect(lists.apiTokens.nodes.map(({ state }) => state).sort()).toEqual(['ACTIVE', 'ACTIVE', 'REVOKED']);
    expect(lists.imports.nodes).toEqual([
      { kind: 'accounts', created: 4, unchanged: 0 },
      { kind: 'units', created: 1, unchanged: 2 },
    ]);
    expect(lists.jobs.nodes.length).toBeGreaterThanOrEqual(9);
    // A second start finds it all there.
    await demonstrationAccounts({ app: app.app, files });
    expect(await count(sql`select count(*)::int as n from invitation where kind = 'INVITATION'`)).toBe(5);
  });

  it('has words for every step in its audit log', async () => {
    const steps = await app.app.pipelines.run(
      sql<{ operation: string }>`select distinct operation from audit_event order by operation`,
    );
    const without = steps.filter(({ operation }) => !(operation in operations));
    expect(without).toEqual([]);
  });
});
