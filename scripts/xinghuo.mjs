/** The command line of the product: `pnpm xinghuo COMMAND`. Builds the server where it is not fresh. */
import { join } from 'node:path';
import { buildServer } from './build.mjs';
import { assertInstalled, become, root, runMain } from './lib/toolchain.mjs';

await runMain(async () => {
  assertInstalled();
  await buildServer();
  become([join(root, 'server', 'dist', 'cli', 'main.js'), ...process.argv.slice(2)]);
});
