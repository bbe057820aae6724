import '../platform/graphql/reflect.ts';
import { readFile } from 'node:fs/promises';
import { COMMANDS } from './command.ts';
import { type CommandIo, EXIT } from './command-io.ts';

const OVERVIEW = `pnpm xinghuo COMMAND [options]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

Every command has --help and --json. Exit codes: 0 done, 1 it found something wrong or failed, 2 the command line or
its input is wrong.
`;

async function main(): Promise<number> {
  const [name, ...argv] = process.argv.slice(2);
  const io: CommandIo = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    readFile: (path) => readFile(path),
  };
  if (name === undefined || name === '--help' || name === 'help') {
    io.stdout.write(OVERVIEW);
    return EXIT.ok;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    io.stderr.write(`没有命令 / There is no command "${name}".\n\n${OVERVIEW}`);
    return EXIT.badInput;
  }
  return (await command.load()).run(argv, io);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = EXIT.different;
  },
);
