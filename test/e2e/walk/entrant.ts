import { expect, type Locator, type Page } from '@playwright/test';
import { CATEGORIES } from '@xinghuo/shared/competition/category';
import { BENEFICIARIES } from '@xinghuo/shared/competition/entry';
import { pdfBytes } from '../../../server/src/platform/files/sample-bytes.ts';
import { answer } from './dialog.ts';
import { ENTRY_TEXT } from './entry-text.ts';
import type { Stage } from './stage.ts';
import { like } from './words.ts';

const PLAN = '实施方案.pdf';

/** A field of the application; its name in the address and in the page is the same in both languages. */
export const field = (page: Page, name: string): Locator => page.locator(`#field-${name}`);

/** Begins an entry and fills its steps one after another, the way they are offered. */
export async function writeEntry(page: Page, stage: Stage, title: string): Promise<void> {
  const { wizard, entry } = stage.words.competition;
  await page.goto('/my-entries/new');
  await page.getByRole('radio', { name: stage.label(CATEGORIES.EMERGENCY), exact: true }).check();
  await page.getByLabel(entry.title, { exact: true }).fill(title);
  await page.getByRole('button', { name: wizard.begin, exact: true }).click();
  await expect(page).toHaveURL(/\/my-entries\/[0-9a-f-]{36}\/edit/);
  const onwards = async (step: string): Promise<void> => {
    await page.getByRole('button', { name: like(wizard.next) }).click();
    await page.waitForURL((url) => url.searchParams.get('step') === step);
  };
  const write = async (...names: readonly (keyof typeof ENTRY_TEXT)[]): Promise<void> => {
    for (const name of names) await field(page, name).fill(String(ENTRY_TEXT[name]));
  };
  await page.getByRole('checkbox', { name: stage.label(BENEFICIARIES.PUBLIC), exact: true }).check();
  await onwards('summary');
  await write('summary');
  await onwards('work');
  await write('need', 'activities');
  await onwards('value');
  await write('innovation', 'replicability', 'results');
  await onwards('plan');
  for (const [n, { when, what }] of ENTRY_TEXT.plan.entries()) {
    await page.getByRole('button', { name: wizard.addStep, exact: true }).click();
    await page.getByLabel(`${wizard.planWhen} ${n + 1}`, { exact: true }).fill(when);
    await page.getByLabel(`${wizard.planWhat} ${n + 1}`, { exact: true }).fill(what);
  }
  for (const [n, { item, amount }] of ENTRY_TEXT.budget.entries()) {
    await page.getByRole('button', { name: wizard.addLine, exact: true }).click();
    await page.getByLabel(`${wizard.budgetItem} ${n + 1}`, { exact: true }).fill(item);
    await page.getByLabel(`${wizard.budgetAmount} ${n + 1}`, { exact: true }).fill(amount);
  }
  await onwards('files');
  await write('contactName', 'contactPhone');
  await attachPlan(page, stage);
  await onwards('check');
}

/** Opens a draft from the leader's home and adds the plan. */
export async function completeEntry(page: Page, stage: Stage, title: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: title }).first().click();
  await expect(page).toHaveURL(/\/my-entries\/[0-9a-f-]{36}\/edit/);
  const { pathname } = new URL(page.url());
  await page.goto(`${pathname}?step=files`);
  await attachPlan(page, stage);
  await page.goto(`${pathname}?step=check`);
}

async function attachPlan(page: Page, stage: Stage): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: PLAN,
    mimeType: 'application/pdf',
    buffer: await pdfBytes(),
  });
  // It is the entry's only once it can be fetched again.
  await expect(page.getByRole('link', { name: `${stage.words.kit.action.download} ${PLAN}` })).toBeVisible();
}

/** Submits from the last step; the page of the entry follows. */
export async function submitEntry(page: Page, stage: Stage, verb: 'submit' | 'submitAgain'): Promise<string> {
  const { wizard } = stage.words.competition;
  await page.getByRole('button', { name: wizard[verb], exact: true }).click();
  await answer(page, wizard[verb]);
  await expect(page.getByText(like(wizard.submitted)).first()).toBeVisible();
  return /\/my-entries\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}
