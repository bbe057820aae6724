import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printedContract } from '../../server/src/app/contract.ts';
import { CommandLine } from './command-line.ts';

/** `node scripts/contract.mjs --check` over files of its own: what CI runs. */

const ROOT = join(import.meta.dirname, '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'xinghuo-contract-'));
const line = new CommandLine();
let present: string;

interface Declared {
  readonly change: string;
  readonly why: string;
  readonly version: string;
}

beforeAll(async () => {
  await line.build();
  present = await printedContract();
  mkdirSync(join(directory, 'contract', 'released'), { recursive: true });
});
afterAll(() => {
  line.remove();
  rmSync(directory, { recursive: true });
});

/** What the check says when the last release had this contract. */
function check(
  released: string,
  changes: readonly Declared[] = [],
  committed = present,
): { readonly code: number | null; readonly said: string } {
  writeFileSync(join(directory, 'schema.graphql'), committed);
  writeFileSync(join(directory, 'contract', 'released', 'schema.graphql'), released);
  writeFileSync(
    join(directory, 'contract', 'breaking-changes.json'),
    JSON.stringify({ since: '0.1.0', changes }),
  );
  const script = join(ROOT, 'scripts', 'contract.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--check', '--directory', directory],
    { encoding: 'utf8' },
  );
  return { code: status, said: stdout + stderr };
}

/** The contract of a release that still had one more field: removing it since then breaks callers. */
const withFormer = (): string => present.replace('type Team {', 'type Team {\n  motto: String\n');
const REMOVED = 'Team.motto was removed.';
const WHY = 'nobody ever filled it in, and it was never shown';

describe('the check of the contract', () => {
  it('fails when the committed contract is not what the code says', () => {
    const { code, said } = check(present, [], withFormer());
    expect(code).toBe(1);
    expect(said).toContain('server/schema.graphql is not what the code says');
  });

  it('fails when a change breaks callers and nobody declared it', () => {
    const { code, said } = check(withFormer());
    expect(code).toBe(1);
    expect(said).toContain(`breaking and not declared: ${REMOVED}`);
  });

  it('passes a breaking change that is declared with what, why and version', () => {
    expect(check(withFormer(), [{ change: REMOVED, why: WHY, version: '0.2.0' }]).code).toBe(0);
  });

  it('fails a declaration that is stale, as a contract without changes shows', () => {
    expect(check(present).code).toBe(0);
    const { code, said } = check(present, [{ change: REMOVED, why: WHY, version: '0.2.0' }]);
    expect(code).toBe(1);
    expect(said).toContain(`declared, but nothing of the kind changed: ${REMOVED}`);
  });
});
