/**
 * Builds what is not fresh and becomes the server. `pnpm start`
 *
 * May be started by Node 20; the server runs on the Node 24 that the installation brought.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { become, Complaint, root, runMain } from './lib/toolchain.mjs';

await runMain(async () => {
  await build();
  const main = join(root, 'server', 'dist', 'main.js');
  if (!existsSync(main)) throw new Complaint(`构建没有产生 / The build did not make ${main}.`);
  become([main, ...process.argv.slice(2)]);
});
