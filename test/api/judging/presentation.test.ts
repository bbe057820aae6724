import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { done, readEdition } from '../competition/kit.ts';
import {
  assignAll,
  codes,
  errorOf,
  goTo,
  makeReview,
  marksOf,
  moveOn,
  ok,
  type Review,
  sheetsOf,
  submitAll,
} from './kit.ts';

let app: TestApp;
let review: Review;

interface Slot {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly state: string;
  readonly locksAt: string | null;
  readonly mySheetId: string | null;
  readonly entry: { readonly id: string } | null;
  readonly appendedAt: string | null;
  readonly appendSeed: number | null;
}
interface Order {
  readonly id: string;
  readonly seed: number;
  readonly publishedAt: string | null;
  readonly slots: readonly Slot[];
  readonly unplaced: number | null;
  readonly availableTransitions: readonly { event: string; allowed: boolean; problems: { code: string }[] }[];
}
const read = async (client: Client): Promise<Order | null> =>
  (
    await client.ask<{ presentation: Order | null }>(
      `query ($id: ID!) { presentation(roundId: $id) { id seed publishedAt unplaced availableTransitions { event allowed problems { code } } slots { id version position state locksAt mySheetId appendedAt appendSeed entry { id } } } }`,
      { id: review.final.id },
    )
  ).presentation;
const slot = async (position: number): Promise<Slot> => {
  const found = (await read(review.coordinator))?.slots.find((one) => one.position === position);
  if (!found) throw new Error('no such turn');
  return found;
};
const step = async (position: number, event: string): Promise<string[]> => {
  const { id, version } = await slot(position);
  return codes(review.coordinator, 'presentationStep', { id, version, event });
};
const draw = (seed: number) =>
  codes(review.coordinator, 'presentationDraw', {
    roundId: review.final.id,
    secondsAllowed: 480,
    graceSeconds: 60,
    seed,
  });
const judge = (): Client => review.judges[0]?.client as Client;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY', 'HEALTH', 'HEALTH'], judges: 3 });
  const { rounds } = await readEdition(review.coordinator, review.edition.id);
  const first = rounds.find(({ id }) => id === review.round.id);
  await done(
    review.coordinator,
    'roundUpdate',
    { id: first?.id, version: first?.version, advancePerCategory: 2 },
    'id',
  );
  await assignAll(review.coordinator, review.round.id);
  for (const { client } of review.judges)
    for (const sheet of await sheetsOf(client)) await submitAll(client, sheet, '8');
  await ok(review.coordinator, 'roundLock', { roundId: review.round.id });
  await ok(review.coordinator, 'resultCompute', { roundId: review.round.id });
  await ok(review.coordinator, 'roundAdvance', { roundId: review.round.id });
  await goTo(app, '2026-09-11T02:00:00Z');
  await moveOn(review.coordinator, review.edition.id, 'competitionStartReview');
  await assignAll(review.coordinator, review.final.id);
});
afterAll(() => app.close());

it('draws the order from a seed, the same again from the same, and publishes it to the leaders', async () => {
  expect(
    await codes(review.coordinator, 'presentationDraw', {
      roundId: review.round.id,
      secondsAllowed: 480,
      graceSeconds: 60,
      seed: 7,
    }),
  ).toEqual(['PRESENTATION_OTHER_ROUND roundId']);
  expect(await draw(7)).toEqual([]);
  const order = (await read(review.coordinator))?.slots.map(({ entry }) => entry?.id);
  expect(order?.toSorted()).toEqual(review.entries.map(({ id }) => id).toSorted());
  await draw(8);
  expect(await draw(7)).toEqual([]);
  expect((await read(review.coordinator))?.slots.map(({ entry }) => entry?.id)).toEqual(order);
  const leader = review.leaders[0] as Client;
  expect(await read(leader)).toBeNull();
  const id = (await read(review.coordinator))?.id;
  expect(await errorOf(leader, 'presentationPublish', { id })).toBe('FORBIDDEN');
  await ok(review.coordinator, 'presentationPublish', { id });
  // A leader sees every turn, and which are the own.
  const seen = await read(leader);
  expect(seen?.slots).toHaveLength(4);
  expect(seen?.slots.filter(({ entry }) => entry !== null)).toHaveLength(2);
  expect(seen?.slots.every(({ mySheetId }) => mySheetId === null)).toBe(true);
});

it('takes marks while the entry is on, and refuses them with a code before and after', async () => {
  const turn = await slot(1);
  const mine = (await read(judge()))?.slots.find(({ id }) => id === turn.id)?.mySheetId;
  const [sheet] = await sheetsOf(judge(), { entry: { eq: turn.entry?.id }, round: { eq: review.final.id } });
  if (!sheet) throw new Error('every judge holds every entry');
  expect(mine).toBe(sheet.id);
  const save = (version: number, value: string) =>
    codes(judge(), 'scoreSheetSave', { id: sheet.id, version, marks: marksOf(sheet, value) });
  expect(await save(sheet.version, '7')).toEqual(['PRESENTATION_NOT_BEGUN']);
  expect(await step(1, 'start')).toEqual([]);
  expect(await draw(9)).toEqual(['PRESENTATION_BEGUN roundId']);
  expect(await step(2, 'start')).toEqual(['PRESENTATION_OTHER_ON id']);
  expect(await save(sheet.version, '7')).toEqual([]);
  expect(await step(1, 'pause')).toEqual([]);
  await goTo(app, '2026-09-11T02:30:00Z');
  // The clock stands: marks are still taken half an hour later.
  expect(await save(sheet.version + 1, '8')).toEqual([]);
  expect(await step(1, 'resume')).toEqual([]);
  await goTo(app, '2026-09-11T02:38:59Z');
  expect(await save(sheet.version + 2, '8.5')).toEqual([]);
  await goTo(app, '2026-09-11T02:39:00Z');
  expect(await save(sheet.version + 3, '9')).toEqual(['PRESENTATION_OVER']);
  expect(
    await codes(judge(), 'scoreSheetSubmit', {
      id: sheet.id,
      version: sheet.version + 3,
      remark: '晚了一步',
    }),
  ).toEqual(['PRESENTATION_OVER']);
  // A pause after the lock gives no marks back.
  expect(await step(1, 'pause')).toEqual([]);
  expect(await save(sheet.version + 3, '9')).toEqual(['PRESENTATION_OVER']);
  expect(await step(1, 'resume')).toEqual([]);
  expect(await save(sheet.version + 3, '9')).toEqual(['PRESENTATION_OVER']);
  const late = await slot(1);
  const more = { id: late.id, version: late.version, seconds: 60 };
  expect(await codes(review.coordinator, 'presentationExtend', { ...more, reason: ' ' })).toEqual([
    'REASON_REQUIRED reason',
  ]);
  await ok(review.coordinator, 'presentationExtend', { ...more, reason: '投影故障两分钟。' });
  expect(await save(sheet.version + 3, '9')).toEqual([]);
  expect(
    await codes(judge(), 'scoreSheetSubmit', {
      id: sheet.id,
      version: sheet.version + 4,
      remark: '展示清楚，数据可核对。',
    }),
  ).toEqual([]);
  expect(await step(1, 'finish')).toEqual([]);
  await goTo(app, '2026-09-11T02:50:00Z');
  // Nobody gets a sheet back that could not be marked any more.
  const submitted = { id: sheet.id, version: sheet.version + 5 };
  const again = { ...submitted, reason: '漏看一页' };
  expect(await codes(judge(), 'scoreSheetRevise', submitted)).toContain('PRESENTATION_OVER');
  expect(await codes(review.coordinator, 'scoreSheetReopen', again)).toEqual(['PRESENTATION_EXTEND_FIRST']);
  const ended = await slot(1);
  await ok(review.coordinator, 'presentationExtend', {
    id: ended.id,
    version: ended.version,
    seconds: 60,
    reason: '评委漏看一页，补时。',
  });
  expect(await codes(review.coordinator, 'scoreSheetReopen', again)).toEqual([]);
  expect(await step(2, 'start')).toEqual([]);
  expect(await step(1, 'start')).not.toEqual([]);
});

it('takes no marks for an entry that was drawn no turn', async () => {
  const turn = await slot(4);
  const [sheet] = await sheetsOf(judge(), { entry: { eq: turn.entry?.id }, round: { eq: review.final.id } });
  await app.app.pipelines.run(sql`delete from presentation_slot where id = ${turn.id}`);
  expect(
    await codes(judge(), 'scoreSheetSave', { id: sheet?.id, version: sheet?.version, remark: '未上场' }),
  ).toEqual(['PRESENTATION_NOT_BEGUN']);
});

it('draws an entry that joined later to the end, once, and then it takes marks', async () => {
  const steps = async (client: Client) =>
    (await read(client))?.availableTransitions.map(({ event, allowed, problems }) => [
      event,
      allowed,
      ...problems.map(({ code }) => code),
    ]);
  const append = (seed: number) =>
    codes(review.coordinator, 'presentationAppend', { roundId: review.final.id, seed });
  const before = await read(review.coordinator);
  expect(before?.unplaced).toBe(1);
  expect(await steps(review.coordinator)).toEqual([
    ['draw', false, 'PRESENTATION_BEGUN'],
    ['append', true],
  ]);
  // Whether an entry is still without a turn is the office's business.
  for (const client of [judge(), review.leaders[0] as Client]) {
    expect((await read(client))?.unplaced).toBeNull();
    expect(await steps(client)).toEqual([]);
    expect(await errorOf(client, 'presentationAppend', { roundId: review.final.id, seed: 3 })).toBe(
      'FORBIDDEN',
    );
  }
  expect(await append(-1)).toEqual(['OUT_OF_RANGE seed']);
  expect((await Promise.all([append(3), append(4)])).toSorted()).toEqual([
    [],
    ['PRESENTATION_COMPLETE roundId'],
  ]);
  const after = await read(review.coordinator);
  expect(after?.unplaced).toBe(0);
  expect(after?.slots.slice(0, 3)).toEqual(before?.slots);
  const late = after?.slots[3];
  expect(late).toMatchObject({ position: 4, state: 'WAITING', appendedAt: '2026-09-11T02:50:00.000Z' });
  expect([3, 4]).toContain(late?.appendSeed);
  expect(await steps(review.coordinator)).toContainEqual(['append', false, 'PRESENTATION_COMPLETE']);
  const [told] = await app.app.pipelines.run(
    sql<{
      found: number;
    }>`select count(*)::int as found from audit_event where operation = 'presentationAppend' and changes::text like '%PresentationSlot%'` as never,
  );
  expect(told).toEqual({ found: 1 });
  expect(await step(2, 'finish')).toEqual([]);
  expect(await step(4, 'start')).toEqual([]);
  const [sheet] = await sheetsOf(judge(), { entry: { eq: late?.entry?.id }, round: { eq: review.final.id } });
  if (!sheet) throw new Error('every judge holds every entry');
  expect(
    await codes(judge(), 'scoreSheetSave', {
      id: sheet.id,
      version: sheet.version,
      marks: marksOf(sheet, '8'),
    }),
  ).toEqual([]);
});
