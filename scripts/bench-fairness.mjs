/**
 * Simulates competitions with known merits and says how often each rule awards the right entries. `pnpm bench:fairness`,
 * or `pnpm bench:fairness --quick`; docs/judging-method.md shows what came of it.
 */
import { assertInstalled, runMain, runNode } from './lib/toolchain.mjs';

await runMain(async () => {
  assertInstalled();
  const { code } = await runNode(
    'test/fairness/fairness.ts',
    process.argv.slice(2).filter((word) => word !== '--'),
  );
  process.exitCode = code;
});
