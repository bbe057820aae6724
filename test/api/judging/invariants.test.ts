import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabaseError } from '../../../server/src/platform/database/index.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { assignAll, makeReview, type Review, type SheetRead, sheetsOf, submitAll } from './kit.ts';

let app: TestApp;
let review: Review;
let submitted: SheetRead;
let open: SheetRead;

/** What the database answers to a statement that must not pass: its constraint or its code. */
async function broken(statement: ReturnType<typeof sql>): Promise<string> {
  try {
    await app.app.pipelines.run(statement);
  } catch (error) {
    const described = describeDatabaseError(error);
    return described?.constraint ?? described?.code ?? String(error);
  }
  return 'nothing';
}

/** SQLSTATE of `integrity_constraint_violation`: a row that is kept as it is. */
const KEPT = '23000';

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { judges: 4 });
  await assignAll(review.coordinator, review.round.id);
  const judge = review.judges[0];
  if (!judge) throw new Error('four judges');
  const [first, second] = await sheetsOf(judge.client);
  if (!first || !second) throw new Error('each judge has sheets');
  submitted = await submitAll(judge.client, first, '8');
  open = second;
});
afterAll(() => app.close());

describe('the database holds by itself, against statements written by hand', () => {
  it('one sheet and one assignment for a judge, an entry and a round', async () => {
    const copy = (table: string, columns: string) =>
      sql`insert into ${sql.raw(table)} (id, ${sql.raw(columns)}) select ${randomUUID()}::uuid, ${sql.raw(columns)} from ${sql.raw(table)} limit 1`;
    expect(
      await broken(
        copy('assignment', 'created_at, updated_at, round_id, entry_id, judge_id, pinned, position, live'),
      ),
    ).toMatch(/unique/);
    expect(
      await broken(
        copy(
          'score_sheet',
          'created_at, updated_at, assignment_id, round_id, entry_id, judge_id, state, remark, seconds_spent',
        ),
      ),
    ).toMatch(/unique/);
    expect(
      await broken(sql`update score_sheet set judge_id = ${review.judges[1]?.id} where id = ${open.id}`),
    ).toBe(KEPT);
    expect(
      await broken(
        sql`update assignment set judge_id = ${review.judges[3]?.id} where id in (select assignment_id from score_sheet where id = ${open.id})`,
      ),
    ).toBe(KEPT);
  });

  it('no assignment on a conflict, from either side', async () => {
    const pair = sql`${open.judge?.id}::uuid, ${open.entry?.id}::uuid`;
    const conflict = sql`insert into conflict (id, judge_id, entry_id, source, reason, created_at) values (${randomUUID()}, ${pair}, 'ENTERED', '直接写库', now())`;
    expect(await broken(conflict)).toBe('conflict_assignment');
    const [free] = await app.app.pipelines.run(
      sql<{
        judge: string;
        entry: string;
      }>`select j.id as judge, e.id as entry from judge j, entry e where not exists (select 1 from assignment a where a.judge_id = j.id and a.entry_id = e.id) limit 1`,
    );
    if (!free) throw new Error('somebody is free');
    await app.app.pipelines.run(
      sql`insert into conflict (id, judge_id, entry_id, source, reason, created_at) values (${randomUUID()}, ${free.judge}, ${free.entry}, 'ENTERED', '直接写库', now())`,
    );
    const assign = (judge: string, entry: string) =>
      sql`insert into assignment (id, created_at, updated_at, round_id, entry_id, judge_id, position) values (${randomUUID()}, now(), now(), ${review.round.id}, ${entry}, ${judge}, 99)`;
    expect(await broken(assign(free.judge, free.entry))).toBe('assignment_conflict');
    // Withdrawn conflicts free the pair, and cannot come back while it is held.
    await app.app.pipelines.run(
      sql`update conflict set withdrawn_at = now() where judge_id = ${free.judge} and entry_id = ${free.entry}`,
    );
    await app.app.pipelines.run(assign(free.judge, free.entry));
    expect(
      await broken(
        sql`update conflict set withdrawn_at = null where judge_id = ${free.judge} and entry_id = ${free.entry}`,
      ),
    ).toBe('conflict_assignment');
    await app.app.pipelines.run(sql`delete from assignment where position = 99`);
  });

  it('judge, entry and round of one edition', async () => {
    const stranger = randomUUID();
    await app.app.pipelines.run(
      sql`insert into competition (id, created_at, updated_at, year, title, scoring_rule) values (${stranger}, now(), now(), 2099, '另一届', '{}'::jsonb)`,
    );
    const judge = randomUUID();
    await app.app.pipelines.run(
      sql`insert into judge (id, created_at, updated_at, competition_id, number, email, name, expertise, capacity) values (${judge}, now(), now(), ${stranger}, 1, 'other@example.cn', '外届评委', '{}', 5)`,
    );
    expect(
      await broken(
        sql`insert into assignment (id, created_at, updated_at, round_id, entry_id, judge_id, position) values (${randomUUID()}, now(), now(), ${review.round.id}, ${open.entry?.id}, ${judge}, 1)`,
      ),
    ).toBe('assignment_edition');
  });

  it('marks on the scale, on the step, of the sheet’s own round', async () => {
    const mark = (criterion: string | undefined, value: string) =>
      sql`insert into mark (id, sheet_id, criterion_id, value) values (${randomUUID()}, ${open.id}, ${criterion}, ${value}::numeric)`;
    expect(await broken(mark(open.criteria[0]?.id, '10.5'))).toBe('mark_scale');
    expect(await broken(mark(open.criteria[0]?.id, '-0.5'))).toBe('mark_scale');
    expect(await broken(mark(open.criteria[0]?.id, '7.25'))).toBe('mark_scale');
    expect(await broken(mark(review.final.criteria[0]?.id, '7'))).toBe('mark_round');
  });

  it('submitted sheets as they are, and begun ones for good', async () => {
    const set = (change: string) => sql`update score_sheet set ${sql.raw(change)} where id = ${submitted.id}`;
    for (const change of [
      `remark = '改'`,
      'total = 99',
      'submitted_at = now()',
      'seconds_spent = 1',
      `state = 'ASSIGNED'`,
      `state = 'RECUSED'`,
    ]) {
      expect([change, await broken(set(change))]).toEqual([change, KEPT]);
    }
    expect(await broken(sql`update mark set value = 1 where sheet_id = ${submitted.id}`)).toBe(KEPT);
    expect(await broken(sql`delete from mark where sheet_id = ${submitted.id}`)).toBe(KEPT);
    expect(await broken(sql`delete from score_sheet where id = ${submitted.id}`)).toBe(KEPT);
    expect(
      await broken(
        sql`update score_sheet set state = 'LOCKED', total = 50, submitted_at = now() where id = ${open.id}`,
      ),
    ).toBe(KEPT);
    expect(await broken(sql`update score_sheet set state = 'SUBMITTED' where id = ${open.id}`)).toBe(
      'score_sheet_submitted',
    );
  });

  it('rubric, weights and the official rule frozen by the first submitted sheet', async () => {
    const { round, final, edition } = review;
    for (const statement of [
      sql`update criterion set weight = weight + 1 where round_id = ${round.id}`,
      sql`update criterion set title = '改' where round_id = ${final.id}`,
      sql`delete from criterion where round_id = ${final.id}`,
      sql`update round set weight = 50 where competition_id = ${edition.id}`,
      sql`update round set position = position + 1 where id = ${final.id}`,
      sql`update competition set scoring_rule = '{"kind":"MEAN"}'::jsonb where id = ${edition.id}`,
    ]) {
      expect(await broken(statement)).toBe('rubric_frozen');
    }
    const { competition } = await review.coordinator.ask<{ competition: { rubricFrozen: boolean } }>(
      'query ($id: ID!) { competition(id: $id) { rubricFrozen } }',
      { id: edition.id },
    );
    expect(competition.rubricFrozen).toBe(true);
  });
});
