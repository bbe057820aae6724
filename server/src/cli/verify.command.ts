import { parseArgs } from 'node:util';
import { verifyAssignment } from '@xinghuo/shared/judging/assignment/verify';
import { readAssignmentProblem } from '@xinghuo/shared/judging/formats/assignment-file';
import { readAssignmentClaim } from '@xinghuo/shared/judging/formats/bundle-file';
import { JsonCursor } from '@xinghuo/shared/judging/formats/json-cursor';
import { Shape } from '@xinghuo/shared/judging/formats/shape';
import { BUNDLE_FORMAT, verifyBundle } from '@xinghuo/shared/judging/scoring/bundle';
import { type CommandIo, EXIT, readInput, reportFailure, UsageError, writeJson } from './command-io.ts';

const HELP = `pnpm xinghuo verify BUNDLE [--problem problem.json] [--json]

核验公布的文件，不需要数据库：重新计算其中的每一项。

  BUNDLE     结果包（规则、代号化的评分、结果、摘要），或 xinghuo assign 的输出；“-”为标准输入
  --problem  分配的题目，核验分配时需要：名额、均衡、匹配度凭文件中的证明核对，不重新求解
  --json     输出为一行
标准输出为一个 JSON 对象：valid、文件的摘要、每一处不同（改动过的评分表、项目、名称逐一列出）。摘要与结果页上的相同，
就是公布的那一份。退出码 0：相符；1：不符；2：无法读取。

Checks a published file without a database, recomputing everything it claims.

  BUNDLE     a result bundle (rules, coded marks, result, digests), or what "xinghuo assign" printed; "-" is standard input
  --problem  the assignment problem, needed for an assignment: its coverage, balance and affinity are checked by the
             proof inside, without solving the problem again
  --json     one line instead of indented JSON
  --help     this text

Prints one JSON object with "valid", the digest of the file and every difference. A bundle is the published one when its
digest is the one on the results page. Exit code 0: it holds; 1: it does not; 2: it cannot be read.
`;

/** Verifies a result bundle or an assignment offline: see HELP. */
export async function run(argv: string[], io: CommandIo): Promise<number> {
  let name = 'input';
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        problem: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      io.stdout.write(HELP);
      return EXIT.ok;
    }
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0)
      throw new UsageError('应给出一个文件 / exactly one BUNDLE is expected');
    const input = await readInput(path, io);
    name = input.name;
    const cursor = new JsonCursor(input.bytes);
    const data = cursor.value();
    cursor.end();
    const format = new Shape(data).get('format').oneOf([BUNDLE_FORMAT, 'xinghuo-assignment-1'] as const);
    if (format === BUNDLE_FORMAT) {
      const { recomputed, digest, differences } = verifyBundle(data);
      const valid = differences.length === 0;
      const { inputsDigest, resultDigest } = recomputed;
      writeJson(
        {
          format,
          valid,
          digest,
          inputsDigest,
          resultDigest,
          differenceCount: differences.length,
          differences,
        },
        values.json,
        io,
      );
      return valid ? EXIT.ok : EXIT.different;
    }
    if (values.problem === undefined)
      throw new UsageError(
        '核验分配需要题目，请给出 --problem / an assignment is checked against its problem: give --problem',
      );
    const claim = readAssignmentClaim(data);
    name = values.problem;
    const { problem } = readAssignmentProblem((await readInput(values.problem, io)).bytes);
    const budget = (problem.connectingBudget ?? 0.01) + (problem.mixingBudget ?? 0);
    const grouped = problem.entries.some((e) => e.category !== undefined);
    const checked = verifyAssignment(problem, claim, grouped ? budget : 0);
    writeJson({ format, ...checked }, values.json, io);
    return checked.valid ? EXIT.ok : EXIT.different;
  } catch (error) {
    return reportFailure(error, name, HELP, io);
  }
}
