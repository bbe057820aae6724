import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../server/src/cli/command.ts';
import { startPostgres } from '../harness/postgres-server.ts';
import { CommandLine } from './command-line.ts';

/** The built command line as child processes. The steps of each `describe` follow one another. */

// Each step starts several processes, which a busy machine makes wait for one another.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const line = new CommandLine();
const HEADINGS = '单位名称,英文名称,主体类别,单位性质,机制角色,所在区域,职责,联络员';
const GOOD = `${HEADINGS}\n马鞍山市园林绿化中心,Parks Centre,党政机关,其他事业单位,成员单位,雨山区,养护雨山湖绿地,陶然\n`;

beforeAll(() => line.build());
afterAll(() => line.remove());

const EMPTY = { auditUnsealed: 0, findings: [] };

describe('the command line', () => {
  it('explains itself and every command, without touching any data', async () => {
    const overview = await line.run('none', ['--help']);
    expect(overview.code).toBe(0);
    for (const { name } of COMMANDS) expect(overview.stdout).toContain(`  ${name} `);
    const helps = await Promise.all(COMMANDS.map(({ name }) => line.run('none', [name, '--help'])));
    for (const [i, help] of helps.entries()) {
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toMatch(new RegExp(`^pnpm xinghuo ${COMMANDS[i]?.name}\\b`));
      // Chinese first, then English: one text, whatever the machine's language.
      expect(help.stdout).toMatch(/\n\n[^\n]*\p{Script=Han}[\s\S]*\n\n[A-Z][a-z]/u);
    }
    expect(existsSync(line.path('none'))).toBe(false);
  });

  it('answers 2 to a line it does not understand and 1 to a configuration that cannot work', async () => {
    const ends = await Promise.all([
      line.run('none', ['conquer']),
      line.run('none', ['check', '--fast']),
      line.run('none', ['check'], { PORT: 'high' }),
    ]);
    expect(ends.map(({ code, stdout }) => [code, stdout])).toEqual([
      [2, ''],
      [2, ''],
      [1, ''],
    ]);
    expect(ends[0]?.stderr).toContain('"conquer"');
    expect(ends[1]?.stderr).toContain('pnpm xinghuo check');
    expect(ends[2]?.stderr).toContain('PORT');
    expect(existsSync(line.path('none'))).toBe(false);
  });
});

describe('an installation run from the command line', () => {
  it('is migrated and given its reference data, again without a change', async () => {
    const { code, object } = await line.json<{ migrations: string[] }>('one', ['migrate']);
    expect(code).toBe(0);
    expect(object.migrations[0]).toMatch(/^001/);
    expect(await line.json('one', ['seed'])).toEqual({ code: 0, object: { loaded: ['reference'] } });
  });

  it('gets accounts: made, not made twice, reset', async () => {
    const who = ['--email', 'Guanli@Example.cn', '--name', '林若溪', '--role', 'SYSTEM_ADMIN'];
    const made = await line.json<{ email: string; password: string }>('one', ['account', 'create', ...who]);
    expect(made).toMatchObject({ code: 0, object: { email: 'guanli@example.cn' } });
    expect(await line.json('one', ['account', 'create', ...who])).toMatchObject({
      code: 1,
      object: { problems: [{ code: 'EMAIL_TAKEN' }] },
    });
    const reset = await line.json<{ password: string }>('one', ['account', 'reset', ...who.slice(0, 2)]);
    expect(reset.code).toBe(0);
    expect(reset.object.password).not.toBe(made.object.password);
  });

  it('imports a sheet: looked at, refused whole with each problem, written', async () => {
    writeFileSync(line.path('good.csv'), GOOD);
    writeFileSync(line.path('bad.csv'), `${GOOD}坏单位,,党政机构,党政机关,成员单位,花山区,,\n`);
    expect(await line.json('one', ['import', 'units', 'good.csv', '--dry-run'])).toEqual({
      code: 0,
      object: { rows: 1, problemCount: 0 },
    });
    expect(await line.json('one', ['import', 'units', 'bad.csv'])).toMatchObject({
      code: 1,
      object: {
        problemCount: 1,
        problems: [{ row: 3, column: 'party', code: 'CELL_NOT_IN_LIST', params: { nearest: '党政机关' } }],
      },
    });
    const missing = await line.run('one', ['import', 'units', 'nowhere.csv']);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('nowhere.csv cannot be read');
    expect(await line.json('one', ['import', 'units', 'good.csv'])).toMatchObject({
      code: 0,
      object: { rows: 1 },
    });
  });

  it('exports what was imported and nothing of what was refused', async () => {
    expect(await line.json('one', ['export', 'units', '--out', 'units.xlsx'])).toEqual({
      code: 0,
      object: { out: 'units.xlsx', rows: 1 },
    });
    expect(readFileSync(line.path('units.xlsx')).subarray(0, 2).toString()).toBe('PK');
    expect(existsSync(line.path('units.xlsx.part'))).toBe(false);
  });

  it('is found in order, results recomputed', async () => {
    expect(await line.json('one', ['check'])).toMatchObject({ code: 0, object: EMPTY });
    expect(await line.json('one', ['recompute'])).toEqual({ code: 0, object: { findings: [] } });
  });
});

describe('a backup', () => {
  let rows = 0;

  it('restores into an empty database, and into no other', async () => {
    const { code, object } = await line.json<{ rows: number }>('one', ['backup', '--out', 'all.zip']);
    expect(code).toBe(0);
    rows = object.rows;
    expect(rows).toBeGreaterThan(600);
    const [restored, refused] = await Promise.all([
      line.json('two', ['restore', 'all.zip']),
      line.run('one', ['restore', 'all.zip']),
    ]);
    expect(restored).toMatchObject({ code: 0, object: { rows } });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('not empty');
    expect(await line.json('two', ['check'])).toMatchObject({ code: 0, object: EMPTY });
  });

  it('that is none is refused in a sentence', async () => {
    writeFileSync(line.path('none.zip'), 'not a zip');
    const refused = await line.run('two', ['restore', 'none.zip']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('none.zip cannot be read');
  });

  it('restores into PostgreSQL', async () => {
    const server = await startPostgres();
    const DATABASE_URL = server.url('postgres');
    try {
      expect(await line.json('four', ['restore', 'all.zip'], { DATABASE_URL })).toMatchObject({
        code: 0,
        object: { rows },
      });
      expect(await line.json('four', ['check'], { DATABASE_URL })).toMatchObject({ code: 0, object: EMPTY });
    } finally {
      await server.stop();
    }
  });
});
