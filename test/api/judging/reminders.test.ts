import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { done } from '../competition/kit.ts';
import { assignAll, goTo, makeReview, type Review, sheetsOf, submitAll } from './kit.ts';

let app: TestApp;
let review: Review;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { judges: 3 });
  await assignAll(review.coordinator, review.round.id);
  const [first] = review.judges;
  if (!first) throw new Error('there are judges');
  for (const sheet of await sheetsOf(first.client)) await submitAll(first.client, sheet, '8');
});
afterAll(() => app.close());

/** Does a scheduled job at an instant; every mail sent so far, a line each. */
async function run(job: string, at: string): Promise<string[]> {
  await goTo(app, at);
  await app.app.jobs.runScheduled(job);
  await app.app.jobs.runQueued();
  const index = await readFile(join(app.directory, 'outbox', 'index.tsv'), 'utf8').catch(() => '');
  return index.split('\n').filter(Boolean);
}
const morning = (at: string) => run('judging.remind', at);

describe('reminding judges', () => {
  it('mails those with sheets left once before their deadline, and again only when it was moved', async () => {
    const { coordinator, edition, round, judges } = review;
    const [, second] = judges;
    await done(
      coordinator,
      'deadlineExtend',
      {
        competitionId: edition.id,
        roundId: round.id,
        judgeId: second?.id,
        until: '2026-07-25T10:00:00Z',
        reason: '出差',
      },
      'id',
    );
    const [row] = await app.app.pipelines.run<{ closes: string }>(
      sql`select to_char(closes_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as closes from round where id = ${round.id}`,
    );
    const closes = Date.parse(row?.closes ?? '');
    const hoursAhead = (hours: number) => new Date(closes - hours * 3_600_000).toISOString();
    expect(await morning(hoursAhead(96))).toEqual([]);
    // The first judge is done, the second has more time: the third is reminded, once.
    expect(await morning(hoursAhead(48))).toHaveLength(1);
    const mails = await morning(hoursAhead(24));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('星火：还有 3 份评分表待提交');
    expect(mails[0]).not.toContain('2026-07-25');
    const own = await morning('2026-07-24T01:00:00Z');
    expect(own).toHaveLength(2);
    expect(own[1]).toContain('2026-07-25 18:00 截止');
    await Promise.all([
      app.app.jobs.runScheduled('judging.remind'),
      app.app.jobs.runScheduled('judging.remind'),
    ]);
    expect(await morning('2026-07-24T02:00:00Z')).toHaveLength(2);
  });

  it('is seen by administrators with its mails', async () => {
    const admin = await app.actor('SYSTEM_ADMIN');
    const { jobs } = await admin.ask<{ jobs: { nodes: { name: string; state: string }[] } }>(
      '{ jobs(first: 100) { nodes { name state } } }',
    );
    expect(new Set(jobs.nodes.map(({ name }) => name))).toEqual(new Set(['judging.remind', 'mail.send']));
    expect(new Set(jobs.nodes.map(({ state }) => state))).toEqual(new Set(['DONE']));
  });
});

describe('the end of a public notice', () => {
  it('is told to coordinators once with what waits, and publishes nothing', async () => {
    const { edition } = review;
    await app.app.pipelines.run(
      sql`update competition set state = 'PUBLICISED', publicity_starts_at = '2026-08-01T00:00:00Z', publicity_ends_at = '2026-08-08T10:00:00Z' where id = ${edition.id}`,
    );
    await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: edition.id });
    await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: review.round.id });
    await app.app.pipelines.run(
      sql`insert into objection (id, created_at, updated_at, version, competition_id, author, contact, text) values (gen_random_uuid(), now(), now(), 1, ${edition.id}, '王女士', '0555-1200001', '服务人次与台账不一致')`,
    );
    const hour = (at: string) => run('judging.publicityEnded', at);
    const before = (await hour('2026-08-08T09:10:00Z')).length;
    const after = await hour('2026-08-08T10:10:00Z');
    // The one for the whole city and the one of this edition.
    expect(after).toHaveLength(before + 2);
    expect(after.at(-1)).toContain('公示期已满');
    expect(await hour('2026-08-08T11:10:00Z')).toHaveLength(before + 2);
    const [stored] = await app.app.pipelines.run<{ state: string }>(
      sql`select state from competition where id = ${edition.id}`,
    );
    expect(stored?.state).toBe('PUBLICISED');
  });
});
