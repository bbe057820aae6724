import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestContext,
  HeaderMap,
  type HTTPGraphQLHead,
} from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import {
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
} from 'graphql';
import type { Logger } from 'pino';
import { costOf } from '../graphql/cost.ts';
import { tooCostly } from '../graphql/errors.ts';
import { type Executor, isVariableError } from '../graphql/execution.ts';
import type { CostBudget } from './cost-budget.ts';
import { type GraphqlLimits, limitRules } from './operation-limits.ts';
import { headOf, outageOf, toldOf } from './outage.ts';
import type { RequestContext } from './request-context.ts';

/** Apollo Server over the contract: compiled execution, limits, costs reported, errors that tell nothing they should not. */
export async function createGraphqlServer(options: {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly limits: GraphqlLimits;
  readonly budget: CostBudget;
  readonly log: Logger;
  readonly describe: (error: unknown) => Readonly<Record<string, unknown>>;
  readonly fastify: FastifyInstance;
}): Promise<ApolloServer<RequestContext>> {
  const { schema, limits, log } = options;
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !limits.openIntrospection,
    allowBatchedHttpRequests: false,
    validationRules: [...limitRules(limits)],
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin<RequestContext>(options.fastify),
      costPlugin(schema, limits, options.budget),
      statusPlugin(),
      executionPlugin(options.executor, (formatted, error, requestId) =>
        presentError(formatted, error, log.child({ requestId }), options.describe),
      ),
      ...(limits.openIntrospection ? [] : [introspectionPlugin(schema)]),
    ],
    formatError: (formatted, error) => presentError(formatted, error, log, options.describe),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (m) => log.warn(m),
      error: (m) => log.error(m),
    },
  });
  await server.start();
  return server;
}

/** Refuses what is too costly before it runs, charges the account's budget, and reports the cost. */
function costPlugin(
  schema: GraphQLSchema,
  limits: GraphqlLimits,
  budget: CostBudget,
): ApolloServerPlugin<RequestContext> {
  const known = new Map<string, number>();
  // A key holds what the client chose: one that is long is not kept, or a few requests would fill the memory.
  const longest = 300;
  const cost = (request: GraphQLRequestContext<RequestContext>): number => {
    if (!request.document) return 0;
    const variables = request.request.variables ?? {};
    const sizes = Object.entries(variables).filter(([, value]) => typeof value === 'number');
    const key = `${request.queryHash}:${request.operationName ?? ''}:${JSON.stringify(sizes)}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const made = costOf(schema, request.document, request.operationName, variables);
    if (known.size > 5000) known.clear();
    if (key.length <= longest) known.set(key, made);
    return made;
  };
  return {
    async requestDidStart() {
      let spent = 0;
      return {
        async didResolveOperation(request) {
          spent = cost(request);
          if (spent > limits.maxCost) throw tooCostly(spent, limits.maxCost);
          await budget.spend(request.contextValue, spent);
        },
        async willSendResponse({ response }) {
          if (response.body.kind === 'single' && spent > 0) {
            response.body.singleResult.extensions = {
              ...response.body.singleResult.extensions,
              cost: { requested: spent, limit: limits.maxCost },
            };
          }
        },
      };
    },
  };
}

/**
 * GraphQL over HTTP: a client that asks for plain `application/json` reads errors from the body and gets 200; only
 * `application/graphql-response+json` makes the status tell.
 */
function statusPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response }) {
          const accept = request.http?.headers.get('accept') ?? '';
          if (
            response.http.status === 400 &&
            /application\/json/.test(accept) &&
            !/graphql-response/.test(accept)
          ) {
            response.http.status = 200;
          }
        },
      };
    },
  };
}

/**
 * Runs operations by compiled execution, in place of Apollo's own. Not as a gateway, for which Apollo makes an object
 * with accessors for each request: V8 keeps a hidden class of it, and all that the request held, until the next full
 * collection, and spends a quarter of a busy process's time on copying what is long over.
 */
function executionPlugin(
  executor: Executor,
  present: (
    formatted: GraphQLFormattedError,
    error: GraphQLError,
    requestId: string,
  ) => GraphQLFormattedError,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, queryHash, document, operationName, contextValue }) {
          if (queryHash === undefined) throw new Error('an operation that is run has been read');
          const { data, errors } = await executor.run(
            queryHash,
            document,
            operationName ?? undefined,
            request.variables ?? {},
            contextValue,
          );
          const http: HTTPGraphQLHead = { headers: new HeaderMap() };
          const answered = data === undefined ? {} : { data };
          if (!errors) return { http, body: { kind: 'single', singleResult: answered } };
          if (data === undefined) http.status = 400;
          for (const error of errors) showOutage(error, http);
          const { requestId } = contextValue.transport;
          const told = errors.map((error) => present(formattedOf(error), error, requestId));
          return { http, body: { kind: 'single', singleResult: { errors: told, ...answered } } };
        },
      };
    },
  };
}

/** An error as Apollo formats it: what has no code is unexpected, unless it is about a variable's value. */
function formattedOf(error: GraphQLError): GraphQLFormattedError {
  const { http: _, ...extensions } = error.extensions;
  const code =
    extensions.code ??
    (isVariableError(error)
      ? ApolloServerErrorCode.BAD_USER_INPUT
      : ApolloServerErrorCode.INTERNAL_SERVER_ERROR);
  return { ...error.toJSON(), extensions: { ...extensions, code } };
}

/** An outage shows in the status too, so that proxies and clients try again by themselves. */
function showOutage(error: GraphQLError, http: HTTPGraphQLHead): void {
  const outage = outageOf(unwrapResolverError(error));
  const head = outage ? headOf(outage) : null;
  if (!head) return;
  http.status = head.status;
  for (const [name, value] of head.headers) http.headers.set(name, value);
}

/** In production the schema's shape is told only to those who signed in. */
function introspectionPlugin(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue }) {
          if (contextValue.viewer.accountId) return;
          const { validate } = await import('graphql');
          if (validate(schema, document, [NoSchemaIntrospectionCustomRule]).length > 0) {
            throw new GraphQLError('Sign in to read the schema.', {
              extensions: { code: 'UNAUTHENTICATED' },
            });
          }
        },
      };
    },
  };
}

/** Codes whose message was written for the caller; everything else could carry text of the database. */
const TELLABLE: ReadonlySet<string> = new Set([
  ...Object.values(ApolloServerErrorCode).filter(
    (code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR,
  ),
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'TOO_COSTLY',
  'PASSWORD_CHANGE_REQUIRED',
]);

/** An error as the caller may see it; the whole of it, without personal data, goes to the log. */
export function presentError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
  describe: (error: unknown) => Readonly<Record<string, unknown>>,
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const code = formatted.extensions?.code;
  const raised = error instanceof GraphQLError && (original === error || original instanceof GraphQLError);
  if (raised && typeof code === 'string' && TELLABLE.has(code)) return formatted;
  if (code === undefined && raised && !(error as GraphQLError).originalError) {
    return { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_USER_INPUT' } };
  }
  const outage = outageOf(original);
  if (outage) {
    log.warn({ path: formatted.path, code: outage.extensions.code }, 'outage');
    return {
      message: outage.message,
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: toldOf(outage),
    };
  }
  const described = describe(original);
  // An id that is no UUID: what was asked for is wrong, not the product.
  if (described.code === '22P02') {
    return {
      message: 'A value does not have the form it must have, for example an id.',
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code: 'BAD_USER_INPUT' },
    };
  }
  log.error({ path: formatted.path, ...described }, 'unexpected error');
  return {
    message: 'Something went wrong on our side; nothing was changed.',
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
