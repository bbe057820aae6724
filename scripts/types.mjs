/** Checks the types of every package, side by side; the server together with the tests of it. `pnpm types` */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { generateTypes } from './build.mjs';
import { assertInstalled, Complaint, root, runMain, runNode, seconds } from './lib/toolchain.mjs';

const PROJECTS = {
  shared: 'shared/tsconfig.json',
  client: 'client/tsconfig.json',
  'server and tests': 'test/tsconfig.json',
  browser: 'test/e2e/tsconfig.json',
};

/** @returns {Promise<{ passed: number, failed: number }>} programs without and with errors */
export async function checkTypes() {
  assertInstalled();
  const projects = Object.entries(PROJECTS).filter(([, config]) => existsSync(join(root, config)));
  const outcomes = await Promise.all(projects.map(([name, config]) => checkProject(name, config)));
  const failed = outcomes.filter((good) => !good).length;
  return { passed: outcomes.length - failed, failed };
}

async function checkProject(name, config) {
  const started = performance.now();
  if (name === 'client' && !(await typesOfDocuments())) return false;
  const { code, output } = await runNode('node_modules/typescript/bin/tsc', ['-p', config, '--noEmit'], {
    quiet: true,
  });
  console.log(`types ${name}: ${code === 0 ? 'good' : 'errors'} (${seconds(started)})`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

/** The client's types begin with those of its GraphQL documents. */
async function typesOfDocuments() {
  try {
    await generateTypes();
    return true;
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    console.log(error.message);
    return false;
  }
}

if (fileURLToPath(import.meta.url) === argv[1]) {
  await runMain(async () => {
    const { passed, failed } = await checkTypes();
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  });
}
