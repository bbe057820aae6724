import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Competition } from '../../../server/src/domains/competition/index.ts';
import { Account } from '../../../server/src/domains/identity/index.ts';
import { Judge } from '../../../server/src/domains/judging/index.ts';
import { inTransaction } from '../../../server/src/platform/database/index.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  COMPLETE,
  type Edition,
  type EntryRead,
  leaderOf,
  makeScene,
  openEdition,
  readEntry,
  submittedEntry,
} from './kit.ts';

let app: TestApp;
let judge: Client;
let leader: Client;
let coordinator: Client;
let judgeId: string;
let edition: Edition;
let mine: EntryRead;
let other: EntryRead;

/** A judge with one of two entries in hand, in a round that takes marks: judging's own steps have their own tests. */
beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00Z');
  const scene = await makeScene(app);
  coordinator = await app.actor('COORDINATOR');
  leader = await leaderOf(app, scene.teamIds[0] ?? '');
  edition = await openEdition(app, coordinator);
  mine = await submittedEntry(leader, edition, scene.teamIds[0] ?? '', '给评委看的项目');
  other = await submittedEntry(leader, edition, scene.teamIds[0] ?? '', '没有分给他的项目');
  judge = await app.actor({ role: 'JUDGE', scope: 'COMPETITION', scopeId: edition.id });
  judgeId = await inTransaction(app.database, async ({ em }) => {
    const made = em.create(Judge, {
      competition: em.getReference(Competition, edition.id),
      account: em.getReference(Account, judge.accountId ?? ''),
      number: 1,
      email: 'judge@example.cn',
      name: '评委',
      expertise: [],
      capacity: 10,
      state: 'ACTIVE',
    });
    await em.flush();
    return made.id;
  });
  const run = app.app.pipelines.run;
  await run(sql`update round set state = 'OPEN' where id = ${edition.rounds[0]?.id}`);
  await run(sql`insert into assignment (id, created_at, updated_at, version, round_id, entry_id, judge_id, pinned, position, live)
    values (gen_random_uuid(), now(), now(), 1, ${edition.rounds[0]?.id}, ${mine.id}, ${judgeId}, false, 1, true)`);
});
afterAll(() => app.close());

describe('a judge', () => {
  it('reads what a team wrote and attached, and neither contacts nor screening', async () => {
    const fields =
      'need budget { item } factsMembers attachments { file { url } } contactName contactPhone stateReason deadline meanScore sheetsSubmitted revisions { id } screeningNotes { id } completeness { code } availableTransitions { event }';
    const seen = await readEntry<Record<string, unknown> & { attachments: { file: { url: string } }[] }>(
      judge,
      mine.id,
      fields,
    );
    expect(seen).toMatchObject({
      need: COMPLETE.need,
      factsMembers: 40,
      contactName: null,
      contactPhone: null,
      stateReason: null,
      deadline: null,
      meanScore: null,
      sheetsSubmitted: null,
      revisions: [],
      screeningNotes: [],
      completeness: [],
      availableTransitions: [],
    });
    expect((await judge.fetch(seen?.attachments[0]?.file.url ?? '')).status).toBe(200);
  });

  it('sees no entry that is not in hand, listed, counted or by its file', async () => {
    expect(await readEntry(judge, other.id)).toBeNull();
    const { entries } = await judge.ask<{ entries: { nodes: { id: string }[]; totalCount: number } }>(
      '{ entries { nodes { id } totalCount } }',
    );
    expect(entries).toEqual({ nodes: [{ id: mine.id }], totalCount: 1 });
    const theirs = await readEntry<{ attachments: { file: { url: string } }[] }>(
      coordinator,
      other.id,
      'attachments { file { url } }',
    );
    expect((await judge.fetch(theirs?.attachments[0]?.file.url ?? '')).status).toBe(404);
  });
});

describe('who judges what', () => {
  it('is found by the office, and by nobody else', async () => {
    const query = 'query ($j: ID!) { entries(filter: { judge: { eq: $j } }) { nodes { id } } }';
    const found = async (client: Client) =>
      (await client.ask<{ entries: { nodes: { id: string }[] } }>(query, { j: judgeId })).entries.nodes.map(
        ({ id }) => id,
      );
    expect(await found(coordinator)).toEqual([mine.id]);
    expect(await found(leader)).toEqual([]);
    const none = await coordinator.ask<{ entries: { nodes: { id: string }[] } }>(
      '{ entries(filter: { judge: { isNull: true } }) { nodes { id } } }',
    );
    expect(none.entries.nodes).toEqual([{ id: other.id }]);
    const hidden = await leader.ask<{ entries: { nodes: unknown[] } }>(
      '{ entries(filter: { judge: { isNull: true } }) { nodes { id } } }',
    );
    expect(hidden.entries.nodes).toEqual([]);
  });
});
