// Runs under Node 20 or newer and before anything of ours is built, hence plain JavaScript.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const PACKAGES = ['.', 'shared', 'server', 'client', 'test'];
const windows = process.platform === 'win32';

/** The Node 24 that the installation brought; what started this script may be older. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Thrown for what the reader can mend; its message is printed without a stack. */
export class Complaint extends Error {}

/**
 * Makes sure that everything the packages name is installed. The package manager runs a script even when the
 * installation before it failed, and a missing module would then be reported from somewhere deep inside.
 */
export function assertInstalled() {
  const missing = PACKAGES.filter((name) => existsSync(join(root, name, 'package.json'))).flatMap(missingIn);
  if (!existsSync(node)) missing.push('node (the runtime, in node_modules/node)');
  if (missing.length === 0) return;
  const shown =
    missing.slice(0, 8).join(', ') + (missing.length > 8 ? ` and ${missing.length - 8} more` : '');
  throw new Complaint(
    `安装不完整，缺少 / The installation is not complete; missing: ${shown}.\n` +
      '请检查网络后运行 / Check the network, then run: npx -y pnpm@12 install',
  );
}

function missingIn(name) {
  const directory = join(root, name);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies }).filter(
    (dependency) => !existsSync(join(directory, 'node_modules', dependency)),
  );
}

/** The environment of what we start: Node 24 and the tools of the checkout come first. */
export function environment(extra = {}) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/**
 * Runs a script of a package with Node 24.
 * @param {string} script path of the JavaScript to run, from the checkout
 * @param {string[]} input its arguments
 * @param {{ cwd?: string, env?: Record<string, string>, quiet?: boolean }} options `quiet` keeps the output back
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(script, input, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [join(root, script), ...input], {
      cwd: join(root, options.cwd ?? '.'),
      env: environment(options.env),
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: signal === null ? (code ?? 1) : 1, output }));
  });
}

/**
 * Replaces this process by Node 24 running a script of the built server, so that there is one process less to pass signals on or to be left behind.
 * Where the running Node cannot do that, the command runs as a child in the same process group instead.
 */
export function become([script, ...input]) {
  const args = ['--disable-warning=ExperimentalWarning', '--enable-source-maps', script, ...input];
  const env = environment();
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(node, [node, ...args], env);
  }
  const child = spawn(node, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}

/** Runs `main`; a complaint ends the process with its message alone. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Seconds since `started` (performance.now()), for people. */
export function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
