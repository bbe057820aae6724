import { expect, type Locator } from '@playwright/test';
import { answer } from './dialog.ts';
import type { Office } from './office.ts';
import { say } from './words.ts';

/** Lets the product plan the round under way, looks at the plan and applies it; the board follows. */
export async function planAndApply({ page, stage, edition }: Office, added: number): Promise<void> {
  const { assignment } = stage.words.judging;
  await page.goto(`/assignments?edition=${edition}`);
  await page.getByRole('button', { name: assignment.plan, exact: true }).click();
  await answer(page, assignment.planMake);
  await expect(page).toHaveURL(/\/assignments\/plans\//);
  await expect(page.getByText(assignment.allMet)).toBeVisible();
  await page.getByRole('button', { name: assignment.apply, exact: true }).click();
  await answer(page, assignment.apply);
  await expect(page.getByText(say(assignment.applied, { added, removed: 0 }))).toBeVisible();
  await expect(page.getByText(assignment.nothingOpen)).toBeVisible();
}

/** Drags the first assignment to the judge who is free; undoes it at once by key; moves and undoes by button, too. */
export async function moveByHandAndUndo({ page, stage }: Office): Promise<void> {
  const { assignment } = stage.words.judging;
  const row = page.locator('[data-cell^="0:"]');
  const held = row.and(page.locator('[aria-selected=true]'));
  await expect(held).toHaveCount(2);
  const from = await placed(held.first());
  const to = await placed(row.and(page.locator('[aria-selected=false]')));
  for (const undo of ['key', 'button'] as const) {
    await from.hover();
    await page.mouse.down();
    await to.hover();
    await page.mouse.up();
    await expect(to).toHaveAttribute('aria-selected', 'true');
    await expect(to).toHaveAccessibleName(new RegExp(assignment.kind.pinned));
    await expect(from).toHaveAttribute('aria-selected', 'false');
    if (undo === 'key') await page.keyboard.press('Control+z');
    else await page.getByRole('button', { name: assignment.undo, exact: true }).click();
    await expect(from).toHaveAttribute('aria-selected', 'true');
    await expect(to).toHaveAttribute('aria-selected', 'false');
  }
  // What stands is what the server holds.
  await expect(page.getByText(assignment.saving)).toBeHidden();
  await page.reload();
  await expect(from).toHaveAttribute('aria-selected', 'true');
  await expect(to).toHaveAttribute('aria-selected', 'false');
}

/** Gives the entry that lost a judge to the one who is free, with the keyboard. */
export async function giveByKeyboard({ page, stage }: Office): Promise<void> {
  const { assignment } = stage.words.judging;
  const free = page.locator('[data-cell][aria-selected=false]:not(.xj-cell-conflict)');
  await expect(free).toHaveCount(1);
  await page.locator('[data-cell="0:0"]').focus();
  while (!(await free.evaluate((cell) => cell === document.activeElement)))
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.getByText(assignment.nothingOpen)).toBeVisible();
  await expect(page.getByText(assignment.saving)).toBeHidden();
}

/** The judges who hold sheets on the board in view, by their place among all judges. */
export async function holders({ page }: Office): Promise<readonly number[]> {
  const cells = page.locator('[data-cell][aria-selected=true]');
  const places = await cells.evaluateAll((found) =>
    found.map((cell) => cell.getAttribute('data-cell') ?? ''),
  );
  return [...new Set(places.map((place) => Number(place.split(':')[1])))];
}

/** A cell by its place, whatever it holds. */
async function placed(cell: Locator): Promise<Locator> {
  return cell.page().locator(`[data-cell="${await cell.getAttribute('data-cell')}"]`);
}
