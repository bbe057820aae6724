/**
 * Shows the statements that would bring the migrated schema to the entities, for whoever writes the migration by
 * hand; passes when they agree. TEST_DATABASE names the engine. `node scripts/schema-diff.mjs`
 */
import { assertInstalled, runMain, runNode } from './lib/toolchain.mjs';

await runMain(async () => {
  assertInstalled();
  const input = ['run', '--project', 'behaviour', 'contract/schema'];
  const { code } = await runNode('node_modules/vitest/vitest.mjs', input);
  process.exitCode = code;
});
