import type { GraphiQLProps } from 'graphiql';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';

/** Shows the server that a request comes from script, which a foreign page cannot forge. */
const PREFLIGHT = { 'apollo-require-preflight': 'true' };
type Fetcher = GraphiQLProps['fetcher'];

function isSubscription(query: string, name: string | null | undefined): boolean {
  return getOperationAST(parse(query), name)?.operation === OperationTypeNode.SUBSCRIPTION;
}

/** Sends a request of the explorer: queries and mutations as JSON, subscriptions as server-sent events. */
export const fetchGraphql: Fetcher = async ({ query, operationName, variables }, options) => {
  const headers = { ...PREFLIGHT, ...options?.headers };
  if (isSubscription(query, operationName)) {
    const { createClient } = await import('graphql-sse');
    const live = createClient({ url: '/graphql/stream', headers, credentials: 'same-origin' });
    return live.iterate({
      query,
      ...(operationName ? { operationName } : {}),
      variables: typeof variables === 'object' && variables !== null ? { ...variables } : {},
    });
  }
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, operationName, variables }),
  });
  return response.json();
};
