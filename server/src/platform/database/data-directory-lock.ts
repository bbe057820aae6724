import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataDirectoryInUseError } from './errors.ts';

const SQLITE_BUSY = 5;

/** The lock on a data directory; it ends with `release` or with the process, however that ends. */
export interface DataDirectoryLock {
  release(): void;
}

/**
 * Takes the data directory for this process, or throws `DataDirectoryInUseError`.
 *
 * PGlite does not notice a second process on its files, and two of them corrupt the database for ever. An exclusive
 * transaction on a SQLite file beside it is an operating-system lock: it needs no clean-up after kill -9, unlike a
 * file that merely exists, and it also refuses a second opening inside this process.
 */
export function lockDataDirectory(dataDir: string): DataDirectoryLock {
  mkdirSync(dataDir, { recursive: true });
  const note = join(dataDir, 'database.holder');
  const file = new DatabaseSync(join(dataDir, 'database.lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (isBusy(error)) throw new DataDirectoryInUseError(dataDir, readHolder(note));
    throw error;
  }
  writeFileSync(note, `${process.pid}\n`);
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      rmSync(note, { force: true });
      file.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'errcode') === SQLITE_BUSY;
}

/** The note only serves the message: it may be missing or stale, the lock itself never is. */
function readHolder(note: string): number | undefined {
  try {
    const holder = Number.parseInt(readFileSync(note, 'utf8'), 10);
    return Number.isSafeInteger(holder) && holder > 0 ? holder : undefined;
  } catch {
    return undefined;
  }
}
