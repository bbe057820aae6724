import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  done,
  draftEntry,
  EDITION,
  type Edition,
  type EntryRead,
  goTo,
  leaderOf,
  makeScene,
  openEdition,
  readEdition,
  readEntry,
  refusals,
  type Scene,
  step,
  submittedEntry,
} from './kit.ts';

let app: TestApp;
let scene: Scene;
let coordinator: Client;
let leader: Client;
let edition: Edition;
let entries: EntryRead[];
let rest: EntryRead;

const run = (query: ReturnType<typeof sql>) => app.app.pipelines.run(query);
const move = async (name: string) => {
  const { version } = await readEdition(coordinator, edition.id);
  return step<Edition>(coordinator, name, { id: edition.id, version }, EDITION);
};
const codes = async (name: string) => (await move(name)).problems.map(({ code }) => code);
const states = async () =>
  (await Promise.all(entries.map(({ id }) => readEntry(coordinator, id)))).map((entry) => entry?.state);

beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00Z');
  scene = await makeScene(app, 2);
  coordinator = await app.actor('COORDINATOR');
  leader = await leaderOf(app, scene.teamIds[0] ?? '');
  edition = await openEdition(app, coordinator);
  entries = [];
  for (const category of ['EMERGENCY', 'EMERGENCY', 'HEALTH'])
    entries.push(
      await submittedEntry(leader, edition, scene.teamIds[0] ?? '', `江畔守望${entries.length}`, category),
    );
  rest = await draftEntry(leader, edition, scene.teamIds[0] ?? '', '没有交的草稿');
});
afterAll(() => app.close());

describe('an edition from entries to publication', () => {
  it('does not go back to set-up once there are entries, nor to screening before the deadline', async () => {
    const returned = await move('competitionReturnToDraft');
    expect(returned.problems).toEqual([{ code: 'ENTRIES_EXIST', path: [], params: { count: 4 } }]);
    const early = await move('competitionStartScreening');
    expect(early.problems).toEqual([
      { code: 'DEADLINE_AHEAD', path: [], params: { until: '2026-05-31T10:00:00.000Z' } },
    ]);
    await done(
      coordinator,
      'deadlineExtend',
      { competitionId: edition.id, until: '2026-06-03T10:00:00Z', reason: '应各县区要求延期三天' },
      'id',
    );
    await goTo(app, '2026-06-01T00:00:00Z');
    expect((await move('competitionStartScreening')).problems).toEqual([
      { code: 'DEADLINE_AHEAD', path: [], params: { until: '2026-06-03T10:00:00.000Z' } },
    ]);
    await goTo(app, '2026-06-03T10:00:00Z');
    expect((await move('competitionStartScreening')).value.state).toBe('SCREENING');
    expect(await refusals(leader, 'entrySubmit', { id: rest.id, version: rest.version })).toEqual([
      'DEADLINE_PASSED',
    ]);
  });

  it('waits with the review until every entry is screened', async () => {
    expect((await move('competitionStartReview')).problems).toEqual([
      { code: 'ENTRIES_UNSCREENED', path: [], params: { count: 3 } },
      { code: 'ENTRIES_MISSING', path: [], params: {} },
    ]);
    await done(coordinator, 'entriesAccept', { ids: entries.map(({ id }) => id) }, 'id');
    const { value } = await move('competitionStartReview');
    expect(value).toMatchObject({ state: 'REVIEW' });
    expect(value.rounds.map(({ state }) => state)).toEqual(['OPEN', 'PLANNED']);
    expect(await states()).toEqual(['IN_REVIEW', 'IN_REVIEW', 'IN_REVIEW']);
    const entry = await readEntry(leader, entries[0]?.id ?? '');
    expect(entry?.availableTransitions).toEqual([]);
  });

  it('fixes the rule, the round and the entries while it is judged', async () => {
    const { version, rounds } = await readEdition(coordinator, edition.id);
    expect(
      await refusals(coordinator, 'competitionUpdate', {
        id: edition.id,
        version,
        scoringRule: { kind: 'MEAN' },
      }),
    ).toEqual(['ROUND_STARTED scoringRule']);
    expect(
      await refusals(coordinator, 'roundUpdate', {
        id: rounds[0]?.id,
        version: rounds[0]?.version,
        judgesPerEntry: 3,
      }),
    ).toEqual(['ROUND_STARTED judgesPerEntry']);
    expect(
      await refusals(coordinator, 'roundsReplace', { competitionId: edition.id, version, rounds: [] }),
    ).toEqual(['COMPETITION_STATE rounds']);
    const extended = await step<{ rounds: { deadline: string }[] }>(
      coordinator,
      'deadlineExtend',
      {
        competitionId: edition.id,
        roundId: rounds[0]?.id,
        until: '2026-07-25T10:00:00Z',
        reason: '两名评委出差',
      },
      'rounds { deadline }',
    );
    expect(extended.value.rounds[0]?.deadline).toBe('2026-07-25T10:00:00.000Z');
  });

  it('opens the next round once the first is locked and every entry decided', async () => {
    expect(await codes('competitionStartReview')).toContain('ROUND_NOT_LOCKED');
    await run(
      sql`update round set state = 'LOCKED', version = version + 1 where id = ${edition.rounds[0]?.id}`,
    );
    expect(await codes('competitionStartReview')).toEqual(['ENTRIES_UNDECIDED']);
    await run(
      sql`update entry set state = case when id = ${entries[2]?.id} then 'ELIMINATED' else 'ADVANCED' end where id in (${entries[0]?.id}, ${entries[1]?.id}, ${entries[2]?.id})`,
    );
    const { value } = await move('competitionStartReview');
    expect(value.rounds.map(({ state }) => state)).toEqual(['LOCKED', 'OPEN']);
    expect(await states()).toEqual(['IN_REVIEW', 'IN_REVIEW', 'ELIMINATED']);
    expect(await codes('competitionStartDeliberation')).toEqual(['ROUND_NOT_LOCKED']);
    await run(
      sql`update round set state = 'LOCKED', version = version + 1 where id = ${edition.rounds[1]?.id}`,
    );
    expect((await move('competitionStartDeliberation')).value.state).toBe('DELIBERATION');
  });

  it('shows the public nothing of the entries before the notice, and only title, team, category, award and summary in it', async () => {
    const id = entries[0]?.id ?? '';
    expect(await readEntry(app.visitor, id)).toBeNull();
    await goTo(app, '2026-10-11T00:00:00Z');
    await run(sql`update entry set award_id = ${edition.awardRules[0]?.id} where id = ${id}`);
    await run(
      sql`update competition set state = 'PUBLICISED', version = version + 1 where id = ${edition.id}`,
    );
    const fields =
      'title state summary team { name leader { name } } category { title } award { title } need budget { item } contactName contactPhone submittedAt factsMembers deadline attachments { id } revisions { id } screeningNotes { id } completeness { code } availableTransitions { event }';
    expect(await readEntry(app.visitor, id, fields)).toMatchObject({
      title: '江畔守望0',
      team: { name: '采石矶志愿服务队第1分队', leader: null },
      award: { title: '金奖' },
      need: null,
      budget: null,
      contactName: null,
      contactPhone: null,
      submittedAt: null,
      factsMembers: null,
      deadline: null,
      attachments: [],
      revisions: [],
      screeningNotes: [],
      completeness: [],
      availableTransitions: [],
    });
    expect(await readEntry(app.visitor, entries[1]?.id ?? '')).toBeNull();
    const list = await app.visitor.ask<{ entries: { nodes: { id: string }[] } }>(
      '{ entries { nodes { id } } }',
    );
    expect(list.entries.nodes).toEqual([{ id }]);
  });

  it('closes only after the notice has ended, and gives every judged entry its last state', async () => {
    expect((await move('competitionClose')).problems).toContainEqual({
      code: 'DEADLINE_AHEAD',
      path: [],
      params: { until: '2026-10-16T10:00:00.000Z' },
    });
    await goTo(app, '2026-10-16T10:00:00Z');
    expect((await move('competitionClose')).value.state).toBe('CLOSED');
    expect(await states()).toEqual(['AWARDED', 'NOT_AWARDED', 'NOT_AWARDED']);
    expect((await readEntry(coordinator, rest.id))?.state).toBe('DRAFT');
  });

  it('leaves a trace of every step in the audit log', async () => {
    const events = await app.app.pipelines.run(
      sql<{
        operation: string;
      }>`select operation from audit_event where subject_id = ${edition.id} order by at, id`,
    );
    const named = events.map(({ operation }) => operation);
    for (const operation of [
      'competitionCreate',
      'competitionOpen',
      'deadlineExtend',
      'competitionStartScreening',
      'competitionStartReview',
      'competitionStartDeliberation',
      'competitionClose',
    ])
      expect(named).toContain(operation);
    expect(named.filter((operation) => operation === 'competitionStartReview')).toHaveLength(2);
    const [phone] = await app.app.pipelines.run(
      sql<{
        n: number;
      }>`select count(*)::int as n from audit_event where changes::text like '%0555-1200345%'`,
    );
    expect(phone?.n).toBe(0);
  });
});
