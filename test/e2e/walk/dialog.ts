import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog that has opened, once it stands still: a click that falls into its opening is lost, now and then. */
export async function opened(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog).not.toHaveClass(/zoom/);
  return dialog;
}

/** Answers the question of the dialog that has opened with one of its buttons. */
export async function answer(page: Page, name: string): Promise<void> {
  await (await opened(page)).getByRole('button', { name, exact: true }).click();
}
