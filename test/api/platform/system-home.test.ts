import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { makeAccount, signIn } from '../identity/kit.ts';

let app: TestApp;
let administrator: Client;

beforeAll(async () => {
  app = await startTestApp();
  administrator = await app.actor('SYSTEM_ADMIN');
});
afterAll(() => app.close());

const count = async (list: string, filter: object): Promise<number> => {
  const type = `${list.charAt(0).toUpperCase()}${list.slice(1, -1)}Filter`;
  const answer = await administrator.ask<Record<string, { totalCount: number }>>(
    `query ($filter: ${type}) { ${list}(first: 1, filter: $filter) { totalCount } }`,
    { filter },
  );
  return answer[list]?.totalCount ?? -1;
};

it('counts accounts that wrong passwords have locked, while they are', async () => {
  const { email } = await makeAccount(app);
  expect(await count('accounts', { locked: { eq: true } })).toBe(0);
  for (let i = 0; i < 12; i++) await signIn(app, email, 'something-else-1');
  expect(await count('accounts', { locked: { eq: true } })).toBe(1);
  const all = await count('accounts', {});
  expect(await count('accounts', { locked: { eq: false } })).toBe(all - 1);
  app.clock.advance({ hours: 2 });
  expect(await count('accounts', { locked: { eq: true } })).toBe(0);
});

it('narrows tokens and invitations by when they expire', async () => {
  const made = await administrator.ask<{ apiTokenCreate: { problems: unknown[] } }>(
    'mutation ($input: ApiTokenCreateInput!) { apiTokenCreate(input: $input) { problems { code } } }',
    {
      input: {
        name: '大屏',
        scopes: ['account.list'],
        expiresAt: new Date(app.clock.now().getTime() + 5 * 86_400_000),
      },
    },
  );
  expect(made.apiTokenCreate.problems).toEqual([]);
  const until = (days: number): object => ({
    expiresAt: {
      gte: app.clock.now().toISOString(),
      lt: new Date(app.clock.now().getTime() + days * 86_400_000).toISOString(),
    },
  });
  expect([await count('apiTokens', until(3)), await count('apiTokens', until(14))]).toEqual([0, 1]);
  expect(await count('invitations', until(3))).toBe(0);
});

it('tells how much is stored to administrators and auditors only', async () => {
  const QUERY = '{ storageUsage { files fileBytes databaseBytes } }';
  const { storageUsage } = await administrator.ask<{ storageUsage: Record<string, number> }>(QUERY);
  expect(storageUsage).toMatchObject({ files: 0, fileBytes: 0 });
  expect(storageUsage.databaseBytes).toBeGreaterThan(1_000_000);
  const [held] = await app.app.pipelines.run<{ bytes: string }>(
    sql`select pg_database_size(current_database())::text as bytes`,
  );
  expect(Number(held?.bytes)).toBeGreaterThan(1_000_000);
  expect(await (await app.actor('AUDITOR')).codeOf(QUERY)).toBeNull();
  expect(await (await app.actor('COORDINATOR')).codeOf(QUERY)).toBe('FORBIDDEN');
  expect(await app.visitor.codeOf(QUERY)).toBe('UNAUTHENTICATED');
});
