import { ApolloLink, CombinedGraphQLErrors } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';
import { OperationTypeNode } from 'graphql';
import { map } from 'rxjs';
import { errorKind } from '../../ui/core/problem-text.ts';

/** Attempts at a read: after a lost line, and while the service is away, which takes a while to come back. */
const ATTEMPTS = { network: 4, unavailable: 8 } as const;

/**
 * A read whose line dropped, or that found the service away, is asked again with growing pauses; a write never is,
 * since it may have arrived.
 */
export function retryLink(initial = 400): ApolloLink {
  return new RetryLink({
    delay: { initial, max: 10 * initial, jitter: true },
    attempts: (count, operation, error) => {
      if (operation.operationType !== OperationTypeNode.QUERY) return false;
      const kind = errorKind(error);
      if (kind === 'network') return count < ATTEMPTS.network && navigator.onLine;
      return kind === 'unavailable' && count < ATTEMPTS.unavailable;
    },
  });
}

/** An answer that says the service is away counts as a failed request, like a line that dropped. */
export function outageLink(): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        if (!result.errors?.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE'))
          return result;
        throw new CombinedGraphQLErrors(result);
      }),
    ),
  );
}
