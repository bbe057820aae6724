import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  done,
  draftEntry,
  type Edition,
  goTo,
  leaderOf,
  makeScene,
  openEdition,
  type Scene,
  submittedEntry,
} from './kit.ts';

let app: TestApp;
let scene: Scene;
let coordinator: Client;
let leader: Client;
let edition: Edition;

beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00Z');
  scene = await makeScene(app, 2);
  coordinator = await app.actor('COORDINATOR');
  leader = await leaderOf(app, scene.teamIds[0] ?? '');
  edition = await openEdition(app, coordinator);
});
afterAll(() => app.close());

async function morning(at: string): Promise<string[]> {
  await goTo(app, at);
  await app.app.jobs.runScheduled('competition.remind');
  await app.app.jobs.runQueued();
  const index = await readFile(join(app.directory, 'outbox', 'index.tsv'), 'utf8').catch(() => '');
  return index.split('\n').filter(Boolean);
}

describe('reminding teams', () => {
  it('mails the leaders of what is still to be submitted, once for each deadline, and nobody else', async () => {
    const draft = await draftEntry(leader, edition, scene.teamIds[0] ?? '', '夜航江心洲');
    await submittedEntry(leader, edition, scene.teamIds[0] ?? '', '已交的项目');
    expect(await morning('2026-05-25T01:00:00Z')).toHaveLength(0);
    expect(await morning('2026-05-29T01:00:00Z')).toHaveLength(1);
    const mails = await morning('2026-05-30T01:00:00Z');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('星火：项目《夜航江心洲》将于 2026-05-31 18:00 截止提交');
    await done(
      coordinator,
      'deadlineExtend',
      { competitionId: edition.id, entryId: draft.id, until: '2026-06-02T10:00:00Z', reason: '汛期停电' },
      'id',
    );
    expect(await morning('2026-05-31T01:00:00Z')).toHaveLength(2);
    const [row] = await app.app.pipelines.run(
      sql<{ version: number }>`select version from entry where id = ${draft.id}`,
    );
    expect(row?.version).toBe(draft.version);
  });
});
