import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { confirm, preview } from '../imports/sheet-kit.ts';
import { addJudge, codes, makeReview, ok, type Review } from './kit.ts';

let app: TestApp;
let review: Review;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY'], judges: 0 });
});
afterAll(() => app.close());

interface Seen {
  readonly entry: string;
  readonly reason: string;
  readonly source: string;
}

/** What a search finds for one judge. */
async function findings(judgeId: string): Promise<Seen[]> {
  await ok(review.coordinator, 'conflictsFind', { roundId: review.round.id });
  const { conflicts } = await review.coordinator.ask<{
    conflicts: { nodes: { source: string; reason: string; entry: { id: string } }[] };
  }>(
    'query ($judge: ID!) { conflicts(first: 50, filter: { judge: { eq: $judge } }) { nodes { source reason entry { id } } } }',
    { judge: judgeId },
  );
  return conflicts.nodes.map(({ source, reason, entry }) => ({ source, reason, entry: entry.id }));
}
const run = (query: ReturnType<typeof sql>) => app.app.pipelines.run(query);
const judge = (fields: Record<string, unknown> = {}) =>
  addJudge(app, review.coordinator, review.edition.id, fields);
const found = (entry: number, reason: string): Seen[] => [
  { source: 'FOUND', reason, entry: review.entries[entry]?.id ?? '' },
];
const teamOf = (entry: number): string => review.scene.teamIds[entry] ?? '';

describe('conflicts the system finds', () => {
  it('from a telephone number that is the same, however written; the number itself is kept nowhere', async () => {
    // Both entries have the contact 0555-1200345.
    const { id } = await judge({ phone: '+86 555 120 0345' });
    expect((await findings(id)).map(({ source, reason }) => [source, reason])).toEqual([
      ['FOUND', 'SAME_PHONE'],
      ['FOUND', 'SAME_PHONE'],
    ]);
    expect(await findings((await judge({ phone: '0555-1200346' })).id)).toEqual([]);
    const [row] = await run(
      sql`select (select to_jsonb(j)::text from judge j where j.id = ${id}) || (select string_agg(changes::text, '') from audit_event where operation = 'judgeCreate') as text`,
    );
    expect(JSON.stringify(row)).not.toMatch(/120\s?0345/);
    expect(
      await codes(review.coordinator, 'judgeCreate', {
        competitionId: review.edition.id,
        email: 'hao@example.cn',
        name: '试填',
        expertise: [],
        phone: '12345',
      }),
    ).toEqual(['INVALID_FORMAT phone']);
  });

  it('from the mail domain of an organisation, never from that of a public provider', async () => {
    const leaders = [review.leaders[0]?.accountId, review.leaders[1]?.accountId];
    await run(sql`update account set email = 'dui@min-zheng.gov.cn' where id = ${leaders[0]}`);
    await run(sql`update account set email = 'dui@163.com' where id = ${leaders[1]}`);
    const colleague = await judge({ email: 'ping@min-zheng.GOV.cn' });
    expect(await findings(colleague.id)).toEqual(found(0, 'SAME_MAIL_DOMAIN'));
    for (const domain of ['163.com', 'qq.com', '126.com', 'gmail.com']) {
      await run(sql`update account set email = ${`dui@${domain}`} where id = ${leaders[1]}`);
      expect(await findings((await judge({ email: `ping@${domain}` })).id)).toEqual([]);
    }
  });

  it('not from the office that imported an entry for the team', async () => {
    const importer = await app.actor('COORDINATOR');
    await run(sql`update account set email = 'office@tuan-wei.gov.cn' where id = ${importer.accountId}`);
    const [entry] = review.entries;
    const [author] = (await run(sql`select created_by_id as id from entry where id = ${entry?.id}`)) as {
      id: string;
    }[];
    await run(sql`update entry set created_by_id = ${importer.accountId} where id = ${entry?.id}`);
    expect(await findings((await judge({ email: 'ping@tuan-wei.gov.cn' })).id)).toEqual([]);
    await run(sql`update entry set created_by_id = ${author?.id} where id = ${entry?.id}`);
  });

  it('from past work: an earlier unit, an earlier membership, an entry of another edition', async () => {
    const { unitId } = review.scene;
    const retired = await judge({ formerUnitIds: [unitId] });
    expect((await findings(retired.id)).map(({ reason }) => reason)).toEqual(['FORMER_UNIT', 'FORMER_UNIT']);
    const member = await judge();
    await run(
      sql`insert into team_member (id, team_id, name, role, account_id, since, until) values (gen_random_uuid(), ${teamOf(1)}, '旧队员', 'MEMBER', ${member.client.accountId}, '2020-01-01', '2024-12-31')`,
    );
    expect(await findings(member.id)).toEqual(found(1, 'FORMER_MEMBER'));
    const author = await judge();
    await ok(review.coordinator, 'competitionCreate', { year: 2025, title: '上一届' });
    await run(
      sql`insert into entry (id, created_at, updated_at, version, competition_id, category_id, team_id, title, title_en, applicant_kind, summary, summary_en, need, activities, innovation, replicability, results, plan, budget, budget_total, beneficiaries, contact_name, contact_phone, state, created_by_id)
        select gen_random_uuid(), now(), now(), 1, c.id, (select k.id from category k where k.competition_id = c.id limit 1), ${teamOf(0)}, '旧项目', '', 'NEW_SOCIAL_ORG', '', '', '', '', '', '', '', '[]', '[]', 0, '[]', '', '', 'DRAFT', ${author.client.accountId} from competition c where c.year = 2025`,
    );
    expect(await findings(author.id)).toEqual(found(0, 'PAST_ENTRY'));
    const moved = await judge();
    await run(
      sql`insert into judge (id, created_at, updated_at, version, competition_id, account_id, number, email, name, unit_id, expertise, capacity)
        select gen_random_uuid(), now(), now(), 1, c.id, ${moved.client.accountId}, 1, 'frueher@example.cn', '同一人', ${unitId}, '{}', 10 from competition c where c.year = 2025`,
    );
    expect((await findings(moved.id)).map(({ reason }) => reason)).toEqual(['FORMER_UNIT', 'FORMER_UNIT']);
  });

  it('also of judges that a sheet brought in', async () => {
    const sheet = [
      '届次,邮箱,姓名,曾任职单位,联系电话,熟悉类别',
      '2026,biao@example.cn,表内评委,马鞍山市民政局,0555 9900207,社会治理',
    ].join('\n');
    const { body } = await preview(review.coordinator, 'judges', sheet);
    expect(body).toMatchObject({ rows: 1, problemCount: 0 });
    await confirm(review.coordinator, body.previewId);
    const again = await preview(review.coordinator, 'judges', sheet);
    const { importRun } = await confirm(review.coordinator, again.body.previewId);
    expect(importRun).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const { judges } = await review.coordinator.ask<{
      judges: { nodes: { id: string; hasPhone: boolean; formerUnits: { name: string }[] }[] };
    }>('{ judges(filter: { search: "表内评委" }) { nodes { id hasPhone formerUnits { name } } } }');
    expect(judges.nodes).toMatchObject([{ hasPhone: true, formerUnits: [{ name: '马鞍山市民政局' }] }]);
    expect((await findings(judges.nodes[0]?.id ?? '')).map(({ reason }) => reason)).toEqual([
      'FORMER_UNIT',
      'FORMER_UNIT',
    ]);
  });
});

describe('the database itself', () => {
  it('refuses an assignment on a conflict and a conflict on an assignment, in either order', async () => {
    const { id } = await judge();
    const [first, second] = review.entries;
    const conflict = (entry: string | undefined) =>
      run(
        sql`insert into conflict (id, judge_id, entry_id, source, reason, created_at) values (gen_random_uuid(), ${id}, ${entry}, 'ENTERED', '同一单位', now())`,
      );
    const assignment = (entry: string | undefined) =>
      run(
        sql`insert into assignment (id, created_at, updated_at, version, round_id, entry_id, judge_id, pinned, position, live) values (gen_random_uuid(), now(), now(), 1, ${review.round.id}, ${entry}, ${id}, false, 1, true)`,
      );
    await conflict(first?.id);
    await expect(assignment(first?.id)).rejects.toMatchObject({ constraint: 'assignment_conflict' });
    await assignment(second?.id);
    await expect(conflict(second?.id)).rejects.toMatchObject({ constraint: 'conflict_assignment' });
    // Coming back to life, on either side, is the same as being made.
    await run(sql`update assignment set live = false where judge_id = ${id}`);
    await conflict(second?.id);
    await expect(run(sql`update assignment set live = true where judge_id = ${id}`)).rejects.toMatchObject({
      constraint: 'assignment_conflict',
    });
    await run(
      sql`update conflict set withdrawn_at = now() where judge_id = ${id} and entry_id = ${second?.id}`,
    );
    await run(sql`update assignment set live = true where judge_id = ${id}`);
    await expect(
      run(sql`update conflict set withdrawn_at = null where judge_id = ${id} and entry_id = ${second?.id}`),
    ).rejects.toMatchObject({ constraint: 'conflict_assignment' });
  });
});
