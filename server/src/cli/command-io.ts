import { COMPUTATION_STEPS } from '@xinghuo/shared/judging/domain/computation';
import { LocatedError } from '@xinghuo/shared/judging/formats/located';
import { JudgingInputError } from '@xinghuo/shared/judging/problems';
import type { EnumTable } from '@xinghuo/shared/kernel/label';

/** What an offline command may touch: nothing but these. */
export interface CommandIo {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly readFile: (path: string) => Promise<Uint8Array>;
}

/** Exit codes of the offline commands. */
export const EXIT = { ok: 0, different: 1, badInput: 2 } as const;

/** Thrown for a command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A whole file or standard input (no path, or `-`), and the name its problems are reported under. */
export async function readInput(
  path: string | undefined,
  io: CommandIo,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (path !== undefined && path !== '-') {
    try {
      return { name: path, bytes: await io.readFile(path) };
    } catch (error) {
      throw new UsageError(
        `无法读取 / ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for await (const part of io.stdin) parts.push(typeof part === 'string' ? encoder.encode(part) : part);
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { name: '标准输入 standard input', bytes };
}

/** The file of a command that reads one: given as its argument or by `--input`; undefined is standard input. */
export function inputPath(positionals: readonly string[], option: string | undefined): string | undefined {
  const given = option === undefined ? positionals : [option, ...positionals];
  if (given.length > 1) throw new UsageError(`只应给出一个文件 / one file only: ${given.join(' ')}`);
  return given[0];
}

const SHOWN = 20;

/** Writes an expected failure the way a person can act on and answers the exit code; anything else is thrown on. */
export function reportFailure(error: unknown, name: string, help: string, io: CommandIo): number {
  if (error instanceof LocatedError) {
    for (const p of error.problems.slice(0, SHOWN))
      io.stderr.write(`${name}:${p.line}:${p.column}: ${p.message}\n`);
    if (error.problems.length > SHOWN)
      io.stderr.write(
        `… 另有 ${error.problems.length - SHOWN} 处 / and ${error.problems.length - SHOWN} more problems\n`,
      );
    return EXIT.badInput;
  }
  if (error instanceof JudgingInputError) {
    for (const p of error.problems.slice(0, SHOWN)) {
      io.stderr.write(`${name}: ${p.code} at ${p.path.join('.') || 'the top'} ${JSON.stringify(p.params)}\n`);
    }
    return EXIT.badInput;
  }
  const told = error instanceof UsageError ? error.message : parseArgsRefusal(error);
  if (told !== null) {
    // The usage is the first line of a help text; the rest is one question away and would push the refusal off the screen.
    const [usage = ''] = help.split('\n', 1);
    const command = usage.split(' ').slice(0, 3).join(' ');
    io.stderr.write(`${told}\n\n${usage}\n详见 / more: ${command} --help\n`);
    return EXIT.badInput;
  }
  throw error;
}

/** Refusals of the argument parser, by its codes. The parser quotes the option or the argument first. */
const PARSE_ARGS: Readonly<Record<string, (what: string) => string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (what) => `没有选项 / There is no option ${what}`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (what) =>
    `选项后面应有值或不应有值 / A value is missing, or one too many, after the option ${what}`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (what) => `多出的参数 / Unexpected argument ${what}`,
};

/** What the argument parser refused, in both languages; null for any other error. */
function parseArgsRefusal(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const said = PARSE_ARGS[String(error.code)];
  return said ? said(/'([^']*)'/.exec(error.message)?.[1] ?? '') : null;
}

/** A whole number given on the command line. */
export function wholeOption(
  name: string,
  text: string | undefined,
  fallback: number,
  min: number,
  max: number,
): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new UsageError(
      `--${name} 应为 ${min} 至 ${max} 的整数 / --${name} must be a whole number from ${min} to ${max}, not "${text}"`,
    );
  return value;
}

/** Steps of the engines in words; the end has one of its own. */
const STEPS: EnumTable = { ...COMPUTATION_STEPS, DONE: { zh: '完成', en: 'done' } };

/** Progress on standard error, one line per new step, so that standard output stays one JSON object. */
export function progressTo(io: CommandIo): (share: number, step: string) => void {
  let last = '';
  return (share, step) => {
    if (step === last) return;
    last = step;
    const words = STEPS[step];
    io.stderr.write(
      `${String(Math.round(share * 100)).padStart(3)} % ${words ? `${words.zh} ${words.en}` : step}\n`,
    );
  };
}

/** The one JSON object of a command; `compact` for machines, indented for people. */
export function writeJson(value: unknown, compact: boolean, io: CommandIo): void {
  io.stdout.write(`${JSON.stringify(value, null, compact ? undefined : 2)}\n`);
}
