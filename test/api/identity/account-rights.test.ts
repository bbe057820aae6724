import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { draftEdition, type Edition, makeScene } from '../competition/kit.ts';
import { makeAccount, newEmail, step } from './kit.ts';

const ACCOUNT = 'account { id version state email name grants { id role scope scopeName } }';

let app: TestApp;
let coordinator: Client;
let editionOne: Edition;
let editionTwo: Edition;
let teamIds: readonly string[];

/** A coordinator of the first edition only. */
const officer = (): Promise<Client> =>
  app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: editionOne.id });

const judgeOf = (edition: Edition) => ({ role: 'JUDGE', scope: 'COMPETITION', scopeId: edition.id }) as const;

beforeAll(async () => {
  app = await startTestApp();
  coordinator = await app.actor('COORDINATOR');
  ({ teamIds } = await makeScene(app));
  editionOne = await draftEdition(coordinator, 2026);
  editionTwo = await draftEdition(coordinator, 2027);
  await app.app.pipelines.run(
    sql`insert into entry (id, created_at, updated_at, version, title, competition_id, category_id, team_id, applicant_kind, plan, budget, budget_total, beneficiaries)
      values (gen_random_uuid(), now(), now(), 1, '送餐', ${editionOne.id}, ${editionOne.categories[0]?.id}, ${teamIds[0]}, 'NEW_SOCIAL_ORG', '[]', '[]', 0, '[]')`,
  );
});
afterAll(() => app.close());

describe('what a coordinator may not do', () => {
  it('touch an administrator in any way', async () => {
    const target = await makeAccount(app, { grants: ['SYSTEM_ADMIN'] });
    const touch = (name: string, input: Record<string, unknown>, type = name) =>
      coordinator.codeOf(
        `mutation ($input: ${type.charAt(0).toUpperCase()}${type.slice(1)}Input!) { ${name}(input: $input) { problems { code } } }`,
        { input },
      );
    const { account } = await coordinator.ask<{
      account: { version: number; grants: { id: string }[]; canManage: boolean };
    }>('query ($id: ID!) { account(id: $id) { version canManage grants { id } } }', { id: target.id });
    expect(account.canManage).toBe(false);
    expect(await touch('accountDisable', { id: target.id, reason: '不行' }, 'accountTransition')).toBe(
      'FORBIDDEN',
    );
    expect(await touch('accountResetPassword', { id: target.id, delivery: 'HAND' })).toBe('FORBIDDEN');
    expect(await touch('accountUpdate', { id: target.id, version: account.version, email: newEmail() })).toBe(
      'FORBIDDEN',
    );
    expect(await touch('roleGrantRemove', { id: account.grants[0]?.id })).toBe('FORBIDDEN');
    expect(
      await touch('roleGrantAdd', { accountId: target.id, grant: { role: 'AUDITOR', scope: 'CITY' } }),
    ).toBe('FORBIDDEN');
    const invited = await step(
      coordinator,
      'invitationCreate',
      { email: target.email, name: '管理员', grants: [{ role: 'AUDITOR', scope: 'CITY' }] },
      'invitation { id }',
    );
    expect(invited.codes).toEqual(['RIGHT_MISSING email']);
  });

  it('make an administrator, or give roles to the own account', async () => {
    const account = await makeAccount(app);
    const give = (accountId: string | null, role: string) =>
      step(coordinator, 'roleGrantAdd', { accountId, grant: { role, scope: 'CITY' } }, ACCOUNT);
    expect((await give(account.id, 'SYSTEM_ADMIN')).codes).toEqual(['RIGHT_MISSING grant.role']);
    expect((await give(coordinator.accountId, 'AUDITOR')).codes).toEqual(['SELF_REFUSED accountId']);
    expect((await give(account.id, 'AUDITOR')).codes).toEqual([]);
    expect((await give(account.id, 'AUDITOR')).codes).toEqual(['ALREADY_EXISTS grant']);
  });
});

describe('a coordinator of one edition', () => {
  it('sees its judges and the leaders of teams that enter, and nobody else', async () => {
    const one = await officer();
    const mine = await makeAccount(app, { grants: [judgeOf(editionOne)] });
    const other = await makeAccount(app, { grants: [judgeOf(editionTwo)] });
    const leader = await makeAccount(app, {
      grants: [{ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: teamIds[0] ?? '' }],
    });
    const idle = await makeAccount(app, {
      grants: [{ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: teamIds[1] ?? '' }],
    });
    const { accounts } = await one.ask<{ accounts: { nodes: { id: string; grants: { role: string }[] }[] } }>(
      '{ accounts { nodes { id grants { role } } } }',
    );
    const seen = accounts.nodes.map(({ id }) => id);
    expect(seen).toEqual(expect.arrayContaining([mine.id, leader.id, one.accountId]));
    expect(seen).not.toContain(other.id);
    expect(seen).not.toContain(idle.id);
    expect(await one.ask('query ($id: ID!) { account(id: $id) { id } }', { id: other.id })).toEqual({
      account: null,
    });
  });

  it('sees of a person only the roles in its edition, and does not manage who has others', async () => {
    const one = await officer();
    const both = await makeAccount(app, { grants: [judgeOf(editionOne), judgeOf(editionTwo), 'AUDITOR'] });
    const { account } = await one.ask<{ account: unknown }>(
      'query ($id: ID!) { account(id: $id) { canManage grants { role scopeId } } }',
      { id: both.id },
    );
    expect(account).toEqual({ canManage: false, grants: [{ role: 'JUDGE', scopeId: editionOne.id }] });
    const reset =
      'mutation ($id: ID!) { accountResetPassword(input: { id: $id, delivery: HAND }) { oneTimePassword } }';
    expect(await one.codeOf(reset, { id: both.id })).toBe('FORBIDDEN');
  });

  it('gives and takes only roles of its edition', async () => {
    const one = await officer();
    const judge = await makeAccount(app, { grants: [judgeOf(editionOne)] });
    const give = (grant: Record<string, unknown>) =>
      step(one, 'roleGrantAdd', { accountId: judge.id, grant }, ACCOUNT).then(({ codes }) => codes);
    expect(await give(judgeOf(editionTwo))).toEqual(['RIGHT_MISSING grant.role']);
    expect(await give({ role: 'COORDINATOR', scope: 'CITY' })).toEqual(['RIGHT_MISSING grant.role']);
    expect(await give({ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: teamIds[1] })).toEqual([
      'RIGHT_MISSING grant.role',
    ]);
    expect(await give({ role: 'TEAM_LEADER', scope: 'TEAM', scopeId: teamIds[0] })).toEqual([]);
    const { account } = await one.ask<{ account: { grants: { id: string; role: string }[] } }>(
      'query ($id: ID!) { account(id: $id) { grants { id role } } }',
      { id: judge.id },
    );
    const held = account.grants.find(({ role }) => role === 'JUDGE')?.id;
    expect((await step(one, 'roleGrantRemove', { id: held }, ACCOUNT)).codes).toEqual([]);
  });
});
