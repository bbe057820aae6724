import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, step } from '../api/identity/kit.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';

/** What a production instance grants whom: the shape of the contract, and so much work a minute. */

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp(undefined, {
    openIntrospection: false,
    pointsPerMinute: { signedIn: 300, visitor: 100 },
  });
});
afterAll(() => app.close());

const SCHEMA = '{ __schema { queryType { name } } }';
const TYPE = '{ __type(name: "Account") { fields { name } } }';

describe('the shape of the contract, where introspection is not open', () => {
  it('is told to nobody who has not signed in, however they ask', async () => {
    for (const query of [
      SCHEMA,
      TYPE,
      `query A { ...S } fragment S on Query { __schema { types { name } } }`,
    ])
      expect(await app.visitor.codeOf(query)).toBe('UNAUTHENTICATED');
    expect(await app.visitor.ask('{ __typename viewer { __typename id } }')).toEqual({
      __typename: 'Query',
      viewer: null,
    });
  });

  it('is not given away by suggestions, neither on the endpoint nor on the stream', async () => {
    const { errors } = await app.visitor.send('{ acounts { nodes { id } } }');
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const stream = await app.visitor.fetch('/graphql/stream', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { judgingProgres(roundId: "x") { total } }' }),
    });
    for (const text of [JSON.stringify(errors), await stream.text()]) {
      expect(text).toContain('GRAPHQL_VALIDATION_FAILED');
      expect(text).not.toContain('Did you mean');
    }
  });

  it('is told to people and systems that signed in', async () => {
    const coordinator = await app.actor('COORDINATOR');
    expect(await coordinator.ask(SCHEMA)).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});

describe('the work a minute', () => {
  // 21 points.
  const LIST = '{ regions(first: 10) { nodes { id } } }';
  /** Asks until it is refused; how often it was answered. */
  const answered = async (client: Client): Promise<number> => {
    for (let times = 0; times < 50; times += 1) {
      const { errors } = await client.send(LIST);
      if (errors.length === 0) continue;
      expect(errors[0]?.extensions).toMatchObject({
        code: 'RATE_LIMITED',
        retryAfterSeconds: expect.any(Number),
      });
      return times;
    }
    throw new Error('nothing was refused');
  };

  it('is each account’s and each token’s own, and that of visitors by address', async () => {
    const [one, other] = [await app.actor('COORDINATOR'), await app.actor('COORDINATOR')];
    const { payload } = await step<{ secret: string }>(
      one,
      'apiTokenCreate',
      { name: '数据平台', scopes: ['team.list'], expiresAt: '2026-07-01T00:00:00Z' },
      'secret',
    );
    const token = bearer(app, payload.secret);
    expect(await answered(one)).toBeGreaterThan(10);
    // The account has spent its minute; its token, somebody else and a visitor have not.
    expect(await one.codeOf(LIST)).toBe('RATE_LIMITED');
    expect(await answered(token)).toBe(14);
    expect(await answered(other)).toBe(14);
    expect(await answered(app.visitor)).toBeLessThan(5);
  });

  it('is spent on the stream too', async () => {
    const client = await app.actor('COORDINATOR');
    await answered(client);
    const stream = await client.fetch('/graphql/stream', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({
        query:
          'subscription { judgingProgress(roundId: "018f0000-0000-7000-8000-0000000000ff") { total submitted drafts recused shortEntries asOf byCategory { code total } byJudge { code total } } }',
      }),
    });
    expect(await stream.text()).toContain('RATE_LIMITED');
  });
});
