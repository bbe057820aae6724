import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './toolchain.mjs';

const STAMPS = join(root, '.cache', 'build');

/**
 * Does `work` unless its outputs are there and nothing it reads has changed since it was last done. Contents are
 * compared, not times: a fresh clone has new times, an editor writes the same bytes again.
 * @param {{ name: string, inputs: string[], skip?: RegExp, outputs: string[] }} step paths from the checkout; folders
 *   stand for all they hold, except what `skip` matches
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function unlessFresh(step, work) {
  const stamp = join(STAMPS, step.name);
  const before = fingerprint(step);
  const whole = step.outputs.every((output) => existsSync(join(root, output)));
  if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === before) return false;
  // Work that fails half-way leaves outputs that no stamp may vouch for, also when the edit is taken back.
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(STAMPS, { recursive: true });
  // What was read at the start counts: an edit made during the work must be seen by the next run.
  writeFileSync(stamp, before);
  return true;
}

function fingerprint(step) {
  const hash = createHash('sha256').update(process.platform);
  for (const input of step.inputs) addPath(hash, join(root, input), step.skip);
  return hash.digest('hex');
}

function addPath(hash, path, skip) {
  const name = relative(root, path);
  if (!existsSync(path) || skip?.test(name)) return;
  if (!statSync(path).isDirectory()) {
    hash.update(`${name}\0`).update(readFileSync(path)).update('\0');
    return;
  }
  for (const entry of readdirSync(path).sort()) addPath(hash, join(path, entry), skip);
}
