import { parseArgs } from 'node:util';
import { disagreements } from '@xinghuo/shared/judging/flags/entry-flags';
import { judgeFlags } from '@xinghuo/shared/judging/flags/judge-flags';
import { readMarks } from '@xinghuo/shared/judging/formats/marks-file';
import { toNumber } from '@xinghuo/shared/judging/scoring/ratio';
import { type RuleKind, ruleOf, ruleProblems } from '@xinghuo/shared/judging/scoring/rules';
import { scoreMarks } from '@xinghuo/shared/judging/scoring/score-marks';
import {
  type CommandIo,
  EXIT,
  inputPath,
  progressTo,
  readInput,
  reportFailure,
  UsageError,
  wholeOption,
  writeJson,
} from './command-io.ts';

const RULES: Readonly<Record<string, RuleKind>> = {
  mean: 'MEAN',
  'trimmed-mean': 'TRIMMED_MEAN',
  median: 'MEDIAN',
  'z-score': 'Z_SCORE',
  rank: 'RANK',
  severity: 'SEVERITY',
};

const HELP = `pnpm xinghuo score [marks.csv] --rule RULE [--json]

按一种规则计分、排名，不需要数据库。

  --rule       ${Object.keys(RULES).join('、')}
               （平均、去高去低平均、中位数、标准分、名次分、宽严模型）
  marks.csv    CSV 文件，也可写作 --input marks.csv；不给则读标准输入。列：entry、judge、score，
               可另有 category、criterion、order（评委自己的顺序，用来看漂移）
  --drop-high  trimmed-mean 去掉几个最高分（默认 1）
  --drop-low   去掉几个最低分（默认 1）
  --decimals   得分的小数位，也决定怎样算并列（默认 6）
  --draws      名次区间的抽样次数（默认 1000；超过 1500 个项目时 400）
  --seed       抽样种子（默认 1）
  --covariate  order：模型按同一位置比较各分数，并给出每往后一个位置的变化（model.order）；每一行都要有 order
  --json       输出为一行
标准输出为一个 JSON 对象，进度写在标准错误。退出码 2：输入或命令行有误。

Scores and ranks marks by one rule, without a database.

  --rule       ${Object.keys(RULES).join(', ')}
  marks.csv    a CSV file, also as --input marks.csv; standard input without it. Columns entry, judge, score;
               optional category, criterion, order (the position in the judge’s own order, from which drift is told)
  --drop-high  sheets dropped at the top by trimmed-mean (default 1)
  --drop-low   sheets dropped at the bottom (default 1)
  --decimals   decimal places of a score, which also decide what is a tie (default 6)
  --draws      draws behind the intervals of places (default 1000; 400 for more than 1500 entries)
  --seed       seed of these draws (default 1)
  --covariate  order: the model compares marks as if all had been given at the mean position, and says what one
               position further changed (model.order); every row needs its order then. Without it the order is used
               for telling drift only
  --json       one line instead of indented JSON
  --help       this text

Prints one JSON object; progress goes to standard error. Exit code 2: the input or the command line is wrong.
`;

/** Scores a file of marks offline: see HELP. */
export async function run(argv: string[], io: CommandIo): Promise<number> {
  let name = 'input';
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        rule: { type: 'string' },
        input: { type: 'string' },
        'drop-high': { type: 'string' },
        'drop-low': { type: 'string' },
        decimals: { type: 'string' },
        draws: { type: 'string' },
        seed: { type: 'string' },
        covariate: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      io.stdout.write(HELP);
      return EXIT.ok;
    }
    const kind = values.rule === undefined ? undefined : RULES[values.rule];
    if (!kind)
      throw new UsageError(`--rule 应为下列之一 / --rule must be one of: ${Object.keys(RULES).join(', ')}`);
    const rule = ruleOf(kind, {
      dropHigh: wholeOption('drop-high', values['drop-high'], 1, 0, 20),
      dropLow: wholeOption('drop-low', values['drop-low'], 1, 0, 20),
      decimals: wholeOption('decimals', values.decimals, 6, 0, 10),
    });
    const [wrong] = ruleProblems(rule);
    if (wrong) throw new UsageError(`规则不成立 / the rule is not valid: ${wrong.path.join('.')}`);
    if (values.covariate !== undefined && values.covariate !== 'order')
      throw new UsageError(
        `--covariate 只有 order / --covariate knows order only, not "${values.covariate}"`,
      );
    const options = {
      adjustForOrder: values.covariate === 'order',
      ...(values.draws === undefined ? {} : { draws: wholeOption('draws', values.draws, 1000, 1, 100_000) }),
      seed: wholeOption('seed', values.seed, 1, 0, 2 ** 31 - 1),
    };
    const input = await readInput(inputPath(positionals, values.input), io);
    name = input.name;
    const marks = readMarks(new TextDecoder().decode(input.bytes));
    if (options.adjustForOrder && marks.some((m) => m.order === undefined))
      throw new UsageError(
        `--covariate order 要求每一行都有 order / --covariate order needs an order on every row of ${name}`,
      );
    const scored = scoreMarks(marks, rule, options, { onProgress: progressTo(io) });
    const { model } = scored;
    const sheets = marks.map(({ total, ...mark }) => ({ ...mark, score: toNumber(total) }));
    writeJson(
      {
        rule: values.rule,
        entries: scored.entries.map((e) => ({ ...e, score: Number(e.score) })),
        judges: scored.judges,
        flags: { judges: judgeFlags(model, sheets), entries: disagreements(model, sheets) },
        ...(kind === 'SEVERITY'
          ? {
              model: {
                remlCriterion: model.remlCriterion,
                intercept: model.intercept,
                standardDeviation: model.standardDeviation,
                singular: model.singular,
                components: model.components,
                categories: model.categories,
                notes: model.notes,
                order: model.order,
              },
            }
          : {}),
      },
      values.json,
      io,
    );
    return EXIT.ok;
  } catch (error) {
    return reportFailure(error, name, HELP, io);
  }
}
