import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { makeReview, type Review } from '../judging/kit.ts';

let app: TestApp;
let review: Review;
let unit: string;
let liaison: Client;
let stranger: Client;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'HEALTH'] });
  const [own] = await app.app.pipelines.run<{ id: string }>(sql`select id from unit order by name limit 1`);
  unit = own?.id ?? '';
  const [first, second] = review.scene.teamIds;
  await app.app.pipelines.run(sql`update team set unit_id = null where id = ${second}`);
  await app.app.pipelines.run(sql`update team set unit_id = ${unit} where id = ${first}`);
  liaison = await app.actor({ role: 'UNIT_LIAISON', scope: 'UNIT', scopeId: unit });
  stranger = await app.actor({
    role: 'UNIT_LIAISON',
    scope: 'UNIT',
    scopeId: '01900000-0000-7000-8000-0000000000bb',
  });
}, 180_000);
afterAll(() => app.close());

interface Entries {
  readonly entries: {
    readonly totalCount: number;
    readonly nodes: readonly {
      id: string;
      title: string;
      state: string;
      need: string | null;
      submittedAt: string | null;
    }[];
  };
}
const seen = async (client: Client): Promise<Entries['entries']> =>
  (
    await client.ask<Entries>(
      'query ($filter: EntryFilter) { entries(first: 20, filter: $filter) { totalCount nodes { id title state need submittedAt } } }',
      { filter: { unit: { eq: unit } } },
    )
  ).entries;

describe('the liaison of a member unit', () => {
  it('sees what the unit’s own teams submitted, when, and where it stands, not what they wrote', async () => {
    const { nodes } = await seen(liaison);
    expect(nodes).toEqual([
      {
        id: review.entries[0]?.id,
        title: review.entries[0]?.title,
        state: 'IN_REVIEW',
        need: null,
        submittedAt: review.entries[0]?.submittedAt,
      },
    ]);
    expect((await seen(stranger)).totalCount).toBe(0);
    expect((await seen(app.visitor)).totalCount).toBe(0);
    expect((await seen(review.coordinator)).totalCount).toBe(1);
  });

  it('does not see drafts', async () => {
    const id = review.entries[0]?.id;
    await app.app.pipelines.run(sql`update entry set state = 'DRAFT' where id = ${id}`);
    expect((await seen(liaison)).totalCount).toBe(0);
    await app.app.pipelines.run(sql`update entry set state = 'IN_REVIEW' where id = ${id}`);
  });
});
