import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run as assign } from './assign.command.ts';
import { run as score } from './score.command.ts';
import { run as verify } from './verify.command.ts';

type Run = typeof score;

/** Runs a command on files held in memory. */
async function call(run: Run, argv: string[], files: Record<string, string> = {}, input = '') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(argv, {
    stdin: (async function* () {
      yield input;
    })(),
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw new Error('no such file');
      return new TextEncoder().encode(text);
    },
  });
  return { code, out: out.join(''), err: err.join('') };
}

const MARKS = 'entry,judge,score\na,x,80\na,y,90\na,z,70\nb,x,85\nb,y,85\nb,z,85\nc,x,60\nc,y,65\nc,z,61\n';
const PROBLEM = JSON.stringify({
  judgesPerEntry: 2,
  load: { min: 1, max: 3 },
  entries: ['a', 'b', 'c'],
  judges: ['x', 'y', 'z'],
  affinity: [
    [3, 2, null],
    [1, 1, 1],
    [0, 5, 4],
  ],
});

describe('xinghuo score', () => {
  it('prints one JSON object with the ranking by the rule', async () => {
    const { code, out, err } = await call(score, ['--rule', 'trimmed-mean', '--json'], {}, MARKS);
    const printed = JSON.parse(out);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('done');
    expect(printed.rule).toBe('trimmed-mean');
    expect(
      printed.entries.map((e: { id: string; n: number; score: number; rank: number }) => [
        e.id,
        e.n,
        e.score,
        e.rank,
      ]),
    ).toEqual([
      ['b', 3, 85, 1],
      ['a', 3, 80, 2],
      ['c', 3, 61, 3],
    ]);
    expect(printed.model).toBeUndefined();
  });

  it('takes its file as an argument or by --input, one of them', async () => {
    const files = { 'marks.csv': MARKS };
    const argv = ['--rule', 'mean', '--json'];
    const { out } = await call(score, ['marks.csv', ...argv], files);
    expect((await call(score, [...argv, '--input', 'marks.csv'], files)).out).toBe(out);
    const twice = await call(score, ['marks.csv', ...argv, '--input', 'marks.csv'], files);
    expect([twice.code, twice.out]).toEqual([2, '']);
    expect((await call(assign, ['p.json'], { 'p.json': PROBLEM })).code).toBe(0);
  });

  it('gives the model with the severity rule', async () => {
    const { out } = await call(score, ['--rule', 'severity', '--input', 'marks.csv'], { 'marks.csv': MARKS });
    const { model, entries, judges } = JSON.parse(out);
    expect(model.components).toBe(1);
    expect(model.intercept.estimate).toBeCloseTo(681 / 9, 9);
    expect(Object.keys(entries[0])).toEqual(
      expect.arrayContaining(['effect', 'conditionalVariance', 'predictionErrorVariance', 'rankInterval']),
    );
    expect(judges).toHaveLength(3);
  });

  it.each(['mean', 'trimmed-mean', 'median', 'z-score', 'rank', 'severity'])(
    'prints the same for the same marks in any order of rows and columns and with any line ends: %s',
    async (rule) => {
      const heading = ['entry', 'judge', 'score', 'category', 'order'];
      const rows = Array.from({ length: 24 }, (_, k) => {
        const [entry, judge] = [Math.floor(k / 4), (k + Math.floor(k / 8)) % 5];
        const score = (70 + ((k * 13) % 23) + (entry === 2 && judge === 1 ? -40 : 0) + k / 10).toFixed(1);
        return [`项目${entry}`, `评委${judge}`, score, `c${entry % 2}`, String(1 + entry)];
      });
      const print = async (text: string) => (await call(score, ['--rule', rule, '--json'], {}, text)).out;
      const reference = await print([heading, ...rows].map((r) => r.join()).join('\n'));
      expect(JSON.parse(reference).entries).toHaveLength(6);
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(rows, { minLength: rows.length }),
          fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
          fc.constantFrom('\n', '\r\n', '\r'),
          fc.constantFrom('', '\uFEFF'),
          async (shuffled, columns, end, mark) => {
            const lines = [heading, ...shuffled].map((r) => columns.map((c) => `"${r[c]}"`).join());
            expect(await print(mark + lines.join(end) + end)).toBe(reference);
          },
        ),
        { numRuns: 15 },
      );
    },
  );
  it('tells a judge’s drift from the order column', async () => {
    const rows = Array.from({ length: 20 }, (_, i) =>
      ['x', 'y', 'z'].map(
        (j, k) => `e${i},${j},${70 + ((i * 7 + k * 3) % 11) - (j === 'z' ? i : 0)},${i + 1}`,
      ),
    ).flat();
    const { out } = await call(
      score,
      ['--rule', 'mean'],
      {},
      ['entry,judge,score,order', ...rows].join('\n'),
    );
    const { flags } = JSON.parse(out);
    expect(flags.judges.map((f: { judge: string; kind: string }) => [f.judge, f.kind])).toContainEqual([
      'z',
      'DRIFTING_DOWN',
    ]);
  });

  it('takes the position as a covariate where asked to', async () => {
    const rows = Array.from({ length: 30 }, (_, k) => {
      const [entry, judge] = [k % 10, Math.floor(k / 10)];
      const order = ((entry * 3 + judge * 7) % 10) + 1;
      return `e${entry},j${judge},${70 + entry * 2 + judge - order * 0.5 + ((k * 7) % 5) / 100},${order}`;
    });
    const file = ['entry,judge,score,order', ...rows].join('\n');
    const argv = ['--rule', 'severity', '--json'];
    const plain = JSON.parse((await call(score, argv, {}, file)).out);
    const adjusted = JSON.parse((await call(score, [...argv, '--covariate', 'order'], {}, file)).out);
    expect(plain.model.order).toBeNull();
    expect(adjusted.model.order.slope).toBeCloseTo(-0.5, 2);
    expect(adjusted.model.standardDeviation.residual).toBeLessThan(
      plain.model.standardDeviation.residual / 5,
    );
    for (const [text, option] of [
      [MARKS, 'order'],
      [file, 'mood'],
    ] as const)
      expect((await call(score, [...argv, '--covariate', option], {}, text)).code).toBe(2);
  });
  it('rejects bad input by line and column with exit code 2 and prints nothing', async () => {
    const bad = await call(score, ['--rule', 'mean', '--input', 'marks.csv'], {
      'marks.csv': 'entry,judge,score\na,x,8o\n',
    });
    expect(bad).toEqual({
      code: 2,
      out: '',
      err: 'marks.csv:2:5: score "8o" is not a decimal number such as 87.5\n',
    });
    for (const argv of [
      [],
      ['--rule', 'best'],
      ['--rule', 'mean', '--what'],
      ['--rule', 'mean', '--input', 'none.csv'],
      ['--rule', 'mean', '--decimals', '-1'],
    ]) {
      const { code, out, err } = await call(score, argv, {}, MARKS);
      expect([argv, code, out]).toEqual([argv, 2, '']);
      expect(err).toContain('pnpm xinghuo score');
    }
    const { err } = await call(score, ['--rule', 'mean', '--what'], {}, MARKS);
    expect(err).toBe(
      '没有选项 / There is no option --what\n\n' +
        'pnpm xinghuo score [marks.csv] --rule RULE [--json]\n详见 / more: pnpm xinghuo score --help\n',
    );
    expect((await call(score, ['--help'])).code).toBe(0);
  });
});

describe('xinghuo assign and verify', () => {
  it('assigns with a proof that verify accepts, and refuses a changed one', async () => {
    const { code, out } = await call(assign, ['--json'], {}, PROBLEM);
    const printed = JSON.parse(out);
    expect([code, printed.affinity, printed.dualBound, printed.coverage, printed.unmet]).toEqual([
      0,
      16,
      16,
      1,
      [],
    ]);
    const files = {
      'problem.json': PROBLEM,
      'good.json': out,
      'bad.json': JSON.stringify({ ...printed, pairs: printed.pairs.slice(1) }),
    };
    expect((await call(verify, ['good.json', '--problem', 'problem.json'], files)).code).toBe(0);
    const refused = await call(verify, ['bad.json', '--problem', 'problem.json', '--json'], files);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out).findings.map((f: { code: string }) => f.code)).toContain(
      'AFFINITY_DIFFERS',
    );
    expect((await call(verify, ['good.json'], files)).code).toBe(2);
  });

  it('names every way out once, with the ids as the file wrote them', async () => {
    const problem = JSON.stringify({
      judgesPerEntry: 2,
      load: { max: 2 },
      entries: [1, 2, 3],
      judges: [7, 8],
      affinity: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    });
    const printed = JSON.parse((await call(assign, ['--json'], {}, problem)).out);
    expect(printed.waysOut).toEqual([
      { kind: 'MORE_CAPACITY', judges: [7, 8], from: 2, to: 3 },
      { kind: 'MORE_JUDGES', judges: 1, capacity: 2, category: null },
      { kind: 'FEWER_JUDGES', from: 2, to: 1 },
    ]);
    expect(printed.unmet.length).toBe(2);
    for (const { entry, waysOut } of printed.unmet) {
      expect([1, 2, 3]).toContain(entry);
      expect(waysOut).toEqual([0, 1, 2]);
    }
  });

  it('rejects a bad problem by line and column', async () => {
    const { code, err } = await call(assign, ['--input', 'p.json'], {
      'p.json': '{"judgesPerEntry": 2,\n "entries": ["a", true]}',
    });
    expect([code, err]).toEqual([2, 'p.json:2:19: expected an entry id (text or number), found true\n']);
  });

  it('rejects numbers of judges that nobody can mean, and takes bounds of loads however large', async () => {
    const problem = (wanted: number, own: string) =>
      `{"judgesPerEntry": ${wanted}, "load": {"max": 5000000000},\n "entries": ["a", ${own}],\n "judges": ["x"], "affinity": [[1], [2]]}`;
    for (const [wanted, own, place] of [
      [1_000_000_000, '"b"', '1:20: OUT_OF_RANGE judgesPerEntry'],
      [1, '{"id": "b", "judges": 1000000000}', '2:41: OUT_OF_RANGE entries.1.judges'],
    ] as const) {
      const { code, err } = await call(assign, ['--input', 'p.json'], { 'p.json': problem(wanted, own) });
      expect([code, err]).toEqual([2, `p.json:${place} {"min":0,"max":1000}\n`]);
    }
    const { out } = await call(assign, ['--input', 'p.json'], { 'p.json': problem(1, '"b"') });
    expect(JSON.parse(out)).toMatchObject({ loads: [2], coverage: 1 });
  });

  it('recomputes a result bundle and names what differs', async () => {
    const { bundleOf } = await import('@xinghuo/shared/judging/scoring/bundle');
    const { ruleOf } = await import('@xinghuo/shared/judging/scoring/rules');
    const bundle = bundleOf({
      rule: ruleOf('MEAN'),
      entries: [{ id: 'a', category: 'care' }],
      rounds: [
        {
          id: 'r',
          weight: '100',
          criteria: [{ id: 'c', weight: '100', max: '10' }],
          sheets: [{ judge: 'J1', entry: 'a', marks: { c: '7' } }],
        },
      ],
      tieBreaks: [],
      awards: [],
      deliberation: [],
    });
    const files = {
      'good.json': JSON.stringify(bundle),
      'bad.json': JSON.stringify(bundle).replace('70.00', '71.00'),
      'less.json': JSON.stringify({ ...bundle, seeds: undefined }),
      'broken.json': '{"format":\n',
    };
    expect((await call(verify, ['good.json'], files)).code).toBe(0);
    const bad = await call(verify, ['bad.json'], files);
    expect([bad.code, JSON.parse(bad.out).differences.length > 0]).toEqual([1, true]);
    const less = await call(verify, ['less.json'], files);
    expect([less.code, JSON.parse(less.out).differences[0].path]).toEqual([1, 'seeds']);
    expect((await call(verify, ['broken.json'], files)).err).toBe(
      'broken.json:2:1: the text ends where a value should be\n',
    );
  });
});
