import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedTeams } from '../../../server/src/domains/teams/seed.ts';
import { seedUnits } from '../../../server/src/domains/units/seed.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { seeding, withRegions } from '../imports/sheet-kit.ts';
import { goTo } from './kit.ts';

interface Session {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly capacity: number;
  readonly registeredCount: number;
  readonly registrationOpen: boolean;
  readonly cancelReason: string | null;
  readonly registrations: readonly {
    id: string;
    team: { id: string; name: string };
    attendees: string[];
    present: string[] | null;
  }[];
  readonly availableTransitions: readonly { event: string; allowed: boolean }[];
  readonly version: number;
}
interface Payload {
  readonly trainingSession: Session | null;
  readonly problems: readonly { code: string; path: string[]; params: Record<string, unknown> }[];
}

const FIELDS = `id title state capacity registeredCount registrationOpen cancelReason version
  registrations { id team { id name } attendees present } availableTransitions { event allowed }`;

let app: TestApp;
let coordinator: Client;
let editionId: string;
let teamIds: string[];

beforeAll(async () => {
  app = await startTestApp('2026-08-01T01:00:00.000Z');
  await withRegions(app);
  await seedUnits(seeding(app));
  await seedTeams(seeding(app));
  coordinator = await app.actor('COORDINATOR');
  const query = `mutation ($input: CompetitionCreateInput!) { competitionCreate(input: $input) { competition { id } problems { code path } } }`;
  const made = await coordinator.ask<{
    competitionCreate: { competition: { id: string } | null; problems: unknown[] };
  }>(query, {
    input: { year: 2026, title: '2026年马鞍山市志愿服务项目大赛' },
  });
  expect(made.competitionCreate.problems).toEqual([]);
  editionId = made.competitionCreate.competition?.id ?? '';
  const teams = await app.app.pipelines.run(sql<{ id: string }>`select id from team order by number limit 8`);
  teamIds = teams.map(({ id }) => id);
});
afterAll(() => app.close());

async function write(client: Client, mutation: string, input: object): Promise<Payload> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { trainingSession { ${FIELDS} } problems { code path params } } }`;
  return (await client.ask<Record<string, Payload>>(query, { input }))[mutation] as Payload;
}
const codeOf = (client: Client, mutation: string, input: object): Promise<string | null> => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return client.codeOf(`mutation ($input: ${type}!) { ${mutation}(input: $input) { problems { code } } }`, {
    input,
  });
};
const given = (changes: object = {}): object => ({
  competitionId: editionId,
  title: '项目书撰写工作坊',
  startsAt: '2026-08-10T01:00:00.000Z',
  endsAt: '2026-08-10T04:00:00.000Z',
  place: '市青少年宫三楼报告厅',
  lecturer: '顾明哲',
  capacity: 6,
  ...changes,
});
const arrange = async (changes: object = {}): Promise<Session> => {
  const { trainingSession, problems } = await write(coordinator, 'trainingSessionCreate', given(changes));
  if (!trainingSession) throw new Error(JSON.stringify(problems));
  return trainingSession;
};
const leader = (team: number): Promise<Client> =>
  app.actor({ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: teamIds[team] ?? '' });
const read = async (client: Client, id: string): Promise<Session | null> =>
  (
    await client.ask<{ trainingSession: Session | null }>(
      `query ($id: ID!) { trainingSession(id: $id) { ${FIELDS} } }`,
      { id },
    )
  ).trainingSession;

describe('arranging', () => {
  it('is done by a coordinator; everything wrong is named at once', async () => {
    const made = await arrange({ description: '从需求到预算' });
    expect(made).toMatchObject({
      state: 'SCHEDULED',
      registeredCount: 0,
      registrationOpen: true,
      availableTransitions: [{ event: 'cancel', allowed: true }],
    });
    const wrong = await write(
      coordinator,
      'trainingSessionCreate',
      given({ title: ' ', place: '长'.repeat(201), endsAt: '2026-08-10T01:00:00Z', capacity: 0 }),
    );
    expect(wrong.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'REQUIRED title',
      'TOO_LONG place',
      'OUT_OF_RANGE capacity',
      'DATES_OUT_OF_ORDER endsAt',
    ]);
    for (const client of [await leader(0), await app.actor('JUDGE'), await app.actor('AUDITOR')]) {
      expect(await codeOf(client, 'trainingSessionCreate', given())).toBe('FORBIDDEN');
    }
    const scoped = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: teamIds[0] ?? '' });
    expect((await write(scoped, 'trainingSessionCreate', given())).problems).toMatchObject([
      { code: 'NOT_FOUND', path: ['competitionId'] },
    ]);
  });

  it('is public with its edition, and unknown before', async () => {
    const { id } = await arrange();
    expect(await read(app.visitor, id)).toBeNull();
    expect(await read(await app.actor('AUDITOR'), id)).not.toBeNull();
    await app.app.pipelines.run(sql`update competition set state = 'OPEN' where id = ${editionId}`);
    expect(await read(app.visitor, id)).toMatchObject({ title: '项目书撰写工作坊', registrations: [] });
    const { trainingSessions } = await app.visitor.ask<{ trainingSessions: { totalCount: number } }>(
      `query ($id: ID) { trainingSessions(filter: { competition: { eq: $id }, state: { eq: SCHEDULED } }) { totalCount } }`,
      { id: editionId },
    );
    expect(trainingSessions.totalCount).toBe(2);
  });
});

describe('registering', () => {
  it('takes people until the room is full, and replaces them', async () => {
    const { id } = await arrange();
    const first = await write(await leader(0), 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[0],
      attendees: ['白小满', ' 方正阳 '],
    });
    expect(first).toMatchObject({
      problems: [],
      trainingSession: {
        registeredCount: 2,
        registrations: [{ attendees: ['白小满', '方正阳'], present: null }],
      },
    });
    await write(await leader(1), 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[1],
      attendees: ['石嘉禾', '崔若溪', '段清扬'],
    });
    const over = await write(await leader(2), 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[2],
      attendees: ['汤文静', '汤立新'],
    });
    expect(over.problems).toEqual([{ code: 'TRAINING_FULL', path: ['attendees'], params: { free: 1 } }]);
    const replaced = await write(await leader(0), 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[0],
      attendees: ['白小满', '方正阳', '方晓晨'],
    });
    expect(replaced.trainingSession?.registeredCount).toBe(6);
    expect(await read(coordinator, id)).toMatchObject({
      registrations: [{ attendees: { length: 3 } }, { attendees: { length: 3 } }],
    });
    expect((await read(await leader(1), id))?.registrations.map(({ team }) => team.id)).toEqual([teamIds[1]]);
    expect((await read(app.visitor, id))?.registrations).toEqual([]);
    const smaller = await write(coordinator, 'trainingSessionUpdate', {
      id,
      version: replaced.trainingSession?.version,
      capacity: 5,
    });
    expect(smaller.problems).toMatchObject([
      { code: 'OUT_OF_RANGE', path: ['capacity'], params: { min: 6 } },
    ]);
  });

  it('never overbooks when everybody comes at once', async () => {
    const { id } = await arrange({ capacity: 5 });
    const clients = await Promise.all(teamIds.map((_, team) => leader(team)));
    const outcomes = await Promise.all(
      clients.map((client, team) =>
        write(client, 'trainingRegister', {
          sessionId: id,
          teamId: teamIds[team],
          attendees: ['姚知夏', '姚知春'],
        }),
      ),
    );
    expect(outcomes.filter(({ problems }) => problems.length === 0)).toHaveLength(2);
    expect(await read(coordinator, id)).toMatchObject({ registeredCount: 4, registrations: { length: 2 } });
    await expect(
      app.app.pipelines.run(sql`update training_session set registered_count = 6 where id = ${id}`),
    ).rejects.toThrow(/training_session_room/);
  });

  it('is for active teams, by those who may change them, before the beginning', async () => {
    const { id } = await arrange();
    expect(
      await codeOf(await leader(0), 'trainingRegister', {
        sessionId: id,
        teamId: teamIds[1],
        attendees: ['甲'],
      }),
    ).toBe('FORBIDDEN');
    expect(
      await codeOf(await app.actor('JUDGE'), 'trainingRegister', {
        sessionId: id,
        teamId: teamIds[1],
        attendees: ['甲'],
      }),
    ).toBe('FORBIDDEN');
    expect(
      await codeOf(app.visitor, 'trainingRegister', { sessionId: id, teamId: teamIds[1], attendees: ['甲'] }),
    ).toBe('UNAUTHENTICATED');
    await app.app.pipelines.run(sql`update team set state = 'SUSPENDED' where id = ${teamIds[7]}`);
    const wrong = await write(await leader(7), 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[7],
      attendees: ['甲', '', '甲'],
    });
    expect(wrong.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'REQUIRED attendees.1',
      'DUPLICATE attendees.2',
      'TEAM_NOT_ACTIVE teamId',
    ]);
    await goTo(app, '2026-08-10T01:00:00.000Z');
    const late = await write(await leader(0), 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[0],
      attendees: ['甲'],
    });
    expect(late.problems).toEqual([
      { code: 'TRAINING_STARTED', path: [], params: { startsAt: '2026-08-10T01:00:00.000Z' } },
    ]);
    expect((await read(coordinator, id))?.registrationOpen).toBe(false);
    await goTo(app, '2026-08-01T01:00:00.000Z');
  });
});

describe('withdrawing and attendance', () => {
  it('gives the places back, once', async () => {
    const { id } = await arrange();
    const own = await leader(3);
    const made = await write(own, 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[3],
      attendees: ['侯乐山'],
    });
    const registration = made.trainingSession?.registrations[0]?.id ?? '';
    const other = await write(await leader(4), 'trainingRegistrationCancel', { id: registration });
    expect(other.problems).toMatchObject([{ code: 'NOT_FOUND', path: ['id'] }]);
    const gone = await write(own, 'trainingRegistrationCancel', { id: registration });
    expect(gone.trainingSession).toMatchObject({ registeredCount: 0, registrations: [] });
    expect((await write(own, 'trainingRegistrationCancel', { id: registration })).problems).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    const again = await write(own, 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[3],
      attendees: ['侯乐山', '侯知秋'],
    });
    expect(again.trainingSession).toMatchObject({ registeredCount: 2 });
  });

  it('is recorded by the coordinator once it has begun, among those registered', async () => {
    const { id } = await arrange();
    const made = await write(await leader(5), 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[5],
      attendees: ['秦安然', '秦一鸣'],
    });
    const registrationId = made.trainingSession?.registrations[0]?.id ?? '';
    expect(
      (await write(coordinator, 'trainingAttendanceSet', { registrationId, present: [] })).problems,
    ).toMatchObject([{ code: 'TRAINING_NOT_STARTED' }]);
    await goTo(app, '2026-08-10T01:30:00.000Z');
    const wrong = await write(coordinator, 'trainingAttendanceSet', {
      registrationId,
      present: ['秦安然', '路人', '秦安然'],
    });
    expect(wrong.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'NOT_REGISTERED present.1',
      'DUPLICATE present.2',
    ]);
    const set = await write(coordinator, 'trainingAttendanceSet', { registrationId, present: ['秦一鸣'] });
    expect(set.trainingSession?.registrations[0]?.present).toEqual(['秦一鸣']);
    expect(await codeOf(await leader(5), 'trainingAttendanceSet', { registrationId, present: [] })).toBe(
      'FORBIDDEN',
    );
    await goTo(app, '2026-08-01T01:00:00.000Z');
  });

  it('ends with a cancelled session, which keeps its reason and takes nobody', async () => {
    const { id, version } = await arrange();
    expect(
      (await write(coordinator, 'trainingSessionCancel', { id, version, reason: ' ' })).problems,
    ).toMatchObject([{ code: 'REASON_REQUIRED' }]);
    const cancelled = await write(coordinator, 'trainingSessionCancel', {
      id,
      version,
      reason: '主讲人临时出差',
    });
    expect(cancelled.trainingSession).toMatchObject({
      state: 'CANCELLED',
      cancelReason: '主讲人临时出差',
      registrationOpen: false,
      availableTransitions: [],
    });
    const late = await write(await leader(0), 'trainingRegister', {
      sessionId: id,
      teamId: teamIds[0],
      attendees: ['甲'],
    });
    expect(late.problems).toMatchObject([{ code: 'TRAINING_CANCELLED' }]);
    const again = await write(coordinator, 'trainingSessionCancel', {
      id,
      version: cancelled.trainingSession?.version,
      reason: '再取消',
    });
    expect(again.problems).toMatchObject([{ code: 'STATE_NOT_ALLOWED' }]);
  });
});

describe('the list of registrations', () => {
  const list = async (client: Client, filter: object) =>
    (
      await client.ask<{
        trainingRegistrations: {
          nodes: {
            attendees: string[];
            attendeeCount: number;
            presentCount: number | null;
            session: { id: string };
            team: { id: string };
          }[];
          totalCount: number;
        };
      }>(
        `query ($filter: TrainingRegistrationFilter) { trainingRegistrations(filter: $filter) {
          nodes { attendees attendeeCount presentCount session { id } team { id } } totalCount } }`,
        { filter },
      )
    ).trainingRegistrations;

  it('goes across sessions, tells who stayed away, and shows each what concerns them', async () => {
    const [first, second] = [
      await arrange({ capacity: 40 }),
      await arrange({
        capacity: 40,
        startsAt: '2026-08-12T01:00:00.000Z',
        endsAt: '2026-08-12T02:00:00.000Z',
      }),
    ];
    const register = async (session: string, team: number, attendees: string[]): Promise<string> => {
      const { trainingSession } = await write(await leader(team), 'trainingRegister', {
        sessionId: session,
        teamId: teamIds[team],
        attendees,
      });
      return trainingSession?.registrations.find((one) => one.team.id === teamIds[team])?.id ?? '';
    };
    const whole = await register(first.id, 0, ['全到甲', '全到乙']);
    const partly = await register(first.id, 1, ['半到甲', '半到乙']);
    const later = await register(second.id, 0, ['后来甲']);
    const withdrawn = await register(second.id, 2, ['撤回甲']);
    await write(await leader(2), 'trainingRegistrationCancel', { id: withdrawn });
    await goTo(app, '2026-08-10T02:00:00.000Z');
    await write(coordinator, 'trainingAttendanceSet', {
      registrationId: whole,
      present: ['全到甲', '全到乙'],
    });
    await write(coordinator, 'trainingAttendanceSet', { registrationId: partly, present: ['半到乙'] });

    const sessions = { session: { in: [first.id, second.id] }, competition: { eq: editionId } };
    const all = await list(coordinator, sessions);
    expect(all.totalCount).toBe(3);
    expect(all.nodes.map((one) => [one.session.id, one.presentCount, one.attendeeCount])).toEqual(
      expect.arrayContaining([
        [first.id, 2, 2],
        [first.id, 1, 2],
        [second.id, null, 1],
      ]),
    );
    expect(all.nodes.at(-1)?.session.id).toBe(second.id);
    const missed = await list(await app.actor('AUDITOR'), { ...sessions, missed: { eq: true } });
    expect(missed.nodes.map(({ attendees }) => attendees)).toEqual([['半到甲', '半到乙']]);
    expect((await list(coordinator, { ...sessions, recorded: { eq: false } })).totalCount).toBe(1);
    expect((await list(coordinator, { ...sessions, search: '后来甲' })).totalCount).toBe(1);
    const own = await list(await leader(1), sessions);
    expect(own.nodes.map(({ team }) => team.id)).toEqual([teamIds[1]]);
    expect(later).not.toBe('');
    for (const client of [app.visitor, await app.actor('JUDGE')]) {
      expect(await client.codeOf('{ trainingRegistrations { totalCount } }')).not.toBeNull();
    }
    await goTo(app, '2026-08-01T01:00:00.000Z');
  });
});
