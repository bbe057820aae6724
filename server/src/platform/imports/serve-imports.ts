import type { Readable } from 'node:stream';
import { IMPORT } from '@xinghuo/shared/imports/imports';
import { problem } from '@xinghuo/shared/kernel/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from '../files/index.ts';
import { notFound } from '../graphql/errors.ts';
import { authorize } from '../graphql/schema.ts';
import { demandPreflight } from '../http/http-server.ts';
import type { RequestContext } from '../http/request-context.ts';
import { XLSX_MEDIA_TYPE } from '../sheets/index.ts';
import type { CheckedSheet } from './check-sheet.ts';
import { type ImportKind, importKind } from './import-kind.ts';
import { laterProblems, previewImport } from './preview-import.ts';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;

/**
 * `POST /imports/:kind/preview` takes a sheet as the raw body, its name percent-encoded in `x-file-name`, and answers
 * with what is wrong in it, the first 500 problems at their cells; `GET /imports/:kind/preview/:id?after=<nextAfter>`
 * answers with the next ones. `GET /imports/:kind/template.xlsx?lang=zh|en` gives the sheet to fill in.
 */
export async function serveImports(fastify: FastifyInstance, makeContext: MakeContext): Promise<void> {
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.post<{ Params: { kind: string } }>(
      '/imports/:kind/preview',
      { preHandler: demandPreflight },
      async (request, reply) => {
        const context = await makeContext(request, reply);
        const kind = allowedKind(context, request.params.kind);
        const content = await readBody(request.raw);
        if (content === null) {
          return reply
            .status(422)
            .send({ problems: [problem('FILE_TOO_LARGE', [], { maxBytes: IMPORT.maxBytes })] });
        }
        const { value, problems } = await context.run(previewImport, {
          kind,
          content,
          fileName: fileName(request),
        });
        if (!value) return reply.status(422).send({ problems });
        return reply.send({
          previewId: value.previewId,
          columns: columnsOf(kind),
          ...findings(value.checked, IMPORT.sample),
        });
      },
    );
  });

  fastify.get<{ Params: { kind: string; id: string }; Querystring: { after?: string } }>(
    '/imports/:kind/preview/:id',
    async (request, reply) => {
      const context = await makeContext(request, reply);
      const kind = allowedKind(context, request.params.kind);
      const after = Number(request.query.after ?? -1);
      const { id } = request.params;
      const { value, problems } = await context.run(laterProblems, { kind, id, after });
      if (!value) return reply.status(422).send({ problems });
      return reply.send({ previewId: id, columns: columnsOf(kind), ...findings(value.checked, 0) });
    },
  );

  fastify.get<{ Params: { kind: string }; Querystring: { lang?: string } }>(
    '/imports/:kind/template.xlsx',
    async (request, reply) => {
      const context = await makeContext(request, reply);
      const kind = allowedKind(context, request.params.kind);
      const locale = request.query.lang === 'en' ? 'en' : 'zh';
      const workbook = await kind.sheet.template(locale);
      return reply
        .header('content-type', XLSX_MEDIA_TYPE)
        .header(
          'content-disposition',
          contentDisposition(`${kind.sheet.definition.name[locale]}.xlsx`, 'attachment'),
        )
        .send(workbook);
    },
  );
}

function allowedKind(context: RequestContext, name: string): ImportKind {
  const kind = importKind(name);
  authorize(context.viewer, kind?.permission ?? 'import.run');
  if (!kind) throw notFound('import');
  return kind;
}

const columnsOf = (kind: ImportKind) =>
  kind.sheet.definition.columns.map(({ key, zh, en }) => ({ key, zh, en }));

/** The rows a person needs to see: the first ones, and those with a problem that is told. */
function findings({ parsed, problems, problemCount, nextAfter }: CheckedSheet, first: number): object {
  const told = new Set(problems.map(({ row }) => row));
  const sample = parsed.rows
    .filter(({ row }, index) => index < first || told.has(row))
    .map(({ row, cells }) => ({ row, cells }));
  return { rows: parsed.rows.length, problemCount, problems, nextAfter, sample };
}

/** The whole body, or null when it is larger than a sheet may be; the rest is then read and thrown away. */
async function readBody(stream: Readable): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= IMPORT.maxBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (bytes > IMPORT.maxBytes * 4) return null;
  }
  return bytes > IMPORT.maxBytes ? null : Buffer.concat(chunks);
}

/** The sender's name for the file: percent-encoded in a header, for display only. */
function fileName(request: FastifyRequest): string {
  const raw = request.headers['x-file-name'];
  try {
    return typeof raw === 'string' ? decodeURIComponent(raw) : '';
  } catch {
    return '';
  }
}
