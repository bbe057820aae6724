// Runs on Node 24 over the built server; see ../contract.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { printedContract } from '../../server/dist/app/contract.js';

const file = new URL('../../server/schema.graphql', import.meta.url);
const printed = await printedContract();
const committed = readFileSync(file, 'utf8');

if (printed === committed) console.log('server/schema.graphql is what the code says.');
else if (!process.argv.includes('--check')) {
  writeFileSync(file, printed);
  console.log('server/schema.graphql has been written.');
} else {
  const lines = new Set(committed.split('\n'));
  const news = printed.split('\n').filter((line) => !lines.has(line));
  console.error('server/schema.graphql is not what the code says. Run: node scripts/contract.mjs');
  for (const line of news.slice(0, 20)) console.error(`  ${line}`);
  process.exitCode = 1;
}
