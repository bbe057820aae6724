import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Pages may load scripts, styles, fonts and workers from this server only, and be framed by nobody else. Styles may
 * stand in elements, because the component library writes them there.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-ancestors 'self'",
  "base-uri 'self'",
  "form-action 'self'",
].join('; ');

/** Serves the built single-page application; every address that is not a file is one of its screens. */
export async function servePages(fastify: FastifyInstance, directory: string): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) return;
  fastify.addHook('onRoute', (route) => {
    route.config = { ...route.config, countedAs: 'pages' };
  });
  await fastify.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: false,
    cacheControl: false,
    // The build leaves a Brotli copy beside every script: nothing is compressed twice.
    preCompressed: true,
    setHeaders: (reply, path) => {
      // Names under assets carry a digest of their content: they never change.
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  fastify.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (!page && request.url !== '/') return reply.status(404).send({ error: { code: 'NOT_FOUND' } });
    reply.header('content-security-policy', PAGE_POLICY).header('cache-control', 'no-cache');
    return reply.sendFile('index.html');
  });
}
