import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignAll, makeReview, type Review, sheetsOf, submitAll } from '../api/judging/kit.ts';
import { startTestApp, type TestApp } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';

/** The event stream is a second door to the same contract: what the first one refuses must not come in there. */

let app: TestApp;
let review: Review;

beforeAll(async () => {
  app = await startTestApp();
  review = await makeReview(app, { entries: ['HEALTH'] });
  await assignAll(review.coordinator, review.round.id);
});
afterAll(() => app.close());

const open = (client: Client, query: string, signal?: AbortSignal): Promise<Response> =>
  client.fetch('/graphql/stream', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
    ...(signal ? { signal } : {}),
  });
/** All that a stream says which ends by itself. */
const said = async (client: Client, query: string): Promise<string> => (await open(client, query)).text();
/** Reads a stream that goes on: all that was said, once a part of it is there. */
function listen(response: Response): { until: (part: string) => Promise<string> } {
  const reader = response.body?.getReader();
  if (!reader) throw new Error('a stream');
  const decoder = new TextDecoder();
  let text = '';
  return {
    until: async (part) => {
      while (!text.includes(part)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended with ${text}`);
        text += decoder.decode(value, { stream: true });
      }
      return text;
    },
  };
}
const progress = (fields: string, id = review.round.id): string =>
  `subscription { judgingProgress(roundId: "${id}") { ${fields} } }`;

describe('the event stream', () => {
  it('runs neither queries nor mutations', async () => {
    const colleague = await app.actor('COORDINATOR');
    for (const query of [
      '{ viewer { name } }',
      '{ __schema { types { name } } }',
      'mutation { sessionEndAll { problems { code } } }',
    ]) {
      const text = await said(colleague, query);
      expect(text).toContain('BAD_USER_INPUT');
      expect(text).toContain('"data":null');
    }
    expect(await colleague.ask('{ viewer { name } }')).toEqual({ viewer: { name: expect.any(String) } });
  });

  it.each([
    ['many aliases', () => progress(Array.from({ length: 40 }, (_, i) => `a${i}: total`).join(' '))],
    ['many directives', () => progress(`total ${'@skip(if: false) '.repeat(60)}`)],
    ['a flood of tokens', () => progress('total '.repeat(3000))],
    ['fields there are none of', () => progress('planets')],
    ['no document', () => 'subscription {'],
  ])('refuses %s', async (_name, query) => {
    const text = await said(review.coordinator, query());
    expect(text).toMatch(/GRAPHQL_(VALIDATION|PARSE)_FAILED/);
    expect(text).toContain('"data":null');
  });

  it('tells nothing of the database when something goes wrong', async () => {
    const stop = new AbortController();
    const { until } = listen(await open(review.coordinator, progress('total', 'not-a-uuid'), stop.signal));
    const text = await until('"extensions"');
    stop.abort();
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toMatch(/invalid input syntax|select |stack|pglite|postgres/i);
  });

  it('tells nothing more once the session it began with has ended', async () => {
    const colleague = await app.actor('COORDINATOR');
    const stop = new AbortController();
    const { until } = listen(await open(colleague, progress('submitted'), stop.signal));
    await until('"submitted":0');
    await colleague.ask('mutation { sessionEndAll { problems { code } } }');
    const judge = review.judges[0]?.client;
    const [sheet] = judge ? await sheetsOf(judge) : [];
    if (!judge || !sheet) throw new Error('a judge with a sheet');
    await submitAll(judge, sheet, '8');
    expect(await until('UNAUTHENTICATED')).not.toContain('"submitted":1');
    stop.abort();
  });
});
