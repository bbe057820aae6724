import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import {
  act,
  assignAll,
  codes,
  errorOf,
  type Found,
  goTo,
  makeReview,
  marksOf,
  moveOn,
  ok,
  type Review,
  readEdition,
  sheetsOf,
  submitAll,
} from './kit.ts';

let app: TestApp;
let review: Review;
const REASON = '第二评委录错了一项，申请更正';

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app);
  await assignAll(review.coordinator, review.round.id);
  for (const [i, judge] of review.judges.entries())
    for (const sheet of await sheetsOf(judge.client)) await submitAll(judge.client, sheet, `${7 + i / 2}`);
});
afterAll(() => app.close());

const reopen = (reason = REASON) => ({ roundId: review.round.id, reason });

/** What the office reads of the step: whether it may be taken and why not. */
async function reopening(): Promise<{ allowed: boolean; problems: Found[] } | undefined> {
  const { competition } = await review.coordinator.ask<{
    competition: {
      rounds: {
        id: string;
        availableTransitions: { event: string; allowed: boolean; problems: Found[] }[];
      }[];
    };
  }>(
    'query ($id: ID!) { competition(id: $id) { rounds { id availableTransitions { event allowed problems { code path params } } } } }',
    { id: review.edition.id },
  );
  return competition.rounds
    .find(({ id }) => id === review.round.id)
    ?.availableTransitions.find(({ event }) => event === 'reopen');
}
const results = async (): Promise<number> => {
  const [row] = await app.app.pipelines.run<{ n: number }>(sql`select count(*)::int as n from result`);
  return row?.n ?? -1;
};
const states = async (): Promise<string[]> => [
  ...new Set((await sheetsOf(review.coordinator, { round: { eq: review.round.id } })).map((s) => s.state)),
];

describe('a locked round', () => {
  it('is reopened for a reason: sheets as they were, results discarded, on record', async () => {
    const { coordinator, round } = review;
    expect(await codes(coordinator, 'roundReopen', reopen())).toEqual(['STATE_NOT_ALLOWED']);
    expect(await reopening()).toBeUndefined();
    await ok(coordinator, 'roundLock', { roundId: round.id });
    await ok(coordinator, 'resultCompute', { roundId: round.id });
    expect(await results()).toBeGreaterThan(0);
    expect(await reopening()).toEqual({ event: 'reopen', allowed: true, problems: [] });
    expect(await codes(coordinator, 'roundReopen', reopen(' '))).toEqual(['REASON_REQUIRED reason']);
    expect(await states()).toEqual(['LOCKED']);
    const before = await sheetsOf(coordinator);
    const payload = await ok<{ round: { state: string }; discarded: number }>(
      coordinator,
      'roundReopen',
      reopen(),
      'round { state } discarded',
    );
    expect(payload.round.state).toBe('OPEN');
    expect(payload.discarded).toBeGreaterThan(0);
    expect(await results()).toBe(0);
    expect(await states()).toEqual(['SUBMITTED']);
    const totals = (sheets: typeof before) =>
      new Map(sheets.map(({ id, total, marks }) => [id, [total, marks]]));
    expect(totals(await sheetsOf(coordinator))).toEqual(totals(before));
    const [event] = await app.app.pipelines.run<{ reason: string; changes: string }>(
      sql`select reason, changes::text from audit_event where operation = 'roundReopen'`,
    );
    expect(event?.reason).toBe(REASON);
    expect(event?.changes).toContain('resultDigest');
  });

  it('lets a sheet go back to its judge, and is locked and computed again', async () => {
    const { coordinator, round, judges } = review;
    const [sheet] = await sheetsOf(coordinator, { round: { eq: round.id } });
    if (!sheet) throw new Error('there is a sheet');
    await ok(coordinator, 'scoreSheetReopen', { id: sheet.id, version: sheet.version, reason: REASON });
    const judge = judges.find(({ id }) => id === sheet.judge?.id);
    if (!judge) throw new Error('the sheet has a judge');
    const [own] = (await sheetsOf(judge.client)).filter(({ id }) => id === sheet.id);
    if (!own) throw new Error('the judge sees the sheet');
    await ok(judge.client, 'scoreSheetSubmit', {
      id: own.id,
      version: own.version,
      marks: marksOf(own, '9.5'),
      remark: '核对后更正，依据充分。',
    });
    await ok(coordinator, 'roundLock', { roundId: round.id });
    const { result } = await ok<{ result: { rows: { sheetTotals: { value: string }[] }[] } }>(
      coordinator,
      'resultCompute',
      { roundId: round.id },
      'result { rows { sheetTotals { value } } }',
    );
    expect(result.rows.flatMap(({ sheetTotals }) => sheetTotals.map(({ value }) => Number(value)))).toContain(
      95,
    );
  });

  it('is reopened by nobody but those who run the edition, and not past the database either', async () => {
    const { judges, leaders, round } = review;
    for (const client of [judges[0]?.client, leaders[0], await app.actor('AUDITOR')])
      expect(client && (await errorOf(client, 'roundReopen', reopen()))).toBe('FORBIDDEN');
    await expect(
      app.app.pipelines.run(sql`update score_sheet set state = 'SUBMITTED' where round_id = ${round.id}`),
    ).rejects.toThrow();
    expect(await states()).toEqual(['LOCKED']);
  });

  it('stays locked once entries were advanced from it, and says so', async () => {
    const { coordinator, round, edition } = review;
    const { advanced } = await ok<{ advanced: { id: string }[] }>(
      coordinator,
      'roundAdvance',
      { roundId: round.id },
      'advanced { id }',
    );
    expect(advanced.length).toBeGreaterThan(0);
    const why = [{ code: 'ROUND_BUILT_ON', path: [], params: { entries: review.entries.length } }];
    expect(await reopening()).toMatchObject({ allowed: false, problems: why });
    expect((await act(coordinator, 'roundReopen', reopen())).problems).toEqual(why);
    const { version } = await readEdition(coordinator, edition.id);
    await goTo(app, '2026-07-20T01:00:00Z');
    await moveOn(coordinator, edition.id, 'competitionStartReview');
    // The state is the same, REVIEW: the version still tells that something happened.
    expect((await readEdition(coordinator, edition.id)).version).toBe(version + 1);
    expect(await codes(coordinator, 'competitionStartDeliberation', { id: edition.id, version })).toEqual([
      'STALE_VERSION version',
    ]);
    expect((await act(coordinator, 'roundReopen', reopen())).problems).toMatchObject([
      { code: 'ROUND_BUILT_ON' },
    ]);
  });
});
