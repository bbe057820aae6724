import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { methodWith } from '../fairness/page.ts';
import { pictureOf } from '../fairness/picture.ts';
import type { Report } from '../fairness/report.ts';
import { SCENARIOS } from '../fairness/scenarios.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const output = mkdtempSync(join(tmpdir(), 'xinghuo-fairness-'));
afterAll(() => rmSync(output, { recursive: true, force: true }));

function bench(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts', 'bench-fairness.mjs'), '--output', output, ...argv],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const stored: Report = JSON.parse(readFileSync(join(ROOT, 'test', 'fairness', 'results.json'), 'utf8'));
const read = (...path: string[]): string => readFileSync(join(ROOT, 'docs', ...path), 'utf8');

describe('pnpm bench:fairness', () => {
  it('prints one report of every kind of competition, the same for the same number of them', () => {
    const first = bench('--competitions', '2', '--json');
    expect(first.status).toBe(0);
    const report: Report = JSON.parse(first.stdout);
    expect(report.scenarios.map((s) => s.scenario)).toEqual(SCENARIOS.map((s) => s.id));
    for (const { rules, coverage, flagged } of report.scenarios) {
      expect(rules).toHaveLength(6);
      for (const { mean } of [...rules.map((r) => r.category), coverage.category, flagged]) {
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(1);
      }
    }
    expect(readFileSync(join(output, 'report.json'), 'utf8')).toBe(first.stdout);
    expect(readFileSync(join(output, 'picture.svg'), 'utf8')).toContain('</svg>');
    expect(bench('--competitions', '2', '--json').stdout).toBe(first.stdout);
  });

  it('answers 2 to what it does not understand and computes nothing', () => {
    rmSync(join(output, 'report.json'), { force: true });
    const wrong = bench('--competitions', 'many');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('pnpm bench:fairness');
    expect(existsSync(join(output, 'report.json'))).toBe(false);
  });
});

describe('what the pages show of it', () => {
  it('is what the stored full run found: the tables and the picture', () => {
    const page = read('judging-method.md');
    expect(methodWith(page, stored)).toBe(page);
    expect(read('pictures', 'fairness.svg')).toBe(pictureOf(stored));
  });
});
