import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

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
      const route = request.routeOptions.url ?? 'unknown';
      this.requests.observe(
        { route, status: `${Math.floor(reply.statusCode / 100)}xx` },
        reply.elapsedTime / 1000,
      );
    });
    fastify.get('/metrics', async (_request, reply) => {
      reply.header('content-type', this.registry.contentType);
      return this.registry.metrics();
    });
  }
}
