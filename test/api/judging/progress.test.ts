import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  act,
  addJudge,
  assignAll,
  goTo,
  makeReview,
  marksOf,
  ok,
  type Review,
  sheetsOf,
  submitAll,
} from './kit.ts';
import { watchProgress } from './watch-progress.ts';

let app: TestApp;
let review: Review;
let auditor: Client;

interface Progress {
  readonly total: number;
  readonly drafts: number;
  readonly submitted: number;
  readonly recused: number;
  readonly shortEntries: number;
  readonly perDay: string;
  readonly forecastAt: string | null;
  readonly byCategory: readonly { code: string; total: number; submitted: number }[];
  readonly byJudge: readonly {
    judgeId: string;
    code: string;
    name: string;
    total: number;
    submitted: number;
  }[];
}
const PROGRESS = `total drafts submitted recused shortEntries perDay forecastAt asOf byCategory { categoryId code title total drafts submitted panelSize }
  byJudge { judgeId code name total drafts submitted lastActiveAt deadline }`;
const progress = async (client: Client = review.coordinator): Promise<Progress> => {
  const { judgingProgress } = await client.ask<{ judgingProgress: Progress }>(
    `query ($id: ID!) { judgingProgress(roundId: $id) { ${PROGRESS} } }`,
    { id: review.round.id },
  );
  return judgingProgress;
};

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app);
  auditor = await app.actor('AUDITOR');
  await assignAll(review.coordinator, review.round.id);
});
afterAll(() => app.close());

describe('the judging board', () => {
  it('counts sheets by category and judge, and forecasts from the present pace', async () => {
    expect(await progress()).toMatchObject({
      total: 9,
      drafts: 0,
      submitted: 0,
      forecastAt: null,
      perDay: '0.0',
    });
    await goTo(app, '2026-06-27T01:00:00Z');
    const judge = review.judges[0];
    if (!judge) throw new Error('three judges');
    const [one, two, three] = await sheetsOf(judge.client);
    if (!one || !two || !three) throw new Error('three sheets each');
    await submitAll(judge.client, one, '8');
    await submitAll(judge.client, two, '7.5');
    await act(judge.client, 'scoreSheetSave', {
      id: three.id,
      version: three.version,
      marks: marksOf(three, '7').slice(0, 2),
    });
    await goTo(app, '2026-06-29T01:00:00Z');
    const now = await progress();
    // The round opened four days ago: two sheets in four days, seven to come.
    expect(now).toMatchObject({
      total: 9,
      drafts: 1,
      submitted: 2,
      shortEntries: 0,
      perDay: '0.5',
      forecastAt: '2026-07-13T01:00:00.000Z',
    });
    expect(now.byJudge.map(({ code, total, submitted }) => [code, total, submitted])).toEqual([
      ['J01', 3, 2],
      ['J02', 3, 0],
      ['J03', 3, 0],
    ]);
    expect(
      now.byCategory.filter(({ total }) => total > 0).reduce((sum, { submitted }) => sum + submitted, 0),
    ).toBe(2);
    expect(await progress(auditor)).toEqual(now);
  });

  it('is told to whoever watches, with every change', async () => {
    const board = await watchProgress(review.coordinator, review.round.id);
    await board.until('"submitted":2');
    const judge = review.judges[1];
    const [sheet] = judge ? await sheetsOf(judge.client) : [];
    if (!judge || !sheet) throw new Error('a second judge with sheets');
    await submitAll(judge.client, sheet, '9');
    await board.until('"submitted":3');
    board.stop();
  });

  it('is refused to judges, leaders and visitors, as a stream too', async () => {
    const query = 'query ($id: ID!) { judgingProgress(roundId: $id) { total } }';
    for (const [client, code] of [
      [review.judges[0]?.client, 'FORBIDDEN'],
      [review.leaders[0], 'FORBIDDEN'],
      [app.visitor, 'UNAUTHENTICATED'],
    ] as const) {
      expect(await client?.codeOf(query, { id: review.round.id })).toBe(code);
    }
    const stream = await review.judges[0]?.client.fetch('/graphql/stream', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({
        query: query.replace('query', 'subscription'),
        variables: { id: review.round.id },
      }),
    });
    expect(await stream?.text()).toContain('FORBIDDEN');
    const elsewhere = await app.actor({
      role: 'COORDINATOR',
      scope: 'COMPETITION',
      scopeId: review.round.id,
    });
    expect(await elsewhere.ask(query, { id: review.round.id })).toEqual({ judgingProgress: null });
  });

  it('opens the coordinator’s day: states, categories, what waits, what is late, what comes next', async () => {
    const DASHBOARD = `query ($id: ID!) { competitionDashboard(competitionId: $id) { competition { title } entriesByState { state count } entriesByCategory { title count }
      waiting { kind count roundId } late { kind count roundId } progress { total submitted } nextDeadlines { kind at roundId } } }`;
    const read = async () =>
      (
        await review.coordinator.ask<{ competitionDashboard: Record<string, unknown> }>(DASHBOARD, {
          id: review.edition.id,
        })
      ).competitionDashboard;
    expect(await read()).toMatchObject({
      entriesByState: [{ state: 'IN_REVIEW', count: 3 }],
      waiting: [{ kind: 'JUDGES_TO_INVITE', count: 1, roundId: null }],
      late: [],
      progress: { total: 9, submitted: 3 },
      nextDeadlines: [
        { kind: 'ROUND_CLOSES', at: '2026-07-18T10:00:00.000Z', roundId: review.round.id },
        { kind: 'ROUND_OPENS', at: '2026-09-11T01:00:00.000Z', roundId: review.final.id },
        { kind: 'ROUND_CLOSES', at: '2026-09-12T10:00:00.000Z', roundId: review.final.id },
        { kind: 'PUBLICITY_ENDS', at: '2026-10-16T10:00:00.000Z', roundId: null },
      ],
    });
    await goTo(app, '2026-07-19T01:00:00Z');
    expect((await read()).late).toEqual([{ kind: 'SHEETS_OVERDUE', count: 6, roundId: review.round.id }]);
    // A round's judges are missed once it is near: the presentation opens on 11 September.
    const moved = review.entries[0]?.id;
    const short = { kind: 'ENTRIES_SHORT_OF_JUDGES', count: 1, roundId: review.final.id };
    await app.app.pipelines.run(sql`update entry set state = 'ADVANCED' where id = ${moved}`);
    expect((await read()).waiting).not.toContainEqual(short);
    await goTo(app, '2026-08-20T01:00:00Z');
    expect((await read()).waiting).toContainEqual(short);
    await app.app.pipelines.run(sql`update entry set state = 'IN_REVIEW' where id = ${moved}`);
    await goTo(app, '2026-06-29T01:00:00Z');
  });
});

describe('the number of statements', () => {
  const LISTS = {
    queue: [
      'query ($id: ID) { judgeQueue(roundId: $id) { round { title } categories { code assigned submitted average } nextSheetId } }',
      'judge',
    ],
    sheets: [
      'query { scoreSheets(first: 200) { nodes { id state total deadline position entry { number title team { name } attachments { title } } criteria { id title bands { label } } marks { criterionId value } availableTransitions { event allowed } } totalCount } }',
      'judge',
    ],
    board: [
      'query ($id: ID!) { assignmentBoard(roundId: $id) { categories { code } entries { title } judges { name } assignments { id sheet { state } } loads { assigned } conflicts { id } problems { code } } }',
      'coordinator',
    ],
    progress: [`query ($id: ID!) { judgingProgress(roundId: $id) { ${PROGRESS} } }`, 'coordinator'],
  } as const;
  const count = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const [name, [query, who]] of Object.entries(LISTS)) {
      const client = who === 'judge' ? review.judges[0]?.client : review.coordinator;
      if (!client) throw new Error('a judge');
      // The first call fills what the instance remembers of the session.
      await client.ask(query, { id: review.round.id });
      counts[name] = (await app.statements(() => client.ask(query, { id: review.round.id }))).length;
    }
    return counts;
  };

  it('is one for every board and list, whatever the number of rows', async () => {
    const before = await count();
    for (let i = 0; i < 3; i++) await addJudge(app, review.coordinator, review.edition.id);
    await ok(review.coordinator, 'conflictsFind', { roundId: review.round.id }, 'released');
    const after = await count();
    expect(after).toEqual(before);
    expect(new Set(Object.values(after))).toEqual(new Set([1]));
  });
});
