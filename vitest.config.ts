import { existsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `source` makes `#server/…` mean the TypeScript files instead of the built ones. */
const conditions = ['source', 'node', 'development'];
/** Libraries load graphql's CommonJS build; the product's own files must get that same copy, not the ESM one. */
const oneGraphql = [
  { find: /^graphql$/, replacement: join(import.meta.dirname, 'server/node_modules/graphql/index.js') },
];
/** A worker of `behaviour` holds the product, up to two databases in its own memory, and the processes it starts. */
const WORKER_BYTES = 2 * 1024 ** 3;
/** Less than the machine's where the system allows us only a part, as in a container; 0 or a huge number means all. */
const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
const client = existsSync('client/vite.config.ts') ? ['client'] : [];

/**
 * Five projects: unit tests beside the code of each package; `behaviour`, the tests of `test/` that run against the real
 * server or a real database, on the engine that TEST_DATABASE names; and `processes`, those that start processes and
 * choose the engine of each themselves, so that one run of them is enough.
 *
 * The files of a worker share what is loaded (`isolate: false`), as the requests to a server do: loading the product anew
 * for every file took longer than most of them. So none may replace a module; each starts a product on a database of its
 * own. Screens keep their state in modules, and unit tests of the server register parts of it by themselves, hence these
 * stay apart.
 */
export default defineConfig({
  test: {
    // One file for each core, as far as the memory goes: while one waits for its database another one goes on.
    maxWorkers: Math.max(1, Math.min(availableParallelism(), Math.floor(memory / WORKER_BYTES))),
    projects: [
      {
        test: {
          name: 'shared',
          root: 'shared',
          isolate: false,
          include: ['src/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
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
          include: ['{api,contract,security,regressions,walk}/**/*.test.ts'],
          globalSetup: ['harness/global-setup.ts'],
          isolate: false,
          setupFiles: ['../server/src/platform/graphql/reflect.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias: oneGraphql },
        ssr: { resolve: { conditions } },
        test: {
          name: 'processes',
          root: 'test',
          include: ['{cli,faults}/**/*.test.ts'],
          isolate: false,
          setupFiles: ['../server/src/platform/graphql/reflect.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      ...client,
    ],
  },
});
