import { parseArgs } from 'node:util';
import { type Instance, startInstance } from '../app/start-instance.ts';
import { ConfigError, loadConfig } from '../config/index.ts';
import {
  DataDirectoryInUseError,
  DataDirectoryUnusableError,
  SchemaMismatchError,
} from '../platform/database/index.ts';
import { createLogger } from '../platform/log.ts';
import { type CommandIo, EXIT, reportFailure, UsageError, writeJson } from './command-io.ts';

/** The options of a command: texts and switches. */
type Options = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly default?: string | boolean }>
>;
/** What was given for them. */
type Values<O extends Options> = {
  readonly [K in keyof O]?: O[K]['type'] extends 'boolean' ? boolean : string;
};

const COMMON = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What a command that needs the database answers: its exit code and what it prints. */
export interface Answer {
  readonly code: number;
  /** The object `--json` prints. */
  readonly json: object;
  /** What a person reads instead. */
  readonly text: string;
}

/** What a command works with. */
export interface CommandRun<O extends Options> {
  readonly instance: Instance;
  readonly values: Values<O>;
  readonly positionals: readonly string[];
  readonly io: CommandIo;
  /** A line of progress, on standard error. */
  readonly say: (line: string) => void;
}

/** Faults a person can mend: said in one message. */
const TELLABLE = [ConfigError, DataDirectoryInUseError, DataDirectoryUnusableError, SchemaMismatchError];

/**
 * Makes a command that opens the product on the configured database, holding its lock: a running server on the same
 * embedded data refuses it. Jobs are not worked on meanwhile.
 */
export function databaseCommand<const O extends Options>(
  help: string,
  options: O,
  body: (run: CommandRun<O>) => Promise<Answer>,
): (argv: string[], io: CommandIo) => Promise<number> {
  return async (argv, io) => {
    try {
      const all: Options = { ...options, ...COMMON };
      const { values, positionals } = parseArgs({ args: argv, options: all, allowPositionals: true });
      if (values.help) {
        io.stdout.write(help);
        return EXIT.ok;
      }
      const config = loadConfig(process.env);
      const instance = await startInstance(config, createLogger('warn'), 'manual');
      try {
        const say = (line: string): void => void io.stderr.write(`${line}\n`);
        const answer = await body({ instance, values: values as Values<O>, positionals, io, say });
        if (values.json) writeJson(answer.json, true, io);
        else io.stdout.write(`${answer.text}\n`);
        return answer.code;
      } finally {
        await instance.close();
      }
    } catch (error) {
      if (TELLABLE.some((kind) => error instanceof kind)) {
        io.stderr.write(`${(error as Error).message}\n`);
        return EXIT.different;
      }
      return reportFailure(error, '命令行 command line', help, io);
    }
  };
}

/** The one positional argument a command needs. */
export function onlyArgument(positionals: readonly string[], name: string): string {
  const [first] = positionals;
  if (first === undefined || positionals.length > 1)
    throw new UsageError(`应给出一个 ${name} / ${name} must be given, once`);
  return first;
}
