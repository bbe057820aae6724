/** Builds what is not fresh: the server into server/dist, the client into client/dist. `node scripts/build.mjs` */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { unlessFresh } from './lib/fresh.mjs';
import { precompress } from './lib/precompress.mjs';
import { assertInstalled, Complaint, root, runMain, runNode, seconds } from './lib/toolchain.mjs';

const COMMON = ['pnpm-lock.yaml', 'tsconfig.base.json', 'shared/src'];
const TESTS = /\.test\.tsx?$/;

/** Builds both halves side by side; throws a complaint that holds the compiler's words where the syntax is wrong. */
export async function build() {
  assertInstalled();
  await Promise.all([buildServer(), generateTypes().then(buildClient)]);
}

/** Writes the client's types of its GraphQL documents, which are not committed. */
export async function generateTypes() {
  if (!existsSync(join(root, 'client', 'codegen.ts'))) return;
  const step = {
    name: 'codegen',
    inputs: ['pnpm-lock.yaml', 'client/codegen.ts', 'client/src', 'server/schema.graphql'],
    skip: /__generated__/,
    outputs: ['client/src/__generated__'],
  };
  await timed('client types', step, () => work('scripts/codegen.mjs', [], {}));
}

/** Compiles the server into server/dist. */
export async function buildServer() {
  const step = {
    name: 'server',
    inputs: [...COMMON, 'server/src', 'server/tsconfig.json', 'server/package.json'],
    skip: TESTS,
    outputs: ['server/dist'],
  };
  await timed('server', step, async () => {
    const dist = join(root, 'server', 'dist');
    rmSync(dist, { recursive: true, force: true });
    // Types are the business of `pnpm types`, for the client as well: nobody who starts the product waits for them.
    await work('node_modules/typescript/bin/tsc', ['-p', 'server', '--noCheck', '--pretty', 'false'], {});
    const source = join(root, 'server', 'src');
    cpSync(source, dist, { recursive: true, filter: (path) => !/\.tsx?$/.test(path) });
  });
}

async function buildClient() {
  if (!existsSync(join(root, 'client', 'vite.config.ts'))) return;
  const step = {
    name: 'client',
    inputs: [...COMMON, 'client', 'server/schema.graphql'],
    skip: /node_modules|__generated__|^client\/dist|\.test\.tsx?$/,
    outputs: ['client/dist/index.html'],
  };
  await timed('client', step, async () => {
    await work('client/node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd: 'client' });
    await precompress(join(root, 'client', 'dist', 'assets'));
  });
}

async function timed(name, step, task) {
  const started = performance.now();
  // Standard output belongs to the command that is built for.
  if (await unlessFresh(step, task)) console.error(`已构建 / built ${name} (${seconds(started)})`);
}

async function work(script, input, options) {
  const { code, output } = await runNode(script, input, { ...options, quiet: true });
  if (code !== 0) throw new Complaint(`构建失败 / The build failed:\n${output.trim()}`);
}

if (fileURLToPath(import.meta.url) === argv[1]) await runMain(build);
