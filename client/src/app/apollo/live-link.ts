import { ApolloLink, CombinedGraphQLErrors, Observable } from '@apollo/client';
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-sse';

/**
 * Subscriptions as server-sent events, one connection each. A lost connection is taken up again with growing
 * pauses for as long as the page listens.
 */
export function liveLink(url: string, headers: Record<string, string>): ApolloLink {
  let client: Client | undefined;
  return new ApolloLink((operation) => {
    client ??= createClient({ url, headers, credentials: 'same-origin', retryAttempts: 1000 });
    const live = client;
    return new Observable<ApolloLink.Result>((observer) =>
      live.subscribe(
        { query: print(operation.query), variables: operation.variables, operationName: operation.operationName ?? '' },
        {
          next: (result) => observer.next(result as ApolloLink.Result),
          error: (error: unknown) =>
            observer.error(Array.isArray(error) ? new CombinedGraphQLErrors({ errors: error }) : error),
          complete: () => observer.complete(),
        },
      ),
    );
  });
}
