import { parseArgs } from 'node:util';
import { assign } from '@xinghuo/shared/judging/assignment/assign';
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
                evenLoads、connectingBudget、mixingBudget、seed。anchor（锚点项目）由所有能评的评委评。专长加在匹配度上，
                给了专长可以不给匹配度。负荷上下限都给时，负荷在其间任意；否则先求均衡（evenLoads 明确指定）。
  --json        输出为一行
标准输出为一个 JSON 对象，进度写在标准错误；可用 pnpm xinghuo verify 核验。退出码 2：输入或命令行有误。

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

Prints one JSON object; progress goes to standard error. "pnpm xinghuo verify" checks it against the problem.
Exit code 2: the input or the command line is wrong.
`;

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
    const input = await readInput(inputPath(positionals, values.input), io);
    name = input.name;
    const { problem, idOf } = readAssignmentProblem(input.bytes);
    const start = performance.now();
    const result = assign(problem, { onProgress: progressTo(io) });
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
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
        unmet: result.unmet.map((u) => ({ ...u, entry: idOf(u.entry) })),
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
