import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { assignAll, goTo, makeReview, moveOn, ok, type Review, sheetsOf, submitAll } from './kit.ts';

let app: TestApp;
let review: Review;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY', 'EMERGENCY'] });
  const { coordinator, round, final, edition, entries, judges } = review;
  await assignAll(coordinator, round.id);
  for (const judge of judges)
    for (const sheet of await sheetsOf(judge.client))
      await submitAll(judge.client, sheet, sheet.entry?.id === entries[0]?.id ? '9' : '7');
  await ok(coordinator, 'roundLock', { roundId: round.id });
  await ok(coordinator, 'roundAdvance', {
    roundId: round.id,
    entryIds: [entries[0]?.id],
    reason: '本类只请一个项目到现场',
  });
  await goTo(app, '2026-09-11T02:00:00Z');
  await moveOn(coordinator, edition.id, 'competitionStartReview');
  await app.app.pipelines.run(sql`update round set state = 'LOCKED' where id = ${final.id}`);
  await moveOn(coordinator, edition.id, 'competitionStartDeliberation');
}, 180_000);
afterAll(() => app.close());

interface Row {
  readonly entry: { readonly id: string } | null;
  readonly categoryRank: number | null;
  readonly award: { readonly title: string } | null;
}
const ROWS = 'rows { entry { id } categoryRank award { title } }';

describe('an eliminated entry', () => {
  it('keeps its place and gets no award, though the quota is not used up', async () => {
    const { coordinator, edition, entries } = review;
    const { result } = await ok<{ result: { rows: Row[] } }>(
      coordinator,
      'resultCompute',
      { competitionId: edition.id },
      `result { ${ROWS} }`,
    );
    const awards = entries.map(({ id }) => {
      const row = result.rows.find(({ entry }) => entry?.id === id);
      return [row?.categoryRank, row?.award?.title ?? null];
    });
    expect(awards).toEqual([
      [1, '金奖'],
      [2, null],
      [2, null],
    ]);
    const [quotas] = await app.app.pipelines.run<{ places: number }>(
      sql`select sum(quota)::int as places from award_rule where competition_id = ${edition.id}`,
    );
    expect(quotas?.places).toBeGreaterThan(1);
  });

  it('is awarded by the deliberation alone, and then stands among the awarded for everybody', async () => {
    const { coordinator, edition, entries } = review;
    const silver = edition.awardRules.find(({ title }) => title === '银奖')?.id;
    await ok(coordinator, 'deliberationSet', {
      entryId: entries[1]?.id,
      awardId: silver,
      reason: '评议组一致推荐：虽未晋级，服务成效突出。',
    });
    await moveOn(coordinator, edition.id, 'competitionPublicise');
    const { results } = await app.visitor.ask<{ results: { nodes: { rows: Row[] }[] } }>(
      `query ($filter: ResultFilter!) { results(first: 1, filter: $filter) { nodes { ${ROWS} } } }`,
      { filter: { competition: { eq: edition.id } } },
    );
    const awarded = results.nodes[0]?.rows.map(({ entry, award }) => [entry?.id, award?.title]);
    expect(awarded).toEqual([
      [entries[0]?.id, '金奖'],
      [entries[1]?.id, '银奖'],
    ]);
  });
});
