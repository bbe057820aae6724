import { ApolloLink, CombinedGraphQLErrors, Observable } from '@apollo/client';
import { print } from 'graphql';
import type { Client } from 'graphql-sse';

/**
 * Subscriptions as server-sent events, one connection each. A lost connection is taken up again with growing
 * pauses for as long as the page listens.
 */
export function liveLink(url: string, headers: Record<string, string>): ApolloLink {
  let client: Promise<Client> | undefined;
  const connect = async (): Promise<Client> => {
    const { createClient } = await import('graphql-sse');
    return createClient({ url, headers, credentials: 'same-origin', retryAttempts: 1000 });
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
