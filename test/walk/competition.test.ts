import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  COMPLETE,
  done,
  draftEdition,
  type Edition,
  ENTRY,
  type EntryRead,
  goTo,
  leaderOf,
  readEdition,
  refusals,
  uploadPdf,
} from '../api/competition/kit.ts';
import { confirm, preview, withRegions } from '../api/imports/sheet-kit.ts';
import { checkBundle } from '../api/judging/check-bundle.ts';
import { act, codes, moveOn, ok, sheetsOf, submitAll } from '../api/judging/kit.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import { Client } from '../harness/client.ts';

/**
 * One competition from opening to publication, through the API alone, on data imported from files. The steps follow one
 * another: each test goes on where the one before it ended.
 */

let app: TestApp;
let coordinator: Client;
let edition: Edition;
let leaders: Client[];
let entries: EntryRead[];
/** Found ineligible: good enough to practise on. */
let rejected: string;
let judges: { readonly id: string; readonly client: Client }[];

/** Rows of a sheet as the CSV a person would save from the template. */
function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n');
}

/** Imports a sheet: the preview finds nothing, the confirmation writes all of it. */
async function importSheet(kind: string, rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
  const { body } = await preview(coordinator, kind, csv(rows));
  expect({ kind, problems: body.problems }).toEqual({ kind, problems: [] });
  const { importRun, problems } = await confirm(coordinator, body.previewId);
  expect(problems).toEqual([]);
  expect(importRun).toMatchObject({ rows: rows.length, created: rows.length });
}

/** The links in the mails to an address. */
function linksTo(address: string): string[] {
  const folder = join(app.directory, 'outbox');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((mail) => mail.includes(address))
    .map((mail) => {
      const [, body = ''] = mail.split(/\r?\n\r?\n([\s\S]*)/);
      const text = /base64/i.test(mail)
        ? Buffer.from(body, 'base64').toString('utf8')
        : body
            .replace(/=\r?\n/g, '')
            .replace(/=([0-9A-F]{2})/g, (_m, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return /https?:\/\/\S+/.exec(text)?.[0] ?? '';
    })
    .filter(Boolean);
}

const CATEGORY_NAMES = ['宣传宣讲', '应急救援', '生态环保'] as const;
const JUDGES = ['高知远', '沈静宜', '陆承安', '方若谷'] as const;

beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00.000Z');
  coordinator = await app.actor('COORDINATOR');
  await withRegions(app);
});
afterAll(() => app.close());

describe('a competition, from opening to publication', () => {
  it('begins with units and teams from files', async () => {
    await importSheet('units', [
      {
        单位名称: '马鞍山市民政局',
        主体类别: '党政机关',
        单位性质: '党政机关',
        机制角色: '主办单位',
        所在区域: '雨山区',
      },
      {
        单位名称: '江东社会工作服务中心',
        主体类别: '公益类社会组织',
        单位性质: '社会服务机构',
        机制角色: '成员单位',
        所在区域: '花山区',
      },
    ]);
    const { body } = await preview(
      coordinator,
      'units',
      csv([
        {
          单位名称: '马鞍山市民政局',
          主体类别: '不知道',
          单位性质: '党政机关',
          机制角色: '主办单位',
          所在区域: '雨山区',
        },
      ]),
    );
    expect(body.problems).toMatchObject([{ row: 2, column: 'party', code: 'CELL_NOT_IN_LIST' }]);
    await importSheet(
      'teams',
      [1, 2, 3].map((n) => ({
        队伍编号: `340500000${n}`,
        队伍名称: `江畔第${n}服务队`,
        队伍性质: '志愿服务团体',
        所属单位: n === 1 ? '江东社会工作服务中心' : '',
        服务区域: '花山区',
        服务类型: '社区服务',
        申报主体: '新社会组织',
        负责人: `队长${n}`,
        登记人数: '20',
        近一年活跃月数: '9',
      })),
    );
  });

  it('opens an edition', async () => {
    const draft = await draftEdition(coordinator);
    for (const round of draft.rounds) {
      await done(
        coordinator,
        'roundUpdate',
        {
          id: round.id,
          version: (await readEdition(coordinator, draft.id)).rounds.find(({ id }) => id === round.id)
            ?.version,
          judgesPerEntry: 3,
          advancePerCategory: 1,
        },
        'id',
      );
    }
    edition = await moveOn(coordinator, draft.id, 'competitionOpen');
    expect(edition.state).toBe('OPEN');
  });

  it('takes drafts from a file, completes and submits them with their plans', async () => {
    const rows = [1, 2, 3].flatMap((n) =>
      CATEGORY_NAMES.map((category) => ({
        届次: '2026',
        队伍编号: `340500000${n}`,
        项目名称: `${category}进万家第${n}号`,
        类别: category,
        项目摘要: COMPLETE.summary,
        需求: COMPLETE.need,
        活动: COMPLETE.activities,
        创新: COMPLETE.innovation,
        可复制性: COMPLETE.replicability,
        成效: COMPLETE.results,
        实施计划: '2026-07 招募并培训\n2026-09 扩到第二个社区\n2026-12 回访并公布',
        预算: '餐盒与保温袋 4200.50\n志愿者保险 1800',
      })),
    );
    await importSheet('entries', rows);
    const { teams } = await coordinator.ask<{ teams: { nodes: { id: string }[] } }>(
      '{ teams(sort: [{ field: NUMBER, direction: ASC }]) { nodes { id } } }',
    );
    leaders = [];
    for (const { id } of teams.nodes) leaders.push(await leaderOf(app, id));
    entries = [];
    for (const leader of leaders) {
      const { entries: own } = await leader.ask<{ entries: { nodes: EntryRead[] } }>(
        `{ entries { nodes { ${ENTRY} } } }`,
      );
      expect(own.nodes).toHaveLength(3);
      for (const entry of own.nodes) {
        expect(await refusals(leader, 'entrySubmit', { id: entry.id, version: entry.version })).not.toEqual(
          [],
        );
        const filled = await done<EntryRead>(
          leader,
          'entryUpdate',
          {
            id: entry.id,
            version: entry.version,
            beneficiaries: ['ELDERLY'],
            contactName: '林若溪',
            contactPhone: '0555-1200345',
          },
          ENTRY,
        );
        const attached = await done<EntryRead>(
          leader,
          'attachmentAdd',
          { entryId: filled.id, fileId: await uploadPdf(leader), kind: 'PLAN' },
          ENTRY,
        );
        entries.push(
          await done<EntryRead>(leader, 'entrySubmit', { id: attached.id, version: attached.version }, ENTRY),
        );
      }
    }
    expect(new Set(entries.map(({ number }) => number)).size).toBe(9);
  });

  it('returns one with notes at its fields, and takes it again', async () => {
    const [entry] = entries;
    const returned = await done<EntryRead>(
      coordinator,
      'entryReturn',
      {
        id: entry?.id,
        version: entry?.version,
        notes: [{ field: 'results', text: '请写明服务人次的统计口径。' }],
      },
      ENTRY,
    );
    expect(returned.state).toBe('RETURNED');
    const leader = leaders[0] as Client;
    const changed = await done<EntryRead>(
      leader,
      'entryUpdate',
      {
        id: returned.id,
        version: returned.version,
        results: `${COMPLETE.results}人次按签到记录统计，重复参加的按次计。`,
      },
      ENTRY,
    );
    entries[0] = await done<EntryRead>(
      leader,
      'entrySubmit',
      { id: changed.id, version: changed.version },
      ENTRY,
    );
    expect(entries[0].state).toBe('SUBMITTED');
  });

  it('refuses the late, and takes them after a recorded extension', async () => {
    const leader = leaders[1] as Client;
    const { teams } = await coordinator.ask<{ teams: { nodes: { id: string }[] } }>(
      '{ teams(sort: [{ field: NUMBER, direction: ASC }]) { nodes { id } } }',
    );
    const categoryId = edition.categories.find(({ code }) => code === 'HEALTH')?.id;
    const draft = await done<EntryRead>(
      leader,
      'entryCreate',
      {
        competitionId: edition.id,
        categoryId,
        teamId: teams.nodes[1]?.id,
        title: '夜间急救志愿守护',
        ...COMPLETE,
      },
      ENTRY,
    );
    const late = await done<EntryRead>(
      leader,
      'attachmentAdd',
      { entryId: draft.id, fileId: await uploadPdf(leader), kind: 'PLAN' },
      ENTRY,
    );
    await goTo(app, '2026-05-31T10:00:01Z');
    expect(await refusals(leader, 'entrySubmit', { id: late.id, version: late.version })).toEqual([
      'DEADLINE_PASSED',
    ]);
    await done(
      coordinator,
      'deadlineExtend',
      {
        competitionId: edition.id,
        entryId: late.id,
        until: '2026-06-02T10:00:00Z',
        reason: '平台停电两小时，顺延。',
      },
      'id',
    );
    entries.push(
      await done<EntryRead>(
        leader,
        'entrySubmit',
        { id: late.id, version: (late as EntryRead).version },
        ENTRY,
      ),
    );
  });

  it('screens: one is found ineligible with a reason, the rest are accepted at once', async () => {
    await goTo(app, '2026-06-03T01:00:00Z');
    await moveOn(coordinator, edition.id, 'competitionStartScreening');
    const last = entries.pop();
    rejected = last?.id ?? '';
    await done(
      coordinator,
      'entryReject',
      { id: last?.id, version: last?.version, reason: '同类项目已由同一队伍申报。' },
      'id',
    );
    const { problems } = await act(coordinator, 'entriesAccept', { ids: entries.map(({ id }) => id) });
    expect(problems).toEqual([]);
  });

  it('invites judges from a file; each link is followed once and lands on the judge’s work', async () => {
    await importSheet(
      'judges',
      JUDGES.map((name, i) => ({
        届次: '2026',
        邮箱: `judge${i}@example.cn`,
        姓名: name,
        所属成员单位: i === 0 ? '江东社会工作服务中心' : '',
        熟悉类别: CATEGORY_NAMES.join('、'),
      })),
    );
    const { judges: listed } = await coordinator.ask<{
      judges: { nodes: { id: string; email: string; name: string }[] };
    }>('{ judges { nodes { id email name } } }');
    await ok(coordinator, 'judgesInvite', { ids: listed.nodes.map(({ id }) => id) });
    expect(linksTo('judge0@example.cn')).toEqual([]);
    await app.app.jobs.runQueued();
    judges = [];
    for (const [i, name] of JUDGES.entries()) {
      const [link = ''] = linksTo(`judge${i}@example.cn`);
      const token = new URL(link).searchParams.get('token') ?? new URL(link).pathname.split('/').at(-1);
      const accept = `mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) { landing problems { code } } }`;
      const response = await app.visitor.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: accept,
          variables: { input: { token, name, password: `评委的密码第${i}号-太白楼` } },
        }),
      });
      const { data } = (await response.json()) as {
        data: { invitationAccept: { landing: string | null; problems: unknown[] } };
      };
      expect(data.invitationAccept).toMatchObject({ landing: '/judge', problems: [] });
      const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
      const client = new Client(app.url, { cookie }, null);
      const id = listed.nodes.find((judge) => judge.name === name)?.id ?? '';
      judges.push({ id, client });
      const again = await app.visitor.ask<{ invitationAccept: { problems: { code: string }[] } }>(accept, {
        input: { token, name, password: '再用一次这个链接-不行' },
      });
      expect(again.invitationAccept.problems.map(({ code }) => code)).toEqual(['INVITATION_UNKNOWN']);
    }
  });

  it('finds the conflicts of a shared unit, and assigns without them', async () => {
    await goTo(app, '2026-06-26T01:00:00Z');
    edition = await moveOn(coordinator, edition.id, 'competitionStartReview');
    const roundId = edition.rounds[0]?.id;
    await ok(coordinator, 'conflictsFind', { roundId });
    const { conflicts } = await coordinator.ask<{ conflicts: { nodes: { judge: { id: string } }[] } }>(
      '{ conflicts { nodes { judge { id } source } } }',
    );
    expect(new Set(conflicts.nodes.map(({ judge }) => judge.id))).toEqual(new Set([judges[0]?.id]));
    expect(conflicts.nodes).toHaveLength(3);
    // An entry of another team is an anchor: all four judges mark it, the others three each.
    await ok(coordinator, 'anchorSet', { roundId, entryId: entries[3]?.id });
    const { assignmentPlan } = await ok<{
      assignmentPlan: { id: string; unmet: unknown[]; added: unknown[] };
    }>(
      coordinator,
      'assignmentPlan',
      { roundId },
      'assignmentPlan { id unmet { entryId } added { entryId judgeId } }',
    );
    expect(assignmentPlan.unmet).toEqual([]);
    expect(assignmentPlan.added).toHaveLength(28);
    await ok(coordinator, 'assignmentApply', { planId: assignmentPlan.id });
  });

  it('lets judges practise before the first real entry, and shows them the agreed marks afterwards', async () => {
    const round = edition.rounds[0];
    const categoryId = edition.categories.find(({ code }) => code === 'EMERGENCY')?.id;
    const marks = (value: string) => (round?.criteria ?? []).map(({ id }) => ({ criterionId: id, value }));
    await ok(coordinator, 'practiceSet', {
      roundId: round?.id,
      categoryId,
      entryId: rejected,
      marks: marks('8').map((mark) => ({ ...mark, reason: '需求有走访记录，受益人数可核对。' })),
    });
    const { rounds } = await readEdition(coordinator, edition.id);
    await done(
      coordinator,
      'roundUpdate',
      { id: round?.id, version: rounds[0]?.version, practiceRule: 'REQUIRED' },
      'id',
    );
    for (const { client } of judges) {
      const { practices } = await client.ask<{ practices: { id: string; agreed: unknown[] }[] }>(
        'query ($id: ID!) { practices(roundId: $id) { id agreed { value } } }',
        { id: round?.id },
      );
      expect(practices.map(({ agreed }) => agreed)).toEqual([[]]);
      const { practice } = await ok<{ practice: { agreed: unknown[] } }>(
        client,
        'practiceSubmit',
        { id: practices[0]?.id, marks: marks('7') },
        'practice { agreed { value reason } }',
      );
      expect(practice.agreed).toHaveLength(round?.criteria.length ?? 0);
    }
    const { judgingProgress } = await coordinator.ask<{ judgingProgress: { submitted: number } }>(
      'query ($id: ID!) { judgingProgress(roundId: $id) { submitted } }',
      { id: round?.id },
    );
    expect(judgingProgress.submitted).toBe(0);
  });

  /** What a judge thinks: an entry has its merit, and each judge is half a point below the one before. */
  const markBy = (
    sheet: { readonly entry: { readonly id: string } | null },
    judge: number,
    more = 0,
  ): string => {
    const merit = entries.findIndex(({ id }) => id === sheet.entry?.id) % 5;
    return (9.5 - merit - judge * 0.5 + more).toFixed(1);
  };

  it('is judged on documents: one recuses and is replaced, one sheet is opened again, nobody sees another’s marks', async () => {
    const roundId = edition.rounds[0]?.id ?? '';
    const recusing = judges[1]?.client as Client;
    const [first] = await sheetsOf(recusing);
    await ok(recusing, 'scoreSheetRecuse', { id: first?.id, reason: '我指导过这个项目的申报。' });
    const { assignmentPlan } = await ok<{
      assignmentPlan: { id: string; added: { judgeId: string }[]; unmet: unknown[] };
    }>(
      coordinator,
      'assignmentPlan',
      { roundId },
      'assignmentPlan { id added { entryId judgeId } unmet { entryId } }',
    );
    if (assignmentPlan.unmet.length === 0)
      await ok(coordinator, 'assignmentApply', { planId: assignmentPlan.id });
    for (const [j, { client }] of judges.entries()) {
      for (const sheet of (await sheetsOf(client)).filter(({ state }) => state === 'ASSIGNED')) {
        await submitAll(client, sheet, markBy(sheet, j));
      }
      expect(
        (await sheetsOf(client)).every(({ judge }) => judge === null || judge.id === judges[j]?.id),
      ).toBe(true);
    }
    const [reopened] = await sheetsOf(judges[2]?.client as Client);
    await ok(coordinator, 'scoreSheetReopen', {
      id: reopened?.id,
      version: reopened?.version,
      reason: '评委来电要求更正一项笔误。',
    });
    const [open] = await sheetsOf(judges[2]?.client as Client, { entry: { eq: reopened?.entry?.id } });
    if (!open) throw new Error('a reopened sheet stays with its judge');
    await submitAll(judges[2]?.client as Client, open, markBy(open, 2, 0.5));
  });

  it('gets one more review of an entry, assigned by the same engine', async () => {
    const roundId = edition.rounds[0]?.id ?? '';
    const before = await sheetsOf(coordinator, { round: { eq: roundId } });
    const live = before.filter(({ state }) => state === 'SUBMITTED');
    const { assignmentBoard } = await coordinator.ask<{
      assignmentBoard: { conflicts: { entry: { id: string } | null }[] };
    }>('query ($id: ID!) { assignmentBoard(roundId: $id) { conflicts { entry { id } } } }', { id: roundId });
    // Of four judges three have seen each: the fourth must be free of a conflict with it.
    const torn = new Set(assignmentBoard.conflicts.map(({ entry }) => entry?.id));
    const wanted = entries.findLast(
      ({ id }) => !torn.has(id) && live.filter((sheet) => sheet.entry?.id === id).length === 3,
    );
    const { assignmentPlan } = await ok<{
      assignmentPlan: { id: string; added: { entryId: string }[]; removed: unknown[]; unmet: unknown[] };
    }>(
      coordinator,
      'assignmentPlan',
      { roundId, extra: [{ entryId: wanted?.id, reviews: 1 }] },
      'assignmentPlan { id added { entryId judgeId } removed { entryId } unmet { entryId } }',
    );
    expect(assignmentPlan.removed).toEqual([]);
    expect(assignmentPlan.added.map(({ entryId }) => entryId)).toContain(wanted?.id);
    await ok(coordinator, 'assignmentApply', { planId: assignmentPlan.id });
    for (const [j, { client }] of judges.entries())
      for (const sheet of (await sheetsOf(client)).filter(({ state }) => state === 'ASSIGNED'))
        await submitAll(client, sheet, markBy(sheet, j));
    const after = await sheetsOf(coordinator, { round: { eq: roundId }, state: { eq: 'SUBMITTED' } });
    expect(after.length).toBe(live.length + assignmentPlan.added.length);
  });

  it('locks, computes, advances, and judges the final', async () => {
    const [documents, final] = edition.rounds;
    const { judgingMonitor } = await coordinator.ask<{
      judgingMonitor: { judges: unknown[]; anchors: { entryId: string; sheets: unknown[] }[] };
    }>(
      'query ($id: ID!) { judgingMonitor(roundId: $id) { judges { code } anchors { entryId sheets { code } } } }',
      {
        id: documents?.id,
      },
    );
    expect(judgingMonitor.judges).toHaveLength(4);
    expect(judgingMonitor.anchors.map(({ entryId }) => entryId)).toEqual([entries[3]?.id]);
    expect(judgingMonitor.anchors[0]?.sheets.length).toBeGreaterThanOrEqual(3);
    const missing = (await sheetsOf(coordinator, { round: { eq: documents?.id } })).filter(({ state }) =>
      ['ASSIGNED', 'DRAFT'].includes(state),
    );
    expect(missing).toEqual([]);
    await ok(coordinator, 'roundLock', { roundId: documents?.id });
    await ok(coordinator, 'resultCompute', { roundId: documents?.id });
    const { results } = await coordinator.ask<{
      results: {
        nodes: {
          analysisDigest: string | null;
          analysis: {
            rounds: {
              judges: {
                judgeCode: string;
                severity: number;
                standardError: number;
                flags: { kind: string }[];
              }[];
              reliability: { judgesNeeded: number | null };
            }[];
            entries: { categoryBest: number; categoryWorst: number; flags: unknown[] }[];
            lines: { quota: number }[];
          } | null;
        }[];
      };
    }>(
      `query ($filter: ResultFilter!) { results(first: 1, filter: $filter) { nodes { analysisDigest analysis {
        rounds { judges { judgeCode severity standardError flags { kind strength } } reliability { judgesNeeded } }
        entries { categoryBest categoryWorst flags { kind judgeCode } } lines { quota } } } } }`,
      { filter: { round: { eq: documents?.id }, official: { eq: true } } },
    );
    const analysis = results.nodes[0]?.analysis;
    expect(results.nodes[0]?.analysisDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(analysis?.rounds[0]?.judges).toHaveLength(4);
    // Each judge was half a point of ten below the one before: the model says so in this order.
    const severities = analysis?.rounds[0]?.judges.map(({ severity }) => severity) ?? [];
    expect(severities).toEqual(severities.toSorted((x, y) => y - x));
    // Whoever writes the same remark everywhere is flagged, with the reason.
    expect(analysis?.rounds[0]?.judges.flatMap(({ flags }) => flags.map(({ kind }) => kind))).toContain(
      'REPEATS_REMARKS',
    );
    expect(analysis?.entries).toHaveLength(9);
    expect(analysis?.lines.map(({ quota }) => quota)).toEqual([1, 1, 1]);
    const { advanced } = await ok<{ advanced: unknown[] }>(
      coordinator,
      'roundAdvance',
      { roundId: documents?.id },
      'advanced { id }',
    );
    expect(advanced).toHaveLength(3);
    await goTo(app, '2026-09-11T02:00:00Z');
    await moveOn(coordinator, edition.id, 'competitionStartReview');
    const { assignmentPlan } = await ok<{ assignmentPlan: { id: string } }>(
      coordinator,
      'assignmentPlan',
      { roundId: final?.id },
      'assignmentPlan { id }',
    );
    await ok(coordinator, 'assignmentApply', { planId: assignmentPlan.id });
    for (const [j, { client }] of judges.entries()) {
      for (const sheet of (await sheetsOf(client, { round: { eq: final?.id } })).filter(
        ({ state }) => state === 'ASSIGNED',
      )) {
        await submitAll(client, sheet, `${(9 - j * 0.5).toFixed(1)}`);
      }
    }
    await ok(coordinator, 'roundLock', { roundId: final?.id });
    await moveOn(coordinator, edition.id, 'competitionStartDeliberation');
  });

  it('deliberates with a reason, and recomputes to the same digest', async () => {
    const compute = async (): Promise<{
      resultDigest: string;
      rows: { entry: { id: string } | null; award: { title: string } | null }[];
    }> =>
      (
        await ok<{
          result: {
            resultDigest: string;
            rows: { entry: { id: string } | null; award: { title: string } | null }[];
          };
        }>(
          coordinator,
          'resultCompute',
          { competitionId: edition.id },
          'result { resultDigest rows { entry { id } award { title } } }',
        )
      ).result;
    const before = await compute();
    expect((await compute()).resultDigest).toBe(before.resultDigest);
    const gold = before.rows.find(({ award }) => award?.title === '金奖');
    const silver = edition.awardRules.find(({ title }) => title === '银奖')?.id;
    await ok(coordinator, 'deliberationSet', {
      entryId: gold?.entry?.id,
      awardId: silver,
      reason: '成效数据无法核实，评审组一致同意降一档。',
    });
    expect((await compute()).resultDigest).not.toBe(before.resultDigest);
  });

  it('is publicised, objected to, decided and published; a visitor sees the winners', async () => {
    await goTo(app, '2026-10-10T02:00:00Z');
    await moveOn(coordinator, edition.id, 'competitionPublicise');
    await ok(app.visitor, 'objectionCreate', {
      competitionId: edition.id,
      author: '王女士',
      contact: '0555-1200001',
      text: '该项目的服务人次与街道台账不一致，请核实。',
    });
    const about = entries[0];
    await ok(app.visitor, 'objectionCreate', {
      competitionId: edition.id,
      entryId: about?.id,
      author: '赵先生',
      contact: '0555-1200002',
      text: '有一位评委曾指导过该项目，应当回避而没有回避。',
    });
    const upheld = (
      await coordinator.ask<{
        objections: { nodes: { id: string; version: number; entry: { id: string } | null }[] };
      }>('{ objections { nodes { id version entry { id } } } }')
    ).objections.nodes.find(({ entry }) => entry?.id === about?.id);
    const [sheet] = await sheetsOf(coordinator, {
      entry: { eq: about?.id },
      round: { eq: edition.rounds[0]?.id },
      state: { eq: 'LOCKED' },
    });
    const CHANGES =
      'effect { removed { sheetId } changes { entryId before { total awardId } after { total awardId } } }';
    type Effect = { effect: { removed: { sheetId: string }[]; changes: { entryId: string }[] } };
    const seen = await ok<Effect>(
      coordinator,
      'objectionPreview',
      { id: upheld?.id, removeSheets: [sheet?.id] },
      CHANGES,
    );
    expect(seen.effect.removed).toEqual([{ sheetId: sheet?.id }]);
    const decided = await ok<{ objection: Effect; result: { frozenAt: string | null } }>(
      coordinator,
      'objectionDecide',
      {
        id: upheld?.id,
        version: upheld?.version,
        state: 'UPHELD',
        decision: '经核实确有指导关系，剔除该评委评分并重算。',
        removeSheets: [sheet?.id],
      },
      `objection { ${CHANGES} } result { frozenAt }`,
    );
    expect(decided.objection.effect).toEqual(seen.effect);
    expect(decided.result.frozenAt).not.toBeNull();
    await goTo(app, '2026-10-16T11:00:00Z');
    expect(
      await codes(coordinator, 'competitionClose', {
        id: edition.id,
        version: (await readEdition(coordinator, edition.id)).version,
      }),
    ).toEqual(['OBJECTIONS_OPEN']);
    const { objections } = await coordinator.ask<{
      objections: { nodes: { id: string; version: number }[] };
    }>('{ objections { nodes { id version } } }');
    for (const { id, version } of objections.nodes.filter((one) => one.id !== upheld?.id))
      await ok(coordinator, 'objectionDecide', {
        id,
        version,
        state: 'DISMISSED',
        decision: '经核对台账，数据属实。',
      });
    expect((await moveOn(coordinator, edition.id, 'competitionClose')).state).toBe('CLOSED');
    const { entries: shown } = await app.visitor.ask<{
      entries: { nodes: { title: string; award: { title: string } | null }[] };
    }>('{ entries { nodes { title award { title } team { name } } } }');
    expect(shown.nodes.length).toBeGreaterThan(0);
    expect(shown.nodes.every(({ award }) => award !== null)).toBe(true);
  });

  it('gives everybody its bundle, which recomputes to the digest of the page; a mark that was changed is named', async () => {
    const { results } = await app.visitor.ask<{
      results: { nodes: { publication: { bundlePath: string; digest: string } | null }[] };
    }>(
      `query ($id: ID!) { results(filter: { competition: { eq: $id }, official: { eq: true }, round: { isNull: true } }) { nodes { publication { bundlePath digest } } } }`,
      { id: edition.id },
    );
    const published = results.nodes[0]?.publication;
    const text = await (await app.visitor.fetch(published?.bundlePath ?? '')).text();
    expect(await checkBundle(text)).toMatchObject({
      code: 0,
      said: { digest: published?.digest, differences: [] },
    });
    const { code, said } = await checkBundle(text.replace(/("marks":\{"[^"]+":)"[\d.]+"/, '$1"0.5"'));
    expect(code).toBe(1);
    expect(said.differences.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['digest', expect.stringMatching(/^input\.sheets\./)]),
    );
  });

  it('leaves an unbroken trail, lists to export and papers to print', async () => {
    const auditor = await app.actor('AUDITOR');
    const { auditEvents } = await auditor.ask<{
      auditEvents: { totalCount: number; nodes: { operation: string }[] };
    }>('{ auditEvents(first: 200) { totalCount nodes { operation } } }');
    expect(auditEvents.totalCount).toBeGreaterThan(100);
    expect(new Set(auditEvents.nodes.map(({ operation }) => operation))).toContain('competitionClose');
    await expect
      .poll(
        async () =>
          (
            await auditor.ask<{ auditChain: { brokenAt: number | null; unsealed: number } }>(
              '{ auditChain { brokenAt unsealed } }',
            )
          ).auditChain,
        { timeout: 10_000 },
      )
      .toEqual({ brokenAt: null, unsealed: 0 });
    for (const list of ['entries', 'judges', 'teams', 'units']) {
      const response = await coordinator.fetch(`/exports/${list}.xlsx?lang=zh`);
      expect([list, response.status, new Uint8Array(await response.arrayBuffer()).slice(0, 2)]).toEqual([
        list,
        200,
        new Uint8Array([0x50, 0x4b]),
      ]);
    }
  });
});
