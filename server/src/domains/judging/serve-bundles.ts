import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { contentDisposition } from '../../platform/files/index.ts';
import { notFound } from '../../platform/graphql/errors.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import { fixedSelection } from '../../platform/read/fixed-selection.ts';
import { resultPublicationRead } from './publication.read.ts';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/i;
const HEAD = fixedSelection('digest bundlePath');
const WHOLE = fixedSelection('bundle');

/**
 * `GET /bundles/:result.json`: the bundle of an official result, for whoever may have it. Its digest is the entity tag, so
 * that a file already had is not sent, nor read, again.
 */
export function serveBundles(fastify: FastifyInstance, makeContext: MakeContext): void {
  fastify.get<{ Params: { file: string } }>('/bundles/:file', async (request, reply) => {
    const context = await makeContext(request, reply);
    const [, resultId] = FILE.exec(request.params.file) ?? [];
    if (resultId === undefined) throw notFound('bundle');
    const read = (selection: typeof HEAD) =>
      context.one(
        selection,
        resultPublicationRead,
        (row) => sql<boolean>`${row.col('result')} = ${resultId}`,
      );
    const head = (await read(HEAD)) as { digest: string; bundlePath: string | null } | null;
    if (!head?.bundlePath) throw notFound('bundle');
    const tag = `"${head.digest}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    const known = (request.headers['if-none-match'] ?? '')
      .split(',')
      .map((one) => one.trim().replace(/^W\//, ''));
    if (known.includes(tag) || known.includes('*')) return reply.status(304).send();
    const file = (await read(WHOLE)) as { bundle: string } | null;
    if (!file) throw notFound('bundle');
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header(
        'content-disposition',
        contentDisposition(`xinghuo-result-${head.digest.slice(0, 12)}.json`, 'attachment'),
      )
      .send(file.bundle);
  });
}
