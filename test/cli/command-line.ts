import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');

/** What a command left behind when it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder for the data directories of one test file, and the keys they share. */
export class CommandLine {
  readonly directory = mkdtempSync(join(tmpdir(), 'xinghuo-cli-'));
  readonly #keys = { FIELD_KEY: randomBytes(32).toString('hex'), HASH_KEY: randomBytes(32).toString('hex') };

  /** Compiles the server where it is not fresh, as `pnpm xinghuo` does. */
  async build(): Promise<void> {
    const script: { buildServer(): Promise<void> } = await import(
      pathToFileURL(join(ROOT, 'scripts', 'build.mjs')).href
    );
    await script.buildServer();
  }

  /** A path inside the folder. */
  path(name: string): string {
    return join(this.directory, name);
  }

  /** The environment of a process that works on a data directory of this folder. */
  environment(dataDir: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
    const { PATH } = process.env;
    // Dozens of processes load the same code: what one has compiled the others need not.
    const compiled = { NODE_COMPILE_CACHE: join(ROOT, '.cache', 'compiled') };
    const quiet = { DEMO: 'false', LOG_LEVEL: 'warn' };
    return { PATH, DATA_DIR: this.path(dataDir), ...compiled, ...quiet, ...this.#keys, ...more };
  }

  /** Runs one command to its end. */
  run(
    dataDir: string,
    input: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    const script = join(ROOT, 'server', 'dist', 'cli', 'main.js');
    const child = spawn(process.execPath, [script, ...input], {
      cwd: this.directory,
      env: this.environment(dataDir, more),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    });
  }

  /** Runs one command with `--json`; its standard output must be one JSON object on one line. */
  async json<T = Record<string, unknown>>(
    dataDir: string,
    input: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly code: number | null; readonly object: T }> {
    const { code, stdout, stderr } = await this.run(dataDir, [...input, '--json'], more);
    if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`${input.join(' ')}: ${code}\n${stdout}\n${stderr}`);
    return { code, object: JSON.parse(stdout) as T };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
