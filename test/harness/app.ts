import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Grant, Role } from '@xinghuo/shared/kernel/role';

import { type App, type AppOptions, createApp } from '../../server/src/app/create-app.ts';
import { ENTITIES } from '../../server/src/app/domains.ts';
import { Account, newSecret, RoleGrant, Session } from '../../server/src/domains/identity/index.ts';
import { FieldCipher } from '../../server/src/platform/crypto/field-cipher.ts';
import { type Database, inTransaction, openDatabase } from '../../server/src/platform/database/index.ts';
import { type FileStore, openFileStore } from '../../server/src/platform/files/index.ts';
import { createLogger } from '../../server/src/platform/log.ts';
import { openMailer } from '../../server/src/platform/mail/index.ts';
import { Client } from './client.ts';
import { TestClock } from './clock.ts';
import { createScratchDatabase } from './database.ts';

/** The real product on a scratch database, behind a real port, with a clock that stands still. */
export interface TestApp {
  readonly url: string;
  readonly clock: TestClock;
  readonly database: Database;
  readonly app: App;
  readonly files: FileStore;
  /** Where mail and files of this instance go. */
  readonly directory: string;
  readonly visitor: Client;
  /** A new account with these roles, signed in. A bare role is held for the whole city. */
  actor(...grants: readonly (Role | Grant)[]): Promise<Client>;
  /** The statements sent while `body` ran, values left out, and what is sent a moment after any commit. */
  statements(body: () => Promise<unknown>): Promise<readonly string[]>;
  /** A further instance on the same database, which must be PostgreSQL. Close it before this one. */
  another(): Promise<Pick<TestApp, 'url' | 'close'>>;
  close(): Promise<void>;
}

/** What is sent a moment after any commit: the audit chain's lock and all that names its table, and what other instances are told. */
const BACKGROUND = /^select pg_advisory_xact_lock\(\?\)$|\baudit_seal\b|\bpg_notify\b/;

/** Starts the product for one test file; what is not limited otherwise has the usual limits, and rates none. */
export async function startTestApp(
  start = '2026-06-01T01:00:00.000Z',
  limits: Partial<AppOptions['limits']> = {},
): Promise<TestApp> {
  const clock = new TestClock(start);
  const scratch = await createScratchDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'xinghuo-test-'));
  const cipher = new FieldCipher(randomBytes(32), randomBytes(32));
  let statements: string[] = [];
  const open = async () => {
    const database = await openDatabase({
      ...scratch.options,
      entities: ENTITIES,
      onStatement: (event) => statements.push(event.text()),
    });
    const files = await openFileStore({ kind: 'disk', directory: join(directory, 'files') });
    const mailer = await openMailer({
      kind: 'outbox',
      directory: join(directory, 'outbox'),
      from: '星火 <xinghuo@localhost>',
    });
    const app = await createApp({
      database,
      databaseUrl: scratch.options.url,
      files,
      mailer,
      cipher,
      publicUrl: 'http://xinghuo.test',
      jobs: 'manual',
      log: createLogger(process.env.TEST_LOG ?? 'silent'),
      clock: clock.now,
      limits: {
        maxCost: 100_000,
        maxDepth: 12,
        maxAliases: 15,
        maxDirectives: 5,
        maxTokens: 2_000,
        openIntrospection: true,
        bodyBytes: 1_000_000,
        exportRows: 700,
        pointsPerMinute: { signedIn: 10_000_000, visitor: 10_000_000 },
        ...limits,
      },
      secureCookies: false,
      trustProxy: false,
      sessionSeconds: 86_400,
    });
    const url = await app.fastify.listen({ port: 0, host: '127.0.0.1' });
    const close = async (): Promise<void> => {
      await app.close();
      await mailer.close();
      files.close();
      await database.close();
    };
    return { url, database, app, files, close };
  };
  const { close, ...first } = await open();
  return {
    ...first,
    clock,
    directory,
    visitor: new Client(first.url, {}, null),
    async statements(body) {
      statements = [];
      await body();
      return statements.filter((text) => !BACKGROUND.test(text));
    },
    actor: (...grants) => signIn(first.database, clock, first.url, grants),
    async another() {
      if (scratch.options.url === undefined)
        throw new Error(
          'the embedded database is one process’s alone: only PostgreSQL has several instances',
        );
      return open();
    },
    async close() {
      await close();
      await scratch.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const NAMES: Partial<Record<Role, string>> = {
  COORDINATOR: '沈协调',
  JUDGE: '评委',
  TEAM_LEADER: '队长',
  AUDITOR: '监督',
  SYSTEM_ADMIN: '管理员',
};

/** Makes an account and its session in the database: signing in itself has its own tests. */
export async function signIn(
  database: Database,
  clock: Pick<TestClock, 'now'>,
  url: string,
  grants: readonly (Role | Grant)[],
): Promise<Client> {
  const { secret, hash } = newSecret('xhs');
  const all = grants.map((grant) =>
    typeof grant === 'string' ? ({ role: grant, scope: 'CITY', scopeId: null } satisfies Grant) : grant,
  );
  const accountId = await inTransaction(database, async ({ em }) => {
    const name = NAMES[all[0]?.role ?? 'VOLUNTEER'] ?? '志愿者';
    const account = em.create(Account, { email: `${randomUUID()}@example.cn`, name });
    for (const grant of all) em.create(RoleGrant, { account, ...grant });
    const at = clock.now();
    em.create(Session, {
      account,
      tokenHash: hash,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + 3650 * 86_400_000),
      ip: '127.0.0.1',
      userAgent: 'test',
    });
    await em.flush();
    return account.id;
  });
  return new Client(url, { cookie: `xinghuo_session=${secret}` }, accountId);
}
