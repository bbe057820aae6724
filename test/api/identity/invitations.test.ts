import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { draftEdition, type Edition } from '../competition/kit.ts';
import { accept, mailsTo, makeAccount, newEmail, PASSWORD, signIn, step, tokenFor } from './kit.ts';

const INVITATION =
  'invitation { id state name email expiresAt grants { role scopeName } availableTransitions { event allowed } }';
const OFFER =
  'query ($token: String!) { invitation(token: $token) { kind email name role scopeName hasPassword } }';

let app: TestApp;
let coordinator: Client;
let edition: Edition;

beforeAll(async () => {
  app = await startTestApp();
  coordinator = await app.actor('COORDINATOR');
  edition = await draftEdition(coordinator, 2026);
});
afterAll(() => app.close());

const judge = () => ({ role: 'JUDGE', scope: 'COMPETITION', scopeId: edition.id }) as const;

/** Invites a judge and returns the invitation and the secret of its link. */
async function invite(
  email: string,
  more: Record<string, unknown> = {},
): Promise<{ id: string; token: string }> {
  const { payload, codes } = await step<{ invitation: { id: string } }>(
    coordinator,
    'invitationCreate',
    { email, name: '林若溪', grants: [judge()], ...more },
    INVITATION,
  );
  if (codes.length > 0) throw new Error(codes.join());
  return { id: payload.invitation.id, token: await tokenFor(app, email) };
}

describe('an invitation of a judge', () => {
  it('shows what it offers, makes the account, signs in, and lands on the work of the judge', async () => {
    const email = newEmail();
    const { token } = await invite(email, { email: email.toUpperCase() });
    expect(await app.visitor.ask(OFFER, { token })).toEqual({
      invitation: {
        kind: 'INVITATION',
        email,
        name: '林若溪',
        role: 'JUDGE',
        scopeName: '2026年志愿服务项目大赛',
        hasPassword: false,
      },
    });
    const { landing, client, codes } = await accept(app, token, { name: ' 林若溪 ', password: PASSWORD });
    expect([codes, landing]).toEqual([[], '/judge']);
    expect(await client?.ask('{ viewer { name email grants { role scope scopeId } } }')).toEqual({
      viewer: { name: '林若溪', email, grants: [judge()] },
    });
    expect((await signIn(app, email, PASSWORD)).code).toBeNull();
  });

  it('is mailed in the language asked for, with who, what and until when', async () => {
    const [zh, en] = [newEmail(), newEmail()];
    await invite(zh);
    await invite(en, { locale: 'en', expiresAt: '2026-06-05T16:00:00Z' });
    const [chinese = ''] = await mailsTo(app, zh);
    expect(chinese).toContain('林若溪，您好');
    expect(chinese).toContain('“2026年志愿服务项目大赛”的评委');
    expect(chinese).toContain('2026-06-15 09:00（北京时间）');
    const [english = ''] = await mailsTo(app, en);
    expect(english).toContain('Judge (2026年志愿服务项目大赛)');
    expect(english).toContain('until 2026-06-06 00:00 (Beijing time)');
  });

  it('works once, also when it is used twice at the same time', async () => {
    const { token } = await invite(newEmail());
    const both = await Promise.all(
      [1, 2].map(() => accept(app, token, { name: '林若溪', password: PASSWORD })),
    );
    expect(both.flatMap(({ codes }) => codes)).toEqual(['INVITATION_UNKNOWN token']);
    expect(await app.visitor.ask(OFFER, { token })).toEqual({ invitation: null });
  });

  it('expires by the clock of the server, and can be sent again with a new link', async () => {
    const email = newEmail();
    const { id, token } = await invite(email, { expiresAt: '2026-06-03T01:00:00Z' });
    app.clock.set('2026-06-03T01:00:00Z');
    await app.app.pipelines.run(sql`update session set last_seen_at = ${app.clock.now()}`);
    expect(await app.visitor.ask(OFFER, { token })).toEqual({ invitation: null });
    expect((await accept(app, token, { name: '林若溪', password: PASSWORD })).codes).toEqual([
      'INVITATION_EXPIRED token',
    ]);
    const again = await step<{ invitation: unknown }>(coordinator, 'invitationResend', { id }, INVITATION);
    expect(again.payload.invitation).toMatchObject({
      state: 'PENDING',
      expiresAt: '2026-06-17T01:00:00.000Z',
    });
    expect((await accept(app, token, { name: '林若溪', password: PASSWORD })).codes).toEqual([
      'INVITATION_UNKNOWN token',
    ]);
    expect(
      (await accept(app, await tokenFor(app, email), { name: '林若溪', password: PASSWORD })).codes,
    ).toEqual([]);
  });

  it('can be withdrawn until it is accepted', async () => {
    const { id, token } = await invite(newEmail());
    const { payload } = await step(coordinator, 'invitationRevoke', { id, reason: '人选变更' }, INVITATION);
    expect(payload).toMatchObject({ invitation: { state: 'REVOKED', availableTransitions: [] } });
    expect((await accept(app, token, { name: '林若溪', password: PASSWORD })).codes).toEqual([
      'INVITATION_UNKNOWN token',
    ]);
    expect((await step(coordinator, 'invitationResend', { id }, INVITATION)).codes).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
    const used = await invite(newEmail());
    await accept(app, used.token, { name: '林若溪', password: PASSWORD });
    expect((await step(coordinator, 'invitationRevoke', { id: used.id }, INVITATION)).codes).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
  });

  it('sent twice with the same offer is one invitation, and only the last link works', async () => {
    const email = newEmail();
    const first = await invite(email);
    const second = await invite(email);
    expect(second.id).toBe(first.id);
    expect(second.token).not.toBe(first.token);
    expect((await accept(app, first.token, { name: '林若溪', password: PASSWORD })).codes).toEqual([
      'INVITATION_UNKNOWN token',
    ]);
  });

  it('asks for a name and a password that holds', async () => {
    const { token } = await invite(newEmail());
    expect((await accept(app, token, { password: 'password12' })).codes).toEqual([
      'REQUIRED name',
      'PASSWORD_WEAK password',
    ]);
    expect((await accept(app, token, { name: '长'.repeat(61), password: PASSWORD })).codes).toEqual([
      'TOO_LONG name',
    ]);
    expect((await accept(app, 'x'.repeat(100_000), { name: '林若溪', password: PASSWORD })).codes).toEqual([
      'INVITATION_UNKNOWN token',
    ]);
  });
});

describe('inviting somebody who has an account', () => {
  it('adds the roles once the present password is given, and keeps the name', async () => {
    const { email } = await makeAccount(app, { grants: ['AUDITOR'] });
    const { token } = await invite(email);
    expect(await app.visitor.ask(OFFER, { token })).toMatchObject({ invitation: { hasPassword: true } });
    expect((await accept(app, token, { password: 'something-else-1' })).codes).toEqual([
      'PASSWORD_WRONG password',
    ]);
    const { client, codes } = await accept(app, token, { name: '别人', password: PASSWORD });
    expect(codes).toEqual([]);
    expect(await client?.ask('{ viewer { name grants { role } } }')).toEqual({
      viewer: { name: '周晓岚', grants: [{ role: 'AUDITOR' }, { role: 'JUDGE' }] },
    });
  });

  it('counts wrong passwords like signing in does', async () => {
    const { email } = await makeAccount(app);
    const { token } = await invite(email);
    for (let attempt = 0; attempt < 8; attempt += 1)
      await accept(app, token, { password: 'something-else-1' });
    expect((await accept(app, token, { password: PASSWORD })).codes).toEqual(['ACCOUNT_LOCKED']);
    expect((await signIn(app, email, PASSWORD)).code).toBe('ACCOUNT_LOCKED');
  });

  it('is refused when the roles are held already, or the account is closed', async () => {
    const held = await makeAccount(app, { grants: [judge()] });
    const again = { email: held.email, name: '林若溪', grants: [judge()] };
    expect((await step(coordinator, 'invitationCreate', again, INVITATION)).codes).toEqual([
      'ALREADY_EXISTS grants',
    ]);
    await step(coordinator, 'accountDisable', { id: held.id, reason: '离任' }, 'account { id }');
    expect((await step(coordinator, 'invitationCreate', again, INVITATION)).codes).toEqual([
      'ACCOUNT_DISABLED email',
    ]);
  });
});

describe('who invites', () => {
  it('is refused a form that does not hold, with everything at once', async () => {
    const { codes } = await step(
      coordinator,
      'invitationCreate',
      { email: 'a@b', name: '', grants: [], expiresAt: '2030-01-01T00:00:00Z' },
      INVITATION,
    );
    expect(codes).toEqual([
      'INVALID_FORMAT email',
      'REQUIRED name',
      'OUT_OF_RANGE expiresAt',
      'REQUIRED grants',
    ]);
  });

  it('of one edition invites to it and to no other, and sees those invitations only', async () => {
    const other = await draftEdition(coordinator, 2028);
    const officer = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: edition.id });
    const elsewhere = newEmail();
    await step(
      coordinator,
      'invitationCreate',
      { email: elsewhere, name: '别处', grants: [{ ...judge(), scopeId: other.id }] },
      INVITATION,
    );
    const refused = await step(
      officer,
      'invitationCreate',
      {
        email: newEmail(),
        name: '林若溪',
        grants: [
          { ...judge(), scopeId: other.id },
          { role: 'AUDITOR', scope: 'CITY' },
        ],
      },
      INVITATION,
    );
    expect(refused.codes).toEqual(['RIGHT_MISSING grants.0.role', 'RIGHT_MISSING grants.1.role']);
    const email = newEmail();
    const sent = await step(
      officer,
      'invitationCreate',
      { email, name: '林若溪', grants: [judge()] },
      INVITATION,
    );
    expect(sent.payload).toMatchObject({ invitation: { email, state: 'PENDING' } });
    const list = '{ invitations(first: 200) { nodes { email } } }';
    const { invitations } = await officer.ask<{ invitations: { nodes: { email: string }[] } }>(list);
    const seen = invitations.nodes.map((node) => node.email);
    expect(seen).toContain(email);
    expect(seen).not.toContain(elsewhere);
  });

  it('never sees the link, and the log holds neither it nor the address', async () => {
    const email = newEmail();
    const { id, token } = await invite(email);
    const rows = await app.app.pipelines.run(
      sql<{ text: string }>`select changes::text || coalesce(reason, '') as text from audit_event`,
    );
    const log = rows.map(({ text }) => text).join('\n');
    expect(log).toContain(id);
    expect(log).not.toContain(email);
    expect(log).not.toContain(token);
    const stored = await app.app.pipelines.run(
      sql<{
        text: string;
      }>`select coalesce((select string_agg(i::text, ' ') from invitation i), '') || coalesce((select string_agg(j::text, ' ') from job_run j), '') as text`,
    );
    expect(stored[0]?.text).not.toContain(token);
  });
});

describe('the database', () => {
  it('knows no invitation that was both accepted and withdrawn, and no role without its limit', async () => {
    await invite(newEmail());
    const run = (query: ReturnType<typeof sql>) => app.app.pipelines.run(query);
    await expect(
      run(sql`update invitation set accepted_at = now(), revoked_at = now()`),
    ).rejects.toMatchObject({ code: '23514' });
    await expect(run(sql`update invitation_grant set scope_id = null`)).rejects.toMatchObject({
      code: '23514',
    });
    await expect(run(sql`update invitation_grant set role = 'EMPEROR'`)).rejects.toMatchObject({
      code: '23514',
    });
    await expect(run(sql`update account set email = upper(email)`)).rejects.toMatchObject({ code: '23514' });
  });
});
