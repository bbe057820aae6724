/**
 * Writes the contract, server/schema.graphql, from the code: `node scripts/contract.mjs`. With `--check` it writes
 * nothing and fails when the committed file says something else, when a change breaks callers of the last release
 * without being declared in server/contract/breaking-changes.json, or when a declaration there is stale.
 * `--release 0.2.0` makes the present contract the released one. `--directory` looks at other files, for tests.
 */
import { buildServer } from './build.mjs';
import { assertInstalled, Complaint, runMain, runNode } from './lib/toolchain.mjs';

await runMain(async () => {
  assertInstalled();
  await buildServer();
  const { code, output } = await runNode('scripts/lib/write-contract.mjs', process.argv.slice(2), {
    quiet: true,
  });
  if (code !== 0) throw new Complaint(output.trim());
  console.log(output.trim());
});
