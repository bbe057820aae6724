import { randomUUID } from 'node:crypto';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import pg from 'pg';
import { readDashboard, readEntries, readEntry, readQueue, readRanking, runOn } from './hand/reads.ts';
import { type Submission, submitSheet } from './hand/submit.ts';
import { type SessionAccount, sessionCheck } from './session.ts';

/*
 * Hand-written SQL behind the HTTP server of the product: the same Fastify with the same plugins and headers, the same
 * session check, the same shape of JSON; a route for each line instead of GraphQL.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c timezone=UTC' });
const check = sessionCheck(pool);
const run = runOn(pool);

const fastify = Fastify({
  logger: false,
  bodyLimit: 1_000_000,
  genReqId: () => randomUUID(),
  forceCloseConnections: true,
});
await fastify.register(fastifyCookie);
await fastify.register(fastifyCompress, { encodings: ['br', 'gzip'], threshold: 1024 });
fastify.addHook('onSend', async (_request, reply, payload) => {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'same-origin');
  if (!reply.hasHeader('x-frame-options')) reply.header('x-frame-options', 'SAMEORIGIN');
  return payload;
});

type Answer<B> = (body: B, account: SessionAccount, requestId: string) => Promise<object>;

function route<B>(url: string, role: string, answer: Answer<B>): void {
  fastify.post(url, async (request, reply) => {
    const account = await check(request.headers.cookie);
    if (!account?.roles.includes(role)) return reply.status(403).send({ errors: [{ code: 'FORBIDDEN' }] });
    return { data: await answer(request.body as B, account, request.id) };
  });
}

route('/entries', 'COORDINATOR', (body: { competitionId: string; first: number }) => readEntries(run, body));
route('/queue', 'JUDGE', (body: { roundId: string; first: number }, { accountId }) =>
  readQueue(run, { ...body, accountId }),
);
route('/ranking', 'COORDINATOR', (body: { resultId: string }) => readRanking(run, body));
route('/entry', 'COORDINATOR', (body: { id: string }) => readEntry(run, body));
route('/dashboard', 'COORDINATOR', (body: { competitionId: string }) => readDashboard(run, body));
route('/submit', 'JUDGE', (body: Submission, { accountId }, requestId) =>
  submitSheet(pool, accountId, requestId, body),
);

await fastify.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.stdout.write('ready\n');
process.on('SIGTERM', () => process.exit(0));
