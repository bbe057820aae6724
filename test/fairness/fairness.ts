import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { methodWith } from './page.ts';
import { pictureOf } from './picture.ts';
import { plainText, reportOf, tablesOf } from './report.ts';

/*
 * Simulated competitions with known merits: how often each rule awards the right entries, what designed assignment and
 * extra reviews add, whether intervals hold what they promise. Seeded: the same line gives the same figures. A full run
 * renews what the pages show; any other leaves them alone.
 */
const HELP = `pnpm bench:fairness [--quick] [--competitions N] [--json] [--output DIRECTORY]

  --quick         25 competitions of each kind instead of 600: wide intervals, less than half a minute
  --competitions  so many of each kind
  --json          prints the report as one JSON object instead of tables
  --output        where report.json and picture.svg go (default .cache/fairness). Only a full run without it also
                  renews test/fairness/results.json, docs/pictures/fairness.svg and the tables of docs/judging-method.md
`;
const FULL = 600;
const QUICK = 25;
const root = join(import.meta.dirname, '..', '..');

function main(): number {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      competitions: { type: 'string' },
      json: { type: 'boolean', default: false },
      output: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const competitions = Number(values.competitions ?? (values.quick ? QUICK : FULL));
  if (!Number.isInteger(competitions) || competitions < 2) {
    process.stderr.write(`--competitions must be a whole number from 2\n\n${HELP}`);
    return 2;
  }
  const report = reportOf(competitions, (line) => process.stderr.write(`${line}\n`));
  const json = `${JSON.stringify(report, null, 2)}\n`;
  const picture = pictureOf(report);
  const output = values.output ?? join(root, '.cache', 'fairness');
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'report.json'), json);
  writeFileSync(join(output, 'picture.svg'), picture);
  if (competitions === FULL && values.output === undefined) {
    const page = join(root, 'docs', 'judging-method.md');
    writeFileSync(join(import.meta.dirname, 'results.json'), json);
    writeFileSync(join(root, 'docs', 'pictures', 'fairness.svg'), picture);
    writeFileSync(page, methodWith(readFileSync(page, 'utf8'), report));
  }
  process.stdout.write(values.json ? json : tablesOf(report, 'en').map(plainText).join('\n'));
  process.stderr.write(`Written to ${output}\n`);
  return 0;
}

process.exitCode = main();
