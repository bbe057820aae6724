import { ApolloLink, CombinedGraphQLErrors, Observable } from '@apollo/client';
import { print } from 'graphql';
import type { Client } from 'graphql-sse';

/** A fetch whose body simply ends when it is stopped on purpose: browsers report the abort as an error of the page. */
async function fetchQuietly(
  url: string,
  init: RequestInit,
): Promise<{
  ok: boolean;
  status: number;
  statusText: string;
  body: AsyncIterable<Uint8Array> | null;
}> {
  const answer = await fetch(url, init);
  const { body } = answer;
  return {
    ok: answer.ok,
    status: answer.status,
    statusText: answer.statusText,
    body: body && readUntilStopped(body, init.signal),
  };
}

async function* readUntilStopped(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | null | undefined,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

/**
 * Subscriptions as server-sent events, one connection each. A lost connection is taken up again with growing
 * pauses for as long as the page listens.
 */
export function liveLink(url: string, headers: Record<string, string>): ApolloLink {
  let client: Promise<Client> | undefined;
  const connect = async (): Promise<Client> => {
    const { createClient } = await import('graphql-sse');
    return createClient({
      url,
      headers,
      credentials: 'same-origin',
      retryAttempts: 1000,
      fetchFn: fetchQuietly,
    });
  };
  return new ApolloLink((operation) => {
    return new Observable<ApolloLink.Result>((observer) => {
      let stopped = false;
      let stop = (): void => undefined;
      client ??= connect();
      client.then(
        (live) => {
          if (stopped) return;
          stop = live.subscribe(
            {
              query: print(operation.query),
              variables: operation.variables,
              operationName: operation.operationName ?? '',
            },
            {
              next: (result) => observer.next(result as ApolloLink.Result),
              error: (error: unknown) =>
                observer.error(Array.isArray(error) ? new CombinedGraphQLErrors({ errors: error }) : error),
              complete: () => observer.complete(),
            },
          );
        },
        (error: unknown) => {
          // The code of the connection did not arrive: the next subscription asks for it again.
          client = undefined;
          observer.error(error);
        },
      );
      return () => {
        stopped = true;
        stop();
      };
    });
  });
}
