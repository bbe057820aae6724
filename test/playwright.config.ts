import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';
import type { StageOptions } from './e2e/walk/stage.ts';

/** A browser of the system where there is one, else the one that the npm package brings. */
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

// The configuration is read once more in every worker: what is chosen here must stay the same.
process.env.E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000));
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), 'xinghuo-e2e-'));
const url = `http://127.0.0.1:${process.env.E2E_PORT}`;

/**
 * The walk through a whole competition is played in both languages and on both engines in one run, Chinese on the embedded
 * database and English on PostgreSQL, since each of the four pairs would take a minute. TEST_DATABASE puts both languages on
 * one engine: `TEST_DATABASE=postgresql node scripts/test.mjs browser`.
 */
const asked = process.env.TEST_DATABASE;
const engine = asked === 'pglite' || asked === 'postgresql' ? asked : undefined;

export default defineConfig<object, StageOptions>({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  outputDir: '../.cache/e2e',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: url,
    actionTimeout: 20_000,
    navigationTimeout: 60_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    // Recorded on demand (`--trace=on`): recording doubles the time of a walk, and the page as it was is told anyway.
    trace: 'off',
    launchOptions: {
      executablePath: SYSTEM ?? (await chromium.executablePath()),
      args: [
        // One process for everything stops answering once several people's windows are open.
        ...chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote'),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'screens', testIgnore: '**/e2e/walk/**' },
    {
      name: 'walk-zh',
      testMatch: '**/e2e/walk/*.test.ts',
      use: { language: 'zh-CN', engine: engine ?? 'pglite' },
    },
    {
      name: 'walk-en',
      testMatch: '**/e2e/walk/*.test.ts',
      use: { language: 'en', engine: engine ?? 'postgresql' },
    },
  ],
  webServer: {
    command: `"${process.execPath}" --disable-warning=ExperimentalWarning ../server/dist/main.js`,
    url: `${url}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: {
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA,
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
    },
  },
});
