import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignAll, makeReview, marksOf, ok, type Review, sheetsOf, submitAll } from '../api/judging/kit.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { Onlookers } from './views-kit.ts';

/**
 * What somebody may not see must not show in anything they do see: with every other value of it, and with it removed,
 * each answer to a judge, a team leader and a visitor stays the same, byte for byte.
 */

let app: TestApp;
let review: Review;
let onlookers: Onlookers;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY', 'EMERGENCY', 'HEALTH'], judges: 4 });
  await assignAll(review.coordinator, review.round.id);
  for (const [j, { client }] of review.judges.entries()) {
    const [first, second] = await sheetsOf(client);
    if (first) await submitAll(client, first, `${6 + j}.0`);
    if (second)
      await ok(client, 'scoreSheetSave', {
        id: second.id,
        version: second.version,
        marks: marksOf(second, '7'),
      });
  }
  onlookers = await Onlookers.of(app, review);
}, 180_000);
afterAll(() => app.close());

/** Another world: what judges other than the first did, and what the office knows. */
const world = fc.record({
  mark: fc.integer({ min: 0, max: 20 }).map((half) => (half / 2).toFixed(1)),
  state: fc.constantFrom('ASSIGNED', 'DRAFT', 'SUBMITTED', 'RECUSED'),
  minutes: fc.integer({ min: 1, max: 20_000 }),
  version: fc.integer({ min: 1, max: 50 }),
  remark: fc.constantFrom('', '另一种意见', '请核实预算'),
  judgeState: fc.constantFrom('INVITED', 'ACTIVE', 'WITHDRAWN'),
  capacity: fc.integer({ min: 0, max: 40 }),
  removed: fc.boolean(),
  conflict: fc.boolean(),
});

type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** Worlds that take every branch of the rewriting, in every run. */
const WORLDS: [World][] = [
  [
    {
      mark: '9.5',
      state: 'SUBMITTED',
      minutes: 7,
      version: 3,
      remark: '另一种意见',
      judgeState: 'ACTIVE',
      capacity: 40,
      removed: false,
      conflict: true,
    },
  ],
  [
    {
      mark: '0.5',
      state: 'RECUSED',
      minutes: 19_000,
      version: 41,
      remark: '',
      judgeState: 'WITHDRAWN',
      capacity: 0,
      removed: true,
      conflict: false,
    },
  ],
];

describe('while a round is judged', () => {
  it('other judges’ marks, progress and conflicts show nowhere', async () => {
    const before = await onlookers.look();
    const office = { office: review.coordinator };
    const whole = await onlookers.look(office);
    const own = review.judges[0]?.id ?? '';
    await fc.assert(
      fc.asyncProperty(world, async (other) => {
        const at = sql`timestamptz '2026-06-26 02:00:00+00' + ${other.minutes} * interval '1 minute'`;
        await onlookers.rewrite(
          sql`update score_sheet set state = ${other.state}, version = ${other.version}, updated_at = ${at}, started_at = ${at}, remark = ${other.remark}, remark_released = ${other.removed},
            seconds_spent = ${other.minutes}, total = case when ${other.state} = 'SUBMITTED' then ${other.mark}::numeric * 10 end, submitted_at = case when ${other.state} = 'SUBMITTED' then ${at} end where judge_id <> ${own}`,
          sql`update assignment set live = ${other.state !== 'RECUSED'}, pinned = ${other.removed}, version = ${other.version}, updated_at = ${at} where judge_id <> ${own}`,
          sql`update mark set value = ${other.mark}::numeric, comment = ${other.remark} where sheet_id in (select id from score_sheet where judge_id <> ${own})`,
          sql`update judge set state = ${other.judgeState}, capacity = ${other.capacity}, version = ${other.version}, updated_at = ${at} where id <> ${own}`,
          sql`delete from assignment_plan where ${other.removed}`,
          // A conflict somebody else entered about the judge: of an entry not in hand, unknown to the judge.
          ...(other.conflict
            ? [
                sql`insert into conflict (id, judge_id, entry_id, source, reason, created_at) select gen_random_uuid(), j.id, e.id, 'ENTERED', '同一单位', now() from judge j, entry e
                  where not exists (select 1 from assignment a where a.judge_id = j.id and a.entry_id = e.id and a.live) on conflict do nothing`,
              ]
            : [sql`delete from conflict where source = 'ENTERED'`]),
        );
        await onlookers.expectSame(before);
      }),
      { examples: WORLDS, numRuns: WORLDS.length + 1, endOnFailure: true },
    );
    await onlookers.rewrite(
      sql`delete from mark where sheet_id in (select id from score_sheet where judge_id <> ${own})`,
      sql`delete from score_sheet where judge_id <> ${own}`,
      sql`delete from assignment where judge_id <> ${own}`,
      sql`delete from conflict`,
    );
    await onlookers.expectSame(before);
    // Whoever may see it all does notice: the questions reach what was changed.
    expect(await onlookers.look(office)).not.toEqual(whole);
  }, 600_000);
});
