import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataDirectoryInUseError, openDatabase } from '../../server/src/platform/database/index.ts';

// Each starts several processes, which a busy machine makes wait for one another.
vi.setConfig({ testTimeout: 240_000 });

const WRITER = join(import.meta.dirname, 'children', 'writer.ts');

let directory: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'xinghuo-kill-'));
});

afterEach(async () => {
  await kill();
  rmSync(directory, { recursive: true, force: true });
});

async function kill(): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Starts the writer and resolves with its acknowledgements so far once there are `wanted` of them. */
async function write(wanted: number): Promise<number[]> {
  const writer = spawn(process.execPath, [WRITER, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  child = writer;
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line !== 'open') acknowledged.push(Number(line));
    if (line === 'open' ? wanted === 0 : acknowledged.length >= wanted) return acknowledged;
  }
  throw new Error(`The writer ended early, exit code ${writer.exitCode}.`);
}

async function countOfHalves(): Promise<Map<number, number>> {
  const database = await openDatabase({ dataDir: directory, entities: [] });
  try {
    const em = database.orm.em.fork();
    const rows = await em.execute<{ number: number; halves: number }[]>(
      'select number, count(*)::int as halves from pair group by number',
    );
    return new Map(rows.map((row) => [row.number, row.halves]));
  } finally {
    await database.close();
  }
}

describe('kill -9 of a process with the embedded database', () => {
  it('loses nothing acknowledged and leaves nothing half-written, again and again', async () => {
    const acknowledged: number[] = [];
    for (const wanted of [40, 1, 25]) {
      acknowledged.push(...(await write(wanted)));
      await kill();
      const halves = await countOfHalves();
      for (const number of acknowledged) expect(halves.get(number)).toBe(2);
      expect(new Set(halves.values())).toEqual(new Set([2]));
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(66);
  });

  it('keeps a second process out while the first lives, and lets it in after kill -9', async () => {
    await write(0);
    const refused: unknown = await openDatabase({ dataDir: directory, entities: [] }).catch((error) => error);
    expect(refused).toBeInstanceOf(DataDirectoryInUseError);
    expect(refused).toMatchObject({ directory, holder: child?.pid });
    expect(String(refused)).toContain(`${directory} is in use`);
    await kill();
    const database = await openDatabase({ dataDir: directory, entities: [] });
    await expect(openDatabase({ dataDir: directory, entities: [] })).rejects.toBeInstanceOf(
      DataDirectoryInUseError,
    );
    await database.close();
  });

  it('starts afresh after being killed while it made the database', async () => {
    const writer = spawn(process.execPath, [WRITER, directory], { stdio: 'ignore' });
    child = writer;
    // Killed once files of the new database are there, which is before it is whole.
    while (!existsSync(join(directory, 'database.new', 'global'))) {
      if (existsSync(join(directory, 'database')) || writer.exitCode !== null)
        throw new Error('The database was whole before anybody saw it being made.');
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await kill();
    expect(existsSync(join(directory, 'database'))).toBe(false);
    const database = await openDatabase({ dataDir: directory, entities: [] });
    await database.ping();
    await database.close();
  });
});
