import type { FastifyInstance } from 'fastify';

/** `/healthz`: the process answers. `/readyz`: so does the database; a balancer sends requests only then. */
export function serveHealth(fastify: FastifyInstance, ping: () => Promise<void>): void {
  fastify.get('/healthz', async () => ({ status: 'ok' }));
  fastify.get('/readyz', async (_request, reply) => {
    try {
      await ping();
      return { status: 'ready' };
    } catch {
      return reply.status(503).send({ status: 'unavailable' });
    }
  });
}
