import { OBJECTION_LIMITS } from '@xinghuo/shared/judging/domain/objection';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { codes, makeReview, type Review } from './kit.ts';

let app: TestApp;
let review: Review;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['HEALTH'], judges: 0 });
  await app.app.pipelines.run(
    sql`update competition set state = 'PUBLICISED', publicity_starts_at = ${app.clock.now()}, publicity_ends_at = ${new Date(app.clock.now().getTime() + 7 * 86_400_000)} where id = ${review.edition.id}`,
  );
});
afterAll(() => app.close());

const file = (client: Client): Promise<string[]> =>
  codes(client, 'objectionCreate', {
    competitionId: review.edition.id,
    author: '王女士',
    contact: '0555-1200001',
    text: '该项目的服务人次与街道台账不一致，请核实。',
  });
const stored = (table: string) =>
  app.app.pipelines.run<{ n: number }>(sql`select count(*)::int as n from ${sql.table(table)}`);

describe('objections from one place', () => {
  it('are counted in the database: sent all at once, exactly the hour’s number is taken', async () => {
    const sent = await Promise.all(Array.from({ length: 12 }, () => file(app.visitor)));
    expect(sent.filter((problems) => problems.length === 0)).toHaveLength(OBJECTION_LIMITS.perHour);
    for (const problems of sent.filter(({ length }) => length > 0))
      expect(problems).toEqual(['TOO_MANY_OBJECTIONS']);
    expect(await stored('objection')).toEqual([{ n: OBJECTION_LIMITS.perHour }]);
    const [leader] = review.leaders;
    expect(leader && (await file(leader))).toEqual([]);
  });

  it('are counted on every instance alike: what another process has counted counts here', async () => {
    const other = await app.actor('VOLUNTEER');
    await app.app.pipelines.run(
      sql`update objection_source set filed_at = ${app.clock.now()}, source = source`,
    );
    expect(await file(other)).toEqual([]);
    // As another instance would have written them: copies of this account's own line.
    await app.app.pipelines.run(
      sql`insert into objection_source (id, source, filed_at) select gen_random_uuid(), (select source from objection_source order by id desc limit 1), ${app.clock.now()} from generate_series(2, ${OBJECTION_LIMITS.perHour}::int)`,
    );
    expect(await file(other)).toEqual(['TOO_MANY_OBJECTIONS']);
  });

  it('are taken again after an hour, and nothing that could lead back to the place is kept', async () => {
    expect(await file(app.visitor)).toEqual(['TOO_MANY_OBJECTIONS']);
    const [kept] = await app.app.pipelines.run<{ text: string }>(
      sql`select string_agg(to_jsonb(s)::text, '') as text from objection_source s`,
    );
    expect(kept?.text).not.toMatch(/127\.0\.0\.1|::1/);
    app.clock.advance({ minutes: 61 });
    expect(await file(app.visitor)).toEqual([]);
    await app.app.jobs.runScheduled('judging.forgetSources');
    expect(await stored('objection_source')).toEqual([{ n: 1 }]);
  });
});
