import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractSchema } from '../../server/src/app/contract.ts';
import { draftEdition } from '../api/competition/kit.ts';
import { makeAccount, newEmail, step } from '../api/identity/kit.ts';
import { addJudge, assignAll, makeReview, marksOf, ok, type Review, sheetsOf } from '../api/judging/kit.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';
import { crawl, type Known } from './rights-crawl.ts';

let app: TestApp;
let review: Review;
let draft: string;
let otherJudge: Client;
let known: Known;

/** Ids by plain SQL: what may not be seen is said here without the policies that decide it. */
const ids = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<readonly string[]> =>
  (await app.app.pipelines.run(query)).map(({ id }) => id);

const TABLES = {
  Account: 'account',
  ApiToken: 'api_token',
  Assignment: 'assignment',
  Attachment: 'attachment',
  AuditEvent: 'audit_event',
  Competition: 'competition',
  Conflict: 'conflict',
  Entry: 'entry',
  EntryRevision: 'entry_revision',
  Invitation: 'invitation',
  Judge: 'judge',
  RoleGrant: 'role_grant',
  ScoreSheet: 'score_sheet',
  ScreeningNote: 'screening_note',
  Session: 'session',
  Team: 'team',
  TeamMember: 'team_member',
  Unit: 'unit',
} as const;
type Named = keyof typeof TABLES;

const all = (type: Named): Promise<readonly string[]> =>
  ids(sql`select id from ${sql.table(TABLES[type])} order by id`);

/** What the client reads anywhere of the given rows, by type. */
async function seenBy(
  client: Client,
  hidden: Partial<Record<Named, readonly string[]>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const text = await crawl(await contractSchema(), client, known);
  const seen = Object.entries(hidden).map(
    ([type, rows]) => [type, rows.filter((id) => text.includes(id))] as const,
  );
  return Object.fromEntries(seen.filter(([, found]) => found.length > 0));
}

/** All rows of these types but the given ones. */
async function allBut(
  exceptions: Partial<Record<Named, readonly string[]>>,
): Promise<Partial<Record<Named, readonly string[]>>> {
  const hidden: Partial<Record<Named, readonly string[]>> = {};
  for (const [type, mine] of Object.entries(exceptions) as [Named, readonly string[]][])
    hidden[type] = (await all(type)).filter((id) => !mine.includes(id));
  return hidden;
}

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY', 'HEALTH', 'HEALTH'], judges: 4 });
  const { coordinator, entries, round, edition, judges } = review;
  await app.app.pipelines.run(
    sql`insert into conflict (id, judge_id, entry_id, source, reason, created_at)
      values (gen_random_uuid(), ${judges[3]?.id}, ${entries[3]?.id}, 'ENTERED', '同一单位', now())`,
  );
  await assignAll(coordinator, round.id);
  for (const { client } of judges) {
    const [sheet] = await sheetsOf(client);
    if (!sheet) continue;
    await ok(client, 'scoreSheetSave', { id: sheet.id, version: sheet.version, marks: marksOf(sheet, '7') });
  }
  draft = (await draftEdition(coordinator, 2027)).id;
  otherJudge = (await addJudge(app, coordinator, draft)).client;
  const email = newEmail();
  const grant = { role: 'JUDGE', scope: 'COMPETITION', scopeId: edition.id };
  await step(
    coordinator,
    'invitationCreate',
    { email, name: '林若溪', grants: [grant] },
    'invitation { id }',
  );
  await step(
    coordinator,
    'apiTokenCreate',
    { name: '看板', scopes: ['team.list'], expiresAt: '2026-08-01T00:00:00Z' },
    'secret',
  );
  for (const teamId of review.scene.teamIds)
    await step(coordinator, 'teamMemberAdd', { teamId, name: '成员', role: 'LEADER' }, 'team { id }');
  known = {
    byType: Object.fromEntries(
      await Promise.all((Object.keys(TABLES) as Named[]).map(async (type) => [type, await all(type)])),
    ),
    byArgument: {
      roundId: round.id,
      entryId: review.entries[0]?.id ?? '',
      competitionId: edition.id,
      subjectType: 'ScoreSheet',
      subjectId: (await all('ScoreSheet'))[0] ?? '',
    },
  };
}, 120_000);
afterAll(() => app.close());

describe('rows that an actor may not see are absent on every path', () => {
  it('the paths are walked: the office meets every kind of row on them', async () => {
    const seen = await seenBy(
      review.coordinator,
      await allBut({
        Account: [],
        Assignment: [],
        Competition: [],
        Conflict: [],
        Entry: [],
        EntryRevision: [],
        Invitation: [],
        Judge: [],
        RoleGrant: [],
        ScoreSheet: [],
        Team: [],
        TeamMember: [],
        ApiToken: [],
      }),
    );
    expect(Object.keys(seen).sort()).toEqual([
      'Account',
      'ApiToken',
      'Assignment',
      'Competition',
      'Conflict',
      'Entry',
      'EntryRevision',
      'Invitation',
      'Judge',
      'RoleGrant',
      'ScoreSheet',
      'Team',
      'TeamMember',
    ]);
  }, 120_000);

  it('a visitor', async () => {
    const { AuditEvent: _log, Team: _register, Unit: _units, Competition: _open, ...types } = TABLES;
    const nothing = Object.fromEntries(Object.keys(types).map((type) => [type, []]));
    expect(await seenBy(app.visitor, { ...(await allBut(nothing)), Competition: [draft] })).toEqual({});
  }, 120_000);

  it('a judge: nobody else’s sheets, marks, conflicts or person, and only entries in hand', async () => {
    const [judge] = review.judges;
    if (!judge) throw new Error('there is a judge');
    const own = (query: ReturnType<typeof sql<{ id: string }>>) => ids(query);
    const hidden = await allBut({
      ScoreSheet: await own(
        sql`select s.id from score_sheet s join assignment a on a.id = s.assignment_id where a.judge_id = ${judge.id}`,
      ),
      Assignment: await own(sql`select id from assignment where judge_id = ${judge.id}`),
      Entry: await own(sql`select entry_id as id from assignment where judge_id = ${judge.id}`),
      Judge: [judge.id],
      Account: [judge.client.accountId ?? ''],
      RoleGrant: await own(sql`select id from role_grant where account_id = ${judge.client.accountId}`),
      Session: await own(sql`select id from session where account_id = ${judge.client.accountId}`),
      Conflict: [],
      EntryRevision: [],
      ScreeningNote: [],
      Invitation: [],
      ApiToken: [],
      TeamMember: [],
      AuditEvent: [],
    });
    expect(await seenBy(judge.client, { ...hidden, Competition: [draft] })).toEqual({});
  }, 120_000);

  it('the judge of another edition: nothing of this one', async () => {
    const hidden = await allBut({
      ScoreSheet: [],
      Assignment: [],
      Entry: [],
      Conflict: [],
      EntryRevision: [],
      Invitation: [],
      Judge: await ids(sql`select id from judge where competition_id = ${draft}`),
    });
    expect(await seenBy(otherJudge, hidden)).toEqual({});
  }, 120_000);

  it('a team leader: nothing of other teams, and no judge, sheet or conflict at all', async () => {
    const [leader] = review.leaders;
    const [team] = review.scene.teamIds;
    if (!leader) throw new Error('there is a leader');
    const hidden = await allBut({
      Entry: await ids(sql`select id from entry where team_id = ${team}`),
      EntryRevision: await ids(
        sql`select r.id from entry_revision r join entry e on e.id = r.entry_id where e.team_id = ${team}`,
      ),
      Attachment: await ids(
        sql`select a.id from attachment a join entry e on e.id = a.entry_id where e.team_id = ${team}`,
      ),
      TeamMember: await ids(sql`select id from team_member where team_id = ${team}`),
      Account: [leader.accountId ?? ''],
      ScoreSheet: [],
      Assignment: [],
      Judge: [],
      Conflict: [],
      Invitation: [],
      ApiToken: [],
      AuditEvent: [],
    });
    expect(await seenBy(leader, { ...hidden, Competition: [draft] })).toEqual({});
  }, 120_000);

  it('a coordinator of another edition: no entry, judge, sheet, invitation or person of this one', async () => {
    const officer = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: draft });
    await makeAccount(app, { grants: ['AUDITOR'] });
    const hidden = await allBut({
      Entry: [],
      EntryRevision: [],
      ScoreSheet: [],
      Assignment: [],
      Conflict: [],
      Invitation: [],
      ApiToken: [],
      AuditEvent: [],
      Judge: await ids(sql`select id from judge where competition_id = ${draft}`),
      Account: [officer.accountId ?? '', otherJudge.accountId ?? ''],
      TeamMember: [],
    });
    expect(await seenBy(officer, hidden)).toEqual({});
  }, 120_000);
});
