import { run as verify } from '../../../server/src/cli/verify.command.ts';

async function* nothing(): AsyncGenerator<string> {}

/** What `xinghuo verify` says of a file, with its exit code. */
export async function checkBundle(
  text: string,
): Promise<{ code: number; said: { digest: string; differences: { path: string }[] } }> {
  let out = '';
  let err = '';
  const code = await verify(['bundle.json', '--json'], {
    stdin: nothing(),
    stdout: { write: (chunk) => (out += chunk) },
    stderr: { write: (chunk) => (err += chunk) },
    readFile: async () => new TextEncoder().encode(text),
  });
  if (out === '') throw new Error(err);
  return { code, said: JSON.parse(out) };
}
