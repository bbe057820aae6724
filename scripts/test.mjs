/**
 * Everything that must hold, in one command: types, lint, unit and API tests, the browser. `pnpm test`
 * Every step runs whatever the one before it said; the last line sums them up. `node scripts/test.mjs behaviour` runs
 * only what depends on the engine, `node scripts/test.mjs browser` only those in the browser (after a build), on the
 * engine that TEST_DATABASE names.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { assertInstalled, Complaint, root, runMain, runNode, seconds } from './lib/toolchain.mjs';
import { checkTypes } from './types.mjs';

const REPORTS = join(root, '.cache', 'reports');

await runMain(async () => {
  assertInstalled();
  mkdirSync(REPORTS, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const chosen = alone(process.argv[2]) ?? steps();
  for (const [name, run] of chosen) {
    const started = performance.now();
    const { passed, failed } = await settled(run);
    total.passed += passed;
    total.failed += failed;
    console.log(`== ${name}: ${passed} passed, ${failed} failed (${seconds(started)})\n`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
});

/** A step that is run by itself. */
function alone(name) {
  const steps = { behaviour: () => vitest('--project=behaviour'), browser: playwright };
  return steps[name] && [[name, steps[name]]];
}

function steps() {
  const all = [
    ['types', checkTypes],
    ['format and lint', () => tool('node_modules/@biomejs/biome/bin/biome', ['check', '.'])],
    ['layers', () => tool('scripts/check-layers.mjs', [])],
    ['unused code', () => tool('node_modules/knip/bin/knip.js', [])],
    ['build', () => build().then(() => ({ passed: 1, failed: 0 }))],
    ['first screen', () => tool('scripts/check-bundle.mjs', [])],
    ['unit and API tests', () => vitest()],
    ['browser', playwright],
  ];
  const absent = { layers: 'scripts/check-layers.mjs', browser: 'test/e2e' };
  return all.filter(([name]) => absent[name] === undefined || existsSync(join(root, absent[name])));
}

/** A step that cannot run at all has failed once. */
async function settled(run) {
  try {
    return await run();
  } catch (error) {
    console.error(error instanceof Complaint ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function tool(script, input) {
  const { code } = await runNode(script, input);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(...selection) {
  const report = join(REPORTS, 'vitest.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', ...selection, ...reporters]);
  return counted(code, report, ({ numPassedTests, numFailedTests, testResults }) => {
    // A file that cannot be loaded has no failed test, only itself.
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return [numPassedTests, numFailedTests + broken.length];
  });
}

async function playwright() {
  const report = join(REPORTS, 'playwright.json');
  rmSync(report, { force: true });
  const { code } = await runNode(
    'test/node_modules/@playwright/test/cli.js',
    ['test', '--reporter=line,json'],
    {
      cwd: 'test',
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  return counted(code, report, ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]);
}

/** Counts from a runner's report. A runner that fails without a failed test (an error outside of one) counts as one. */
function counted(code, report, read) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const [passed, failed] = read(JSON.parse(readFileSync(report, 'utf8')));
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
