import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, describeSettings, loadConfig } from './index.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'xinghuo-config-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const KEY = Buffer.alloc(32, 7).toString('base64');
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://volunteers.example.org/',
  SESSION_SECRET: 'a'.repeat(32),
  FIELD_KEY: KEY,
  HASH_KEY: Buffer.alloc(32, 9).toString('hex'),
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env, directory);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('starts with nothing set, makes secrets once, and keeps them for their owner only', () => {
    const first = loadConfig({}, directory);
    expect(first).toMatchObject({
      port: 4000,
      demo: true,
      production: false,
      publicUrl: 'http://localhost:4000',
    });
    expect(first.dataDir).toBe(join(directory, 'data'));
    expect(first.files).toEqual({ kind: 'disk', directory: join(directory, 'data', 'files') });
    expect(first.secrets.fieldKey).toHaveLength(32);
    expect(loadConfig({}, directory).secrets).toEqual(first.secrets);
    expect(statSync(join(directory, 'data', 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('prefers given secrets to made ones, and makes none when all are given', () => {
    const { NODE_ENV: _, ...secrets } = PRODUCTION;
    const config = loadConfig(secrets, directory);
    expect(config.secrets.session).toBe('a'.repeat(32));
    expect(config.secrets.hashKey).toEqual(new Uint8Array(32).fill(9));
    expect(() => readFileSync(join(directory, 'data', 'secrets.json'))).toThrow();
  });

  it('never replaces a damaged file of secrets', () => {
    loadConfig({}, directory);
    const file = join(directory, 'data', 'secrets.json');
    writeFileSync(file, '{"sessionSecret": "short"');
    expect(problemsOf({})[0]).toContain('secrets.json is damaged');
    expect(readFileSync(file, 'utf8')).toBe('{"sessionSecret": "short"');
  });

  it('accepts a complete production', () => {
    const config = loadConfig(PRODUCTION, directory);
    expect(config).toMatchObject({
      production: true,
      demo: false,
      publicUrl: 'https://volunteers.example.org',
    });
    expect(config.limits.openIntrospection).toBe(false);
  });

  it('names everything that production lacks, in one message', () => {
    const problems = problemsOf({ NODE_ENV: 'production', SESSION_SECRET: ' ' });
    const names = problems.map((problem) => problem.split(' ')[0]);
    expect(names).toEqual(['PUBLIC_URL', 'SESSION_SECRET', 'FIELD_KEY', 'HASH_KEY']);
  });

  it('refuses demonstration accounts in production', () => {
    expect(problemsOf({ ...PRODUCTION, DEMO: 'true' })).toEqual([
      expect.stringContaining('DEMO must not be true'),
    ]);
  });

  it('collects what is wrong without printing secrets', () => {
    const problems = problemsOf({
      PORT: '70000',
      PUBLIC_URL: 'volunteers.example.org',
      DATABASE_URL: 'mysql://user:hunter2@host/db',
      SESSION_SECRET: 'hunter2',
      FIELD_KEY: 'hunter2',
      FILES_DRIVER: 's3',
      LOG_LEVEL: 'loud',
      DEMO: 'perhaps',
      MAIL_FROM: 'nobody',
    });
    const names = [
      'PORT',
      'PUBLIC_URL',
      'DATABASE_URL',
      'SESSION_SECRET',
      'FIELD_KEY',
      'MAIL_FROM',
      'LOG_LEVEL',
      'DEMO',
    ];
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      ...names,
      'S3_BUCKET',
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
    ]);
    expect(problems.join('\n')).not.toContain('hunter2');
  });

  it('reads proxies as Fastify takes them', () => {
    const read = (value: string) => loadConfig({ TRUST_PROXY: value }, directory).trustProxy;
    expect([read('false'), read('true'), read('0'), read('1'), read('2'), read('10.0.0.0/8, ::1')]).toEqual([
      false,
      true,
      false,
      1,
      2,
      '10.0.0.0/8, ::1',
    ]);
    expect(problemsOf({ TRUST_PROXY: 'nginx' })).toHaveLength(1);
  });
});

describe('describeSettings', () => {
  it('explains every setting in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const table = describeSettings(language).split('\n').slice(2);
      expect(table.length).toBeGreaterThan(30);
      for (const row of table) expect(row).toMatch(/^\| `[A-Z0-9_]+` \| \S.* \| \S.* \|$/);
    }
  });
});
