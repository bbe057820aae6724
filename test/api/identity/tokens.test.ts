import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { bearer, step } from './kit.ts';

const TOKEN = 'apiToken { id name hint scopes state accountName canRevoke } secret';
const LIST = '{ apiTokens(first: 200) { nodes { id name accountId canRevoke } } }';

let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.actor('SYSTEM_ADMIN');
});
afterAll(() => app.close());

interface Made {
  readonly apiToken: { readonly id: string; readonly hint: string; readonly scopes: string[] };
  readonly secret: string;
}

const make = async (client: Client, scopes: string[], more: Record<string, unknown> = {}) =>
  step<Made>(
    client,
    'apiTokenCreate',
    { name: '数据平台', scopes, expiresAt: '2026-07-01T00:00:00Z', ...more },
    TOKEN,
  );

describe('an API token', () => {
  it('tells its secret once and does what its scopes allow, no more', async () => {
    const coordinator = await app.actor('COORDINATOR');
    const { payload } = await make(coordinator, ['team.list', 'account.list']);
    expect(payload.secret.endsWith(payload.apiToken.hint)).toBe(true);
    const system = bearer(app, payload.secret);
    expect(await system.ask('{ viewer { permissions } }')).toEqual({
      viewer: { permissions: ['account.list', 'team.list'] },
    });
    expect(await system.codeOf('{ accounts { nodes { id } } }')).toBeNull();
    expect(await system.codeOf('{ invitations { nodes { id } } }')).toBe('FORBIDDEN');
    const listed = JSON.stringify(await coordinator.ask('{ apiTokens { nodes { id name hint } } }'));
    expect(listed).not.toContain(payload.secret);
  });

  it('loses a scope when its account does', async () => {
    const coordinator = await app.actor('COORDINATOR', 'AUDITOR');
    const { payload } = await make(coordinator, ['audit.list']);
    const system = bearer(app, payload.secret);
    expect(await system.codeOf('{ auditEvents { nodes { id } } }')).toBeNull();
    const { account } = await admin.ask<{ account: { grants: { id: string; role: string }[] } }>(
      'query ($id: ID!) { account(id: $id) { grants { id role } } }',
      { id: coordinator.accountId },
    );
    const held = account.grants.find(({ role }) => role === 'AUDITOR')?.id;
    await step(admin, 'roleGrantRemove', { id: held }, 'account { id }');
    await expect.poll(() => system.codeOf('{ auditEvents { nodes { id } } }')).toBe('FORBIDDEN');
  });

  it('ends when it is revoked, and at its time', async () => {
    const coordinator = await app.actor('COORDINATOR');
    const one = (await make(coordinator, ['session.own'])).payload;
    const two = (await make(coordinator, ['session.own'])).payload;
    await bearer(app, one.secret).ask('{ viewer { id } }');
    const { payload } = await step(coordinator, 'apiTokenRevoke', { id: one.apiToken.id }, TOKEN);
    expect(payload).toMatchObject({ apiToken: { state: 'REVOKED', canRevoke: false }, secret: null });
    await expect.poll(() => bearer(app, one.secret).codeOf('{ viewer { id } }')).toBe('UNAUTHENTICATED');
    app.clock.set('2026-07-01T00:00:00Z');
    expect(await bearer(app, two.secret).codeOf('{ viewer { id } }')).toBe('UNAUTHENTICATED');
    app.clock.set('2026-06-01T01:00:00Z');
  });

  it('cannot be made with scopes that are not held, for too long, or by another token', async () => {
    const coordinator = await app.actor('COORDINATOR');
    expect((await make(coordinator, ['token.list', 'nonsense', 'team.list', 'team.list'])).codes).toEqual([
      'SCOPE_NOT_HELD scopes.0',
      'SCOPE_NOT_HELD scopes.1',
      'DUPLICATE scopes.3',
    ]);
    expect((await make(coordinator, [], { name: ' ', expiresAt: '2028-01-01T00:00:00Z' })).codes).toEqual([
      'REQUIRED name',
      'REQUIRED scopes',
      'OUT_OF_RANGE expiresAt',
    ]);
    const { payload } = await make(coordinator, ['token.own']);
    expect((await make(bearer(app, payload.secret), ['token.own'])).codes).toEqual(['RIGHT_MISSING']);
  });

  it('is limited in number', async () => {
    const coordinator = await app.actor('COORDINATOR');
    for (let n = 0; n < 20; n += 1) expect((await make(coordinator, ['team.list'])).codes).toEqual([]);
    expect((await make(coordinator, ['team.list'])).codes).toEqual(['TOO_MANY']);
  });

  it('is seen by its holder, administrators and auditors, and ended by the first two', async () => {
    const coordinator = await app.actor('COORDINATOR');
    const other = await app.actor('COORDINATOR');
    const auditor = await app.actor('AUDITOR');
    const { payload } = await make(coordinator, ['team.list']);
    const { id } = payload.apiToken;
    const sees = async (client: Client) => {
      const { apiTokens } = await client.ask<{ apiTokens: { nodes: { id: string; canRevoke: boolean }[] } }>(
        LIST,
      );
      return apiTokens.nodes.find((node) => node.id === id)?.canRevoke ?? null;
    };
    expect(await sees(other)).toBeNull();
    expect(await sees(auditor)).toBe(false);
    expect(await sees(admin)).toBe(true);
    const revoke = 'mutation ($id: ID!) { apiTokenRevoke(input: { id: $id }) { problems { code } } }';
    expect(await other.codeOf(revoke, { id })).toBe('NOT_FOUND');
    expect(await auditor.codeOf(revoke, { id })).toBe('FORBIDDEN');
    expect(await admin.codeOf(revoke, { id })).toBeNull();
  });

  it('is never found by a wrong secret', async () => {
    expect(await bearer(app, `xht_${'A'.repeat(43)}`).codeOf('{ viewer { id } }')).toBe('UNAUTHENTICATED');
    expect(await bearer(app, '').codeOf('{ permissions { name } }')).toBe('UNAUTHENTICATED');
  });

  it('answers 401 when its secret is wrong, so that no proxy takes it for a fault of the server', async () => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer xht_${'A'.repeat(43)}` },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(response.status).toBe(401);
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    expect(errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  });
});

it('every permission of the product is listed with its words, and whether the viewer holds it', async () => {
  const coordinator = await app.actor('COORDINATOR');
  const { permissions } = await coordinator.ask<{
    permissions: { name: string; zh: string; en: string; held: boolean }[];
  }>('{ permissions { name zh en held } }');
  const names = permissions.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  expect(permissions.find(({ name }) => name === 'account.manage')).toEqual({
    name: 'account.manage',
    zh: '管理账号',
    en: 'Manage accounts',
    held: true,
  });
  expect(permissions.find(({ name }) => name === 'token.list')?.held).toBe(false);
});

it('finding who asks is one statement, and none while it is remembered', async () => {
  const coordinator = await app.actor('COORDINATOR');
  const { payload } = await make(coordinator, ['session.own']);
  const system = bearer(app, payload.secret);
  const first = await app.statements(() => system.ask('{ permissions: __typename }'));
  expect(first.filter((text) => text.includes('api_token'))).toHaveLength(1);
  expect(first).toHaveLength(1);
  expect(await app.statements(() => system.ask('{ permissions: __typename }'))).toHaveLength(0);
});
