import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What requests of the route are counted under, where its address says too much. */
    countedAs?: string;
  }
}

/**
 * The label of a request: its route as it is declared, never its address, so that nobody who asks can add one. The files
 * of the pages, of which every build has hundreds, count as one.
 */
function labelOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.config.countedAs ?? routeOptions.url ?? 'unknown';
}

/** What is counted for operators, in the Prometheus text format; no personal data, no ids. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'xinghuo_http_request_seconds',
    help: 'Time to answer a request, in seconds.',
    labelNames: ['route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly statements = new Histogram({
    name: 'xinghuo_sql_statement_seconds',
    help: 'Time of a database statement, in seconds.',
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly failures = new Counter({
    name: 'xinghuo_sql_statements_failed_total',
    help: 'Database statements that failed.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A statement has ended. */
  statement(milliseconds: number, failed: boolean): void {
    this.statements.observe(milliseconds / 1000);
    if (failed) this.failures.inc();
  }

  /** Times every request and answers `/metrics`. */
  serve(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', async (request, reply) => {
      this.requests.observe(
        { route: labelOf(request), status: `${Math.floor(reply.statusCode / 100)}xx` },
        reply.elapsedTime / 1000,
      );
    });
    fastify.get('/metrics', async (_request, reply) => {
      reply.header('content-type', this.registry.contentType);
      return this.registry.metrics();
    });
  }
}
