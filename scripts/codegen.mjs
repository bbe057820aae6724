/** Writes the typed documents of the client from the committed contract: `node scripts/codegen.mjs [--watch]`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const client = fileURLToPath(new URL('../client/', import.meta.url));
const generator = fileURLToPath(
  new URL('../client/node_modules/@graphql-codegen/cli/esm/bin.js', import.meta.url),
);
const outcome = spawnSync(
  process.execPath,
  [generator, '--config', 'codegen.ts', '--errors-only', ...process.argv.slice(2)],
  { cwd: client, stdio: 'inherit' },
);
if (outcome.error) throw outcome.error;
process.exit(outcome.status ?? 1);
