// Runs on Node 24 over the built server; see ../contract.mjs.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printedContract } from '../../server/dist/app/contract.js';
import { contractFaults } from '../../server/dist/app/contract-changes.js';
import { root } from './toolchain.mjs';

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    release: { type: 'string' },
    directory: { type: 'string', default: join(root, 'server') },
  },
});
const committedFile = join(options.directory, 'schema.graphql');
const releasedFile = join(options.directory, 'contract', 'released', 'schema.graphql');
const declarationsFile = join(options.directory, 'contract', 'breaking-changes.json');

const printed = await printedContract();
const committed = readFileSync(committedFile, 'utf8');
const complaints = [];

if (printed === committed) console.log('server/schema.graphql is what the code says.');
else if (!options.check) {
  writeFileSync(committedFile, printed);
  console.log('server/schema.graphql has been written.');
} else {
  const lines = new Set(committed.split('\n'));
  const news = printed.split('\n').filter((line) => !lines.has(line));
  complaints.push('server/schema.graphql is not what the code says. Run: node scripts/contract.mjs');
  complaints.push(...news.slice(0, 20).map((line) => `  ${line}`));
}

if (options.release !== undefined) {
  copyFileSync(committedFile, releasedFile);
  writeFileSync(declarationsFile, `${JSON.stringify({ since: options.release, changes: [] }, null, 2)}\n`);
  console.log(`The present contract is that of release ${options.release}.`);
} else {
  const declarations = JSON.parse(readFileSync(declarationsFile, 'utf8'));
  const faults = contractFaults(readFileSync(releasedFile, 'utf8'), printed, declarations);
  if (faults.length > 0) {
    const to = `since release ${declarations.since}; server/contract/breaking-changes.json declares what, why and version`;
    complaints.push(`The contract breaks callers ${to}:`, ...faults.map((fault) => `  ${fault}`));
  } else console.log(`Nothing breaks callers of release ${declarations.since} undeclared.`);
}

for (const line of complaints) console.error(line);
if (options.check && complaints.length > 0) process.exitCode = 1;
