/**
 * Measures the product against hand-written SQL and PostGraphile. `pnpm bench`, or `pnpm bench --quick` for a short run;
 * docs/performance.md says what is measured and what came of it. Never part of the tests: times prove nothing there.
 */
import { buildServer } from './build.mjs';
import { assertInstalled, runMain, runNode } from './lib/toolchain.mjs';

await runMain(async () => {
  assertInstalled();
  await buildServer();
  const { code } = await runNode(
    'test/bench/bench.ts',
    process.argv.slice(2).filter((word) => word !== '--'),
  );
  process.exitCode = code;
});
