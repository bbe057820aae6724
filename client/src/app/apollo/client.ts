import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { liveLink } from './live-link.ts';
import { outageLink, retryLink } from './retry-link.ts';
import { sessionLink } from './session-link.ts';

/** Shows the server that a request comes from script, which a foreign page cannot forge. */
export const PREFLIGHT = { 'apollo-require-preflight': 'true' } as const;

/** The one client of the page. Each page of a list is held under its own arguments, as keyset paging wants it. */
export function createApollo(): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin', headers: PREFLIGHT });
  return new ApolloClient({
    cache: new InMemoryCache({
      typePolicies: {
        Viewer: { keyFields: false },
        // A registration that was withdrawn is gone from the list: the answer is the list, whatever stood there before.
        TrainingSession: { fields: { registrations: { merge: false } } },
      },
    }),
    dataMasking: true,
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      liveLink('/graphql/stream', PREFLIGHT),
      ApolloLink.from([sessionLink(), retryLink(), outageLink(), http]),
    ),
  });
}
