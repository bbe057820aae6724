import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { Logger } from 'pino';
import { costOf } from '../graphql/cost.ts';
import { badInput, tooCostly } from '../graphql/errors.ts';
import type { CostBudget } from './cost-budget.ts';
import { presentError } from './graphql-server.ts';
import { type GraphqlLimits, limitRules } from './operation-limits.ts';
import type { RequestContext } from './request-context.ts';

/** What the stream needs of the composition root: the same limits and budget as the endpoint beside it. */
export interface StreamOptions {
  readonly schema: GraphQLSchema;
  readonly limits: GraphqlLimits;
  readonly budget: CostBudget;
  readonly log: Logger;
  readonly describe: (error: unknown) => Readonly<Record<string, unknown>>;
  readonly context: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
}

interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
}

/**
 * Puts the event stream on the server. It takes subscriptions and nothing else: queries and mutations have their own
 * door, and what keeps that one narrow - limits, cost, budget, errors that tell nothing they should not - holds here too.
 */
export function serveStream(fastify: FastifyInstance, options: StreamOptions): void {
  const { schema, limits, budget, log } = options;
  const rules = [...specifiedRules, ...limitRules(limits)];
  const contexts = new WeakMap<FastifyRequest, RequestContext>();

  /** The document of a subscription that may run; refusals are thrown. */
  const admit = async (asked: Asked, context: RequestContext | undefined): Promise<DocumentNode> => {
    const document = read(asked.query, limits);
    if (getOperationAST(document, asked.operationName)?.operation !== 'subscription')
      throw badInput('Only subscriptions are streamed; send everything else to /graphql.');
    const [wrong] = validate(schema, document, rules);
    if (wrong) throw invalid(wrong, limits);
    const cost = costOf(schema, document, asked.operationName, asked.variables ?? {});
    if (cost > limits.maxCost) throw tooCostly(cost, limits.maxCost);
    if (context) await budget.spend(context, cost);
    return document;
  };
  const stream = createHandler({
    // Every stream is a connection of its own: none is kept for whoever knows its name.
    authenticate: () => null,
    validate: () => [],
    onSubscribe: async (request, asked) => {
      const context = contexts.get(request.raw);
      try {
        return {
          schema,
          document: await admit(asked, context),
          operationName: asked.operationName,
          variableValues: asked.variables,
          contextValue: context as never,
        };
      } catch (error) {
        // Without `data` the library does not take it for a result.
        if (error instanceof GraphQLError) return { data: null, errors: [error] };
        throw error;
      }
    },
    onNext: (_context, _request, result) =>
      'errors' in result && result.errors ? { ...result, errors: result.errors.map(told) } : undefined,
  });
  const told = (error: GraphQLError): GraphQLError => {
    const { message, ...rest } = presentError(error.toJSON(), error, log, options.describe);
    return new GraphQLError(message, { path: rest.path, extensions: rest.extensions });
  };
  fastify.post('/graphql/stream', async (request, reply) => {
    contexts.set(request, await options.context(request, reply));
    try {
      await stream(request, reply);
    } catch (error) {
      log.error({ name: (error as Error).name }, 'event stream failed');
      if (!reply.sent) await reply.status(500).send();
    }
  });
}

/** Reads a document, no longer than one may be. */
function read(query: string, { maxTokens }: GraphqlLimits): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    const { message } = error as Error;
    throw new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

/** A document that does not fit the contract; where the contract is not open, nothing of it is suggested. */
function invalid({ message }: GraphQLError, { openIntrospection }: GraphqlLimits): GraphQLError {
  const text = openIntrospection ? message : message.replace(/ ?Did you mean .*$/, '');
  return new GraphQLError(text, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}
