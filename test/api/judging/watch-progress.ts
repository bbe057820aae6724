import type { Client } from '../../harness/client.ts';

/** Watches a subscription of a round as a screen does; `until` waits for what comes next. */
export async function watchProgress(
  client: Client,
  roundId: string,
): Promise<{ until(part: string): Promise<void>; stop(): void }> {
  const stop = new AbortController();
  const response = await client.fetch('/graphql/stream', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({
      query: 'subscription ($id: ID!) { judgingProgress(roundId: $id) { submitted } }',
      variables: { id: roundId },
    }),
    signal: stop.signal,
  });
  const reader = response.status === 200 ? response.body?.getReader() : undefined;
  if (!reader) throw new Error(`no stream: ${response.status}`);
  const decoder = new TextDecoder();
  let text = '';
  return {
    async until(part) {
      while (!text.includes(part)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended with ${text}`);
        text += decoder.decode(value, { stream: true });
      }
    },
    stop: () => stop.abort(),
  };
}
