import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { windowOf } from './people.ts';
import { like, wordsOf } from './walk/words.ts';

/** So many sheets are marked without a line; the tab is closed after half of them. */
const SHEETS = 12;
const REMARK = '依据充分，做法可学，数据有据可查。';
const { console: words, judge: home } = wordsOf('zh-CN').judging;

interface Sheet {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly remark: string;
  readonly submittedAt: string | null;
  readonly judge: { readonly id: string } | null;
  readonly round: { readonly id: string; readonly state: string } | null;
  readonly entry: { readonly id: string; readonly title: string } | null;
  readonly marks: readonly { readonly criterionId: string; readonly value: string | null }[];
  readonly criteria: readonly { readonly id: string }[];
}

/** One operation by the account of a window, on a line of its own: it works while the window has none. */
async function ask<T>(context: BrowserContext, query: string, variables: object = {}): Promise<T> {
  const response = await context.request.post('/graphql', {
    headers: { 'apollo-require-preflight': '1' },
    data: { query, variables },
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The sheets of the judge in the round that takes marks, in their order. */
async function sheetsOf(context: BrowserContext): Promise<readonly Sheet[]> {
  const { scoreSheets } = await ask<{ scoreSheets: { nodes: readonly Sheet[] } }>(
    context,
    `{ scoreSheets(first: 200, filter: { mine: { eq: true } }) { nodes { id version state remark submittedAt
      judge { id } round { id state } entry { id title } marks { criterionId value } criteria { id } } } }`,
  );
  return scoreSheets.nodes.filter(({ round, state }) => round?.state === 'OPEN' && state !== 'RECUSED');
}
const isOpen = ({ state }: Sheet): boolean => state === 'ASSIGNED' || state === 'DRAFT';

/** Gives the judge entries by hand until as many sheets as wanted are open. */
async function giveSheets(office: BrowserContext, judge: BrowserContext): Promise<void> {
  const held = await sheetsOf(judge);
  const roundId = held[0]?.round?.id;
  const { judgeQueue } = await ask<{ judgeQueue: { round: { id: string } }[] }>(
    judge,
    '{ judgeQueue { round { id } } }',
  );
  expect(judgeQueue.map(({ round }) => round.id)).toContain(roundId);
  const { entries } = await ask<{ entries: { nodes: { id: string }[] } }>(
    office,
    '{ entries(first: 200, filter: { state: { eq: IN_REVIEW } }) { nodes { id } } }',
  );
  const judgeId = held[0]?.judge?.id;
  const { judge: known } = await ask<{ judge: { version: number } }>(
    office,
    'query ($id: ID!) { judge(id: $id) { version } }',
    { id: judgeId },
  );
  await ask(
    office,
    'mutation ($input: JudgeUpdateInput!) { judgeUpdate(input: $input) { problems { code } } }',
    { input: { id: judgeId, version: known.version, capacity: held.length + SHEETS } },
  );
  let open = held.filter(isOpen).length;
  for (const { id } of entries.nodes) {
    if (open >= SHEETS) return;
    if (held.some(({ entry }) => entry?.id === id)) continue;
    const { assignmentAdd } = await ask<{ assignmentAdd: { problems: unknown[] } }>(
      office,
      'mutation ($input: AssignmentAddInput!) { assignmentAdd(input: $input) { problems { code } } }',
      { input: { roundId, entryId: id, judgeId } },
    );
    // Where a conflict stands in the way, another entry will do.
    if (assignmentAdd.problems.length === 0) open += 1;
  }
}

/** Declares where it is asked, and gives every criterion of the sheet in view the same mark. */
async function markInView(page: Page, mark: string): Promise<void> {
  const question = page.getByRole('region', { name: words.question.title });
  const marks = page.getByRole('slider');
  await expect(question.or(marks.first())).toBeVisible();
  if (await question.isVisible()) await page.keyboard.press('d');
  else await marks.first().focus();
  const count = await marks.count();
  for (let n = 0; n < count; n++) {
    await expect(marks.nth(n)).toBeFocused();
    await page.keyboard.press(mark);
    await expect(marks.nth(n)).toHaveAttribute('aria-valuenow', mark);
    await page.keyboard.press('Tab');
  }
}

const markOf = (place: number): string => `${5 + (place % 5)}`;
const idIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

test('a dozen entries are judged without a line over two visits; nothing is lost, doubled or overwritten', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const office = (await windowOf(browser, 'coordinator')).context();
  let page = await windowOf(browser, 'judge');
  const context = page.context();
  await giveSheets(office, context);
  const before = (await sheetsOf(context)).filter(isOpen);
  expect(before.length).toBeGreaterThanOrEqual(SHEETS);

  await page.goto('/judge');
  await page.getByRole('button', { name: home.offline.download, exact: true }).click();
  await expect(page.getByText(like(home.offline.ready))).toBeVisible({ timeout: 120_000 });
  await context.setOffline(true);

  const given = new Map<string, string>();
  /** Marks and submits so many sheets, one after the other, from the judge's home. */
  const work = async (sheets: number): Promise<void> => {
    for (let n = 0; n < sheets; n++) {
      await page.waitForURL(/\/judge\/sheets\//);
      const id = idIn(page);
      expect(given.has(id)).toBe(false);
      const mark = markOf(given.size);
      await markInView(page, mark);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(REMARK);
      await expect(page.getByRole('textbox').last()).toHaveValue(REMARK);
      await page.keyboard.press('Control+Enter');
      given.set(id, mark);
      await page.waitForURL((url) => !url.pathname.endsWith(id));
    }
  };
  await page.getByRole('button', { name: like(home.continue) }).click();
  await work(SHEETS / 2);

  await test.step('the tab is closed and opened again, still without a line', async () => {
    // Left before it is closed: a page that closes is let go by the tool that holds its line cut, and sends once more.
    await page.goto('about:blank');
    await page.close();
    page = await context.newPage();
    await page.goto('/judge');
    await page.getByRole('button', { name: like(home.continue) }).click();
    await work(SHEETS / 2 - 1);
  });

  // The last one is left as a draft, and marked on another device meanwhile.
  await page.waitForURL(/\/judge\/sheets\//);
  const contested = before.find(({ id }) => id === idIn(page));
  if (!contested) throw new Error('the last sheet was open before');
  await markInView(page, '9');
  const [criterion] = contested.criteria;
  const { scoreSheetSave } = await ask<{ scoreSheetSave: { problems: unknown[] } }>(
    context,
    'mutation ($input: ScoreSheetSaveInput!) { scoreSheetSave(input: $input) { problems { code } } }',
    {
      input: {
        id: contested.id,
        version: contested.version,
        marks: [{ criterionId: criterion?.id, value: '3' }],
      },
    },
  );
  expect(scoreSheetSave.problems).toEqual([]);

  await test.step('nothing has reached the server until the line is back', async () => {
    const now = await sheetsOf(context);
    expect(now.filter(({ id, state }) => given.has(id) && state === 'SUBMITTED')).toEqual([]);
  });
  await context.setOffline(false);

  await test.step('every sheet arrives once, with its own marks', async () => {
    const arrived = async (): Promise<number> =>
      (await sheetsOf(context)).filter(({ id, state }) => given.has(id) && state === 'SUBMITTED').length;
    await expect.poll(arrived, { timeout: 60_000 }).toBe(SHEETS - 1);
    for (const sheet of await sheetsOf(context)) {
      const mark = given.get(sheet.id);
      if (mark === undefined) continue;
      expect(sheet.remark).toBe(REMARK);
      expect(sheet.marks.map(({ value }) => Number(value))).toEqual(sheet.criteria.map(() => Number(mark)));
      const { auditEvents } = await ask<{ auditEvents: { nodes: { operation: string }[] } }>(
        (await auditor()).context(),
        `query ($id: ID!) { auditEvents(first: 50, filter: { subjectId: { eq: $id }, operation: { eq: "scoreSheetSubmit" } }) { nodes { operation } } }`,
        { id: sheet.id },
      );
      expect(auditEvents.nodes).toHaveLength(1);
    }
  });

  await test.step('two versions of one sheet stand side by side, and the judge chooses', async () => {
    await page.goto(`/judge/sheets/${contested.id}`);
    const clash = page.getByRole('region', { name: words.clash.title });
    await expect(clash.getByRole('group').first()).toContainText('9');
    await expect(clash.getByRole('group').first()).toContainText('3');
    await expect(clash).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(words.clash.first)).toBeVisible();
    await clash.getByRole('button', { name: words.clash.allMine }).click();
    await clash.getByRole('button', { name: words.clash.apply }).click();
    const kept = async (): Promise<(string | null)[] | undefined> =>
      (await sheetsOf(context))
        .find(({ id }) => id === contested.id)
        ?.marks.map(({ value }) => (value === null ? null : String(Number(value))));
    await expect.poll(kept, { timeout: 60_000 }).toEqual(contested.criteria.map(() => '9'));
  });
  await Promise.all([context.close(), office.close()]);

  async function auditor(): Promise<Page> {
    watching ??= await windowOf(browser, 'auditor');
    return watching;
  }
});

let watching: Page | undefined;
