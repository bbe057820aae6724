import { GraphQLError } from 'graphql';

/** The codes of errors that are not data: everything else is a problem in a payload. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'TOO_COSTLY';

function graphqlError(
  code: ErrorCode,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}

/** Nobody is signed in, or the session has ended. */
export function unauthenticated(): GraphQLError {
  return graphqlError('UNAUTHENTICATED', 'Sign in to do this.');
}

/** The account lacks the permission or the right on this object. */
export function forbidden(right: string): GraphQLError {
  return graphqlError('FORBIDDEN', 'The account may not do this.', { right });
}

/** The object does not exist or the account may not see it: the two look the same on purpose. */
export function notFound(type: string): GraphQLError {
  return graphqlError('NOT_FOUND', `No such ${type}.`, { type });
}

/** An argument that the contract does not allow. */
export function badInput(message: string, path: readonly string[] = []): GraphQLError {
  return graphqlError('BAD_USER_INPUT', message, { path });
}

/** Too many requests in too short a time. */
export function rateLimited(retryAfterSeconds: number): GraphQLError {
  return graphqlError('RATE_LIMITED', 'Too many requests; try again later.', { retryAfterSeconds });
}

/** The operation would cost more than the account may spend on one request. */
export function tooCostly(cost: number, limit: number): GraphQLError {
  return graphqlError('TOO_COSTLY', `The operation costs ${cost}; at most ${limit} are allowed.`, {
    cost,
    limit,
  });
}
