/** Writes the typed documents of the client from the committed contract: `node scripts/codegen.mjs [--watch]`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const client = fileURLToPath(new URL('../client/', import.meta.url));
const generator = fileURLToPath(
  new URL('../client/node_modules/@graphql-codegen/cli/esm/bin.js', import.meta.url),
);
const extra = process.argv.slice(2);
const watching = extra.includes('--watch');
const outcome = spawnSync(process.execPath, [generator, '--config', 'codegen.ts', ...extra], {
  cwd: client,
  // Its progress is of interest only while one watches it, or when it fails.
  stdio: watching ? 'inherit' : 'pipe',
  encoding: 'utf8',
});
if (outcome.error) throw outcome.error;
if (!watching && outcome.status !== 0) process.stderr.write(`${outcome.stdout}${outcome.stderr}`);
process.exit(outcome.status ?? 1);
