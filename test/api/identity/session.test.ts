import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account } from '../../../server/src/domains/identity/index.ts';
import { hashPassword } from '../../../server/src/domains/identity/password.ts';
import { inTransaction } from '../../../server/src/platform/database/index.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { Client } from '../../harness/client.ts';

const PASSWORD = '采石矶上看长江-2026';
const SIGN_IN = /* GraphQL */ `mutation ($input: SessionCreateInput!) {
  sessionCreate(input: $input) { viewer { id name mustChangePassword } problems { code path params } }
}`;
const VIEWER = '{ viewer { name email permissions } }';

let app: TestApp;

/** Signs in over HTTP; the returned client carries the cookie that was set. */
async function signIn(
  email: string,
  password: string,
): Promise<{ code: string | null; client: Client | null }> {
  const response = await app.visitor.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: SIGN_IN, variables: { input: { email, password } } }),
  });
  const { data } = (await response.json()) as {
    data: { sessionCreate: { viewer: { id: string } | null; problems: { code: string }[] } };
  };
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  return {
    code: data.sessionCreate.problems[0]?.code ?? null,
    client:
      cookie && data.sessionCreate.viewer
        ? new Client(app.url, { cookie }, data.sessionCreate.viewer.id)
        : null,
  };
}

async function makeAccount(email: string, state: 'ACTIVE' | 'DISABLED' = 'ACTIVE'): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await inTransaction(app.database, async (em) => {
    em.create(Account, { email, name: '周晓岚', passwordHash, state });
  });
}

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('signing in', () => {
  it('opens a session with the right password, whatever the case of the address', async () => {
    await makeAccount('lan@example.cn');
    const { client } = await signIn('Lan@Example.CN', PASSWORD);
    const { viewer } = await client!.ask<{ viewer: { email: string } }>(VIEWER);
    expect(viewer.email).toBe('lan@example.cn');
  });

  it('sets a cookie that scripts cannot read', async () => {
    await makeAccount('cookie@example.cn');
    const response = await app.visitor.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: SIGN_IN,
        variables: { input: { email: 'cookie@example.cn', password: PASSWORD } },
      }),
    });
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('does not tell an unknown address from a wrong password', async () => {
    await makeAccount('known@example.cn');
    expect((await signIn('known@example.cn', 'wrong-password-1')).code).toBe('SIGN_IN_FAILED');
    expect((await signIn('unknown@example.cn', 'wrong-password-1')).code).toBe('SIGN_IN_FAILED');
  });

  it('locks the account after eight failures, and opens it again after a quarter of an hour', async () => {
    await makeAccount('locked@example.cn');
    for (let attempt = 0; attempt < 8; attempt += 1) await signIn('locked@example.cn', 'wrong-password-1');
    expect((await signIn('locked@example.cn', PASSWORD)).code).toBe('ACCOUNT_LOCKED');
    app.clock.advance({ minutes: 15, seconds: 1 });
    expect((await signIn('locked@example.cn', PASSWORD)).code).toBeNull();
  });

  it('refuses a disabled account', async () => {
    await makeAccount('gone@example.cn', 'DISABLED');
    expect((await signIn('gone@example.cn', PASSWORD)).code).toBe('ACCOUNT_DISABLED');
  });
});

describe('a session', () => {
  it('ends on signing out, at once', async () => {
    await makeAccount('out@example.cn');
    const { client } = await signIn('out@example.cn', PASSWORD);
    await client!.ask('mutation { sessionEnd { problems { code } } }');
    expect(await client!.ask(VIEWER)).toEqual({ viewer: null });
  });

  it('ends everywhere when asked to', async () => {
    await makeAccount('all@example.cn');
    const here = (await signIn('all@example.cn', PASSWORD)).client!;
    const there = (await signIn('all@example.cn', PASSWORD)).client!;
    await there.ask(VIEWER);
    await here.ask('mutation { sessionEndAll { problems { code } } }');
    await expect.poll(() => there.ask(VIEWER)).toEqual({ viewer: null });
  });

  it('ends after twelve hours without use', async () => {
    await makeAccount('idle@example.cn');
    const { client } = await signIn('idle@example.cn', PASSWORD);
    app.clock.advance({ hours: 11 });
    expect(await client!.ask(VIEWER)).not.toEqual({ viewer: null });
    app.clock.advance({ hours: 11 });
    expect(await client!.ask(VIEWER)).not.toEqual({ viewer: null });
    app.clock.advance({ hours: 12, minutes: 2 });
    expect(await client!.ask(VIEWER)).toEqual({ viewer: null });
  });

  it('is not made by a forged cookie', async () => {
    const forged = new Client(app.url, { cookie: `xinghuo_session=xhs_${'A'.repeat(43)}` }, null);
    expect(await forged.ask(VIEWER)).toEqual({ viewer: null });
    expect(await forged.codeOf('mutation { sessionEndAll { problems { code } } }')).toBe('UNAUTHENTICATED');
  });
});

describe('changing the password', () => {
  const CHANGE = /* GraphQL */ `mutation ($input: PasswordChangeInput!) {
    passwordChange(input: $input) { viewer { name } problems { code path } }
  }`;

  it('ends the other sessions and keeps this one', async () => {
    await makeAccount('change@example.cn');
    const here = (await signIn('change@example.cn', PASSWORD)).client!;
    const there = (await signIn('change@example.cn', PASSWORD)).client!;
    const answer = await here.ask(CHANGE, {
      input: { currentPassword: PASSWORD, newPassword: '太白楼前月色好' },
    });
    expect(answer).toEqual({
      passwordChange: { viewer: null, problems: [{ code: 'PASSWORD_WEAK', path: ['newPassword'] }] },
    });
    await here.ask(CHANGE, { input: { currentPassword: PASSWORD, newPassword: '太白楼前月色好-又一年' } });
    await expect.poll(() => there.ask(VIEWER)).toEqual({ viewer: null });
    expect(await here.ask(VIEWER)).not.toEqual({ viewer: null });
    expect((await signIn('change@example.cn', '太白楼前月色好-又一年')).code).toBeNull();
  });
});
