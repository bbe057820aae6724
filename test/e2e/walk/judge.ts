import { expect, type Page } from '@playwright/test';
import { answer } from './dialog.ts';
import type { Stage } from './stage.ts';
import { like } from './words.ts';

/** What every judge of the walk writes. */
const REMARK = '依据充分，做法可学，数据有据可查。';

/** Opens the next sheet from the judge's home with Enter; a second Enter declares nothing, and says why. */
export async function beginByKeyboard(page: Page, stage: Stage): Promise<void> {
  const { judge, console } = stage.words.judging;
  await page.goto('/judge');
  await expect(page.getByRole('button', { name: like(judge.start) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/judge\/sheets\//);
  const question = page.getByRole('region', { name: console.question.title });
  await expect(question).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('8');
  await expect(question.getByRole('status')).toHaveText(console.question.first);
}

/** Says that something ties the judge to the entry in view, with its key, and why; the next sheet or the queue follows. */
export async function recuseByKeyboard(page: Page, stage: Stage, reason: string): Promise<void> {
  const { console } = stage.words.judging;
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type(reason);
  await answer(page, console.recusal.confirm);
  await expect(page.getByText(console.recusal.done)).toBeVisible();
}

/**
 * Marks every sheet that waits without the mouse: Enter opens, `d` declares, a digit marks, Tab goes on, Ctrl+Enter
 * submits and brings the next one. `markOf` gives the mark by the title of the entry; `submitted` looks on after each.
 */
export async function markAllByKeyboard(
  page: Page,
  stage: Stage,
  markOf: (title: string) => string,
  submitted: () => Promise<void>,
): Promise<void> {
  const { console, judge } = stage.words.judging;
  await beginByKeyboard(page, stage);
  for (;;) {
    const at = page.url();
    const mark = markOf((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
    await page.keyboard.press('d');
    const marks = page.getByRole('slider');
    await expect(marks.first()).toBeFocused();
    const count = await marks.count();
    for (let n = 0; n < count; n++) {
      await expect(marks.nth(n)).toBeFocused();
      await page.keyboard.press(mark);
      await expect(marks.nth(n)).toHaveAttribute('aria-valuenow', mark);
      await page.keyboard.press('Tab');
    }
    // Tab has gone on to the overall remark.
    await page.keyboard.type(REMARK);
    await expect(page.getByRole('textbox').last()).toHaveValue(REMARK);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL((url) => url.href !== at);
    await submitted();
    const next = page.getByRole('region', { name: console.question.title });
    await expect(next.or(page.getByText(judge.allDone))).toBeVisible();
    if (!(await next.isVisible())) return;
    await expect(next).toBeFocused();
  }
}
