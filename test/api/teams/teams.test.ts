import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedTeams } from '../../../server/src/domains/teams/seed.ts';
import { seedUnits } from '../../../server/src/domains/units/seed.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { seeding, withRegions } from '../imports/sheet-kit.ts';

interface TeamRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly leader: { id: string; name: string } | null;
  readonly members: readonly { id: string; name: string; role: string }[];
  readonly memberCount: number;
  readonly canUpdate: boolean;
  readonly availableTransitions: readonly { event: string; allowed: boolean }[];
  readonly version: number;
  readonly unit: { id: string; name: string } | null;
}
interface Payload {
  readonly team: TeamRow | null;
  readonly problems: readonly { code: string; path: string[]; params: Record<string, unknown> }[];
}

const FIELDS = `id number name state stateReason leader { id name } members { id name role } memberCount canUpdate
  availableTransitions { event allowed } version unit { id name }`;
const LIST = `query ($filter: TeamFilter, $sort: [TeamSort!]) { teams(first: 200, filter: $filter, sort: $sort) { nodes { ${FIELDS} } totalCount } }`;
const ONE = `query ($id: ID!) { team(id: $id) { ${FIELDS} } }`;

let app: TestApp;
let coordinator: Client;
let team: TeamRow;
let regionId: string;

beforeAll(async () => {
  app = await startTestApp();
  await withRegions(app);
  await seedUnits(seeding(app));
  await seedTeams(seeding(app));
  coordinator = await app.actor('COORDINATOR');
  const [region] = await app.app.pipelines.run(
    sql<{ id: string }>`select id from region where code = '340503'`,
  );
  regionId = region?.id ?? '';
  team = (await list(coordinator, { search: '3405000001' }))[0] as TeamRow;
});
afterAll(() => app.close());

async function list(client: Client, filter: object = {}): Promise<readonly TeamRow[]> {
  return (await client.ask<{ teams: { nodes: TeamRow[] } }>(LIST, { filter })).teams.nodes;
}
async function write(client: Client, mutation: string, type: string, input: object): Promise<Payload> {
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { team { ${FIELDS} } problems { code path params } } }`;
  return (await client.ask<Record<string, Payload>>(query, { input }))[mutation] as Payload;
}
const asLeader = (id: string): Promise<Client> =>
  app.actor({ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: id });
const fresh = async (id: string): Promise<TeamRow> =>
  (await coordinator.ask<{ team: TeamRow }>(ONE, { id })).team;
const registered = {
  name: '雨山湖畔护绿队',
  kind: 'GROUP',
  serviceTypes: ['ENVIRONMENT'],
  applicantKind: 'NEW_SOCIAL_ORG',
  leaderName: '陶知夏',
};

describe('the demonstration teams', () => {
  it('are 130, each with a leader and three to eight members, and count at least those', async () => {
    const rows = await app.app.pipelines.run(
      sql<{ n: number; leaders: number; few: number; least: number; most: number }>`select count(*)::int as n,
          sum((m.leaders = 1)::int)::int as leaders, sum((t.member_count < m.n)::int)::int as few, min(m.n)::int as least, max(m.n)::int as most
        from team t cross join lateral (select count(*) as n, count(*) filter (where role = 'LEADER') as leaders
          from team_member x where x.team_id = t.id) m`,
    );
    expect(rows).toEqual([{ n: 130, leaders: 130, few: 0, least: 4, most: 9 }]);
  });
});

describe('registering a team', () => {
  it('gives it the next number, waits for approval, and shows it to whom it concerns', async () => {
    const { team: made, problems } = await write(coordinator, 'teamCreate', 'TeamCreateInput', {
      ...registered,
      regionId,
    });
    expect(problems).toEqual([]);
    expect(made).toMatchObject({
      number: '3405000131',
      state: 'PENDING',
      memberCount: 1,
      leader: { name: '陶知夏' },
    });
    const other = await asLeader(team.id);
    expect(await list(other, { search: '护绿队' })).toEqual([]);
    expect(await list(await asLeader(made?.id ?? ''), { search: '护绿队' })).toHaveLength(1);
    const wrong = await write(coordinator, 'teamApprove', 'TeamTransitionInput', {
      id: made?.id,
      version: 9,
    });
    expect(wrong.problems).toMatchObject([{ code: 'STALE_VERSION' }]);
    const approved = await write(coordinator, 'teamApprove', 'TeamTransitionInput', {
      id: made?.id,
      version: made?.version,
    });
    expect(approved.team).toMatchObject({
      state: 'ACTIVE',
      availableTransitions: [{ event: 'suspend', allowed: true }],
    });
    expect(await list(other, { search: '护绿队' })).toHaveLength(1);
  });

  it('is open to a liaison for the own unit only', async () => {
    const unitId = team.unit?.id ?? '';
    const liaison = await app.actor({ role: 'UNIT_LIAISON', scope: 'UNIT', scopeId: unitId });
    const own = await write(liaison, 'teamCreate', 'TeamCreateInput', {
      ...registered,
      name: '青年讲习二队',
      regionId,
      unitId,
    });
    expect(own).toMatchObject({ problems: [], team: { state: 'PENDING', availableTransitions: [] } });
    const none = await write(liaison, 'teamCreate', 'TeamCreateInput', { ...registered, regionId });
    expect(none.problems).toMatchObject([{ code: 'RIGHT_MISSING', path: ['unitId'] }]);
  });

  it('names everything that is wrong at once', async () => {
    const { problems } = await write(coordinator, 'teamCreate', 'TeamCreateInput', {
      ...registered,
      name: ' ',
      number: 'a/b',
      serviceTypes: ['TAX', 'TAX', 'FIRE', 'SPORT', 'LEGAL'],
      founded: '2026-06-02',
      memberCount: -1,
      regionId,
    });
    expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'INVALID_FORMAT number',
      'REQUIRED name',
      'TOO_MANY serviceTypes',
      'DUPLICATE serviceTypes',
      'OUT_OF_RANGE founded',
      'OUT_OF_RANGE memberCount',
    ]);
  });

  it('gives every one of five at once a number of its own', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        write(coordinator, 'teamCreate', 'TeamCreateInput', {
          ...registered,
          name: `江心洲${n}队`,
          regionId,
        }),
      ),
    );
    expect(new Set(made.map((one) => one.team?.number)).size).toBe(5);
  });
});

describe('the lifecycle', () => {
  it('asks for reasons, refuses wrong states, and ends with the archive', async () => {
    const { team: made } = await write(coordinator, 'teamCreate', 'TeamCreateInput', {
      ...registered,
      name: '短命队',
      regionId,
    });
    const id = made?.id ?? '';
    const noReason = await write(coordinator, 'teamReject', 'TeamTransitionInput', {
      id,
      version: 1,
      reason: '  ',
    });
    expect(noReason.problems).toMatchObject([{ code: 'REASON_REQUIRED', path: ['reason'] }]);
    const early = await write(coordinator, 'teamSuspend', 'TeamTransitionInput', {
      id,
      version: 1,
      reason: '停',
    });
    expect(early.problems).toMatchObject([
      { code: 'STATE_NOT_ALLOWED', params: { state: 'PENDING', event: 'suspend' } },
    ]);
    let version = 1;
    for (const [step, state] of [
      ['teamApprove', 'ACTIVE'],
      ['teamSuspend', 'SUSPENDED'],
      ['teamResume', 'ACTIVE'],
      ['teamSuspend', 'SUSPENDED'],
      ['teamArchive', 'ARCHIVED'],
    ] as const) {
      const done = await write(coordinator, step, 'TeamTransitionInput', {
        id,
        version,
        reason: '队员毕业离校',
      });
      expect(done).toMatchObject({ problems: [], team: { state } });
      version = done.team?.version ?? 0;
    }
    const [event] = await app.app.pipelines.run(
      sql<{
        reason: string;
      }>`select reason from audit_event where operation = 'teamArchive' and subject_id = ${id}`,
    );
    expect(event?.reason).toBe('队员毕业离校');
    const member = await write(coordinator, 'teamMemberAdd', 'TeamMemberAddInput', {
      teamId: id,
      name: '迟到的人',
    });
    expect(member.problems).toMatchObject([{ code: 'STATE_NOT_ALLOWED' }]);
  });

  it('is closed to leaders and judges', async () => {
    const input = { id: team.id, version: team.version, reason: '停用' };
    const query = `mutation ($input: TeamTransitionInput!) { teamSuspend(input: $input) { problems { code } } }`;
    for (const client of [await asLeader(team.id), await app.actor('JUDGE'), await app.actor('AUDITOR')]) {
      expect(await client.codeOf(query, { input })).toBe('FORBIDDEN');
    }
    expect(await app.visitor.codeOf(query, { input })).toBe('UNAUTHENTICATED');
    const scoped = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: regionId });
    expect(await scoped.codeOf(query, { input })).toBe('FORBIDDEN');
  });
});

describe('members', () => {
  it('are seen by the team and those who look after it, and by nobody else', async () => {
    const seen = async (client: Client): Promise<number> => {
      const [row] = await list(client, { search: team.number });
      return row?.members.length ?? -1;
    };
    const unit = team.unit?.id ?? '';
    expect(await seen(coordinator)).toBe(team.members.length);
    expect(await seen(await asLeader(team.id))).toBe(team.members.length);
    expect(await seen(await app.actor('AUDITOR'))).toBe(team.members.length);
    expect(await seen(await app.actor({ role: 'UNIT_LIAISON', scope: 'UNIT', scopeId: unit }))).toBe(
      team.members.length,
    );
    expect(await seen(await app.actor({ role: 'SITE_MANAGER', scope: 'REGION', scopeId: regionId }))).toBe(
      team.members.length,
    );
    const stranger = await asLeader(regionId);
    expect(await seen(stranger)).toBe(0);
    expect((await list(stranger, { search: team.number }))[0]?.leader).toBeNull();
    expect(await seen(await app.actor('SYSTEM_ADMIN'))).toBe(0);
    expect(await (await app.actor('JUDGE')).codeOf(LIST)).toBe('FORBIDDEN');
  });

  it('join and leave; a new leader takes the place of the present one', async () => {
    const leader = await asLeader(team.id);
    const added = await write(leader, 'teamMemberAdd', 'TeamMemberAddInput', {
      teamId: team.id,
      name: '姚景行',
      role: 'LEADER',
    });
    expect(added).toMatchObject({
      problems: [],
      team: { leader: { name: '姚景行' }, memberCount: team.memberCount },
    });
    expect(added.team?.members.filter(({ role }) => role === 'LEADER')).toHaveLength(1);
    const first = added.team?.members[0]?.id ?? '';
    const kept = await write(leader, 'teamMemberRemove', 'TeamMemberRemoveInput', {
      teamId: team.id,
      memberId: first,
    });
    expect(kept.problems).toMatchObject([{ code: 'TEAM_LEADER_NEEDED' }]);
    const last = added.team?.members.at(-1)?.id ?? '';
    const left = await write(leader, 'teamMemberRemove', 'TeamMemberRemoveInput', {
      teamId: team.id,
      memberId: last,
    });
    expect(left.team?.members.map(({ id }) => id)).not.toContain(last);
    const again = await write(leader, 'teamMemberRemove', 'TeamMemberRemoveInput', {
      teamId: team.id,
      memberId: last,
    });
    expect(again.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['memberId'] }]);
    const [row] = await app.app.pipelines.run(
      sql<{ until: string }>`select until::text from team_member where id = ${last}`,
    );
    expect(row?.until).toBe('2026-06-01');
  });

  it('of another team cannot be removed, and accounts are named by coordinators only', async () => {
    const leader = await asLeader(team.id);
    const other = (await list(coordinator, { search: '3405000002' }))[0] as TeamRow;
    const memberId = other.members.at(-1)?.id;
    const query = `mutation ($input: TeamMemberRemoveInput!) { teamMemberRemove(input: $input) { problems { code path } } }`;
    expect(await leader.codeOf(query, { input: { teamId: other.id, memberId } })).toBe('FORBIDDEN');
    const foreign = await write(leader, 'teamMemberRemove', 'TeamMemberRemoveInput', {
      teamId: team.id,
      memberId,
    });
    expect(foreign.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['memberId'] }]);
    const input = { teamId: team.id, name: '苏采薇', accountId: leader.accountId };
    const named = await write(leader, 'teamMemberAdd', 'TeamMemberAddInput', input);
    expect(named.problems).toMatchObject([{ code: 'RIGHT_MISSING', path: ['accountId'] }]);
    expect((await write(coordinator, 'teamMemberAdd', 'TeamMemberAddInput', input)).problems).toEqual([]);
    const twice = await write(coordinator, 'teamMemberAdd', 'TeamMemberAddInput', input);
    expect(twice.problems).toMatchObject([{ code: 'TEAM_MEMBER_TWICE', path: ['accountId'] }]);
  });
});

describe('changing a team', () => {
  it('lets the leader write the introduction and leaves registered figures to coordinators', async () => {
    const leader = await asLeader(team.id);
    const { version } = await fresh(team.id);
    const done = await write(leader, 'teamUpdate', 'TeamUpdateInput', {
      id: team.id,
      version,
      intro: '把宣讲稿写到班组能听懂为止。',
    });
    expect(done.problems).toEqual([]);
    const figures = {
      id: team.id,
      version: done.team?.version,
      name: '新名',
      serviceMinutes: 9,
      memberCount: 1,
    };
    const refused = await write(leader, 'teamUpdate', 'TeamUpdateInput', figures);
    expect(refused.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'RIGHT_MISSING name',
      'RIGHT_MISSING memberCount',
      'RIGHT_MISSING serviceMinutes',
      'OUT_OF_RANGE memberCount',
    ]);
    const other = await asLeader(regionId);
    const query = `mutation ($input: TeamUpdateInput!) { teamUpdate(input: $input) { problems { code } } }`;
    expect(await other.codeOf(query, { input: { id: team.id, version, intro: '别人的' } })).toBe('FORBIDDEN');
  });
});

describe('the database', () => {
  const raw = (query: ReturnType<typeof sql>): Promise<unknown> => app.app.pipelines.run(query);

  it('knows one leader a team, four services, and no fewer members than are named', async () => {
    const { id } = team;
    await expect(
      raw(
        sql`insert into team_member (id, team_id, name, role, since) values (gen_random_uuid(), ${id}, '第二个', 'LEADER', '2026-01-01')`,
      ),
    ).rejects.toThrow(/team_one_leader/);
    await expect(raw(sql`update team set service_types = array['NAP'] where id = ${id}`)).rejects.toThrow(
      /team_service_types/,
    );
    await expect(raw(sql`update team set member_count = 1 where id = ${id}`)).rejects.toThrow(
      /fewer members/,
    );
    await expect(raw(sql`delete from unit where id = ${team.unit?.id}`)).rejects.toThrow(/foreign key/);
  });
});
