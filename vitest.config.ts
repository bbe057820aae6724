import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `source` makes `#server/…` mean the TypeScript files instead of the built ones. */
const conditions = ['source', 'node', 'development'];
/** Libraries load graphql's CommonJS build; the product's own files must get that same copy, not the ESM one. */
const oneGraphql = [
  { find: /^graphql$/, replacement: join(import.meta.dirname, 'server/node_modules/graphql/index.js') },
];
const client = existsSync('client/vite.config.ts') ? ['client'] : [];

/**
 * Four projects: unit tests beside the code of each package, and `behaviour`, the tests of `test/` that run against
 * the real server or a real database (on the engine that TEST_DATABASE names).
 */
export default defineConfig({
  test: {
    // One file for each core: while one waits for its database or server another one goes on.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { name: 'shared', root: 'shared', include: ['src/**/*.test.ts'], testTimeout: 60_000 } },
      {
        resolve: { alias: oneGraphql },
        ssr: { resolve: { conditions } },
        test: {
          name: 'server',
          root: 'server',
          testTimeout: 60_000,
          include: ['src/**/*.test.ts'],
          setupFiles: ['src/platform/graphql/reflect.ts'],
        },
      },
      {
        resolve: { alias: oneGraphql },
        ssr: { resolve: { conditions } },
        test: {
          name: 'behaviour',
          root: 'test',
          include: ['{api,contract,faults,security,regressions,walk,cli}/**/*.test.ts'],
          globalSetup: ['harness/global-setup.ts'],
          setupFiles: ['../server/src/platform/graphql/reflect.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      ...client,
    ],
  },
});
