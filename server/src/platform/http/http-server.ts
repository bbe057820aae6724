import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { headOf, outageOf, toldOf } from './outage.ts';
import { type Credentials, type Pipelines, RequestContext } from './request-context.ts';

/** The cookie that carries a session. */
export const SESSION_COOKIE = 'xinghuo_session';

/** What HTTP needs of the composition root. */
export interface HttpOptions {
  readonly log: Logger;
  readonly pipelines: Pipelines;
  readonly clock: () => Date;
  /** Cookies are marked Secure: the public address is https. */
  readonly secureCookies: boolean;
  /** Reverse proxies in front: none, any, how many, or their addresses. */
  readonly trustProxy: boolean | number | string;
  /** How long a session cookie lives in the browser, in seconds. */
  readonly sessionSeconds: number;
  /** Largest GraphQL request body in bytes. */
  readonly bodyLimit: number;
  /** What the log says of an unexpected error: nothing that was sent, no row. */
  readonly describe: (error: unknown) => Readonly<Record<string, unknown>>;
}

/** The HTTP status of the errors that GraphQL answers by code, for routes beside it. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PASSWORD_CHANGE_REQUIRED: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
};

/** The bare HTTP server: headers, cookies, compression, errors without stack traces. Routes are added by the caller. */
export async function createHttpServer(
  options: Pick<HttpOptions, 'log' | 'trustProxy' | 'bodyLimit' | 'describe'>,
): Promise<FastifyInstance> {
  const log: FastifyBaseLogger = options.log;
  const fastify = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: typeof options.trustProxy === 'number' ? hopsBelow(options.trustProxy) : options.trustProxy,
    bodyLimit: options.bodyLimit,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
  });
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyCompress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: { params: { 1: 4 } },
  });
  fastify.addHook('onSend', async (_request, reply, payload) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    if (!reply.hasHeader('x-frame-options')) reply.header('x-frame-options', 'SAMEORIGIN');
    return payload;
  });
  fastify.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const place = { requestId: request.id, url: request.routeOptions.url };
    // Who goes away in the middle of a request breaks a stream, which is nobody's fault: there is nobody to answer.
    if (request.raw.socket.destroyed) {
      options.log.info(place, 'request aborted');
      return void reply.hijack();
    }
    const outage = outageOf(error);
    const head = outage ? headOf(outage) : null;
    if (outage && head) {
      options.log.warn({ ...place, code: outage.extensions.code }, 'outage');
      for (const [name, value] of head.headers) reply.header(name, value);
      return void reply.status(head.status).send({ error: toldOf(outage) });
    }
    const named = error instanceof GraphQLError ? String(error.extensions.code) : null;
    const status = named === null ? (error.statusCode ?? 500) : (STATUS[named] ?? 500);
    if (status >= 500) options.log.error({ ...place, ...options.describe(error) }, 'request failed');
    const code = status === 413 ? 'BODY_TOO_LARGE' : status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    void reply.status(status).send({ error: { code: status < 500 && named !== null ? named : code } });
  });
  return fastify;
}

/** Trusts the nearest proxies, so many of them. */
function hopsBelow(count: number): (address: string, hop: number) => boolean {
  return (_address, hop) => hop < count;
}

/** The credentials of a request: a bearer token, or the session cookie. */
export function credentialsOf(request: FastifyRequest): Credentials {
  const header = request.headers.authorization;
  const apiToken = header?.startsWith('Bearer ') ? header.slice(7).trim() : null;
  return { apiToken, sessionToken: apiToken ? null : (request.cookies[SESSION_COOKIE] ?? null) };
}

/** Makes the context of one request: who asks, when, and with which pipelines. */
export function contextFactory(
  options: HttpOptions,
): (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext> {
  return async (request, reply) => {
    const now = options.clock();
    const credentials = credentialsOf(request);
    const viewer = await options.pipelines
      .authenticate(credentials, now)
      .catch((error: unknown) => Promise.reject(outageOf(error) ?? error));
    return new RequestContext(viewer, now, options.pipelines, {
      requestId: request.id,
      credentials,
      ip: request.ip,
      userAgent: String(request.headers['user-agent'] ?? '').slice(0, 200),
      setSession: (token) => {
        const cookie = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: options.secureCookies };
        if (token) reply.setCookie(SESSION_COOKIE, token, { ...cookie, maxAge: options.sessionSeconds });
        else reply.clearCookie(SESSION_COOKIE, cookie);
      },
    });
  };
}

/** A request that fails before it is read (a token that has ended) answers with the status of its code, not with 500. */
function withStatus(error: unknown): unknown {
  if (!(error instanceof GraphQLError) || error.extensions.http !== undefined) return error;
  const status = STATUS[String(error.extensions.code)];
  if (status === undefined) return error;
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status } } });
}

/** Puts the GraphQL endpoint on the server. */
export function serveGraphql(
  fastify: FastifyInstance,
  apollo: ApolloServer<RequestContext>,
  options: HttpOptions,
): void {
  const context = contextFactory(options);
  fastify.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: (request, reply) =>
        context(request, reply).catch((error: unknown) => Promise.reject(withStatus(error))),
    }),
  });
}

/** Refuses a state-changing request from another site: it cannot set this header without a preflight. */
export async function demandPreflight(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.headers['apollo-require-preflight'] || request.headers.authorization) return;
  await reply.status(403).send({ error: { code: 'CSRF_REFUSED' } });
}
