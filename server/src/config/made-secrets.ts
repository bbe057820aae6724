import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.ts';
import { key, type Parsed, secretText } from './setting.ts';

/** Secrets that a development machine makes for itself. */
export interface MadeSecrets {
  sessionSecret: string;
  fieldKey: Uint8Array;
  hashKey: Uint8Array;
}

type Given = { [K in keyof MadeSecrets]: MadeSecrets[K] | undefined };

/**
 * Reads the secrets of a data directory, or makes them on its first use, in a file that only its owner may read.
 * Returns undefined, and touches nothing, when all of them are `given`.
 */
export function madeSecrets(dataDir: string, given: Given): MadeSecrets | undefined {
  const complete =
    given.sessionSecret !== undefined && given.fieldKey !== undefined && given.hashKey !== undefined;
  if (complete) return undefined;
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) write(file, dataDir);
  const content = parse(file);
  return {
    sessionSecret: take(file, content, 'sessionSecret', secretText),
    fieldKey: take(file, content, 'fieldKey', key),
    hashKey: take(file, content, 'hashKey', key),
  };
}

function write(file: string, dataDir: string): void {
  const random = (): string => randomBytes(32).toString('base64');
  const content = { sessionSecret: random(), fieldKey: random(), hashKey: random() };
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

function parse(file: string): object {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof content === 'object' && content !== null) return content;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw damaged(file);
}

function take<T>(file: string, content: object, field: string, read: (text: string) => Parsed<T>): T {
  const value: unknown = Reflect.get(content, field);
  const parsed = typeof value === 'string' ? read(value) : undefined;
  if (parsed?.ok !== true) throw damaged(file);
  return parsed.value;
}

/** Making new ones silently would make encrypted data unreadable for ever. */
function damaged(file: string): ConfigError {
  return new ConfigError([
    `${file} is damaged. Restore it from a backup; without it, encrypted fields cannot be read.`,
  ]);
}
