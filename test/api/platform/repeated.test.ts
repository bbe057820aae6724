import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { draftEntry, leaderOf, makeScene, openEdition, refusals } from '../competition/kit.ts';
import { act, assignAll, makeReview, marksOf, type SheetRead, sheetsOf } from '../judging/kit.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const FIVE = [1, 2, 3, 4, 5];
const events = async (operation: string, id: string): Promise<number> => {
  const [row] = await app.app.pipelines.run<{ n: number }>(
    sql`select count(*)::int as n from audit_event where operation = ${operation} and subject_id = ${id}`,
  );
  return row?.n ?? -1;
};

describe('the same request sent five times at once', () => {
  it('submits an entry once: one answer is the submission, four say the version is old', async () => {
    const { teamIds } = await makeScene(app, 1);
    const coordinator = await app.actor('COORDINATOR');
    const edition = await openEdition(app, coordinator, 2027);
    const leader = await leaderOf(app, teamIds[0] ?? '');
    const draft = await draftEntry(leader, edition, teamIds[0] ?? '', '江畔守望一号');
    const input = { id: draft.id, version: draft.version };
    const answers = await Promise.all(FIVE.map(() => refusals(leader, 'entrySubmit', input)));
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    for (const codes of answers.filter(({ length }) => length > 0))
      expect(codes).toEqual(['STALE_VERSION version']);
    expect(await events('entrySubmit', draft.id)).toBe(1);
    const rows = await app.app.pipelines.run<{ number: string; revisions: number }>(
      sql`select number, (select count(*)::int from entry_revision r where r.entry_id = e.id) as revisions from entry e where e.id = ${draft.id}`,
    );
    expect(rows).toEqual([{ number: expect.any(String), revisions: 1 }]);
  });
});

describe('the same request with a key, sent five times at once', () => {
  it('saves a sheet once and gives every sender the same answer', async () => {
    const other = await startTestApp();
    try {
      const review = await makeReview(other, { entries: ['HEALTH'] });
      await assignAll(review.coordinator, review.round.id);
      const judge = review.judges[0]?.client;
      if (!judge) throw new Error('a review has judges');
      const [sheet] = await sheetsOf(judge);
      if (!sheet) throw new Error('the judge was assigned an entry');
      const input = {
        id: sheet.id,
        version: sheet.version,
        idempotencyKey: 'sent-from-a-lift',
        marks: marksOf(sheet, '7.5'),
        secondsSpent: 30,
      };
      const answers = await Promise.all(
        FIVE.map(() =>
          act<{ scoreSheet: SheetRead }>(
            judge,
            'scoreSheetSave',
            input,
            'scoreSheet { id version state marks { criterionId value } }',
          ),
        ),
      );
      expect(answers[0]).toMatchObject({
        problems: [],
        scoreSheet: { state: 'DRAFT', version: sheet.version + 1 },
      });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      const [stored] = await other.app.pipelines.run<{ marks: number; version: number }>(
        sql`select version, (select count(*)::int from mark m where m.sheet_id = s.id) as marks from score_sheet s where id = ${sheet.id}`,
      );
      expect(stored).toEqual({ marks: sheet.criteria.length, version: sheet.version + 1 });
    } finally {
      await other.close();
    }
  });
});
