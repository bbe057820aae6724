import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import {
  assignAll,
  makeReview,
  marksOf,
  ok,
  type Review,
  readEdition,
  type SheetRead,
  sheetsOf,
  submitAll,
} from './kit.ts';

/*
 * Steps that meet the lock of their round, sent at the same moment. Which comes first is nobody's to say; what must hold is
 * the same whichever does. Each race is run several times, because on a real server each time may go another way.
 */

const TIMES = 4;
const REASON = '轮次锁定前的更正。';

let app: TestApp;
let review: Review;
let coordinator: Client;
let roundId: string;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['EMERGENCY', 'EMERGENCY', 'EMERGENCY'], judges: 4 });
  ({ coordinator } = review);
  roundId = review.round.id;
  await assignAll(coordinator, roundId);
  for (const { client } of review.judges)
    for (const sheet of await sheetsOf(client)) await submitAll(client, sheet, '8');
});
afterAll(() => app.close());

const INPUTS: Readonly<Record<string, string>> = { roundLock: 'RoundLockInput' };

/** Sends a step and answers what stood in its way: nothing, the codes of its problems, or the code of its error. */
async function attempt(client: Client, name: string, input: Record<string, unknown>): Promise<string[]> {
  const type = INPUTS[name] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await client.send<Record<string, { problems: { code: string }[] }> | null>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code } } }`,
    { input },
  );
  const [error] = errors;
  return error ? [error.extensions.code] : (data?.[name]?.problems ?? []).map(({ code }) => code);
}

const lock = (more: Record<string, unknown> = {}) => attempt(coordinator, 'roundLock', { roundId, ...more });
const live = async (): Promise<SheetRead[]> =>
  (await sheetsOf(coordinator, { round: { eq: roundId } })).filter(({ state }) => state !== 'RECUSED');
const stateOf = async (id: string): Promise<string | undefined> =>
  (await sheetsOf(coordinator, { round: { eq: roundId } })).find((sheet) => sheet.id === id)?.state;
const isLocked = async (): Promise<boolean> =>
  (await readEdition(coordinator, review.edition.id)).rounds.find(({ id }) => id === roundId)?.state ===
  'LOCKED';

/** What holds after any race: a lock that was granted holds every sheet, and one that was refused holds none. */
async function demandWhole(locked: readonly string[]): Promise<void> {
  const held = await isLocked();
  expect(held).toBe(locked.length === 0);
  const states = new Set((await live()).map(({ state }) => state));
  if (held) expect([...states]).toEqual(['LOCKED']);
  else expect(states.has('LOCKED')).toBe(false);
  for (const sheet of await live())
    expect(sheet.total !== null || ['ASSIGNED', 'DRAFT'].includes(sheet.state)).toBe(true);
}

/** The round as the next race finds it: open, one of its sheets back with its judge. */
async function giveBackOne(): Promise<{ readonly sheet: SheetRead; readonly client: Client }> {
  await openAgain();
  const sheets = await live();
  const sheet = sheets.find(({ state }) => state === 'DRAFT') ?? sheets[0];
  if (!sheet) throw new Error('a round has sheets');
  if (sheet.state === 'SUBMITTED')
    await ok(coordinator, 'scoreSheetReopen', { id: sheet.id, version: sheet.version, reason: REASON });
  const client = review.judges.find(({ id }) => id === sheet.judge?.id)?.client;
  const [own] = client ? (await sheetsOf(client)).filter(({ id }) => id === sheet.id) : [];
  if (!client || !own) throw new Error('the sheet has its judge');
  return { sheet: own, client };
}

async function openAgain(): Promise<void> {
  if (await isLocked()) await ok(coordinator, 'roundReopen', { roundId, reason: REASON });
  for (const { client } of review.judges)
    for (const sheet of await sheetsOf(client))
      if (sheet.state === 'DRAFT' || sheet.state === 'ASSIGNED') await submitAll(client, sheet, '8');
}

it('a submission is in before the lock, or the lock waits for it', async () => {
  for (let time = 0; time < TIMES; time++) {
    const { sheet, client } = await giveBackOne();
    const value = time % 2 === 0 ? '9' : '7';
    const [locked, submitted] = await Promise.all([
      lock(),
      attempt(client, 'scoreSheetSubmit', {
        id: sheet.id,
        version: sheet.version,
        marks: marksOf(sheet, value),
        remark: '依据充分，做法可学。',
      }),
    ]);
    await demandWhole(locked);
    // The round could not be locked over the sheet, so nothing stood in the submission's way.
    expect(submitted).toEqual([]);
    expect([[], ['SHEETS_MISSING']]).toContainEqual(locked);
    const after = (await live()).find(({ id }) => id === sheet.id);
    expect(after?.state).toBe(locked.length === 0 ? 'LOCKED' : 'SUBMITTED');
    expect(Number(after?.total)).toBe(Number(value) * 10);
  }
});

it('a sheet is given back, or the round is locked, never both', async () => {
  for (let time = 0; time < TIMES; time++) {
    await openAgain();
    const [sheet] = await live();
    if (!sheet) throw new Error('a round has sheets');
    const [locked, reopened] = await Promise.all([
      lock(),
      attempt(coordinator, 'scoreSheetReopen', { id: sheet.id, version: sheet.version, reason: REASON }),
    ]);
    await demandWhole(locked);
    expect(locked.length === 0).not.toBe(reopened.length === 0);
    expect(await stateOf(sheet.id)).toBe(locked.length === 0 ? 'LOCKED' : 'DRAFT');
  }
});

it('two locks at once are one', async () => {
  for (let time = 0; time < TIMES; time++) {
    await openAgain();
    const outcomes = await Promise.all([lock(), lock(), lock()]);
    expect(outcomes.filter((problems) => problems.length === 0)).toHaveLength(1);
    expect(new Set(outcomes.flat())).toEqual(new Set(['STATE_NOT_ALLOWED']));
    await demandWhole([]);
  }
});

it('no sheet is added to a locked round', async () => {
  let races = 0;
  for (let time = 0; time < TIMES; time++) {
    await openAgain();
    const sheets = await sheetsOf(coordinator, { round: { eq: roundId } });
    const pair = review.entries
      .flatMap((entry) => review.judges.map((judge) => ({ entryId: entry.id, judgeId: judge.id })))
      .find(
        ({ entryId, judgeId }) =>
          !sheets.some(({ entry, judge }) => entry?.id === entryId && judge?.id === judgeId),
      );
    // Each sheet that won its race takes a pair away, so only later turns may find none left.
    if (!pair) break;
    const [locked, added] = await Promise.all([
      lock(),
      attempt(coordinator, 'assignmentAdd', { roundId, ...pair }),
    ]);
    await demandWhole(locked);
    expect(locked.length === 0).not.toBe(added.length === 0);
    races++;
  }
  expect(races).toBeGreaterThan(0);
});

it('a sheet that is given up for the lock is recused, submitted or given up: one of them', async () => {
  for (let time = 0; time < TIMES; time++) {
    const { sheet, client } = await giveBackOne();
    const [locked, submitted, recused] = await Promise.all([
      lock({ without: [sheet.id], reason: '评委联系不上。' }),
      attempt(client, 'scoreSheetSubmit', {
        id: sheet.id,
        version: sheet.version,
        marks: marksOf(sheet, '6'),
        remark: '依据充分，做法可学。',
      }),
      attempt(client, 'scoreSheetRecuse', { id: sheet.id, reason: '刚刚得知亲属参与。' }),
    ]);
    await demandWhole(locked);
    const state = await stateOf(sheet.id);
    // A lock that named the sheet holds only when the sheet was still missing then; else it is refused.
    if (locked.length === 0)
      expect([state, submitted.length > 0, recused.length > 0]).toEqual(['RECUSED', true, true]);
    else expect(state).toBe(recused.length === 0 ? 'RECUSED' : 'SUBMITTED');
    if (recused.length === 0) expect(state).toBe('RECUSED');
    else if (submitted.length === 0) expect(state).toBe('SUBMITTED');
  }
});
