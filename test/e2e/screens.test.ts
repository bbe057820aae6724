import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { PEOPLE, type Person, windowOf } from './people.ts';

/** An office screen, and the phone of a judge on a train. */
const OFFICE = { width: 1280, height: 800 } as const;
const PHONE = { width: 390, height: 844 } as const;

/** Waits until nothing on the page is on its way any more; some pages keep a stream open, so the line is never idle. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.locator('.xh-spinner, .xh-rows-busy, .ant-spin-spinning')).toHaveCount(0);
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Screens that another role has shown already. */
const seen = new Set<string>();

/** Every screen of a role's own menu: nothing is thrown, nothing stands out at the side at either size, axe finds nothing serious on a phone. */
for (const person of Object.keys(PEOPLE) as Person[]) {
  test(`the screens of ${person}`, async ({ browser }) => {
    // Half a minute where nothing else runs; the limit is for machines that are shared.
    test.setTimeout(600_000);
    const page = await windowOf(browser, person);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    await page.goto('/');
    const lines = page.getByRole('navigation').getByRole('link');
    await expect(lines.first()).toBeVisible();
    const paths = await lines.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    // The explorer's page is its maker's.
    for (const path of paths.filter((one) => one !== '/graphiql' && (one === '/' || !seen.has(one)))) {
      seen.add(path);
      await page.setViewportSize(OFFICE);
      await page.goto(path);
      await settled(page);
      if ((await sideways(page)) > 0) faults.push(`${path} is wider than an office screen`);
      await page.setViewportSize(PHONE);
      await settled(page);
      if ((await sideways(page)) > 0) faults.push(`${path} is wider than a phone`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations)
        if (impact === 'serious' || impact === 'critical') faults.push(`${path}: ${id}: ${nodes[0]?.html}`);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
}
