/**
 * Builds what is not fresh and becomes the server. `pnpm start`
 *
 * May be started by Node 20; the server runs on the Node 24 that the installation brought.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Complaint, environment, node, root, runMain } from './lib/toolchain.mjs';

await runMain(async () => {
  await build();
  const main = join(root, 'server', 'dist', 'main.js');
  if (!existsSync(main)) throw new Complaint(`构建没有产生 / The build did not make ${main}.`);
  become([
    node,
    '--disable-warning=ExperimentalWarning',
    '--enable-source-maps',
    main,
    ...process.argv.slice(2),
  ]);
});

/**
 * Replaces this process by the command, so that there is one process less to pass signals on or to be left behind.
 * Where the running Node cannot do that, the command runs as a child in the same process group instead.
 */
function become([file, ...input]) {
  const env = environment();
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(file, [file, ...input], env);
  }
  const child = spawn(file, input, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}
