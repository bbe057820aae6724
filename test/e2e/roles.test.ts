import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PEOPLE, type Person, windowOf } from './people.ts';

/** What the pages call content on its way. */
const LOADING = /^(正在载入|Loading)…$/;

/** Every role's home in both languages: it opens, says something, throws nothing, and axe finds nothing serious. */
for (const person of Object.keys(PEOPLE) as Person[]) {
  for (const language of ['zh-CN', 'en'] as const) {
    test(`${person}'s home, ${language}`, async ({ browser }) => {
      const page = await windowOf(browser, person, language);
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto('/');
      // Whole once it has a heading and nothing is on its way; a page that stays connected is never idle.
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await expect(page.getByRole('status', { name: LOADING })).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    });
  }
}
