import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { run as assign } from './assign.command.ts';
import { run as score } from './score.command.ts';

/** The method page’s fenced blocks by their heading, such as `csv expect=panel rule=mean decimals=2`. */
const page = await readFile(new URL('../../../docs/judging-method.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```(\w+) (\S.*)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', heading = '', body = '']) => ({
    kind,
    fields: Object.fromEntries(heading.split(' ').map((field) => field.split('=') as [string, string])),
    body,
  }),
);

async function call(run: typeof score, argv: string[], input: string): Promise<string> {
  const out: string[] = [];
  const code = await run(argv, {
    stdin: (async function* () {
      yield input;
    })(),
    stdout: { write: (text) => out.push(text) },
    stderr: { write: () => true },
    readFile: () => Promise.reject(new Error('no files')),
  });
  expect(code).toBe(0);
  return out.join('');
}

describe('the method page', () => {
  const expected = blocks.filter((b) => b.fields.expect !== undefined);

  it('holds every rule', () => {
    expect(new Set(expected.map((b) => b.fields.rule))).toEqual(
      new Set(['mean', 'trimmed-mean', 'median', 'z-score', 'rank', 'severity']),
    );
  });

  it('names a source for every rule', () => {
    const [, sources = ''] = page.split('## 来源 · Sources');
    const named = [...sources.matchAll(/^- ([^:]+): /gm)].map(([, of = '']) => of.toLowerCase());
    for (const rule of ['mean', 'median', 'trimmed mean', 'standard score', 'rank score', 'reml'])
      expect(named.some((of) => of.split(/ and |, /).some((part) => part.startsWith(rule)))).toBe(true);
  });

  it.each(expected.map((b) => [b.fields.rule ?? '', b.fields.expect ?? '', b] as const))(
    'replays %s of %s',
    async (rule, name, block) => {
      const example = blocks.find((b) => b.fields.example === name);
      const decimals = Number(block.fields.decimals);
      const printed = JSON.parse(
        await call(score, ['--rule', rule, '--decimals', String(decimals), '--json'], example?.body ?? ''),
      );
      const rows = printed.entries.map(
        (e: { id: string; score: number; rank: number }) => `${e.id},${e.score.toFixed(decimals)},${e.rank}`,
      );
      const [, ...wanted] = block.body.trim().split('\n');
      expect(rows.sort()).toEqual(wanted.sort());
    },
  );

  it('replays the assignment and its prices', async () => {
    const problem = blocks.find((b) => b.fields.assignment === 'proof')?.body ?? '';
    const wanted = JSON.parse(blocks.find((b) => b.fields.solution === 'proof')?.body ?? '');
    const { pairs, affinity, dualBound, proof } = JSON.parse(await call(assign, ['--json'], problem));
    expect({ pairs, affinity, dualBound, prices: proof.prices }).toEqual(wanted);
  });
});
