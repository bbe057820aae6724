import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import { Client } from '../../harness/client.ts';
import { makeAccount as make, PASSWORD, SIGN_IN, signedIn, step, signIn as tryToSignIn } from './kit.ts';

const VIEWER = '{ viewer { name email permissions } }';

let app: TestApp;

const makeAccount = (email: string) => make(app, { email });
const signIn = (email: string, password: string) => tryToSignIn(app, email, password);
const open = (email: string) => signedIn(app, email, PASSWORD);

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('signing in', () => {
  it('opens a session with the right password, whatever the case of the address', async () => {
    await makeAccount('lan@example.cn');
    const client = await open('Lan@Example.CN');
    const { viewer } = await client.ask<{ viewer: { email: string } }>(VIEWER);
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
    const { id } = await makeAccount('gone@example.cn');
    await app.app.pipelines.run(sql`update account set state = 'DISABLED' where id = ${id}`);
    expect((await signIn('gone@example.cn', PASSWORD)).code).toBe('ACCOUNT_DISABLED');
  });
});

describe('a session', () => {
  it('ends on signing out, at once', async () => {
    await makeAccount('out@example.cn');
    const client = await open('out@example.cn');
    await client.ask('mutation { sessionEnd { problems { code } } }');
    expect(await client.ask(VIEWER)).toEqual({ viewer: null });
  });

  it('ends everywhere when asked to', async () => {
    await makeAccount('all@example.cn');
    const here = await open('all@example.cn');
    const there = await open('all@example.cn');
    await there.ask(VIEWER);
    await here.ask('mutation { sessionEndAll { problems { code } } }');
    await expect.poll(() => there.ask(VIEWER)).toEqual({ viewer: null });
  });

  it('ends after twelve hours without use', async () => {
    await makeAccount('idle@example.cn');
    const client = await open('idle@example.cn');
    app.clock.advance({ hours: 11 });
    expect(await client.ask(VIEWER)).not.toEqual({ viewer: null });
    app.clock.advance({ hours: 11 });
    expect(await client.ask(VIEWER)).not.toEqual({ viewer: null });
    app.clock.advance({ hours: 12, minutes: 2 });
    expect(await client.ask(VIEWER)).toEqual({ viewer: null });
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
    const here = await open('change@example.cn');
    const there = await open('change@example.cn');
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

describe('own sessions', () => {
  it('are listed and ended one by one, and nobody sees those of others', async () => {
    const account = await make(app);
    const here = await signedIn(app, account.email, PASSWORD);
    const there = await signedIn(app, account.email, PASSWORD);
    const { sessions } = await here.ask<{ sessions: { id: string; current: boolean; userAgent: string }[] }>(
      '{ sessions { id current userAgent } }',
    );
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = sessions.find(({ current }) => !current)?.id;
    expect(
      await (await app.actor('SYSTEM_ADMIN')).codeOf(
        'mutation ($id: ID!) { sessionRevoke(input: { id: $id }) { problems { code } } }',
        {
          id: other,
        },
      ),
    ).toBe('NOT_FOUND');
    await step(here, 'sessionRevoke', { id: other }, 'viewer { id }');
    await expect.poll(() => there.ask(VIEWER)).toEqual({ viewer: null });
    expect((await here.ask<{ sessions: unknown[] }>('{ sessions { id } }')).sessions).toHaveLength(1);
  });
});

describe('the own account', () => {
  it('lets everybody signed in change their own name and language', async () => {
    const volunteer = await app.actor('VOLUNTEER');
    const { payload } = await step(
      volunteer,
      'viewerUpdate',
      { name: '新名字', locale: 'en' },
      'viewer { name locale }',
    );
    expect(payload).toMatchObject({ viewer: { name: '新名字', locale: 'en' } });
    expect((await step(volunteer, 'viewerUpdate', { name: ' ' }, 'viewer { name }')).codes).toEqual([
      'REQUIRED name',
    ]);
  });
});
