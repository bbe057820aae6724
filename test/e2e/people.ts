import { type Browser, expect, type Page } from '@playwright/test';

/** The demonstration's accounts. */
export const PEOPLE = {
  coordinator: 'coordinator@demo.xinghuo',
  judge: 'judge@demo.xinghuo',
  leader: 'leader@demo.xinghuo',
  liaison: 'liaison@demo.xinghuo',
  auditor: 'auditor@demo.xinghuo',
  admin: 'admin@demo.xinghuo',
} as const;
export type Person = keyof typeof PEOPLE;

const PASSWORD = 'xinghuo-demo';

/** Signs a person in through the page, as they would. */
export async function signIn(
  page: Page,
  email: string,
  password = PASSWORD,
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<void> {
  await page.goto(`/sign-in?lang=${language}`);
  await page.getByLabel(language === 'en' ? 'Email' : '邮箱').fill(email);
  await page.getByLabel(language === 'en' ? 'Password' : '密码', { exact: true }).fill(password);
  await page.getByLabel(language === 'en' ? 'Password' : '密码', { exact: true }).press('Enter');
  await expect(page).not.toHaveURL(/sign-in/);
}

/** A browser window of one person, signed in. */
export async function windowOf(
  browser: Browser,
  person: Person,
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, PEOPLE[person], PASSWORD, language);
  return page;
}
