import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { closeEdition, judgeToNotice, makeReview, ok, type Review } from '../api/judging/kit.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { Onlookers } from './views-kit.ts';

/**
 * From the public notice on much is public, and the rest must still show nowhere: marks before the edition is closed,
 * what became of losing entries of other teams, reasons of the deliberation, whoever objects, remarks that were not
 * released or are withheld.
 */

let app: TestApp;
let review: Review;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', ...Array<string>(6).fill('HEALTH')], judges: 3 });
  await judgeToNotice(app, review, (j, e) => ({ mark: (9 - e + j * 0.5).toFixed(1), released: j === 0 }));
  const objection = { competitionId: review.edition.id, author: '王女士', contact: '0555-1200001' };
  await ok(app.visitor, 'objectionCreate', {
    ...objection,
    text: '该项目的服务人次与街道台账不一致，请核实。',
  });
}, 180_000);
afterAll(() => app.close());

const world = fc.record({
  mark: fc.integer({ min: 1, max: 19 }).map((half) => (half / 2).toFixed(1)),
  text: fc.constantFrom('', '换一种说法', '张三单位的项目'),
  rank: fc.integer({ min: 1, max: 9 }),
  minutes: fc.integer({ min: 1, max: 20_000 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** What stays hidden for good, with other values. */
const forGood = ({ mark, text, rank, minutes }: World) => {
  const own = review.judges[0]?.id ?? '';
  const team = review.scene.teamIds[0] ?? '';
  const at = sql`timestamptz '2026-06-26 02:00:00+00' + ${minutes} * interval '1 minute'`;
  return [
    sql`update score_sheet set remark = ${text} where not remark_released and judge_id <> ${own}`,
    sql`update score_sheet set seconds_spent = ${minutes}, started_at = ${at}, submitted_at = ${at}, updated_at = ${at}, version = ${rank} where judge_id <> ${own}`,
    sql`update mark set comment = ${text}, value = ${mark}::numeric where sheet_id in (select id from score_sheet where judge_id <> ${own})`,
    sql`update judge set name = ${`某${rank}`}, organisation = ${text} where id <> ${own}`,
    sql`update objection set author = ${`某${rank}`}, contact = ${String(minutes)}, text = ${`${text}另一份异议的内容`}`,
    sql`update result_row set total = ${mark}::numeric, total_text = ${mark}, category_rank = ${rank}, overall_rank = ${rank}, spread = ${mark}::numeric, sheet_totals = '[]', flags = '{TIED}'
      where award_id is null and entry_id not in (select id from entry where team_id = ${team})`,
    sql`update published_entry set means = '[]' where entry_id not in (select id from entry where team_id = ${team})`,
    sql`delete from result where not official`,
  ];
};

describe('what stays hidden shows nowhere', () => {
  it('during the public notice: no mark of anybody’s', async () => {
    const onlookers = await Onlookers.of(app, review);
    const before = await onlookers.look();
    await fc.assert(
      fc.asyncProperty(world, async (other) => {
        await onlookers.rewrite(
          ...forGood(other),
          sql`update score_sheet set total = ${other.mark}::numeric * 10 where judge_id <> ${review.judges[0]?.id}`,
          sql`update result_row set sheet_totals = jsonb_build_array(jsonb_build_object('judgeCode', 'J09', 'value', ${other.mark}::text)), spread = ${other.mark}::numeric, flags = '{}'`,
        );
        await onlookers.expectSame(before);
      }),
      { numRuns: 1, endOnFailure: true },
    );
  }, 600_000);

  it('once the edition is closed: no losing entry, no name, no remark that was not released', async () => {
    const { coordinator } = review;
    const { objections } = await coordinator.ask<{
      objections: { nodes: { id: string; version: number }[] };
    }>('{ objections { nodes { id version } } }');
    for (const { id, version } of objections.nodes)
      await ok(coordinator, 'objectionDecide', {
        id,
        version,
        state: 'DISMISSED',
        decision: '经核对，数据属实。',
      });
    const withheld = await coordinator.ask<{
      scoreSheets: { nodes: { id: string; remarkReleased: boolean }[] };
    }>(
      'query ($entry: ID!) { scoreSheets(filter: { entry: { eq: $entry } }) { nodes { id remarkReleased } } }',
      { entry: review.entries[0]?.id },
    );
    const kept = withheld.scoreSheets.nodes.find(({ remarkReleased }) => remarkReleased);
    await ok(coordinator, 'scoreSheetWithholdRemark', { id: kept?.id, withhold: true, reason: '点名批评' });
    await closeEdition(app, review);
    const onlookers = await Onlookers.of(app, review);
    const before = await onlookers.look();
    await fc.assert(
      fc.asyncProperty(world, async (other) => {
        await onlookers.rewrite(
          ...forGood(other),
          sql`update withheld_remark set reason = ${`理由${other.rank}`}`,
        );
        await onlookers.expectSame(before);
      }),
      { numRuns: 1, endOnFailure: true },
    );
  }, 600_000);
});
