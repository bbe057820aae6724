import { resolve } from 'node:path';
import { ConfigError } from './config-error.ts';
import { madeSecrets } from './made-secrets.ts';
import type { Setting, Values } from './setting.ts';
import { settings } from './settings.ts';

/** The checked configuration of one process. */
export type Config = ReturnType<typeof loadConfig>;

/**
 * Reads every setting from `env` and checks all of it before it complains, once, about everything that is wrong.
 * Outside production, secrets that are not given are made and kept in the data directory.
 * @param env the process environment; an empty text counts as absent
 * @param base directory that a relative DATA_DIR starts from
 * @throws ConfigError
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, base: string = process.cwd()) {
  const problems: string[] = [];
  const production = env[settings.environment.name] === 'production';
  const values = readAll(env, production, problems);
  const get = <T>(setting: Setting<T>, value: T | undefined): T => required(setting, value, problems);

  const demo = values.demo ?? !production;
  if (production && demo)
    problems.push('DEMO must not be true in production: it would create accounts that anybody knows.');
  if (values.filesDriver === 's3') {
    for (const setting of [settings.s3Bucket, settings.s3AccessKeyId, settings.s3SecretAccessKey]) {
      if (blank(env[setting.name]))
        problems.push(`${setting.name} is missing: FILES_DRIVER=s3 needs it. ${setting.meaning.en}`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);

  const dataDir = resolve(base, get(settings.dataDir, values.dataDir));
  const port = get(settings.port, values.port);
  const made = production ? undefined : madeSecrets(dataDir, values);
  return {
    environment: get(settings.environment, values.environment),
    production,
    port,
    host: get(settings.host, values.host),
    /** Without a slash at its end. Absent settings mean this machine and the port; see `PORT=0`. */
    publicUrl: values.publicUrl ?? `http://localhost:${port}`,
    /** Absolute. */
    dataDir,
    database: {
      url: values.databaseUrl,
      poolSize: get(settings.databasePool, values.databasePool),
      /** Milliseconds. */
      statementTimeout: get(settings.statementTimeout, values.statementTimeout),
      /** Milliseconds. */
      transactionLimit: get(settings.transactionLimit, values.transactionLimit),
    },
    secrets: {
      session: get(settings.sessionSecret, values.sessionSecret ?? made?.sessionSecret),
      /** 32 bytes. */
      fieldKey: get(settings.fieldKey, values.fieldKey ?? made?.fieldKey),
      /** 32 bytes. */
      hashKey: get(settings.hashKey, values.hashKey ?? made?.hashKey),
    },
    files: filesOf(values, dataDir),
    mail: {
      smtpUrl: values.smtpUrl,
      from: get(settings.mailFrom, values.mailFrom),
      outbox: resolve(dataDir, 'outbox'),
    },
    logLevel: get(settings.logLevel, values.logLevel),
    trustProxy: get(settings.trustProxy, values.trustProxy),
    demo,
    /** Seconds that a sign-in lasts. */
    sessionSeconds: get(settings.sessionHours, values.sessionHours) * 3_600,
    limits: {
      bodyBytes: get(settings.maxRequestBytes, values.maxRequestBytes),
      fileBytes: get(settings.maxFileBytes, values.maxFileBytes),
      exportRows: get(settings.maxExportRows, values.maxExportRows),
      maxCost: get(settings.maxCost, values.maxCost),
      maxDepth: get(settings.maxDepth, values.maxDepth),
      maxAliases: get(settings.maxAliases, values.maxAliases),
      maxDirectives: get(settings.maxDirectives, values.maxDirectives),
      maxTokens: get(settings.maxTokens, values.maxTokens),
      openIntrospection: values.openIntrospection ?? !production,
      pointsPerMinute: {
        signedIn: get(settings.pointsSignedIn, values.pointsSignedIn),
        visitor: get(settings.pointsVisitor, values.pointsVisitor),
      },
    },
  };
}

type SettingValues = Values<typeof settings>;

function readAll(
  env: Readonly<Record<string, string | undefined>>,
  production: boolean,
  problems: string[],
): SettingValues {
  const values: Record<string, unknown> = {};
  for (const [field, setting] of Object.entries<Setting<unknown>>(settings)) {
    const given = env[setting.name];
    const raw = blank(given) ? setting.fallback : given?.trim();
    if (blank(given) && production && setting.demandedInProduction) {
      problems.push(`${setting.name} is missing: production needs it. ${setting.meaning.en}`);
    }
    if (raw === undefined) continue;
    const parsed = setting.parse(raw);
    if (parsed.ok) values[field] = parsed.value;
    else problems.push(`${setting.name} ${shown(setting, raw)}must ${parsed.must}.`);
  }
  return values as SettingValues;
}

/** A value that has a default, or whose absence has been complained about before this is asked. */
function required<T>(setting: Setting<T>, value: T | undefined, problems: readonly string[]): T {
  if (value === undefined)
    throw new ConfigError([...problems, `${setting.name} is missing. ${setting.meaning.en}`]);
  return value;
}

function filesOf(values: SettingValues, dataDir: string) {
  if (values.filesDriver !== 's3') return { kind: 'disk' as const, directory: resolve(dataDir, 'files') };
  return {
    kind: 's3' as const,
    /** For uploads that are not complete yet. */
    temporaryDirectory: resolve(dataDir, 'incoming'),
    bucket: required(settings.s3Bucket, values.s3Bucket, []),
    region: required(settings.s3Region, values.s3Region, []),
    ...(values.s3Endpoint === undefined ? {} : { endpoint: values.s3Endpoint }),
    forcePathStyle: required(settings.s3PathStyle, values.s3PathStyle, []),
    accessKeyId: required(settings.s3AccessKeyId, values.s3AccessKeyId, []),
    secretAccessKey: required(settings.s3SecretAccessKey, values.s3SecretAccessKey, []),
  };
}

function shown(setting: Setting<unknown>, raw: string): string {
  return setting.secret ? '' : `(${raw}) `;
}

function blank(value: string | undefined): boolean {
  return value === undefined || value.trim() === '';
}
