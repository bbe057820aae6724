import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { contentHeaders, type FileStore, parseRange } from '../../platform/files/index.ts';
import { authorize } from '../../platform/graphql/schema.ts';
import { demandPreflight } from '../../platform/http/http-server.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import { fixedSelection } from '../../platform/read/fixed-selection.ts';
import { storedFileRead } from './stored-file.read.ts';
import { uploadFile } from './upload-file.ts';

/** Makes the context of a request, as for GraphQL. */
export type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;

interface Served {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

const SERVED = fixedSelection('key name mediaType size sha256');

/** `POST /files` takes one file as the raw body; `GET /files/:id` gives it to whoever may read what it belongs to. */
export async function serveFiles(
  fastify: FastifyInstance,
  store: FileStore,
  makeContext: MakeContext,
): Promise<void> {
  await fastify.register(async (scope) => {
    // The body is streamed, never parsed or held in memory.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.post('/files', { preHandler: demandPreflight }, async (request, reply) => {
      const context = await makeContext(request, reply);
      authorize(context.viewer, 'file.upload');
      const broken = new AbortController();
      request.raw.once('aborted', () => broken.abort());
      const length = Number(request.headers['content-length']);
      const { value, problems } = await context.run(uploadFile, {
        store,
        stream: request.raw,
        name: fileName(request),
        bytes: Number.isSafeInteger(length) ? length : null,
        signal: broken.signal,
      });
      return value ? reply.status(201).send(value) : reply.status(422).send({ problems });
    });
  });

  fastify.get<{ Params: { id: string }; Querystring: { download?: string } }>(
    '/files/:id',
    async (request, reply) => {
      const context = await makeContext(request, reply);
      const file = UUID.test(request.params.id)
        ? ((await context.one(
            SERVED,
            storedFileRead,
            (row) => sql<boolean>`${row.id} = ${request.params.id}`,
          )) as Served | null)
        : null;
      const range = parseRange(request.headers.range, file?.size ?? 0);
      if (file && range === 'unsatisfiable')
        return reply.status(416).header('content-range', `bytes */${file.size}`).send();
      const part = range === 'none' || range === 'unsatisfiable' ? null : range;
      const opened = file && (await store.open(file.key, part ?? undefined));
      if (!file || !opened) return reply.status(404).send({ error: { code: 'NOT_FOUND' } });
      reply.headers(
        contentHeaders(
          { name: file.name, mediaType: file.mediaType, bytes: opened.bytes, sha256: file.sha256 },
          request.query.download ? 'attachment' : 'inline',
        ),
      );
      reply.header('accept-ranges', 'bytes');
      if (part) reply.status(206).header('content-range', `bytes ${part.start}-${part.end}/${file.size}`);
      return reply.send(opened.stream);
    },
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The sender's name for the file: percent-encoded in a header, for display only. */
function fileName(request: FastifyRequest): string {
  const raw = request.headers['x-file-name'];
  try {
    return typeof raw === 'string' ? decodeURIComponent(raw) : '';
  } catch {
    return '';
  }
}
