import { expect, type Page } from '@playwright/test';
import { linkTo } from './mails.ts';
import type { Stage } from './stage.ts';

/** Nobody's real one. */
const PASSWORD = '太白楼下的一句长密码';

/** The administrator signs in with the password of the command line and has to choose another. */
export async function enterAsAdministrator(stage: Stage): Promise<Page> {
  const { email, password } = stage.installation.administrator;
  const { signIn, password: change } = stage.words.app;
  const page = await stage.window();
  await page.goto(`/sign-in?lang=${stage.language}`);
  await page.getByLabel(signIn.email).fill(email);
  await page.getByLabel(signIn.password, { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel(change.current, { exact: true }).fill(password);
  await page.getByLabel(change.fresh, { exact: true }).fill(PASSWORD);
  await page.getByLabel(change.repeat, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: change.submit }).click();
  await expect(page.getByText(change.done)).toBeVisible();
  return page;
}

/** Follows the link of the mail to an address and sets a password: the person's window, at their work. */
export async function enterByMail(stage: Stage, address: string): Promise<Page> {
  const { outbox } = stage.installation;
  const { invitation } = stage.words.app;
  await expect.poll(() => linkTo(outbox, address), { timeout: 30_000 }).toBeDefined();
  const page = await stage.window();
  await page.goto(`${new URL(linkTo(outbox, address) ?? '').pathname}?lang=${stage.language}`);
  await page.getByLabel(invitation.password, { exact: true }).fill(PASSWORD);
  await page.getByLabel(invitation.repeat, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: invitation.submit }).click();
  await expect(page).not.toHaveURL(/\/invitation/);
  return page;
}
