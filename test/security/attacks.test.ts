import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';

let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.actor('SYSTEM_ADMIN');
});
afterAll(() => app.close());

const post = (
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<Response> => fetch(`${app.url}/graphql`, { method: 'POST', headers, body });

/** Sends a raw GraphQL text as a visitor; returns the status and what came back as text. */
async function raw(query: string): Promise<{ status: number; text: string }> {
  const response = await post(JSON.stringify({ query }));
  return { status: response.status, text: await response.text() };
}

describe('operations made to exhaust', () => {
  it.each([
    ['many aliases', `{ ${Array.from({ length: 200 }, (_, i) => `a${i}: viewer { id }`).join(' ')} }`],
    ['many directives', `{ viewer ${'@skip(if: false) '.repeat(60)} { id } }`],
    ['deep nesting', `{ accounts { nodes ${'{ grants '.repeat(30)} { id } ${'}'.repeat(30)} } }`],
    ['a flood of tokens', `{ ${'viewer { id } '.repeat(1500)} }`],
    [
      'fragments that name each other',
      'query { viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
    ],
  ])('%s are refused without running', async (_name, query) => {
    const { status, text } = await raw(query);
    expect(status).toBe(400);
    expect(text).not.toContain('"data":{');
  });

  it('overlapping fields are merged or refused, in good time and never run twice', async () => {
    const block = `{ id name ${'name '.repeat(100)} }`;
    const { status } = await raw(`{ viewer ${block} ${`viewer ${block} `.repeat(10)} }`);
    expect([200, 400]).toContain(status);
  });

  it('a request that costs too much is refused before it runs, and says what it would cost', async () => {
    const query =
      '{ accounts(first: 200) { nodes { id grants { id role scope scopeId scopeName } } } ' +
      Array.from(
        { length: 12 },
        (_, i) => `a${i}: accounts(first: 200) { nodes { id grants { id role scope scopeId scopeName } } }`,
      ).join(' ') +
      ' }';
    const { errors } = await admin.send(query);
    expect(errors[0]?.extensions.code).toBe('TOO_COSTLY');
    expect(errors[0]?.extensions.cost).toBeGreaterThan(100_000);
  });

  it('every answer tells its cost', async () => {
    const { extensions } = await admin.send('{ accounts(first: 10) { nodes { id } } }');
    expect(extensions.cost).toEqual({ requested: 21, limit: 100_000 });
  });

  it('a field that does much costs much, for every row of a list', async () => {
    const asked = (first: number) =>
      admin.send(`{ entries(first: ${first}) { nodes { nameCheck { unread } } } }`);
    const few = await asked(10);
    expect(few.extensions.cost).toEqual({ requested: 5021, limit: 100_000 });
    expect((await asked(200)).errors[0]?.extensions.code).toBe('TOO_COSTLY');
  });

  it('several operations in one body are refused', async () => {
    const response = await post(
      JSON.stringify([{ query: '{ viewer { id } }' }, { query: '{ viewer { id } }' }]),
    );
    expect(response.status).toBe(400);
  });

  it('ten megabytes of text are refused, and the server goes on', async () => {
    const response = await post(JSON.stringify({ query: `{ viewer { id } } # ${'星'.repeat(3_500_000)}` }));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: { code: 'BODY_TOO_LARGE' } });
    expect((await raw('{ viewer { id } }')).status).toBe(200);
  });
});

describe('requests from another site', () => {
  it('a form post that needs no preflight is refused', async () => {
    const response = await post('query=mutation{sessionEndAll{problems{code}}}', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(response.status).toBe(415);
    const text = await post(JSON.stringify({ query: '{ viewer { id } }' }), { 'content-type': 'text/plain' });
    expect(text.status).toBe(400);
  });

  it('a mutation by GET is refused', async () => {
    const query = encodeURIComponent('mutation { sessionEndAll { problems { code } } }');
    const response = await admin.fetch(`/graphql?query=${query}`);
    expect([400, 405]).toContain(response.status);
  });

  it('an upload without the header that forces a preflight is refused', async () => {
    const response = await fetch(`${app.url}/files`, {
      method: 'POST',
      headers: { ...admin.headers, 'content-type': 'application/pdf' },
      body: '%PDF-1.7',
    });
    expect(response.status).toBe(403);
  });
});

describe('what errors tell', () => {
  it('no stack, no SQL and no text of the database', async () => {
    const { text } = await raw('{ account(id: "not-a-uuid") { id } }');
    const answers = [text, (await raw('{ nonsense }')).text, (await raw('{ viewer { id ')).text];
    const { errors } = await admin.send('{ account(id: "not-a-uuid") { id } }');
    answers.push(JSON.stringify(errors));
    for (const answer of answers)
      expect(answer).not.toMatch(/stack|node_modules|select |syntax for type|postgres|pglite/i);
  });

  it('an id that is not one is not an internal error', async () => {
    const { errors, data } = await admin.send<{ account: null }>('{ account(id: "not-a-uuid") { id } }');
    expect(errors.map((error) => error.extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
    expect(data?.account ?? null).toBeNull();
  });
});

describe('headers', () => {
  it('forbid sniffing and framing', async () => {
    const response = await fetch(`${app.url}/graphql?query={__typename}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });
});
