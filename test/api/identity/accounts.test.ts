import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { draftEdition, type Edition, makeScene } from '../competition/kit.ts';
import { accept, bearer, makeAccount, newEmail, PASSWORD, signedIn, signIn, step, tokenFor } from './kit.ts';

const ACCOUNT = 'account { id version state email name grants { id role scope scopeName } }';
const VIEWER = '{ viewer { email } }';

let app: TestApp;
let admin: Client;
let coordinator: Client;
let editionOne: Edition;
let teamIds: readonly string[];

const judgeOf = (edition: Edition) => ({ role: 'JUDGE', scope: 'COMPETITION', scopeId: edition.id }) as const;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.actor('SYSTEM_ADMIN');
  coordinator = await app.actor('COORDINATOR');
  ({ teamIds } = await makeScene(app));
  editionOne = await draftEdition(coordinator, 2026);
});
afterAll(() => app.close());

describe('making an account', () => {
  it('by hand tells a password once, which must be replaced before anything else', async () => {
    const email = newEmail();
    const { payload, codes } = await step<{
      oneTimePassword: string;
      account: { id: string; grants: unknown[] };
    }>(
      coordinator,
      'accountCreate',
      {
        email: email.toUpperCase(),
        name: ' 林  若溪 ',
        grants: [{ role: 'AUDITOR', scope: 'CITY' }],
        delivery: 'HAND',
      },
      `${ACCOUNT} oneTimePassword`,
    );
    expect(codes).toEqual([]);
    expect(payload.account).toMatchObject({ email, name: '林 若溪', grants: [{ role: 'AUDITOR' }] });
    const client = await signedIn(app, email, payload.oneTimePassword);
    expect(await client.codeOf('{ accounts { nodes { id } } }')).toBe('PASSWORD_CHANGE_REQUIRED');
    const changed = await step(
      client,
      'passwordChange',
      { currentPassword: payload.oneTimePassword, newPassword: PASSWORD },
      'viewer { mustChangePassword }',
    );
    expect(changed.codes).toEqual([]);
    expect(await client.codeOf('{ accounts { nodes { id } } }')).toBeNull();
  });

  it('by mail sends a link on which the person chooses the password', async () => {
    const email = newEmail();
    const { payload } = await step<{ oneTimePassword: unknown }>(
      admin,
      'accountCreate',
      {
        email,
        name: '林若溪',
        locale: 'en',
        grants: [{ role: 'SYSTEM_ADMIN', scope: 'CITY' }],
        delivery: 'MAIL',
      },
      `${ACCOUNT} oneTimePassword`,
    );
    expect(payload.oneTimePassword).toBeNull();
    const { client, landing, codes } = await accept(app, await tokenFor(app, email), { password: PASSWORD });
    expect([codes, landing]).toEqual([[], '/']);
    expect(await client?.ask(VIEWER)).toEqual({ viewer: { email } });
  });

  it('tells everything that is wrong at once', async () => {
    const { codes } = await step(
      coordinator,
      'accountCreate',
      {
        email: 'nobody',
        name: '长'.repeat(61),
        locale: 'fr',
        delivery: 'HAND',
        grants: [
          { role: 'JUDGE', scope: 'CITY' },
          { role: 'TEAM_LEADER', scope: 'TEAM' },
          { role: 'SYSTEM_ADMIN', scope: 'CITY' },
          { role: 'AUDITOR', scope: 'CITY' },
          { role: 'AUDITOR', scope: 'CITY' },
          { role: 'JUDGE', scope: 'COMPETITION', scopeId: teamIds[0] },
          { role: 'COORDINATOR', scope: 'CITY', scopeId: teamIds[0] },
        ],
      },
      'account { id }',
    );
    expect(codes).toEqual([
      'INVALID_FORMAT email',
      'TOO_LONG name',
      'INVALID_FORMAT locale',
      'SCOPE_MISMATCH grants.0.scope',
      'REQUIRED grants.1.scopeId',
      'RIGHT_MISSING grants.2.role',
      'DUPLICATE grants.4',
      'NOT_FOUND grants.5.scopeId',
      'SCOPE_MISMATCH grants.6.scopeId',
    ]);
  });

  it('refuses an address that another account has', async () => {
    const { email } = await makeAccount(app);
    const { codes } = await step(
      coordinator,
      'accountCreate',
      { email: ` ${email.toUpperCase()} `, name: '同名', grants: [], delivery: 'HAND' },
      'account { id }',
    );
    expect(codes).toEqual(['EMAIL_TAKEN email']);
  });

  it('makes one account when two ask at the same time', async () => {
    const email = newEmail();
    const input = { email, name: '同时', grants: [], delivery: 'HAND' };
    const both = await Promise.all(
      [1, 2].map(() => step(coordinator, 'accountCreate', input, 'account { id }')),
    );
    expect(both.flatMap(({ codes }) => codes)).toEqual(['EMAIL_TAKEN email']);
  });
});

describe('counting accounts in use', () => {
  it('tells those that chose a password from those only invited', async () => {
    const using = await makeAccount(app);
    const invited = await makeAccount(app, { password: null });
    const found = async (search: string, eq: boolean) =>
      (
        await coordinator.ask<{ accounts: { totalCount: number } }>(
          'query ($filter: AccountFilter) { accounts(filter: $filter) { totalCount } }',
          { filter: { search, hasPassword: { eq } } },
        )
      ).accounts.totalCount;
    expect([await found(using.email, true), await found(using.email, false)]).toEqual([1, 0]);
    expect([await found(invited.email, true), await found(invited.email, false)]).toEqual([0, 1]);
  });
});

describe('changing an account', () => {
  it('refuses a stale version and stops links sent to the former address', async () => {
    const invited = newEmail();
    await step(
      coordinator,
      'invitationCreate',
      { email: invited, name: '林若溪', grants: [judgeOf(editionOne)] },
      'invitation { id }',
    );
    const token = await tokenFor(app, invited);
    const { accounts } = await coordinator.ask<{ accounts: { nodes: { id: string; version: number }[] } }>(
      'query ($search: String) { accounts(filter: { search: $search }) { nodes { id version } } }',
      { search: invited },
    );
    const [account] = accounts.nodes;
    const update = { id: account?.id, version: account?.version, email: newEmail() };
    expect((await step(coordinator, 'accountUpdate', update, ACCOUNT)).codes).toEqual([]);
    expect((await step(coordinator, 'accountUpdate', update, ACCOUNT)).codes).toEqual([
      'STALE_VERSION version',
    ]);
    expect((await accept(app, token, { name: '林若溪', password: PASSWORD })).codes).toEqual([
      'INVITATION_UNKNOWN token',
    ]);
  });
});

describe('closing an account', () => {
  it('ends its sessions and tokens at once, needs a reason, and can be undone', async () => {
    const leader = await app.actor({ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: teamIds[0] ?? '' });
    const { payload: made } = await step<{ secret: string }>(
      leader,
      'apiTokenCreate',
      { name: '统计', scopes: ['session.own'], expiresAt: '2026-07-01T00:00:00Z' },
      'secret',
    );
    const token = bearer(app, made.secret);
    expect(await token.codeOf(VIEWER)).toBeNull();
    const id = leader.accountId;
    expect((await step(coordinator, 'accountDisable', { id }, ACCOUNT)).codes).toEqual([
      'REASON_REQUIRED reason',
    ]);
    const closed = await step(
      coordinator,
      'accountDisable',
      { id, reason: '离任' },
      `account { state availableTransitions { event allowed } }`,
    );
    expect(closed.payload).toMatchObject({
      account: { state: 'DISABLED', availableTransitions: [{ event: 'enable', allowed: true }] },
    });
    await expect.poll(() => leader.ask(VIEWER)).toEqual({ viewer: null });
    await expect.poll(() => token.codeOf(VIEWER)).toBe('UNAUTHENTICATED');
    expect((await step(coordinator, 'accountDisable', { id, reason: '离任' }, ACCOUNT)).codes).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
    expect((await step(coordinator, 'accountEnable', { id }, ACCOUNT)).codes).toEqual([]);
    expect(await token.codeOf(VIEWER)).toBe('UNAUTHENTICATED');
  });

  it('is not done to oneself', async () => {
    const { codes } = await step(
      coordinator,
      'accountDisable',
      { id: coordinator.accountId, reason: '试试' },
      ACCOUNT,
    );
    expect(codes).toEqual(['SELF_REFUSED']);
    const { account } = await coordinator.ask<{ account: unknown }>(
      'query ($id: ID!) { account(id: $id) { availableTransitions { event allowed problems { code } } } }',
      { id: coordinator.accountId },
    );
    expect(account).toEqual({
      availableTransitions: [{ event: 'disable', allowed: false, problems: [{ code: 'SELF_REFUSED' }] }],
    });
  });

  it('leaves one administrator, also when two remove each other at the same time', async () => {
    const lone = await startTestApp();
    try {
      const [a, b] = [await lone.actor('SYSTEM_ADMIN'), await lone.actor('SYSTEM_ADMIN')];
      const grantOf = async (client: Client, id: string | null): Promise<string> => {
        const { account } = await client.ask<{ account: { grants: { id: string }[] } }>(
          'query ($id: ID!) { account(id: $id) { grants { id } } }',
          { id },
        );
        return account.grants[0]?.id ?? '';
      };
      const [ofA, ofB] = [await grantOf(a, a.accountId), await grantOf(a, b.accountId)];
      const remove = (client: Client, id: string) =>
        client.send<{ roleGrantRemove: { problems: { code: string }[] } | null }>(
          'mutation ($id: ID!) { roleGrantRemove(input: { id: $id }) { problems { code } } }',
          { id },
        );
      const answers = await Promise.all([remove(a, ofB), remove(b, ofA)]);
      // Who comes second is refused: as the last one left, or as one who is no administrator any more.
      const done = answers.filter(
        ({ errors, data }) => errors.length === 0 && data.roleGrantRemove?.problems.length === 0,
      );
      expect(done).toHaveLength(1);
      const [left] = await lone.app.pipelines.run(
        sql<{ n: number }>`select count(*)::int as n from role_grant where role = 'SYSTEM_ADMIN'`,
      );
      expect(left?.n).toBe(1);
    } finally {
      await lone.close();
    }
  });
});

describe('resetting a password', () => {
  it('by hand ends the present one and every session, and the new one must be replaced', async () => {
    const account = await makeAccount(app, { grants: ['AUDITOR'] });
    const here = await signedIn(app, account.email, PASSWORD);
    const { payload } = await step<{ oneTimePassword: string }>(
      coordinator,
      'accountResetPassword',
      { id: account.id, delivery: 'HAND', reason: '忘记密码' },
      'oneTimePassword',
    );
    await expect.poll(() => here.ask(VIEWER)).toEqual({ viewer: null });
    expect((await signIn(app, account.email, PASSWORD)).code).toBe('SIGN_IN_FAILED');
    const { client } = await signIn(app, account.email, payload.oneTimePassword);
    expect(await client?.codeOf('{ accounts { nodes { id } } }')).toBe('PASSWORD_CHANGE_REQUIRED');
  });

  it('by mail sends a link that works once and for two days; a second one replaces it', async () => {
    const account = await makeAccount(app);
    const reset = () =>
      step(coordinator, 'accountResetPassword', { id: account.id, delivery: 'MAIL' }, 'account { id }');
    await reset();
    const first = await tokenFor(app, account.email);
    expect((await signIn(app, account.email, PASSWORD)).code).toBe('SIGN_IN_FAILED');
    await reset();
    const second = await tokenFor(app, account.email);
    expect((await accept(app, first, { password: PASSWORD })).codes).toEqual(['INVITATION_UNKNOWN token']);
    expect((await accept(app, second, { password: '12345678901' })).codes).toEqual([
      'PASSWORD_WEAK password',
    ]);
    expect((await accept(app, second, { password: '翠螺山下的新密码-7' })).codes).toEqual([]);
    expect((await accept(app, second, { password: '翠螺山下的新密码-8' })).codes).toEqual([
      'INVITATION_UNKNOWN token',
    ]);
    expect((await signIn(app, account.email, '翠螺山下的新密码-7')).code).toBeNull();
    await reset();
    const late = await tokenFor(app, account.email);
    app.clock.advance({ hours: 48, seconds: 1 });
    expect((await accept(app, late, { password: PASSWORD })).codes).toEqual(['INVITATION_EXPIRED token']);
    app.clock.advance({ hours: -48, seconds: -1 });
  });

  it('is not done to oneself', async () => {
    const { codes } = await step(
      coordinator,
      'accountResetPassword',
      { id: coordinator.accountId, delivery: 'HAND' },
      ACCOUNT,
    );
    expect(codes).toEqual(['SELF_REFUSED']);
  });
});
