import { parseArgs } from 'node:util';
import { assign } from '@xinghuo/shared/judging/assignment/assign';
import type { WayOut } from '@xinghuo/shared/judging/assignment/types';
import { readAssignmentProblem } from '@xinghuo/shared/judging/formats/assignment-file';
import {
  type CommandIo,
  EXIT,
  inputPath,
  progressTo,
  readInput,
  reportFailure,
  writeJson,
} from './command-io.ts';

const HELP = `pnpm xinghuo assign [problem.json] [--json]

给项目分配评委，不需要数据库。

  problem.json  JSON 文件，也可写作 --input problem.json；不给则读标准输入：
                {judgesPerEntry, load: {min, max}, entries: [编号], judges: [编号], affinity: [[数，null 为回避]]}
                行为项目，列为评委。可选：entries 写作 {id, category, judges, date, anchor}，judges 写作
                {id, capacity, minimum, dates, expertise: {类别: 数}}，conflicts、pinned、forbidden 写作 [[项目, 评委]]，
                evenLoads、connectingBudget、mixingBudget、seed。anchor（锚定项目）由所有能评的评委评。专长加在匹配度上，
                给了专长可以不给匹配度。负荷上下限都给时，负荷在其间任意；否则先求均衡（evenLoads 明确指定）。
  --json        输出为一行
标准输出为一个 JSON 对象：没有评满的项目在 unmet 中，其 waysOut 是各条出路在顶层 waysOut 中的序号（从 0 起，
最省的在前）；进度写在标准错误；可用 pnpm xinghuo verify 核验。退出码 2：输入或命令行有误。

Assigns judges to entries, without a database.

  problem.json  a JSON file, also as --input problem.json; standard input without it:
                {judgesPerEntry, load: {min, max}, entries: [id], judges: [id], affinity: [[number, null: conflict]]}
                Rows are entries, columns judges. Optional: entries as {id, category, judges, date, anchor}, judges as
                {id, capacity, minimum, dates, expertise: {category: number}}, conflicts, pinned and forbidden as
                [[entry, judge]], evenLoads, connectingBudget, mixingBudget, seed. An anchor is judged by everybody
                who may. Expertise is added to the affinity, which may then be left out. With both load bounds the
                loads may lie anywhere between them; otherwise they are evened out first (evenLoads says so
                explicitly).
  --json        one line instead of indented JSON
  --help        this text

Prints one JSON object. Entries without all their judges are in unmet, the cheapest way out first; ways out stand in
waysOut at the top, each once, and entries name them by their place there, from 0. Progress goes to standard error.
"pnpm xinghuo verify" checks it against the problem.
Exit code 2: the input or the command line is wrong.
`;

/** Lists what many share, each once, and says where it stands. */
class Places<T> {
  readonly list: T[] = [];
  readonly #places = new Map<string, number>();

  readonly of = (value: T): number => {
    const key = JSON.stringify(value);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.list.length);
    return this.list.push(value) - 1;
  };
}

/** Assigns a problem from a file offline: see HELP. */
export async function run(argv: string[], io: CommandIo): Promise<number> {
  let name = 'input';
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        input: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      io.stdout.write(HELP);
      return EXIT.ok;
    }
    let input: { name: string; bytes: Uint8Array } | null = await readInput(
      inputPath(positionals, values.input),
      io,
    );
    name = input.name;
    const { problem, idOf } = readAssignmentProblem(input.bytes);
    // Let go: it may be large, and everything in it is in the problem.
    input = null;
    const start = performance.now();
    const result = assign(problem, { onProgress: progressTo(io) });
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
    const ways = new Places<WayOut>();
    writeJson(
      {
        format: 'xinghuo-assignment-1',
        pairs: result.pairs.map(([entry, judge]) => [idOf(entry), idOf(judge)]),
        affinity: result.affinity,
        optimalAffinity: result.optimalAffinity,
        dualBound: result.dualBound,
        loads: result.loads,
        coverage: result.coverage.wanted === 0 ? 1 : result.coverage.assigned / result.coverage.wanted,
        wanted: result.coverage.wanted,
        assigned: result.coverage.assigned,
        unmet: result.unmet.map((u) => ({ ...u, entry: idOf(u.entry), waysOut: u.waysOut.map(ways.of) })),
        waysOut: ways.list.map((way) =>
          way.kind === 'MORE_CAPACITY' ? { ...way, judges: way.judges.map(idOf) } : way,
        ),
        belowMinimum: result.belowMinimum.map((b) => ({ ...b, judge: idOf(b.judge) })),
        categories: result.categories,
        proof: result.proof,
        milliseconds,
      },
      values.json,
      io,
    );
    return EXIT.ok;
  } catch (error) {
    return reportFailure(error, name, HELP, io);
  }
}
