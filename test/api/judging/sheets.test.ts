import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { done } from '../competition/kit.ts';
import {
  act,
  assignAll,
  codes,
  errorOf,
  goTo,
  makeReview,
  marksOf,
  ok,
  type Review,
  SHEET,
  type SheetRead,
  sheetsOf,
  submitAll,
} from './kit.ts';

let app: TestApp;
let review: Review;
const client = (i: number) => {
  const judge = review.judges[i];
  if (!judge) throw new Error(`no judge ${i}`);
  return judge.client;
};
const first = async (i: number, state = 'ASSIGNED'): Promise<SheetRead> => {
  const found = (await sheetsOf(client(i))).find((sheet) => sheet.state === state);
  if (!found) throw new Error(`judge ${i} has no sheet in ${state}`);
  return found;
};
const save = (i: number, input: Record<string, unknown>) =>
  act<{ scoreSheet: SheetRead | null }>(client(i), 'scoreSheetSave', input, `scoreSheet { ${SHEET} }`);
const again = async (i: number, id: string): Promise<SheetRead> => {
  const { scoreSheet } = await client(i).ask<{ scoreSheet: SheetRead }>(
    `query ($id: ID!) { scoreSheet(id: $id) { ${SHEET} } }`,
    { id },
  );
  return scoreSheet;
};

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, {
    entries: ['EMERGENCY', 'EMERGENCY', 'EMERGENCY', 'HEALTH', 'HEALTH', 'HEALTH'],
  });
  await assignAll(review.coordinator, review.round.id);
});
afterAll(() => app.close());

describe('a judge’s own work', () => {
  it('is seen by the judge alone, until the office looks', async () => {
    const own = await sheetsOf(client(0));
    expect(own).toHaveLength(6);
    expect(new Set(own.map(({ judge }) => judge?.id))).toEqual(new Set([review.judges[0]?.id]));
    const others = await sheetsOf(client(1));
    const foreign = others[0]?.id ?? '';
    expect(await client(0).ask(`query ($id: ID!) { scoreSheet(id: $id) { id } }`, { id: foreign })).toEqual({
      scoreSheet: null,
    });
    expect(await errorOf(client(0), 'scoreSheetSave', { id: foreign, version: 1, remark: '别人的' })).toBe(
      'NOT_FOUND',
    );
    expect(await errorOf(client(0), 'scoreSheetSubmit', { id: foreign, version: 1 })).toBe('NOT_FOUND');
    expect(await errorOf(client(0), 'scoreSheetRecuse', { id: foreign, reason: '不想评' })).toBe('NOT_FOUND');
    expect(await errorOf(client(0), 'scoreSheetReopen', { id: own[0]?.id, version: 1, reason: '想改' })).toBe(
      'FORBIDDEN',
    );
    const { judges, assignments } = await client(0).ask<{
      judges: { nodes: { id: string }[] };
      assignments: { nodes: { judge: { id: string } }[] };
    }>('{ judges { nodes { id } } assignments(first: 200) { nodes { judge { id } } } }');
    expect(judges.nodes).toEqual([{ id: review.judges[0]?.id }]);
    expect(new Set(assignments.nodes.map(({ judge }) => judge.id))).toEqual(new Set([review.judges[0]?.id]));
    for (const query of [
      'judgingProgress(roundId: $id) { total }',
      'assignmentBoard(roundId: $id) { id }',
      'competitionDashboard(competitionId: $id) { id }',
    ]) {
      expect(await client(0).codeOf(`query ($id: ID!) { ${query} }`, { id: review.round.id })).toBe(
        'FORBIDDEN',
      );
    }
  });

  it('is edited by nobody else, not even the office, and not at all by auditors and visitors', async () => {
    const sheet = await first(0);
    const auditor = await app.actor('AUDITOR');
    const leader = review.leaders[0];
    expect(
      await errorOf(review.coordinator, 'scoreSheetSave', { id: sheet.id, version: sheet.version }),
    ).toBe('FORBIDDEN');
    expect(await errorOf(auditor, 'scoreSheetSave', { id: sheet.id, version: sheet.version })).toBe(
      'FORBIDDEN',
    );
    expect(
      await errorOf(auditor, 'scoreSheetReopen', { id: sheet.id, version: sheet.version, reason: 'x' }),
    ).toBe('FORBIDDEN');
    expect(await errorOf(app.visitor, 'scoreSheetSave', { id: sheet.id, version: sheet.version })).toBe(
      'UNAUTHENTICATED',
    );
    expect(await leader?.codeOf('{ scoreSheets { nodes { id } } }')).toBe('FORBIDDEN');
    expect(await sheetsOf(auditor)).toHaveLength(18);
    // A coordinator of another edition has the permission but not this edition's rows.
    const other = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: review.round.id });
    expect(await sheetsOf(other)).toEqual([]);
    const scoped = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: review.edition.id });
    expect(await sheetsOf(scoped)).toHaveLength(18);
  });

  it('reads the entries in hand, without contacts, and no other', async () => {
    const sheet = await first(0);
    const query =
      'query ($id: ID!) { entry(id: $id) { id need contactPhone screeningNotes { id } revisions { id } } }';
    const { entry } = await client(0).ask<{ entry: Record<string, unknown> }>(query, { id: sheet.entry?.id });
    expect(entry).toMatchObject({
      id: sheet.entry?.id,
      contactPhone: null,
      screeningNotes: [],
      revisions: [],
    });
    expect(entry.need).toContain('独居老人');
    const idle = await app.actor({ role: 'JUDGE', scope: 'COMPETITION', scopeId: review.edition.id });
    expect(await idle.ask(query, { id: sheet.entry?.id })).toEqual({ entry: null });
  });

  it('is saved field by field, counted once however often it is sent, and keeps what is not mentioned', async () => {
    const sheet = await first(0);
    const [one, two] = sheet.criteria;
    const input = {
      id: sheet.id,
      version: sheet.version,
      idempotencyKey: 'a-phone-in-a-lift',
      marks: [{ criterionId: one?.id, value: '7.5', comment: '对象清楚' }],
      secondsSpent: 40,
    };
    const saved = (await save(0, input)).scoreSheet;
    expect(saved).toMatchObject({ state: 'DRAFT', version: sheet.version + 1 });
    expect((await save(0, input)).scoreSheet?.version).toBe(saved?.version);
    const next = (
      await save(0, {
        id: sheet.id,
        version: saved?.version,
        marks: [
          { criterionId: two?.id, value: 8 },
          { criterionId: one?.id, comment: '对象很清楚' },
        ],
        remark: ' 先记一笔 ',
      })
    ).scoreSheet;
    // The log keeps of each mark what has changed, as it was and as it is.
    const logged = async () =>
      (await app.app.pipelines.run(
        sql`select change -> 'before' -> 'marks' as before, change -> 'after' -> 'marks' as after from audit_event a, jsonb_array_elements(a.changes) change
        where change ->> 'type' = 'Mark' and change ->> 'id' = ${sheet.id} order by a.at, a.id`,
      )) as { before: unknown; after: unknown }[];
    expect((await logged()).at(-1)).toEqual({
      before: [
        { criterionId: two?.id, value: null },
        { criterionId: one?.id, comment: '对象清楚' },
      ],
      after: [
        { criterionId: two?.id, value: '8' },
        { criterionId: one?.id, comment: '对象很清楚' },
      ],
    });
    expect(next?.marks).toEqual([
      { criterionId: one?.id, value: '7.50', comment: '对象很清楚' },
      { criterionId: two?.id, value: '8.00', comment: '' },
    ]);
    expect(next?.remark).toBe('先记一笔');
    const told = await logged();
    const same = (
      await save(0, {
        id: sheet.id,
        version: next?.version,
        marks: [
          { criterionId: one?.id, value: '7.50', comment: '对象很清楚 ' },
          { criterionId: two?.id, value: '8' },
        ],
      })
    ).scoreSheet;
    expect(same?.marks).toEqual(next?.marks);
    expect(await logged()).toEqual(told);
    const cleared = (
      await save(0, { id: sheet.id, version: same?.version, marks: [{ criterionId: two?.id, value: null }] })
    ).scoreSheet;
    expect(cleared?.marks.find(({ criterionId }) => criterionId === two?.id)?.value).toBeNull();
    const { judge } = await review.coordinator.ask<{ judge: { state: string } }>(
      `query ($id: ID!) { judge(id: $id) { state } }`,
      { id: review.judges[0]?.id },
    );
    expect(judge.state).toBe('ACTIVE');
  });

  it('answers a stale tab with the server’s version, and writes nothing', async () => {
    const sheet = await first(0, 'DRAFT');
    const stale = await save(0, { id: sheet.id, version: sheet.version - 1, remark: '另一个标签页写的' });
    expect(stale.problems).toEqual([
      {
        code: 'STALE_VERSION',
        path: ['version'],
        params: { yours: sheet.version - 1, current: sheet.version },
      },
    ]);
    expect(stale.scoreSheet).toMatchObject({ id: sheet.id, version: sheet.version, remark: '先记一笔' });
    expect((await again(0, sheet.id)).remark).toBe('先记一笔');
  });

  it('takes only marks on the scale, all problems at once', async () => {
    const sheet = await first(1);
    const [one, two, three] = sheet.criteria;
    const foreign = review.final.criteria[0]?.id;
    const { problems } = await save(1, {
      id: sheet.id,
      version: sheet.version,
      marks: [
        { criterionId: one?.id, value: '10.5' },
        { criterionId: two?.id, value: '7.3' },
        { criterionId: three?.id, value: '-1' },
        { criterionId: three?.id, value: '5' },
        { criterionId: foreign, value: '5' },
      ],
      remark: '长'.repeat(4001),
      secondsSpent: -5,
    });
    expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'OUT_OF_RANGE marks.0.value',
      'MARK_OFF_STEP marks.1.value',
      'OUT_OF_RANGE marks.2.value',
      'DUPLICATE marks.3.criterionId',
      'NOT_FOUND marks.4.criterionId',
      'TOO_LONG remark',
      'OUT_OF_RANGE secondsSpent',
    ]);
    expect((await again(1, sheet.id)).state).toBe('ASSIGNED');
  });

  it('is submitted only whole, with a remark where the round asks for one', async () => {
    const { coordinator, round } = review;
    const { competition } = await coordinator.ask<{
      competition: { rounds: { id: string; version: number }[] };
    }>('query ($id: ID!) { competition(id: $id) { rounds { id version } } }', { id: review.edition.id });
    const version = competition.rounds.find(({ id }) => id === round.id)?.version;
    await done(coordinator, 'roundUpdate', { id: round.id, version, remarkMinimum: 8 }, 'id');
    const sheet = await first(1);
    const input = { id: sheet.id, version: sheet.version };
    expect(sheet.availableTransitions.find(({ event }) => event === 'submit')).toMatchObject({
      allowed: false,
    });
    expect(
      await codes(client(1), 'scoreSheetSubmit', { ...input, marks: marksOf(sheet, '8').slice(1) }),
    ).toEqual(['MARKS_INCOMPLETE marks', 'REQUIRED remark']);
    expect(
      await codes(client(1), 'scoreSheetSubmit', { ...input, marks: marksOf(sheet, '8'), remark: '很好' }),
    ).toEqual(['TOO_SHORT remark']);
    const marks = sheet.criteria.map(({ id }, i) => ({
      criterionId: id,
      value: ['7.5', '8', '6.5', '9', '7'][i],
    }));
    const { scoreSheet } = await ok<{ scoreSheet: SheetRead }>(
      client(1),
      'scoreSheetSubmit',
      { ...input, marks, remark: '数据扎实，路线合理。' },
      `scoreSheet { ${SHEET} }`,
    );
    // 25·7.5 + 20·8 + 20·6.5 + 20·9 + 15·7, each by ten.
    expect(scoreSheet).toMatchObject({ state: 'SUBMITTED', total: '76.2500' });
    expect(
      await codes(client(1), 'scoreSheetSave', {
        id: scoreSheet.id,
        version: scoreSheet.version,
        remark: '再改',
      }),
    ).toEqual(['STATE_NOT_ALLOWED']);
  });

  it('comes back to the judge only from the office, for a reason, with the marks as they were', async () => {
    const sheet = await first(1, 'SUBMITTED');
    const input = { id: sheet.id, version: sheet.version };
    expect(await codes(review.coordinator, 'scoreSheetReopen', { ...input, reason: ' ' })).toEqual([
      'REASON_REQUIRED reason',
    ]);
    const { scoreSheet } = await ok<{ scoreSheet: SheetRead }>(
      review.coordinator,
      'scoreSheetReopen',
      { ...input, reason: '评委来电称一项打错' },
      `scoreSheet { ${SHEET} }`,
    );
    expect(scoreSheet.state).toBe('DRAFT');
    expect(scoreSheet.marks.map(({ value }) => value)).toEqual(sheet.marks.map(({ value }) => value));
    const back = await again(1, sheet.id);
    await ok(client(1), 'scoreSheetSubmit', {
      id: back.id,
      version: back.version,
      remark: '改正一项后重新提交。',
    });
  });

  it('ends with the server’s clock, and goes on where an extension was recorded', async () => {
    const sheet = await first(2);
    await goTo(app, '2026-07-18T10:00:00Z');
    const input = {
      id: sheet.id,
      version: sheet.version,
      marks: marksOf(sheet, '6.5'),
      remark: '总体可行，细节不足。',
    };
    expect(await codes(client(2), 'scoreSheetSubmit', input)).toEqual(['DEADLINE_PASSED']);
    expect(
      await codes(client(2), 'scoreSheetSave', { id: sheet.id, version: sheet.version, remark: '迟' }),
    ).toEqual(['DEADLINE_PASSED']);
    await done(
      review.coordinator,
      'deadlineExtend',
      {
        competitionId: review.edition.id,
        roundId: review.round.id,
        judgeId: review.judges[2]?.id,
        until: '2026-07-20T10:00:00Z',
        reason: '评委住院',
      },
      'id',
    );
    expect((await again(2, sheet.id)).deadline).toBe('2026-07-20T10:00:00.000Z');
    await ok(client(2), 'scoreSheetSubmit', input);
    const late = await first(0, 'DRAFT');
    expect(await codes(client(0), 'scoreSheetSubmit', { id: late.id, version: late.version })).toContain(
      'DEADLINE_PASSED',
    );
    await goTo(app, '2026-06-27T10:00:00Z');
  });

  it('is handed back by recusing: the entry goes, a conflict stays', async () => {
    const sheet = await first(2);
    const reason = '曾指导该队伍申报';
    expect(await codes(client(2), 'scoreSheetRecuse', { id: sheet.id, reason: '' })).toEqual([
      'REASON_REQUIRED reason',
    ]);
    const { scoreSheet } = await ok<{ scoreSheet: SheetRead }>(
      client(2),
      'scoreSheetRecuse',
      { id: sheet.id, reason },
      `scoreSheet { ${SHEET} }`,
    );
    expect(scoreSheet).toMatchObject({ state: 'RECUSED', entry: null });
    const { conflicts } = await review.coordinator.ask<{ conflicts: { nodes: Record<string, unknown>[] } }>(
      'query ($judge: ID) { conflicts(filter: { judge: { eq: $judge } }) { nodes { source reason withdrawn entry { id } } } }',
      { judge: review.judges[2]?.id },
    );
    expect(conflicts.nodes).toEqual([
      { source: 'DECLARED', reason, withdrawn: false, entry: { id: sheet.entry?.id } },
    ]);
    expect(
      await codes(review.coordinator, 'assignmentAdd', {
        roundId: review.round.id,
        entryId: sheet.entry?.id,
        judgeId: review.judges[2]?.id,
      }),
    ).toEqual(['CONFLICT_EXISTS judgeId']);
    const own = await client(2).ask<{ conflicts: { nodes: { entryTitle: string; entry: unknown }[] } }>(
      '{ conflicts { nodes { entryTitle entry { id } } } }',
    );
    expect(own.conflicts.nodes[0]?.entryTitle).toContain('江畔守望');
    expect(own.conflicts.nodes[0]?.entry).toBeNull();
    expect(await client(0).ask('{ conflicts { nodes { id } } }')).toEqual({ conflicts: { nodes: [] } });
  });

  it('declares a conflict for every sheet of an entry at once, but not for a submitted one', async () => {
    const held = await first(1);
    await ok(client(1), 'conflictDeclare', { entryId: held.entry?.id, reason: '与负责人是亲属' });
    expect((await again(1, held.id)).state).toBe('RECUSED');
    const submitted = await first(1, 'SUBMITTED');
    expect(
      await codes(client(1), 'conflictDeclare', { entryId: submitted.entry?.id, reason: '迟来的申报' }),
    ).toEqual(['STATE_NOT_ALLOWED']);
    expect(
      await codes(client(1), 'conflictDeclare', { entryId: review.round.id, reason: '没有这个项目' }),
    ).toEqual(['NOT_FOUND entryId']);
  });

  it('stands in the judge’s queue, in the order of the judge', async () => {
    const query = `query ($round: ID) { judgeQueue(roundId: $round) { id deadline assigned submitted nextSheetId categories { code assigned drafts submitted average } } }`;
    const { judgeQueue } = await client(1).ask<{
      judgeQueue: {
        assigned: number;
        submitted: number;
        nextSheetId: string;
        categories: { assigned: number; average: string | null }[];
      }[];
    }>(query, { round: review.round.id });
    expect(judgeQueue).toHaveLength(1);
    const [queue] = judgeQueue;
    expect(queue).toMatchObject({ assigned: 5, submitted: 1 });
    expect(queue?.categories.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(5);
    expect(queue?.categories.map(({ average }) => average).filter((average) => average !== null)).toEqual([
      '76.25',
    ]);
    const open = (await sheetsOf(client(1), { state: { eq: 'ASSIGNED' } })).toSorted(
      (a, b) => a.position - b.position,
    );
    expect(queue?.nextSheetId).toBe(open[0]?.id);
    const none = await client(1).ask<{ judgeQueue: unknown[] }>(query, { round: review.final.id });
    expect(none.judgeQueue).toEqual([]);
    expect(await review.coordinator.codeOf(query, { round: review.round.id })).toBe('FORBIDDEN');
  });

  it('locks only with every sheet, or without exactly those named, for a reason', async () => {
    const { coordinator, round } = review;
    for (const i of [0, 1, 2]) {
      for (const sheet of await sheetsOf(client(i))) {
        const later = sheet.entry?.id === review.entries[5]?.id;
        if (!later && ['ASSIGNED', 'DRAFT'].includes(sheet.state)) await submitAll(client(i), sheet, '7');
      }
    }
    const missing = (await sheetsOf(coordinator, { state: { in: ['ASSIGNED', 'DRAFT'] } })).map(
      ({ id }) => id,
    );
    expect(missing.length).toBeGreaterThan(0);
    expect(
      await codes(coordinator, 'roundLock', {
        roundId: round.id,
        without: missing.slice(1),
        reason: '少列一份',
      }),
    ).toEqual(['SHEETS_MISSING without']);
    expect(await codes(coordinator, 'roundLock', { roundId: round.id, without: missing })).toEqual([
      'REASON_REQUIRED reason',
    ]);
    await ok(coordinator, 'roundLock', {
      roundId: round.id,
      without: missing,
      reason: '评委出差无法完成，经评审组同意',
    });
    const locked = await sheetsOf(coordinator, { state: { eq: 'LOCKED' } });
    expect(locked.length).toBe(18 - 2 - missing.length);
    const mine = (await sheetsOf(client(0))).find(({ state }) => state === 'LOCKED');
    expect(
      await codes(client(0), 'scoreSheetSave', { id: mine?.id, version: mine?.version, remark: '锁后' }),
    ).toEqual(['STATE_NOT_ALLOWED']);
    expect(
      await codes(coordinator, 'scoreSheetReopen', {
        id: mine?.id,
        version: mine?.version,
        reason: '锁后退回',
      }),
    ).toEqual(['STATE_NOT_ALLOWED']);
    // Even now a judge sees the own sheets only.
    expect(new Set((await sheetsOf(client(0))).map(({ judge }) => judge?.id))).toEqual(
      new Set([review.judges[0]?.id]),
    );
  });
});
