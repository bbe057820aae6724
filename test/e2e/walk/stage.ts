import { test as base, type Page } from '@playwright/test';
import type { Label } from '@xinghuo/shared/kernel/label';
import { type Engine, type Installation, install } from './installation.ts';
import { type Language, type Words, wordsOf } from './words.ts';

/** What a walk is played on; set by the projects of the configuration. */
export interface StageOptions {
  readonly language: Language;
  readonly engine: Engine;
}

/** What the people of a walk have in common. */
export interface Stage {
  readonly installation: Installation;
  readonly language: Language;
  readonly words: Words;
  /** A word of the shared tables in the language of this walk. */
  readonly label: (words: Label) => string;
  /** A new browser window, as of somebody who has not signed in. */
  readonly window: () => Promise<Page>;
}

/** Tests on an installation of their own, one for a worker. */
export const test = base.extend<{ stage: Stage }, StageOptions & { installation: Installation }>({
  language: ['zh-CN', { option: true, scope: 'worker' }],
  engine: ['pglite', { option: true, scope: 'worker' }],
  installation: [
    async ({ engine }, use) => {
      const installation = await install(engine);
      await use(installation);
      await installation.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.url),
  stage: async ({ browser, installation, language }, use) => {
    await use({
      installation,
      language,
      words: wordsOf(language),
      label: ({ zh, en }) => (language === 'en' ? en : zh),
      window: async () => (await browser.newContext()).newPage(),
    });
  },
});
