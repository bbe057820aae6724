import { GraphQLError } from 'graphql';

/** The codes of errors that are not data: everything else is a problem in a payload. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'TOO_COSTLY'
  | 'SERVICE_UNAVAILABLE'
  | 'STORAGE_FULL';

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

/** Whether somebody may not, or not any more, do or see what a step is about. */
export function isRightLost(error: unknown): boolean {
  const code = error instanceof GraphQLError ? error.extensions.code : null;
  return code === 'FORBIDDEN' || code === 'NOT_FOUND';
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

/** Seconds after which a request that met an outage may be sent again. */
const RETRY_AFTER = 5;

/** The HTTP head that Apollo gives to a response with such an error. */
function outage(
  code: ErrorCode,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>>,
  extensions: Record<string, unknown>,
): GraphQLError {
  return graphqlError(code, message, {
    ...extensions,
    http: { status, headers: new Map(Object.entries(headers)) },
  });
}

/** The database is away for now. Whether a write that was being committed is kept cannot be known: read before repeating it. */
export function serviceUnavailable(): GraphQLError {
  return outage(
    'SERVICE_UNAVAILABLE',
    503,
    'The service is away for a moment; try again. Read before repeating a change that was under way.',
    { 'retry-after': String(RETRY_AFTER) },
    { retryAfterSeconds: RETRY_AFTER },
  );
}

/** The disk of the database or of the files is full: nothing was written, and nothing can be until there is room. */
export function storageFull(): GraphQLError {
  return outage('STORAGE_FULL', 507, 'The storage is full; nothing was changed.', {}, {});
}
