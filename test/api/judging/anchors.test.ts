import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  assignAll,
  codes,
  errorOf,
  goTo,
  makeReview,
  ok,
  type Review,
  type SheetRead,
  sheetsOf,
  submitAll,
} from './kit.ts';

let app: TestApp;
let review: Review;
const judge = (i: number): Client => {
  const found = review.judges[i];
  if (!found) throw new Error(`no judge ${i}`);
  return found.client;
};
const entry = (i: number): string => review.entries[i]?.id ?? '';

interface Monitor {
  readonly judges: readonly {
    readonly judgeId: string;
    readonly compared: number;
    readonly difference: number | null;
    readonly anchors: number;
    readonly anchorDifference: number | null;
  }[];
  readonly anchors: readonly {
    readonly entryId: string;
    readonly assigned: number;
    readonly mean: string | null;
    readonly sheets: readonly { readonly judgeId: string; readonly total: string; readonly order: number }[];
  }[];
}
const monitor = async (): Promise<Monitor> =>
  (
    await review.coordinator.ask<{ judgingMonitor: Monitor }>(
      `query ($id: ID!) { judgingMonitor(roundId: $id) {
        judges { judgeId compared difference anchors anchorDifference }
        anchors { entryId assigned mean sheets { judgeId total order } } } }`,
      { id: review.round.id },
    )
  ).judgingMonitor;

const REPLACEMENT = `replacement { id added { entryId judgeId } removed { entryId } unmet { entryId } }`;
interface Replacement {
  readonly id: string;
  readonly added: readonly { readonly entryId: string; readonly judgeId: string }[];
  readonly removed: readonly unknown[];
}
const replacement = async (): Promise<Replacement | null> =>
  (
    await review.coordinator.ask<{ judgingProgress: { replacement: Replacement | null } }>(
      `query ($id: ID!) { judgingProgress(roundId: $id) { ${REPLACEMENT} } }`,
      { id: review.round.id },
    )
  ).judgingProgress.replacement;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: Array.from({ length: 6 }, () => 'EMERGENCY'), judges: 5 });
});
afterAll(() => app.close());

describe('anchors', () => {
  it('go to every judge of the category, the others to as many as the round wants', async () => {
    const set = { roundId: review.round.id, entryId: entry(2) };
    expect(await errorOf(judge(0), 'anchorSet', set)).toBe('FORBIDDEN');
    expect(await codes(review.coordinator, 'anchorSet', { ...set, judges: 1 })).toEqual([
      'OUT_OF_RANGE judges',
    ]);
    await ok(review.coordinator, 'anchorSet', set);
    await ok(review.coordinator, 'anchorSet', { roundId: review.round.id, entryId: entry(4), judges: 4 });
    await assignAll(review.coordinator, review.round.id);
    const sheets = await sheetsOf(review.coordinator, { round: { eq: review.round.id } });
    const held = review.entries.map(({ id }) => sheets.filter((sheet) => sheet.entry?.id === id).length);
    expect(held).toEqual([3, 3, 5, 3, 4, 3]);
  });

  it('cannot be told by a judge: no field, no list, no order gives them away', async () => {
    expect(
      await judge(0).codeOf(`query ($id: ID!) { assignmentBoard(roundId: $id) { anchors { id } } }`, {
        id: review.round.id,
      }),
    ).toBe('FORBIDDEN');
    expect(
      await judge(0).codeOf(`query ($id: ID!) { judgingMonitor(roundId: $id) { id } }`, {
        id: review.round.id,
      }),
    ).toBe('FORBIDDEN');
    const own = await sheetsOf(judge(0));
    // Each judge's order is a whole one, and they differ.
    const orders = await Promise.all(
      review.judges.map(async ({ client }) =>
        (await sheetsOf(client)).toSorted((a, b) => a.position - b.position).map((sheet) => sheet.entry?.id),
      ),
    );
    expect(own.map(({ position }) => position).toSorted((a, b) => a - b)).toEqual(own.map((_, i) => i + 1));
    expect(new Set(orders.map((order) => order.join())).size).toBe(5);
    // Drawn again from the same seed they come out the same.
    const { assignmentBoard } = await review.coordinator.ask<{
      assignmentBoard: { anchors: { entry: { id: string }; judges: number | null }[] };
    }>(`query ($id: ID!) { assignmentBoard(roundId: $id) { anchors { entry { id } judges } } }`, {
      id: review.round.id,
    });
    expect(assignmentBoard.anchors.map(({ entry: one, judges }) => [one.id, judges])).toEqual([
      [entry(2), null],
      [entry(4), 4],
    ]);
  });

  it('show coordinators who is severe, on anchors and on all shared entries', async () => {
    const sheetOn = async (i: number, id: string): Promise<SheetRead> => {
      const found = (await sheetsOf(judge(i))).find((sheet) => sheet.entry?.id === id);
      if (!found) throw new Error('every judge holds the anchor');
      return found;
    };
    await submitAll(judge(0), await sheetOn(0, entry(2)), '6');
    expect((await monitor()).judges).toEqual([]);
    await submitAll(judge(1), await sheetOn(1, entry(2)), '8');
    await submitAll(judge(2), await sheetOn(2, entry(2)), '8');
    const { judges, anchors } = await monitor();
    const line = judges.find(({ judgeId }) => judgeId === review.judges[0]?.id);
    expect(line).toMatchObject({ compared: 1, anchors: 1, difference: -20, anchorDifference: -20 });
    expect(anchors.map(({ entryId, assigned }) => [entryId, assigned])).toEqual([
      [entry(2), 5],
      [entry(4), 4],
    ]);
    expect(anchors[0]?.mean).toBe('73.33');
    expect(anchors[0]?.sheets.map(({ total, order }) => [total, order])).toEqual([
      ['60.0000', 1],
      ['80.0000', 1],
      ['80.0000', 1],
    ]);
  });

  it('keep the place in which a sheet was begun, for the position effect', async () => {
    const [second, third] = (await sheetsOf(judge(0))).filter(({ state }) => state === 'ASSIGNED');
    await ok(judge(0), 'scoreSheetSave', { id: third?.id, version: 1, remark: '先看后面的' });
    await submitAll(judge(0), second as SheetRead, '7');
    const { scoreSheets } = await judge(0).ask<{
      scoreSheets: { nodes: { id: string; openedOrder: number | null }[] };
    }>('{ scoreSheets { nodes { id openedOrder } } }');
    const order = new Map(scoreSheets.nodes.map((one) => [one.id, one.openedOrder]));
    expect([order.get(third?.id ?? ''), order.get(second?.id ?? '')]).toEqual([2, 3]);
  });
});

describe('a recusal', () => {
  it('proposes the least change to the coordinator, who applies it as shown', async () => {
    expect(await replacement()).toBeNull();
    const [sheet] = (await sheetsOf(judge(3))).filter(
      ({ state, entry: of }) => state === 'ASSIGNED' && of?.id !== entry(2) && of?.id !== entry(4),
    );
    await ok(judge(3), 'scoreSheetRecuse', { id: sheet?.id, reason: '我指导过这个项目的申报。' });
    await app.app.jobs.runQueued();
    const proposed = await replacement();
    expect(proposed?.added).toHaveLength(1);
    expect(proposed?.removed).toEqual([]);
    expect(proposed?.added[0]?.entryId).toBe(sheet?.entry?.id);
    expect(proposed?.added[0]?.judgeId).not.toBe(review.judges[3]?.id);
    expect(await errorOf(judge(0), 'assignmentApply', { planId: proposed?.id })).toBe('FORBIDDEN');
    await ok(review.coordinator, 'assignmentApply', { planId: proposed?.id });
    expect(await replacement()).toBeNull();
  });
});

describe('a look back', () => {
  it('opens after half of the work, at the sheets begun first only, however often, until the deadline', async () => {
    const [early] = (await sheetsOf(judge(4))).filter(({ state }) => state === 'ASSIGNED');
    const first = await submitAll(judge(4), early as SheetRead, '8');
    const revise = (sheet: SheetRead | undefined) =>
      codes(judge(4), 'scoreSheetRevise', { id: sheet?.id, version: sheet?.version });
    expect((await sheetsOf(judge(4))).length).toBeGreaterThan(2);
    expect(await revise(first)).toEqual(['HALF_NOT_DONE']);
    expect(await errorOf(judge(0), 'scoreSheetRevise', { id: first.id, version: first.version })).toBe(
      'NOT_FOUND',
    );
    let day = 27;
    for (;;) {
      await goTo(app, `2026-06-${day++}T02:00:00Z`);
      const [open] = (await sheetsOf(judge(4))).filter(({ state }) => state === 'ASSIGNED');
      if (!open) break;
      await submitAll(judge(4), open, '9');
    }
    const again = (await sheetsOf(judge(4))).find(({ id }) => id === first.id);
    expect(await revise(again)).toEqual([]);
    const open = (await sheetsOf(judge(4))).find(({ id }) => id === first.id);
    expect(open).toMatchObject({ state: 'DRAFT', total: '80.0000' });
    await goTo(app, `2026-06-${day}T03:00:00Z`);
    await submitAll(judge(4), open as SheetRead, '7');
    // The order of work is fixed: what was begun first may be opened again, and nothing moves up behind it.
    const { scoreSheets } = await judge(4).ask<{
      scoreSheets: { nodes: { id: string; version: number; openedOrder: number }[] };
    }>('{ scoreSheets { nodes { id version openedOrder } } }');
    const answers: Record<number, string[]> = {};
    for (const { id, version, openedOrder } of scoreSheets.nodes) {
      answers[openedOrder] = await codes(judge(4), 'scoreSheetRevise', { id, version });
      const reopened = (await sheetsOf(judge(4))).find((one) => one.id === id && one.state === 'DRAFT');
      if (reopened) await submitAll(judge(4), reopened, '7.5');
    }
    expect(answers[4]).toEqual(['NOT_AMONG_EARLIEST']);
    expect([answers[1], answers[2], answers[3]]).toEqual([[], [], []]);
  });
});

describe('a judge who leaves', () => {
  it('marks nothing any more, and replacements are proposed', async () => {
    const [done] = (await sheetsOf(judge(0))).filter(({ state }) => state === 'SUBMITTED');
    const id = review.judges[0]?.id;
    const { judge: held } = await review.coordinator.ask<{ judge: { version: number } }>(
      'query ($id: ID!) { judge(id: $id) { version } }',
      { id },
    );
    await ok(review.coordinator, 'judgeWithdraw', { id, version: held.version, reason: '因病退出评审。' });
    expect(await errorOf(judge(0), 'scoreSheetRevise', { id: done?.id, version: done?.version })).toBe(
      'FORBIDDEN',
    );
    await app.app.jobs.runQueued();
    expect((await replacement())?.added.length).toBeGreaterThan(0);
  });
});
