import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTITIES } from '../../../server/src/app/domains.ts';
import { sealAudit, type Unsealed } from '../../../server/src/platform/audit/seal.ts';
import { inTransaction } from '../../../server/src/platform/database/index.ts';
import { startTestApp, type TestApp } from '../../harness/app.ts';
import type { Client } from '../../harness/client.ts';
import { done, draftEdition, type Edition } from '../competition/kit.ts';
import { makeAccount, newEmail, PASSWORD, signIn, step } from '../identity/kit.ts';

const EVENTS = /* GraphQL */ `query ($filter: AuditEventFilter) {
  auditEvents(first: 50, filter: $filter) {
    totalCount
    nodes { at accountId actor via operation subjectType subjectId subjectName subjectNameEn reason changes sealPosition sealHash }
  }
}`;

interface Events {
  readonly auditEvents: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly actor: string;
      readonly accountId: string | null;
      readonly via: string;
      readonly operation: string;
      readonly reason: string | null;
      readonly changes: readonly {
        readonly type: string;
        readonly kind: string;
        readonly before?: object;
        readonly after?: object;
      }[];
      readonly sealHash: string | null;
    }[];
  };
}

let app: TestApp;
let coordinator: Client;
let auditor: Client;
let edition: Edition;

beforeAll(async () => {
  app = await startTestApp();
  coordinator = await app.actor('COORDINATOR');
  auditor = await app.actor('AUDITOR');
  edition = await draftEdition(coordinator, 2026);
});
afterAll(() => app.close());

const events = (filter: object): Promise<Events> => auditor.ask<Events>(EVENTS, { filter });

describe('the audit log', () => {
  it('says who did what, why, and what it was before and after', async () => {
    const { id } = await makeAccount(app);
    await step(coordinator, 'accountDisable', { id, reason: '离任交接' }, 'account { id }');
    const { auditEvents } = await events({ subjectId: { eq: id } });
    expect(auditEvents.totalCount).toBe(1);
    const [event] = auditEvents.nodes;
    expect(event).toMatchObject({
      accountId: coordinator.accountId,
      actor: '沈协调',
      via: 'session',
      operation: 'accountDisable',
      reason: '离任交接',
    });
    expect(event?.changes).toContainEqual({
      type: 'Account',
      id,
      kind: 'update',
      before: { state: 'ACTIVE' },
      after: { state: 'DISABLED' },
    });
  });

  it('names what an event was about, in English too', async () => {
    const named = { title: '2032年大赛', titleEn: 'Competition 2032' };
    await done(coordinator, 'competitionCreate', { year: 2032, ...named }, 'id');
    const { auditEvents } = await events({ operation: { eq: 'competitionCreate' } });
    expect(auditEvents.nodes[0]).toMatchObject({
      subjectName: named.title,
      subjectNameEn: named.titleEn,
    });
  });

  it('says who signed in, and records lists as lists', async () => {
    const { id, email } = await makeAccount(app);
    await signIn(app, email, PASSWORD);
    const { auditEvents } = await events({ subjectId: { eq: id } });
    const [{ name } = { name: '' }] = await app.app.pipelines.run<{ name: string }>(
      sql`select name from account where id = ${id}`,
    );
    expect(auditEvents.nodes).toMatchObject([
      { operation: 'sessionCreate', accountId: id, actor: name, via: 'anonymous', subjectName: name },
    ]);
    const { payload } = await step<{ judge: { id: string } }>(
      coordinator,
      'judgeCreate',
      {
        competitionId: edition.id,
        email: 'pingshen@example.cn',
        name: '评审员',
        expertise: ['EMERGENCY', 'HEALTH'],
      },
      'judge { id }',
    );
    const { auditEvents: ofJudge } = await events({
      subjectId: { eq: payload.judge.id },
      operation: { eq: 'judgeCreate' },
    });
    expect(ofJudge.nodes[0]?.changes).toContainEqual(
      expect.objectContaining({ after: expect.objectContaining({ expertise: ['EMERGENCY', 'HEALTH'] }) }),
    );
  });

  it('records a refused sign-in with the account it was about, and nothing of a refused step', async () => {
    const { id, email } = await makeAccount(app);
    await signIn(app, email, 'something-else-1');
    const { auditEvents } = await events({ subjectId: { eq: id } });
    expect(auditEvents.nodes).toMatchObject([
      { operation: 'sessionCreate', actor: 'visitor', via: 'anonymous', subjectName: expect.any(String) },
    ]);
    await step(coordinator, 'accountDisable', { id }, 'account { id }');
    expect((await events({ subjectId: { eq: id } })).auditEvents.totalCount).toBe(1);
  });

  it('is narrowed by person, step, object, time and words', async () => {
    const { auditEvents: ofCoordinator } = await events({
      account: { eq: coordinator.accountId },
      operation: { eq: 'roundUpdate' },
    });
    expect(ofCoordinator.totalCount).toBe(2);
    const none = await events({ at: { gte: '2030-01-01T00:00:00Z' } });
    expect(none.auditEvents.totalCount).toBe(0);
    expect((await events({ search: '离任 Disable' })).auditEvents.totalCount).toBe(1);
    expect((await events({ subjectType: { eq: 'Competition' } })).auditEvents.totalCount).toBeGreaterThan(0);
    expect((await events({ account: { isNull: true } })).auditEvents.nodes.map(({ via }) => via)).toContain(
      'anonymous',
    );
  });

  it('is closed to coordinators, judges and visitors', async () => {
    const judge = await app.actor({ role: 'JUDGE', scope: 'COMPETITION', scopeId: edition.id });
    expect(await coordinator.codeOf(EVENTS)).toBe('FORBIDDEN');
    expect(await judge.codeOf(EVENTS)).toBe('FORBIDDEN');
    expect(await app.visitor.codeOf(EVENTS)).toBe('UNAUTHENTICATED');
  });

  it('cannot be changed, not even by the database user of the product', async () => {
    const run = (query: ReturnType<typeof sql>) => app.app.pipelines.run(query);
    await expect(run(sql`update audit_event set actor = '别人'`)).rejects.toThrow();
    await expect(run(sql`delete from audit_event`)).rejects.toThrow();
    await expect(run(sql`truncate audit_event cascade`)).rejects.toThrow();
  });
});

describe('the history of one object', () => {
  const HISTORY =
    'query ($type: String!, $id: ID!) { history(subjectType: $type, subjectId: $id) { operation actor reason changes } }';
  const history = async (client: Client, type: string, id: string) =>
    (
      await client.ask<{ history: { operation: string; changes: { type: string; id: string }[] }[] }>(
        HISTORY,
        { type, id },
      )
    ).history;

  it('is read by those who run the city, the latest first', async () => {
    const { id } = await makeAccount(app);
    await step(coordinator, 'accountDisable', { id, reason: '离任' }, 'account { id }');
    await step(coordinator, 'accountEnable', { id }, 'account { id }');
    expect((await history(coordinator, 'Account', id)).map(({ operation }) => operation).sort()).toEqual([
      'accountDisable',
      'accountEnable',
    ]);
  });

  it('is absent for an object the viewer may not see, and for types that do not exist', async () => {
    const officer = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: edition.id });
    const { id } = await makeAccount(app, { grants: ['AUDITOR'] });
    await step(coordinator, 'accountDisable', { id, reason: '离任' }, 'account { id }');
    expect(await officer.codeOf(HISTORY, { type: 'Account', id })).toBe('NOT_FOUND');
    expect(await coordinator.codeOf(HISTORY, { type: 'Treasure', id })).toBe('NOT_FOUND');
    expect(await auditor.codeOf(HISTORY, { type: 'AuditSeal', id })).toBe('NOT_FOUND');
    const judge = await app.actor({ role: 'JUDGE', scope: 'COMPETITION', scopeId: edition.id });
    expect(await judge.codeOf(HISTORY, { type: 'Competition', id: edition.id })).toBe('FORBIDDEN');
  });

  it('shows a coordinator of one edition the object itself and nothing that changed beside it', async () => {
    const officer = await app.actor({ role: 'COORDINATOR', scope: 'COMPETITION', scopeId: edition.id });
    const judge = await makeAccount(app, {
      grants: [{ role: 'JUDGE', scope: 'COMPETITION', scopeId: edition.id }],
    });
    await step(coordinator, 'accountResetPassword', { id: judge.id, delivery: 'MAIL' }, 'account { id }');
    const whole = await history(coordinator, 'Account', judge.id);
    expect(new Set(whole.flatMap(({ changes }) => changes.map(({ type }) => type)))).toContain('JobRun');
    const part = await history(officer, 'Account', judge.id);
    expect(part.flatMap(({ changes }) => changes).every(({ id }) => id === judge.id)).toBe(true);
    expect(part).toHaveLength(1);
  });
});

describe('the hash chain', () => {
  const CHAIN =
    'query ($from: Int! = 0) { auditChain(from: $from) { links from to complete brokenAt unsealed head { position } } }';
  interface Chain {
    readonly auditChain: {
      links: number;
      from: number;
      to: number;
      complete: boolean;
      brokenAt: number | null;
      unsealed: number;
    };
  }

  /** Waits until everything written so far is chained. */
  const sealed = async (): Promise<Chain['auditChain']> => {
    for (;;) {
      const { auditChain } = await auditor.ask<Chain>(CHAIN);
      if (auditChain.unsealed === 0) return auditChain;
      await setTimeout(50);
    }
  };

  it('holds, from the start or from any link on', async () => {
    await done(coordinator, 'competitionCreate', { year: 2031, title: '2031年大赛' }, 'id');
    const whole = await sealed();
    expect(whole).toEqual({
      links: whole.links,
      from: 0,
      to: whole.links,
      complete: true,
      brokenAt: null,
      unsealed: 0,
      head: { position: whole.links },
    });
    expect(whole.links).toBeGreaterThan(5);
    const { auditChain } = await auditor.ask<Chain>(CHAIN, { from: 3 });
    expect(auditChain).toMatchObject({ from: 3, to: whole.links, complete: true, brokenAt: null });
    const { auditEvents } = await events({ sealed: { eq: true } });
    expect(auditEvents.nodes[0]?.sealHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await auditor.codeOf(CHAIN, { from: -1 })).toBe('BAD_USER_INPUT');
    expect(await coordinator.codeOf(CHAIN)).toBe('FORBIDDEN');
  });

  it('takes up what is named, what came late when it looks back, and what a crash left long ago when it looks at the whole log', async () => {
    await sealed();
    const leave = (id: string) =>
      app.app.pipelines.run(
        sql`insert into audit_event (id, at, actor, via, operation, changes) values (${id}, ${app.clock.now()}, '沈协调', 'session', 'competitionUpdate', '[]')`,
      );
    const seal = (which: Unsealed) => sealAudit((body) => inTransaction(app.database, body), which);
    // Version 7: an id begins with the milliseconds it was made at.
    const idAt = (milliseconds: number) => {
      const digits = milliseconds.toString(16).padStart(12, '0');
      return `${digits.slice(0, 8)}-${digits.slice(8)}-7abc-9abc-123456789abc`;
    };
    const minuteAgo = new Date(Date.now() - 60_000);
    const [old, late, named] = [86_400_000, 20_000, 10_000].map((ago) => idAt(Date.now() - ago));
    for (const id of [old, late, named]) if (id) await leave(id);
    // Events that are chained or unknown by now are left alone.
    const unknown = idAt(Date.now());
    expect(await seal({ ids: [named ?? '', unknown] })).toBe(1);
    expect(await seal({ ids: [named ?? '', unknown] })).toBe(0);
    expect(await seal({ since: minuteAgo })).toBe(1);
    expect(await seal({ since: minuteAgo })).toBe(0);
    expect(await seal({ since: null })).toBe(1);
    expect(await sealed()).toMatchObject({ complete: true, brokenAt: null });
  });

  it('shows the place where somebody with the keys of the database changed an event', async () => {
    const before = await sealed();
    const place = Math.floor(before.links / 2);
    const run = (query: ReturnType<typeof sql>) => app.app.pipelines.run(query);
    await run(sql`alter table audit_event disable trigger all`);
    await run(
      sql`update audit_event set reason = '另一个理由' where id = (select event_id from audit_seal where position = ${place})`,
    );
    await run(sql`alter table audit_event enable trigger all`);
    const { auditChain } = await auditor.ask<Chain>(CHAIN);
    expect(auditChain).toMatchObject({ to: place - 1, complete: false, brokenAt: place });
  });
});

describe('personal data', () => {
  it('of every entity stays out of the log: addresses and numbers are hidden columns', () => {
    const personal = /^(email|phone|ip)$|(Email|Phone)$|^idNumber/;
    const told: string[] = [];
    for (const entity of ENTITIES) {
      const meta = app.database.orm.getMetadata().get(entity);
      for (const property of meta.props) {
        if (personal.test(property.name) && property.hidden !== true)
          told.push(`${meta.className}.${property.name}`);
      }
    }
    expect(told).toEqual([]);
  });

  it('of an account stands there as stars', async () => {
    const email = newEmail();
    await step(
      coordinator,
      'accountCreate',
      { email, name: '林若溪', grants: [], delivery: 'HAND' },
      'account { id }',
    );
    const { auditEvents } = await events({ operation: { eq: 'accountCreate' } });
    const [account] = auditEvents.nodes[0]?.changes.filter(({ type }) => type === 'Account') ?? [];
    expect(account).toMatchObject({
      kind: 'create',
      after: { email: '***', passwordHash: '***', name: '林若溪' },
    });
    expect(JSON.stringify(auditEvents)).not.toContain(email);
  });
});
