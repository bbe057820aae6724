import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { act, assignAll, goTo, makeReview, moveOn, ok, type Review, sheetsOf, submitAll } from './kit.ts';

let app: TestApp;
let review: Review;
const NOMINATED = '01900000-0000-7000-8000-0000000000aa';
const REASON = '评议组一致推荐：在汛期坚守一线，事迹突出。';

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY'] });
  const { coordinator, round, final, edition, entries, judges } = review;
  await app.app.pipelines.run(
    sql`insert into award_rule (id, competition_id, position, title, title_en, basis, basis_en, scope, quota, tie_at_line)
      select ${NOMINATED}::uuid, ${edition.id}::uuid, max(position) + 1, '特别奖', 'Special Award', '', '', 'NOMINATED', 1, 'DELIBERATE' from award_rule where competition_id = ${edition.id}`,
  );
  await assignAll(coordinator, round.id);
  for (const judge of judges)
    for (const sheet of await sheetsOf(judge.client))
      await submitAll(judge.client, sheet, sheet.entry?.id === entries[0]?.id ? '9' : '7');
  await ok(coordinator, 'roundLock', { roundId: round.id });
  await ok(coordinator, 'roundAdvance', {
    roundId: round.id,
    entryIds: entries.map(({ id }) => id),
    reason: '两个项目都请到现场',
  });
  await goTo(app, '2026-09-11T02:00:00Z');
  await moveOn(coordinator, edition.id, 'competitionStartReview');
  await app.app.pipelines.run(sql`update round set state = 'LOCKED' where id = ${final.id}`);
  await moveOn(coordinator, edition.id, 'competitionStartDeliberation');
  await ok(coordinator, 'resultCompute', { competitionId: edition.id });
}, 180_000);
afterAll(() => app.close());

interface Row {
  readonly entry: { readonly id: string } | null;
  readonly computedAward: { readonly title: string } | null;
  readonly award: { readonly title: string } | null;
  readonly flags: readonly string[] | null;
  readonly deliberation: { readonly reason: string } | null;
}
const ROWS =
  'rows { entry { id } computedAward { title } award { title } flags deliberation { reason } } awardLines { awardTitle quota given }';

const give = (entry: number, awardId: string) =>
  act<{ result: { rows: Row[]; awardLines: { awardTitle: string; given: string[] }[] } | null }>(
    review.coordinator,
    'deliberationSet',
    { entryId: review.entries[entry]?.id, awardId, reason: REASON },
    `result { ${ROWS} }`,
  );

describe('an award by nomination for an entry that has one by rank', () => {
  it('takes the place of the ranked one, which stays in sight beside it with the reason', async () => {
    const { result, problems } = await give(0, NOMINATED);
    expect(problems).toEqual([]);
    const row = (n: number) => result?.rows.find(({ entry }) => entry?.id === review.entries[n]?.id);
    expect(row(0)).toMatchObject({
      computedAward: { title: '金奖' },
      award: { title: '特别奖' },
      deliberation: { reason: REASON },
    });
    expect(row(0)?.flags).toContain('DELIBERATED');
    // The place that became free is not passed on in silence: whoever is to have it is decided for a reason as well.
    expect(row(1)).toMatchObject({ award: { title: '银奖' }, computedAward: { title: '银奖' } });
    expect(result?.awardLines.find(({ awardTitle }) => awardTitle === '金奖')?.given).toEqual([
      review.entries[0]?.id,
    ]);
    const [line] = await app.app.pipelines.run<{ awards: number }>(
      sql`select count(*)::int as awards from deliberation where competition_id = ${review.edition.id}`,
    );
    expect(line?.awards).toBe(1);
  });

  it('keeps to its own number, and one entry never counts twice', async () => {
    expect((await give(1, NOMINATED)).problems).toEqual([
      { code: 'TOO_MANY', path: ['awardId'], params: { max: 1 } },
    ]);
    expect((await give(0, NOMINATED)).problems).toEqual([]);
    const gold = review.edition.awardRules.find(({ title }) => title === '金奖')?.id ?? '';
    const { result, problems } = await give(1, gold);
    expect(problems).toEqual([]);
    const held = result?.rows.map(({ award }) => award?.title).sort();
    expect(held).toEqual(['特别奖', '金奖'].sort());
  });
});
