import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A process of ours whose data lies on a disk of its own that is really small. */
export interface SmallDisk {
  readonly child: ChildProcess;
  /** Takes all the room that is left, to the last byte. */
  fill(): void;
  /** Gives the room back. */
  free(): void;
  /** The names of all files below a folder of the disk. */
  filesIn(path: string): readonly string[];
}

/** A small file system can be mounted in a name space of one's own: as root, and as anybody where the system allows it. */
export function mayMount(): boolean {
  const { status } = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt'], {
    stdio: 'ignore',
  });
  return status === 0;
}

/**
 * Starts a program with a copy of `data` on a new file system of so many megabytes, mounted over `data` in a name space
 * that only the program sees. It goes away with the program.
 */
export function startOnSmallDisk(
  data: string,
  megabytes: number,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): SmallDisk {
  const script = `cp -a "$1" "$1.whole" && mount -t tmpfs -o size=${megabytes}m tmpfs "$1" && cp -a "$1.whole/." "$1/" && rm -rf "$1.whole" && shift && exec "$@"`;
  const child = spawn('unshare', ['-rm', 'sh', '-c', script, 'sh', data, ...command], {
    env,
    stdio: 'ignore',
  });
  const inside = (path: string): string => join('/proc', String(child.pid), 'root', data, path);
  const filler = (): string => inside('filler');
  return {
    child,
    fill() {
      const file = openSync(filler(), 'a');
      try {
        for (const size of [1 << 20, 4096, 1]) takeAll(file, Buffer.alloc(size));
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler(), { force: true }),
    filesIn: (path) =>
      readdirSync(inside(path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
  };
}

/**
 * Starts a program that can make no file larger than so many megabytes: what is left where nothing can be mounted, for
 * root and for anybody else.
 */
export function startWithSmallFiles(
  megabytes: number,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  const blocks = megabytes * 2048;
  return spawn('sh', ['-c', `ulimit -f ${blocks} && exec "$@"`, 'sh', ...command], { env, stdio: 'ignore' });
}

/** Writes a block until the disk takes no more of its size. */
function takeAll(file: number, block: Buffer): void {
  for (;;) {
    try {
      if (writeSync(file, block) < block.length) return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
      throw error;
    }
  }
}
