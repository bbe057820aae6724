import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractSchema } from '../../server/src/app/contract.ts';
import {
  assignAll,
  closeEdition,
  judgeToNotice,
  makeReview,
  marksOf,
  ok,
  type Review,
  sheetsOf,
  submitAll,
} from '../api/judging/kit.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';
import { type Curious, differing, questionsOf, viewOf } from './views-kit.ts';

/**
 * What somebody may not see must not show in anything they do see: with every other value of it, and with it removed,
 * each answer to a judge, a team leader and a visitor stays the same, byte for byte.
 */

let app: TestApp;
let review: Review;
let curious: Curious;
let questions: ReturnType<typeof questionsOf>;

const run = (statement: RawBuilder<unknown>): Promise<unknown> => app.app.pipelines.run(statement);
const ids = async (table: string): Promise<string[]> =>
  (await app.app.pipelines.run(sql<{ id: string }>`select id from ${sql.table(table)} order by id`)).map(
    ({ id }) => id,
  );

/** Writes past every guard of the database: what is compared are two worlds, not a way from one to the other. */
async function rewrite(...statements: readonly RawBuilder<unknown>[]): Promise<void> {
  const tables = [
    'score_sheet',
    'mark',
    'assignment',
    'conflict',
    'result',
    'result_row',
    'deliberation',
    'objection',
    'withheld_remark',
  ];
  for (const table of tables) await run(sql`alter table ${sql.table(table)} disable trigger user`);
  for (const statement of statements) await run(statement);
  for (const table of tables) await run(sql`alter table ${sql.table(table)} enable trigger user`);
}

const TYPES = {
  Account: 'account',
  Assignment: 'assignment',
  Competition: 'competition',
  Conflict: 'conflict',
  Entry: 'entry',
  Judge: 'judge',
  Objection: 'objection',
  Result: 'result',
  ScoreSheet: 'score_sheet',
  Team: 'team',
  Unit: 'unit',
} as const;

async function look(): Promise<void> {
  const { edition, round, judges, entries } = review;
  const byType = Object.fromEntries(
    await Promise.all(
      Object.entries(TYPES).map(async ([type, table]) => [type, (await ids(table)).slice(0, 24)]),
    ),
  ) as Record<string, string[]>;
  const result = byType.Result?.[0] ?? edition.id;
  curious = {
    byType,
    byArgument: {
      roundId: round.id,
      competitionId: edition.id,
      entryId: entries[1]?.id ?? '',
      subjectType: 'ScoreSheet',
      subjectId: byType.ScoreSheet?.[0] ?? '',
    },
    filterIds: [
      edition.id,
      round.id,
      entries[1]?.id ?? '',
      judges[1]?.id ?? '',
      edition.categories[0]?.id ?? '',
    ],
    downloads: [
      ...['judges', 'conflicts', 'assignments', 'scoreSheets', 'results', 'resultRows', 'objections'].map(
        (list) => `/exports/${list}.xlsx`,
      ),
      `/print/rankings/${result}.pdf`,
      `/print/score-sheets/${byType.ScoreSheet?.[0]}.pdf`,
      `/print/certificates/${entries[1]?.id}.pdf`,
      `/bundles/${result}.json`,
    ],
  };
  questions = questionsOf(await contractSchema(), curious);
}

/** Answers of everybody who must not notice. */
async function views(people: Readonly<Record<string, Client>>) {
  const seen: Record<string, ReadonlyMap<string, string>> = {};
  for (const [name, client] of Object.entries(people)) seen[name] = await viewOf(client, questions, curious);
  return seen;
}

function expectSame(
  before: Awaited<ReturnType<typeof views>>,
  after: Awaited<ReturnType<typeof views>>,
): void {
  const told = Object.entries(before).flatMap(([name, view]) =>
    differing(view, after[name] ?? new Map()).map((difference) => `${name}: ${difference}`),
  );
  expect(told).toEqual([]);
}

const people = (): Record<string, Client> => {
  const [judge] = review.judges;
  const [leader] = review.leaders;
  if (!judge || !leader) throw new Error('there are people');
  return { judge: judge.client, leader, visitor: app.visitor };
};

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
  await look();
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

describe('while a round is judged', () => {
  it('other judges’ marks, progress and conflicts show nowhere', async () => {
    const before = await views(people());
    const own = review.judges[0]?.id ?? '';
    await fc.assert(
      fc.asyncProperty(world, async (other) => {
        const at = sql`timestamptz '2026-06-26 02:00:00+00' + ${other.minutes} * interval '1 minute'`;
        await rewrite(
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
        expectSame(before, await views(people()));
      }),
      { numRuns: 3, endOnFailure: true },
    );
    await rewrite(
      sql`delete from mark where sheet_id in (select id from score_sheet where judge_id <> ${own})`,
      sql`delete from score_sheet where judge_id <> ${own}`,
      sql`delete from assignment where judge_id <> ${own}`,
      sql`delete from conflict`,
    );
    expectSame(before, await views(people()));
  }, 600_000);
});
