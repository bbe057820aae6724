import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkJudging } from '../../../server/src/domains/judging/check-results.ts';
import { defaultSheetLimits } from '../../../server/src/platform/sheets/index.ts';
import { readXlsx } from '../../../server/src/platform/sheets/read-xlsx.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { accept, newEmail, PASSWORD, tokenFor } from '../identity/kit.ts';
import { confirm, preview } from '../imports/sheet-kit.ts';
import {
  assignAll,
  codes,
  goTo,
  makeReview,
  moveOn,
  ok,
  type Review,
  readEdition,
  sheetsOf,
  submitAll,
} from './kit.ts';

let app: TestApp;
let review: Review;
const run = (query: ReturnType<typeof sql>) => app.app.pipelines.run(query);

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app);
  await assignAll(review.coordinator, review.round.id);
});
afterAll(() => app.close());

const pdf = async (
  client: Client,
  path: string,
): Promise<{ status: number; type: string | null; bytes: Buffer }> => {
  const response = await client.fetch(path);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};

describe('judges', () => {
  it('are invited, take office when they accept, and land on their work', async () => {
    const email = newEmail();
    const { judge } = await ok<{ judge: { id: string } }>(
      review.coordinator,
      'judgeCreate',
      { competitionId: review.edition.id, email, name: '汪立筠', expertise: ['HEALTH'] },
      'judge { id }',
    );
    const sent = await ok<{ judges: { state: string; invitedAt: string | null }[] }>(
      review.coordinator,
      'judgesInvite',
      { ids: [judge.id] },
      'judges { state invitedAt }',
    );
    expect(sent.judges[0]).toMatchObject({ state: 'INVITED' });
    expect(sent.judges[0]?.invitedAt).not.toBeNull();
    const { client } = await accept(app, await tokenFor(app, email), { name: '汪立筠', password: PASSWORD });
    if (!client) throw new Error('the invitation is taken up');
    const own = await client.ask<{ judges: { nodes: unknown[] } }>('{ judges { nodes { name state } } }');
    expect(own.judges.nodes).toEqual([{ name: '汪立筠', state: 'ACTIVE' }]);
    expect(await codes(review.coordinator, 'judgesInvite', { ids: [judge.id] })).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
    const { judgeQueue } = await client.ask<{ judgeQueue: { assigned: number }[] }>(
      '{ judgeQueue { assigned } }',
    );
    expect(judgeQueue).toEqual([{ assigned: 0 }]);
  });

  it('come from a sheet, every problem in its cell, and once only', async () => {
    const head = '届次,邮箱,姓名,工作单位,所属成员单位,熟悉类别,每轮最多评审数';
    const bad = await preview(
      review.coordinator,
      'judges',
      `${head}\n2031,a@example.cn,甲,,,健康促进,5\n2026,nobody,乙,,没有这个单位,没有这类,2000\n`,
    );
    const cells = bad.body.problems.map(({ row, column, code }) => `${row} ${column} ${code}`);
    expect(cells).toEqual(
      expect.arrayContaining([
        '3 email CELL_NOT_A_MAIL',
        '3 expertise CELL_NOT_IN_LIST',
        '3 capacity CELL_OUT_OF_RANGE',
      ]),
    );
    const good = `${head},可到日期\n2026,Jia@example.cn,甲评委,市志愿服务联合会,马鞍山市民政局,健康促进、社会治理,12,2026/3/2、2026-03-01\n2026,yi@example.cn,乙评委,,,应急救援,,\n`;
    const first = await preview(review.coordinator, 'judges', good);
    expect(first.body.problems).toEqual([]);
    expect((await confirm(review.coordinator, first.body.previewId)).importRun).toMatchObject({
      created: 2,
      updated: 0,
    });
    const { judges } = await review.coordinator.ask<{ judges: { nodes: Record<string, unknown>[] } }>(
      '{ judges(filter: { search: "甲评委" }) { nodes { email state capacity availableDays unit { name } expertise } } }',
    );
    expect(judges.nodes).toEqual([
      {
        email: 'jia@example.cn',
        state: 'INVITED',
        capacity: 12,
        availableDays: ['2026-03-01', '2026-03-02'],
        unit: { name: '马鞍山市民政局' },
        expertise: ['HEALTH', 'GOVERNANCE'],
      },
    ]);
    const again = await preview(review.coordinator, 'judges', good.replace(',12,', ',15,'));
    expect((await confirm(review.coordinator, again.body.previewId)).importRun).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 1,
    });
    expect((await preview(review.judges[0]?.client ?? app.visitor, 'judges', good)).status).toBe(403);
  });
});

describe('paper and sheets', () => {
  it('exports every list of judging as the viewer may see it, with Chinese headings', async () => {
    const rows = async (client: Client, list: string): Promise<string[][]> => {
      const response = await client.fetch(`/exports/${list}.xlsx`);
      expect(response.status).toBe(200);
      const found: string[][] = [];
      for await (const { cells } of readXlsx(Buffer.from(await response.arrayBuffer()), defaultSheetLimits))
        found.push(Array.from(cells, (cell) => cell?.text ?? ''));
      return found;
    };
    for (const list of ['judges', 'conflicts', 'assignments', 'results', 'resultRows', 'objections'])
      expect((await rows(review.coordinator, list))[0]?.[0]).toMatch(/[一-龥]/);
    const sheets = await rows(review.coordinator, 'scoreSheets');
    expect(sheets).toHaveLength(10);
    const judge = review.judges[0];
    if (!judge) throw new Error('three judges');
    expect(await rows(judge.client, 'scoreSheets')).toHaveLength(4);
    expect((await review.leaders[0]?.fetch('/exports/scoreSheets.xlsx'))?.status).toBe(403);
  });

  it('prints score sheets under the policy of the sheets', async () => {
    const judge = review.judges[0];
    const [sheet] = judge ? await sheetsOf(judge.client) : [];
    if (!judge || !sheet) throw new Error('a judge with sheets');
    const path = `/print/score-sheets/${sheet.id}.pdf`;
    const mine = await pdf(judge.client, path);
    expect([mine.status, mine.type, mine.bytes.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect((await pdf(review.judges[1]?.client ?? app.visitor, path)).status).toBe(404);
    expect((await pdf(review.leaders[0] ?? app.visitor, path)).status).toBe(403);
    expect((await pdf(app.visitor, path)).status).toBe(401);
    const all = await pdf(
      review.coordinator,
      `/print/score-sheets/${sheet.entry?.id}.pdf?round=${review.round.id}`,
    );
    expect(all.bytes.length).toBeGreaterThan(mine.bytes.length);
    for (const wrong of [
      '/print/score-sheets/x.pdf',
      '/print/nothing/x.pdf',
      `/print/constructor/${sheet.id}.pdf`,
      `/print/score-sheets/${sheet.id}.txt`,
    ]) {
      expect((await pdf(review.coordinator, wrong)).status).toBe(404);
    }
  });
});

describe('an upheld objection', () => {
  let official = '';

  it('lets the publicised award be corrected, for a reason, and nothing else does', async () => {
    const { coordinator, edition, round, final, entries } = review;
    // Only the three judges who can sign in here go on.
    await run(sql`update judge set state = 'WITHDRAWN' where account_id is null or name = '汪立筠'`);
    const all = async (roundId: string) => {
      for (const [j, judge] of review.judges.entries()) {
        for (const sheet of await sheetsOf(judge.client, { round: { eq: roundId } })) {
          const place = entries.findIndex(({ id }) => id === sheet.entry?.id);
          await submitAll(judge.client, sheet, String(9 - place - j * 0.5));
        }
      }
      await ok(coordinator, 'roundLock', { roundId });
    };
    await all(round.id);
    await ok(coordinator, 'resultCompute', { roundId: round.id });
    // The office may name who goes on, for a reason.
    expect(
      await codes(coordinator, 'roundAdvance', { roundId: round.id, entryIds: [entries[0]?.id] }),
    ).toEqual(['REASON_REQUIRED reason']);
    await ok(coordinator, 'roundAdvance', {
      roundId: round.id,
      entryIds: entries.map(({ id }) => id),
      reason: '本届展示名额充足，全部进入展示。',
    });
    await goTo(app, '2026-09-11T02:00:00Z');
    await moveOn(coordinator, edition.id, 'competitionStartReview');
    await assignAll(coordinator, final.id);
    await all(final.id);
    await moveOn(coordinator, edition.id, 'competitionStartDeliberation');
    const version = async () => (await readEdition(coordinator, edition.id)).version;
    expect(
      await codes(coordinator, 'competitionPublicise', { id: edition.id, version: await version() }),
    ).toEqual(['RESULT_MISSING']);
    await ok(coordinator, 'resultCompute', { competitionId: edition.id });
    const bronze = edition.awardRules.find(({ title }) => title === '铜奖')?.id;
    await ok(coordinator, 'deliberationSet', {
      entryId: entries[0]?.id,
      awardId: bronze,
      reason: '现场核查后调整。',
    });
    await ok(coordinator, 'deliberationRemove', { entryId: entries[0]?.id, reason: '复核后撤回调整。' });
    await goTo(app, '2026-10-10T02:00:00Z');
    // As a result was stored before there were publications.
    await run(sql`delete from result_publication`);
    expect(
      await codes(coordinator, 'competitionPublicise', { id: edition.id, version: await version() }),
    ).toEqual(['RESULT_OUTDATED']);
    await ok(coordinator, 'resultCompute', { competitionId: edition.id });
    await moveOn(coordinator, edition.id, 'competitionPublicise');
    const set = { entryId: entries[0]?.id, awardId: bronze, reason: '异议成立，改授铜奖。' };
    expect(await codes(coordinator, 'deliberationSet', set)).toEqual(['RESULT_FROZEN']);
    const { objection } = await ok<{ objection: { id: string; version: number } }>(
      review.leaders[1] ?? app.visitor,
      'objectionCreate',
      {
        competitionId: edition.id,
        entryId: entries[0]?.id,
        author: '采石队',
        contact: '0555-1200009',
        text: '所报第二试点尚未启动，请核查。',
      },
      'objection { id version }',
    );
    await ok(coordinator, 'objectionDecide', {
      id: objection.id,
      version: objection.version,
      state: 'UPHELD',
      decision: '经查属实，异议成立。',
    });
    const corrected = await ok<{
      result: {
        id: string;
        frozenAt: string | null;
        rows: { entry: { id: string; award: { title: string } | null } }[];
      };
    }>(coordinator, 'deliberationSet', set, 'result { id frozenAt rows { entry { id award { title } } } }');
    official = corrected.result.id;
    expect(corrected.result.frozenAt).not.toBeNull();
    expect(corrected.result.rows.find(({ entry }) => entry.id === entries[0]?.id)?.entry.award?.title).toBe(
      '铜奖',
    );
    const { results } = await app.visitor.ask<{ results: { nodes: { id: string }[] } }>(
      '{ results { nodes { id } } }',
    );
    expect(results.nodes).toEqual([{ id: official }]);
  });

  it('leaves a result that anybody can print, and certificates only once awards are final', async () => {
    const { coordinator, edition, entries, leaders } = review;
    expect((await pdf(app.visitor, `/print/rankings/${official}.pdf`)).status).toBe(200);
    const certificate = `/print/certificates/${entries[0]?.id}.pdf`;
    expect((await pdf(leaders[0] ?? app.visitor, certificate)).status).toBe(404);
    await goTo(app, '2026-10-16T11:00:00Z');
    await moveOn(coordinator, edition.id, 'competitionClose');
    expect((await pdf(leaders[0] ?? app.visitor, certificate)).type).toBe('application/pdf');
    expect((await pdf(leaders[1] ?? app.visitor, certificate)).status).toBe(404);
    expect((await pdf(review.judges[0]?.client ?? app.visitor, certificate)).status).toBe(404);
    expect((await pdf(app.visitor, certificate)).status).toBe(401);
    expect(
      (await pdf(coordinator, `/print/certificates/${edition.id}.pdf?of=competition&lang=en`)).status,
    ).toBe(200);
  });

  it('is checked with its bundle, which is named when it was tampered with past every guard', async () => {
    const check = () => checkJudging(app.app.pipelines.run);
    const publication = sql`result_publication where result_id = ${official}`;
    const [kept] = await app.app.pipelines.run(sql<{ bundle: string }>`select bundle from ${publication}`);
    await run(sql`alter table result_publication disable trigger user`);
    await run(
      sql`update result_publication set bundle = replace(bundle, '"8.50"', '"9.50"') where result_id = ${official}`,
    );
    const found = await check();
    expect(new Set(found.map(({ rule, id }) => `${rule} ${id === official}`))).toEqual(
      new Set(['publication.bundle true', 'publication.digest true', 'publication.standings true']),
    );
    await run(sql`update result_publication set bundle = ${kept?.bundle} where result_id = ${official}`);
    await run(sql`alter table result_publication enable trigger user`);
    expect(await check()).toEqual([]);
  });

  it('passes the check, which names a result that was tampered with past every guard', async () => {
    const check = () => checkJudging(app.app.pipelines.run);
    expect(await check()).toEqual([]);
    await run(sql`alter table result disable trigger user`);
    await run(sql`alter table result_row disable trigger user`);
    await run(sql`update result set inputs = replace(inputs, '"8.50"', '"9.50"') where id = ${official}`);
    expect(new Set((await check()).map(({ rule, id }) => `${rule} ${id === official}`))).toEqual(
      new Set(['result.inputs true', 'result.digest true', 'result.analysis true', 'result.rows true']),
    );
    await run(sql`update result set inputs = 'x' where id = ${official}`);
    expect((await check()).map(({ rule }) => rule)).toEqual(['result.inputs']);
    await run(sql`alter table result enable trigger user`);
    await run(sql`alter table result_row enable trigger user`);
  });
});
