/**
 * Writes the contract, server/schema.graphql, from the code: `node scripts/contract.mjs`. With `--check` it writes
 * nothing and fails when the committed file says something else.
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
