import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { codes, errorOf, goTo, makeReview, moveOn, ok, type Review, sheetsOf, submitAll } from './kit.ts';

let app: TestApp;
let review: Review;
let coordinator: Client;
let planId: string;

beforeAll(async () => {
  app = await startTestApp('2026-05-02T01:00:00.000Z');
  review = await makeReview(app, {
    entries: ['EMERGENCY', 'EMERGENCY', 'EMERGENCY', 'EMERGENCY', 'HEALTH', 'HEALTH'],
    judges: 5,
  });
  coordinator = review.coordinator;
});
afterAll(() => app.close());

interface Computed {
  readonly computation: {
    readonly id: string;
    readonly state: string;
    readonly done: number;
    readonly total: number;
    readonly problems: readonly { code: string }[];
    readonly plan: { readonly id: string } | null;
    readonly result: { readonly id: string } | null;
  };
}
const COMPUTATION = 'id state done total problems { code } plan { id } result { id }';

const start = async (input: Record<string, unknown>): Promise<Computed['computation']> =>
  (await ok<Computed>(coordinator, 'computationStart', input, `computation { ${COMPUTATION} }`)).computation;
const read = async (client: Client, id: string): Promise<Computed['computation'] | null> =>
  (
    await client.ask<{ computation: Computed['computation'] | null }>(
      `query ($id: ID!) { computation(id: $id) { ${COMPUTATION} } }`,
      { id },
    )
  ).computation;

const ANALYSIS = `analysisDigest analysis { draws
  rounds { roundId sheets model { intercept judgeDeviation components } reliability { judgesNeeded } judges { judgeCode sheets severity standardError histogram flags { kind } } }
  entries { entryId categoryBest categoryWorst above { awardId probability } next { entryId low high } flags { kind judgeCode } }
  lines { awardId categoryId quota inseparable expectedWrong } reviews { entryId roundId gain } }`;
interface Analysed {
  readonly id: string;
  readonly analysisDigest: string | null;
  readonly analysis: {
    readonly draws: number;
    readonly rounds: readonly {
      roundId: string;
      sheets: number;
      judges: readonly { judgeCode: string; sheets: number }[];
    }[];
    readonly entries: readonly {
      entryId: string;
      categoryBest: number;
      categoryWorst: number;
      above: readonly { awardId: string | null; probability: number }[];
    }[];
    readonly lines: readonly { awardId: string | null; quota: number }[];
    readonly reviews: readonly { entryId: string; roundId: string; gain: number }[];
  } | null;
}
const official = async (client: Client, roundId: string | null): Promise<Analysed | undefined> =>
  (
    await client.ask<{ results: { nodes: Analysed[] } }>(
      `query ($filter: ResultFilter!) { results(first: 1, filter: $filter) { nodes { id ${ANALYSIS} } } }`,
      {
        filter: {
          competition: { eq: review.edition.id },
          round: roundId ? { eq: roundId } : { isNull: true },
          official: { eq: true },
        },
      },
    )
  ).results.nodes[0];

describe('computations in the background', () => {
  it('make a plan, tell when it is done, and let it be applied', async () => {
    const queued = await start({ kind: 'PLAN', roundId: review.round.id });
    expect(queued).toMatchObject({ state: 'QUEUED', done: 0, total: 1000 });
    await app.app.jobs.runQueued();
    const done = await read(coordinator, queued.id);
    expect(done).toMatchObject({ state: 'DONE', done: 1000, problems: [] });
    planId = done?.plan?.id ?? '';
    await ok(coordinator, 'assignmentApply', { planId });
  });

  it('are cancelled before they begin, and only while they have not ended', async () => {
    const queued = await start({ kind: 'PLAN', roundId: review.round.id });
    await ok(coordinator, 'computationCancel', { id: queued.id });
    await app.app.jobs.runQueued();
    expect(await read(coordinator, queued.id)).toMatchObject({ state: 'CANCELLED', plan: null });
    expect(await codes(coordinator, 'computationCancel', { id: queued.id })).toEqual(['COMPUTATION_OVER id']);
  });

  it('say why they failed', async () => {
    const queued = await start({ kind: 'RESULT', roundId: review.round.id });
    await app.app.jobs.runQueued();
    expect(await read(coordinator, queued.id)).toMatchObject({
      state: 'FAILED',
      problems: [{ code: 'ROUND_NOT_LOCKED' }],
    });
  });

  it('store nothing for somebody who has lost the right meanwhile', async () => {
    const administrator = await app.actor('SYSTEM_ADMIN');
    const GRANTS = 'query ($id: ID!) { account(id: $id) { grants { id } } }';
    const grantOf = async (id: string): Promise<string> =>
      (await administrator.ask<{ account: { grants: { id: string }[] } }>(GRANTS, { id })).account.grants[0]
        ?.id ?? '';
    const leaving = await app.actor('COORDINATOR');
    const closing = await app.actor('COORDINATOR');
    const asked = async (client: Client): Promise<string> =>
      (
        await ok<Computed>(
          client,
          'computationStart',
          { kind: 'PLAN', roundId: review.round.id },
          'computation { id }',
        )
      ).computation.id;
    const ids = [await asked(leaving), await asked(closing)];
    await ok(administrator, 'roleGrantRemove', { id: await grantOf(leaving.accountId ?? '') });
    await administrator.ask(
      'mutation ($input: AccountTransitionInput!) { accountDisable(input: $input) { problems { code } } }',
      { input: { id: closing.accountId, version: 1, reason: '已调离办公室' } },
    );
    await app.app.jobs.runQueued();
    for (const id of ids)
      expect(await read(coordinator, id)).toMatchObject({
        state: 'FAILED',
        plan: null,
        problems: [{ code: 'RIGHT_LOST' }],
      });
  });

  it('are recorded as done for the person who asked', async () => {
    const queued = await start({ kind: 'PLAN', roundId: review.round.id });
    await app.app.jobs.runQueued();
    const auditor = await app.actor('AUDITOR');
    const { auditEvents } = await auditor.ask<{
      auditEvents: { nodes: { via: string; accountId: string | null }[] };
    }>(
      'query ($filter: AuditEventFilter!) { auditEvents(first: 1, filter: $filter) { nodes { via accountId } } }',
      { filter: { operation: { eq: 'computationPlan' }, subjectId: { eq: queued.id } } },
    );
    expect(auditEvents.nodes).toEqual([{ via: 'system', accountId: coordinator.accountId }]);
  });

  it('are nobody’s business but the office’s and the auditors’', async () => {
    const queued = await start({ kind: 'PLAN', roundId: review.round.id });
    const auditor = await app.actor('AUDITOR');
    expect(await read(auditor, queued.id)).toMatchObject({ id: queued.id });
    expect(await errorOf(auditor, 'computationStart', { kind: 'PLAN', roundId: review.round.id })).toBe(
      'FORBIDDEN',
    );
    const judge = review.judges[0]?.client as Client;
    expect(await judge.codeOf('query ($id: ID!) { computation(id: $id) { id } }', { id: queued.id })).toBe(
      'FORBIDDEN',
    );
    await ok(coordinator, 'computationCancel', { id: queued.id });
  });
});

describe('further reviews', () => {
  it('are assigned by the same engine, beside what is there', async () => {
    const before = await sheetsOf(coordinator, { round: { eq: review.round.id } });
    const [entry] = review.entries;
    const { assignmentPlan } = await ok<{
      assignmentPlan: { id: string; added: { entryId: string }[]; removed: unknown[]; unmet: unknown[] };
    }>(
      coordinator,
      'assignmentPlan',
      { roundId: review.round.id, extra: [{ entryId: entry?.id, reviews: 1 }] },
      'assignmentPlan { id added { entryId judgeId } removed { entryId } unmet { entryId } }',
    );
    expect(assignmentPlan).toMatchObject({ added: [{ entryId: entry?.id }], removed: [], unmet: [] });
    await ok(coordinator, 'assignmentApply', { planId: assignmentPlan.id });
    const after = await sheetsOf(coordinator, { round: { eq: review.round.id } });
    expect(after).toHaveLength(before.length + 1);
    expect(
      await codes(coordinator, 'assignmentPlan', {
        roundId: review.round.id,
        extra: [{ entryId: entry?.id, reviews: 21 }],
      }),
    ).toEqual(['OUT_OF_RANGE extra.0.reviews']);
  });
});

describe('the analysis of a result', () => {
  it('is stored with it: models, places, lines, reviews; the same each time', async () => {
    for (const [j, { client }] of review.judges.entries())
      for (const sheet of await sheetsOf(client)) {
        const e = review.entries.findIndex(({ id }) => id === sheet.entry?.id);
        await submitAll(client, sheet, (9.5 - e * 0.5 - j * 0.5).toFixed(1));
      }
    await ok(coordinator, 'roundLock', { roundId: review.round.id });
    const queued = await start({ kind: 'RESULT', roundId: review.round.id });
    await app.app.jobs.runQueued();
    const done = await read(coordinator, queued.id);
    const first = await official(coordinator, review.round.id);
    expect(done).toMatchObject({ state: 'DONE', result: { id: first?.id } });
    const { analysis } = first ?? {};
    expect(analysis?.rounds).toMatchObject([{ roundId: review.round.id, sheets: 19 }]);
    expect(analysis?.rounds[0]?.judges.reduce((sum, { sheets }) => sum + sheets, 0)).toBe(19);
    expect(analysis?.entries).toHaveLength(6);
    expect(analysis?.lines.map(({ awardId, quota }) => [awardId, quota])).toEqual([
      [null, 1],
      [null, 1],
    ]);
    for (const { categoryBest, categoryWorst } of analysis?.entries ?? [])
      expect(categoryBest).toBeLessThanOrEqual(categoryWorst);
    await ok(coordinator, 'resultCompute', { roundId: review.round.id });
    expect((await official(coordinator, review.round.id))?.analysisDigest).toBe(first?.analysisDigest);
  });

  it('is shown to the office and auditors only', async () => {
    expect((await official(await app.actor('AUDITOR'), review.round.id))?.analysis?.draws).toBe(1000);
    expect(await official(review.judges[0]?.client as Client, review.round.id)).toBeUndefined();
    expect(await official(app.visitor, review.round.id)).toBeUndefined();
  });
});

describe('an objection', () => {
  const preview = `effect { removed { sheetId judgeCode total } changes { entryId before { total awardId categoryRank } after { total awardId categoryRank } } }`;
  let objection: { id: string; version: number };
  let about: string;
  let sheet: string;

  it('shows what removing a sheet would change, and changes nothing', async () => {
    await ok(coordinator, 'roundAdvance', { roundId: review.round.id });
    await goTo(app, '2026-09-11T02:00:00Z');
    await moveOn(coordinator, review.edition.id, 'competitionStartReview');
    const plan = await start({ kind: 'PLAN', roundId: review.final.id });
    await app.app.jobs.runQueued();
    await ok(coordinator, 'assignmentApply', { planId: (await read(coordinator, plan.id))?.plan?.id });
    for (const [j, { client }] of review.judges.entries())
      for (const own of await sheetsOf(client, { round: { eq: review.final.id } })) {
        const e = review.entries.findIndex(({ id }) => id === own.entry?.id);
        await submitAll(client, own, (9.5 - e * 0.5 - j * 0.5).toFixed(1));
      }
    await ok(coordinator, 'roundLock', { roundId: review.final.id });
    await moveOn(coordinator, review.edition.id, 'competitionStartDeliberation');
    await ok(coordinator, 'resultCompute', { competitionId: review.edition.id });
    await goTo(app, '2026-10-10T02:00:00Z');
    await moveOn(coordinator, review.edition.id, 'competitionPublicise');
    const whole = await official(coordinator, null);
    expect(whole?.analysis?.rounds).toHaveLength(2);
    about = review.entries[1]?.id ?? '';
    await ok(app.visitor, 'objectionCreate', {
      competitionId: review.edition.id,
      entryId: about,
      author: '王女士',
      contact: '0555-1200001',
      text: '该评委与参赛队伍有合作，请核实。',
    });
    const { objections } = await coordinator.ask<{ objections: { nodes: (typeof objection)[] } }>(
      '{ objections { nodes { id version } } }',
    );
    objection = objections.nodes[0] as typeof objection;
    const counted = await sheetsOf(coordinator, {
      entry: { eq: about },
      round: { eq: review.round.id },
    });
    sheet = counted.toSorted((a, b) => Number(b.total) - Number(a.total))[0]?.id ?? '';
    const { effect } = await ok<{
      effect: {
        removed: { sheetId: string }[];
        changes: { entryId: string; before: object; after: object }[];
      };
    }>(coordinator, 'objectionPreview', { id: objection.id, removeSheets: [sheet] }, preview);
    expect(effect.removed).toMatchObject([{ sheetId: sheet }]);
    expect(effect.changes.map(({ entryId }) => entryId)).toContain(about);
    expect((await official(coordinator, null))?.id).toBe(whole?.id);
  });

  it('refuses sheets of other entries, and removal by a dismissal', async () => {
    const other = (await sheetsOf(coordinator, { entry: { eq: review.entries[0]?.id } }))[0]?.id;
    expect(await codes(coordinator, 'objectionPreview', { id: objection.id, removeSheets: [other] })).toEqual(
      ['SHEET_NOT_COUNTED removeSheets.0'],
    );
    expect(
      await codes(coordinator, 'objectionDecide', {
        ...objection,
        state: 'DISMISSED',
        decision: '查无此事。',
        removeSheets: [sheet],
      }),
    ).toEqual(['NOTHING_TO_REMOVE removeSheets']);
    expect(
      await errorOf(await app.actor('AUDITOR'), 'objectionPreview', {
        id: objection.id,
        removeSheets: [sheet],
      }),
    ).toBe('FORBIDDEN');
  });

  it('upheld, removes the sheet and puts the result computed without it in its place', async () => {
    const before = await official(coordinator, null);
    const decided = await ok<{
      objection: { state: string; effect: { changes: { entryId: string }[] } };
      result: { id: string; frozenAt: string | null; rows: { entry: { id: string }; total: string }[] };
    }>(
      coordinator,
      'objectionDecide',
      { ...objection, state: 'UPHELD', decision: '经核实情况属实，剔除该评委评分。', removeSheets: [sheet] },
      `objection { state ${preview} } result { id frozenAt rows { entry { id } total } }`,
    );
    expect(decided.objection.state).toBe('UPHELD');
    expect(decided.result.id).not.toBe(before?.id);
    expect(decided.result.frozenAt).not.toBeNull();
    expect((await official(coordinator, null))?.id).toBe(decided.result.id);
    const [struck] = await sheetsOf(coordinator, { entry: { eq: about }, state: { eq: 'STRUCK' } });
    expect(struck?.id).toBe(sheet);
  });
});
