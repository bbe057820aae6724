import { expect, type Page } from '@playwright/test';
import { NEXT_ROUND } from '@xinghuo/shared/competition/competition';
import { ENTRY_LIFECYCLE } from '@xinghuo/shared/competition/entry';
import { OBJECTION_LIFECYCLE } from '@xinghuo/shared/judging/domain/objection';
import { giveByKeyboard, holders, moveByHandAndUndo, planAndApply } from './board.ts';
import { answer } from './dialog.ts';
import { enterAsAdministrator, enterByMail } from './entrance.ts';
import { completeEntry, field, submitEntry, writeEntry } from './entrant.ts';
import { ENTRY_TEXT } from './entry-text.ts';
import { beginByKeyboard, markAllByKeyboard, recuseByKeyboard } from './judge.ts';
import {
  advance,
  choose,
  compute,
  dateOf,
  deliberate,
  inBulk,
  lockAndCompute,
  moveOn,
  setUpEdition,
} from './office.ts';
import { IMPORTED, importSheet, JUDGES, judgeAddress, PEOPLE, YEAR } from './sheets.ts';
import { test } from './stage.ts';
import { counted, like, say } from './words.ts';

const NOTE = '请写明服务人次的统计口径。';
const DECISION = '汛期服务成效突出，评审组一致建议。';
const OBJECTION = '获奖名单中的服务人次与社区公布的台账不一致。';
const ANSWER = '已核对签到记录，人次属实。';
const ENTRY = '守望江堤：汛期应急服务';
const TITLE = { zh: `${YEAR}年江畔志愿服务项目大赛`, en: `${YEAR} Riverside Volunteer Service Competition` };

/**
 * One competition as its people do it, from an empty installation to published awards, everything on the screens and all
 * data from files. The edition's dates lie an hour apart; between its phases the clock of the server is set ahead.
 */
test('a competition, from the first account to published awards', async ({ stage }) => {
  // A minute where nothing else runs; the limit is for machines that are shared.
  test.setTimeout(600_000);
  const { words, label, installation } = stage;
  const { judging, competition, audit } = words;
  const begin = installation.now();
  const goTo = (name: Parameters<typeof dateOf>[1]): Promise<void> =>
    installation.goTo(new Date(dateOf(begin, name).getTime() + 60_000));

  const coordinator = await test.step('the administrator brings the office in', async () => {
    const administrator = await enterAsAdministrator(stage);
    await importSheet(administrator, stage, 'accounts', 'staff');
    await administrator.context().close();
    return enterByMail(stage, PEOPLE.coordinator);
  });

  await test.step('the coordinator brings a unit, a team and its leader in', async () => {
    await importSheet(coordinator, stage, 'units', 'units');
    await importSheet(coordinator, stage, 'teams', 'teams');
    await importSheet(coordinator, stage, 'accounts', 'leaders');
  });

  const office = await test.step('the coordinator sets an edition up and opens it', async () => {
    const set = await setUpEdition(coordinator, stage, YEAR, TITLE);
    await moveOn(set, 'open');
    return set;
  });

  const leader = await enterByMail(stage, PEOPLE.leader);
  const entryId =
    await test.step('the leader enters a project step by step; another one comes from a sheet', async () => {
      await importSheet(coordinator, stage, 'entries', 'entries');
      await writeEntry(leader, stage, ENTRY);
      const id = await submitEntry(leader, stage, 'submit');
      await completeEntry(leader, stage, IMPORTED);
      await submitEntry(leader, stage, 'submit');
      return id;
    });

  await test.step('the coordinator returns a project with a note at a field', async () => {
    const { screening, entry } = competition;
    await coordinator.goto('/entries');
    await coordinator.getByRole('link', { name: ENTRY }).click();
    await coordinator.getByRole('tab', { name: entry.tab.screening }).click();
    await coordinator
      .getByRole('button', { name: say(screening.addAt, { field: entry.results }), exact: true })
      .click();
    await coordinator.getByLabel(say(screening.note, { field: entry.results }), { exact: true }).fill(NOTE);
    await coordinator.getByRole('button', { name: counted(screening, 'return', 1) }).click();
    await expect(coordinator.getByText(counted(screening, 'returned', 1)).first()).toBeVisible();
  });

  await test.step('the leader changes the field and submits again', async () => {
    await leader.goto(`/my-entries/${entryId}/edit?step=value`);
    await expect(leader.getByText(NOTE).first()).toBeVisible();
    await field(leader, 'results').fill(`${ENTRY_TEXT.results}人次按签到记录统计。`);
    await leader.goto(`/my-entries/${entryId}/edit?step=check`);
    await submitEntry(leader, stage, 'submitAgain');
  });

  await test.step('the coordinator closes the entries and accepts them together', async () => {
    await goTo('entriesCloseAt');
    await moveOn(office, 'startScreening');
    await coordinator.goto('/entries');
    await inBulk(office, label(ENTRY_LIFECYCLE.events.accept));
  });

  const judges =
    await test.step('the judges come from a sheet, are invited and set their passwords', async () => {
      await importSheet(coordinator, stage, 'judges', 'judges');
      await coordinator.goto('/judges');
      await inBulk(office, judging.judges.invite);
      const windows: Page[] = [];
      for (const n of JUDGES.keys()) windows.push(await enterByMail(stage, judgeAddress(n)));
      return windows;
    });

  await test.step('the first round is planned; an assignment is moved by hand and the step taken back', async () => {
    await goTo('rounds.0.opensAt');
    await moveOn(office, 'startReview');
    await planAndApply(office, 4);
    await moveByHandAndUndo(office);
  });

  await test.step('a judge recuses; the office gives the entry to another one', async () => {
    const [recusing] = judges;
    if (!recusing) throw new Error('There is no judge.');
    await beginByKeyboard(recusing, stage);
    await recuseByKeyboard(recusing, stage, '我指导过这个项目的申报。');
    await coordinator.goto('/judging?tab=recusals');
    await expect(coordinator.getByRole('cell', { name: '我指导过这个项目的申报。' })).toBeVisible();
    await coordinator.getByRole('button', { name: judging.progress.assign, exact: true }).click();
    await giveByKeyboard(office);
  });

  /** All judges of the round mark, while the office's board of progress moves by itself. */
  const judgeRound = async (sheets: number): Promise<void> => {
    await coordinator.goto('/assignments');
    await expect(coordinator.getByText(judging.assignment.nothingOpen)).toBeVisible();
    const marking = await holders(office);
    await coordinator.goto('/judging');
    let submitted = 0;
    const bar = (): Promise<void> =>
      expect(
        coordinator
          .getByRole('img', { name: like(say(judging.progress.barOf, { total: sheets, submitted })) })
          .first(),
      ).toBeVisible();
    await bar();
    for (const n of marking) {
      const judge = judges[n];
      if (!judge) throw new Error(`There is no judge ${n}.`);
      await markAllByKeyboard(
        judge,
        stage,
        (title) => (title === ENTRY ? '9' : '7'),
        async () => {
          submitted += 1;
          await bar();
        },
      );
    }
    expect(submitted).toBe(sheets);
    await expect(coordinator.getByText(judging.progress.allIn)).toBeVisible();
  };

  await test.step('the judges mark by keyboard; the round is locked, computed, and one entry advances', async () => {
    await judgeRound(4);
    await lockAndCompute(office, 2);
    await advance(office, 1);
  });

  await test.step('the final is judged', async () => {
    await goTo('rounds.1.opensAt');
    await moveOn(office, 'startReview', undefined, NEXT_ROUND);
    await planAndApply(office, 2);
    await judgeRound(2);
    await lockAndCompute(office, 1);
    for (const judge of judges) await judge.context().close();
  });

  const award = label({ zh: '银奖', en: 'Silver Award' });
  await test.step('the deliberation moves an award for a reason', async () => {
    await moveOn(office, 'startDeliberation');
    await coordinator.goto('/results');
    await compute(office, 2);
    // The one category that has entries is in view, with the award that its ranking gives.
    await expect(coordinator.getByText(label({ zh: '金奖', en: 'Gold Award' })).first()).toBeVisible();
    await deliberate(office, ENTRY, award, DECISION);
  });

  const visitor = await stage.window();
  await test.step('the proposed awards stand open; a visitor objects, the office decides', async () => {
    await goTo('publicityStartsAt');
    await moveOn(office, 'publicise', '/publicity');
    const { open } = competition;
    await visitor.goto(`/public?lang=${stage.language}`);
    await visitor.getByRole('link', { name: open.results, exact: true }).click();
    await expect(visitor.getByRole('heading', { name: open.resultsProposed })).toBeVisible();
    await visitor.getByRole('link', { name: open.object, exact: true }).click();
    await choose(visitor, visitor.getByLabel(open.objectSubject, { exact: true }), ENTRY);
    await visitor.getByLabel(open.text, { exact: true }).fill(OBJECTION);
    await visitor.getByLabel(open.author, { exact: true }).fill('一位居民');
    await visitor.getByLabel(open.contact, { exact: true }).fill('0555-1200346');
    await visitor.getByRole('button', { name: open.send, exact: true }).click();
    await expect(visitor.getByText(open.sent)).toBeVisible();
    await coordinator.goto('/publicity');
    await coordinator.getByRole('link', { name: new RegExp(judging.publicity.waiting) }).click();
    await coordinator.getByRole('link', { name: OBJECTION }).click();
    const dismiss = label(OBJECTION_LIFECYCLE.events.dismiss);
    await coordinator.getByRole('button', { name: dismiss, exact: true }).click();
    await coordinator.getByRole('dialog').getByRole('textbox').fill(ANSWER);
    await answer(coordinator, dismiss);
    await expect(coordinator.getByText(ANSWER)).toBeVisible();
  });

  await test.step('the awards are published; visitor and leader read them', async () => {
    await goTo('publicityEndsAt');
    await moveOn(office, 'close', '/publicity');
    await expect(coordinator.getByText(like(judging.publicity.published))).toBeVisible();
    const { open } = competition;
    await visitor.getByRole('link', { name: open.results, exact: true }).click();
    await expect(visitor.getByRole('heading', { name: open.resultsTitle })).toBeVisible();
    await expect(visitor.getByRole('rowheader', { name: award })).toBeVisible();
    await visitor.getByRole('link', { name: ENTRY }).click();
    await expect(visitor.getByText(ENTRY_TEXT.summary)).toBeVisible();
    await visitor.getByRole('link', { name: open.library, exact: true }).click();
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
    await leader.goto(`/my-entries/${entryId}`);
    await expect(leader.getByText(award).first()).toBeVisible();
  });

  await test.step('the auditor reads why and checks the chain', async () => {
    const auditor = await enterByMail(stage, PEOPLE.auditor);
    await auditor.goto('/audit?f.operation=deliberationSet');
    await auditor.getByRole('row').filter({ hasText: DECISION }).getByRole('link').first().click();
    await expect(auditor).toHaveURL(/\/audit\/[0-9a-f-]{36}/);
    await expect(auditor.getByText(DECISION).first()).toBeVisible();
    await auditor.goto('/audit/chain');
    await expect(auditor.getByText(audit.chain.whole, { exact: true })).toBeVisible();
  });
});
