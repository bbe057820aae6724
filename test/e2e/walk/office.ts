import { expect, type Locator, type Page } from '@playwright/test';
import { COMPETITION_LIFECYCLE, type CompetitionEvent } from '@xinghuo/shared/competition/competition';
import type { Label } from '@xinghuo/shared/kernel/label';
import { answer, opened } from './dialog.ts';
import type { Stage } from './stage.ts';
import { counted, like, say } from './words.ts';

/** The office's window and the edition it works at. */
export interface Office {
  readonly page: Page;
  readonly stage: Stage;
  readonly edition: string;
}

const HOUR = 3_600_000;
/** Hours from the opening to the dates of the edition: all of it within one sign-in, each date well behind the other. */
const DATES = {
  entriesOpenAt: 0,
  entriesCloseAt: 1,
  screeningCloseAt: 2,
  'rounds.0.opensAt': 3,
  'rounds.0.closesAt': 4,
  'rounds.1.opensAt': 5,
  'rounds.1.closesAt': 6,
  publicityStartsAt: 7,
  publicityEndsAt: 8,
} as const;
export type Dated = keyof typeof DATES;

/** The instant of a date of the edition, to the minute, for an installation that began at `begin`. */
export const dateOf = (begin: Date, name: Dated): Date =>
  new Date(Math.floor(begin.getTime() / 60_000) * 60_000 + DATES[name] * HOUR);

/** As it is typed: to the minute, by the clocks of the city. */
const typed = (instant: Date): string =>
  new Date(instant.getTime() + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

/** Sets an edition up: names, numbers of judges, all dates. */
export async function setUpEdition(
  page: Page,
  stage: Stage,
  year: number,
  title: { readonly zh: string; readonly en: string },
): Promise<Office> {
  const { setup, dates, rounds, terms } = stage.words.competition;
  await page.goto('/competitions/new');
  await page.getByLabel(setup.year, { exact: true }).fill(String(year));
  await page.getByLabel(setup.title, { exact: true }).fill(title.zh);
  await page.getByLabel(setup.titleEn, { exact: true }).fill(title.en);
  await page.getByRole('button', { name: setup.createSubmit }).click();
  await expect(page.getByRole('heading', { name: stage.label(title) })).toBeVisible();
  const edition = /\/competitions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.goto(`/competitions/${edition}?tab=rounds`);
  for (const n of [1, 2]) {
    const round = page.getByRole('listitem', { name: say(rounds.round, { n }), exact: true });
    await round.getByLabel(rounds.judges, { exact: true }).fill('2');
    if (n === 1) await round.getByLabel(rounds.advance, { exact: true }).fill('1');
  }
  await page.getByRole('button', { name: rounds.save, exact: true }).click();
  await expect(page.getByText(setup.saved).first()).toBeVisible();
  await page.goto(`/competitions/${edition}?tab=dates`);
  const named = (name: Dated): string => {
    const [, n, which] = /^rounds\.(\d)\.(\w+)$/.exec(name) ?? [];
    if (n === undefined) return terms.date[name as Exclude<Dated, `rounds.${string}`>];
    return say(terms.date[`rounds.*.${which as 'opensAt' | 'closesAt'}`], { n: Number(n) + 1 });
  };
  const begin = stage.installation.now();
  for (const name of Object.keys(DATES) as Dated[]) {
    const input = page.getByRole('textbox', { name: named(name) });
    await input.fill(typed(dateOf(begin, name)));
    await input.press('Enter');
  }
  await page.getByRole('button', { name: dates.save, exact: true }).click();
  await expect(page.getByText(setup.saved).first()).toBeVisible();
  return { page, stage, edition };
}

/** Moves the edition on, on its page: the button, then the question that names what follows. */
export async function moveOn(
  { page, stage, edition }: Office,
  event: CompetitionEvent,
  from = `/competitions/${edition}`,
  words: Label = COMPETITION_LIFECYCLE.events[event],
): Promise<void> {
  const name = stage.label(words);
  await page.goto(from);
  await page.getByRole('button', { name, exact: true }).click();
  await answer(page, name);
  await expect(page.getByText(say(stage.words.kit.detail.done, { name })).first()).toBeVisible();
}

/** Selects every row of a list and runs one of its bulk steps. */
export async function inBulk({ page, stage }: Office, verb: string): Promise<void> {
  const { list } = stage.words.kit;
  await page.getByRole('checkbox', { name: list.selectAll, exact: true }).check();
  await page.getByRole('button', { name: verb, exact: true }).click();
  await answer(page, verb);
  await expect(page.getByText(like(stage.words.kit.detail.done)).first()).toBeVisible();
}

/** Locks the round under way with every sheet in, and computes its result. */
export async function lockAndCompute(office: Office, entries: number): Promise<void> {
  const { page, stage, edition } = office;
  const { results } = stage.words.judging;
  await page.goto(`/results?edition=${edition}`);
  await page.getByRole('button', { name: results.lock, exact: true }).click();
  await answer(page, results.lock);
  await expect(page.getByRole('dialog')).toBeHidden();
  await compute(office, entries);
}

/** Computes the result in view. */
export async function compute({ page, stage }: Office, entries: number): Promise<void> {
  const { results } = stage.words.judging;
  await page.getByRole('button', { name: results.compute, exact: true }).click();
  await expect(page.getByText(like(counted(results, 'computedOf', entries)))).toBeVisible();
}

/** Lets the first of the category go on; the dialog names how many stay behind. */
export async function advance({ page, stage }: Office, out: number): Promise<void> {
  const { results } = stage.words.judging;
  await page.getByRole('button', { name: results.advance, exact: true }).click();
  await expect(await opened(page)).toHaveAccessibleName(counted(results, 'advanceTitle', 1, { out }));
  await answer(page, results.advance);
  await expect(page.getByText(counted(results, 'advanced', 1)).first()).toBeVisible();
}

/** Moves the award of an entry to another one, for a reason. */
export async function deliberate(
  { page, stage, edition }: Office,
  entry: string,
  award: string,
  reason: string,
): Promise<void> {
  const { deliberation, results } = stage.words.judging;
  await page.goto(`/deliberation?edition=${edition}`);
  await page.getByRole('button', { name: deliberation.move, exact: true }).click();
  const dialog = await opened(page);
  await choose(page, dialog.getByLabel(results.entry, { exact: true }), entry);
  await choose(page, dialog.getByLabel(deliberation.to, { exact: true }), award);
  await dialog.getByLabel(deliberation.reason, { exact: true }).fill(reason);
  await dialog.getByRole('button', { name: deliberation.submit, exact: true }).click();
  await expect(page.getByText(deliberation.done)).toBeVisible();
  await expect(page.getByRole('cell', { name: reason })).toBeVisible();
}

/** Opens a list of choices and picks the one that says these words. */
export async function choose(page: Page, list: Locator, words: string): Promise<void> {
  await list.click();
  await page.locator('.ant-select-item-option').filter({ hasText: words }).click();
}
