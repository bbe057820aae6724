import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';
import { OperationTypeNode } from 'graphql';
import { liveLink } from './live-link.ts';
import { sessionLink } from './session-link.ts';

/** Shows the server that a request comes from script, which a foreign page cannot forge. */
export const PREFLIGHT = { 'apollo-require-preflight': 'true' } as const;

/** A query whose line dropped is asked again; a write never is, since it may have arrived. */
function retryLink(): ApolloLink {
  return new RetryLink({
    delay: { initial: 400, max: 4000, jitter: true },
    attempts: {
      max: 4,
      retryIf: (error, operation) =>
        operation.operationType === OperationTypeNode.QUERY && error instanceof TypeError && navigator.onLine,
    },
  });
}

/** The one client of the page. Each page of a list is held under its own arguments, as keyset paging wants it. */
export function createApollo(): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin', headers: PREFLIGHT });
  return new ApolloClient({
    cache: new InMemoryCache({ typePolicies: { Viewer: { keyFields: false } } }),
    dataMasking: true,
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      liveLink('/graphql/stream', PREFLIGHT),
      ApolloLink.from([sessionLink(), retryLink(), http]),
    ),
  });
}
