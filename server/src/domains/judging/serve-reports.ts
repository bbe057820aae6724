import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from '../../platform/files/index.ts';
import { notFound } from '../../platform/graphql/errors.ts';
import { authorize } from '../../platform/graphql/schema.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import { renderPdf } from '../../platform/print/index.ts';
import { writeSheets, XLSX_MEDIA_TYPE } from '../../platform/sheets/index.ts';
import { reportDocument, reportSheets } from './print-report.ts';
import type { Locale } from './print-words.ts';
import { reportFacts } from './report-facts.ts';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(pdf|xlsx)$/i;

/**
 * `GET /reports/:competition.pdf` and `.xlsx` with `lang=zh|en`: the organisers' report on the judging of an edition, from
 * the stored official result and its analysis. What takes long was computed with the result; this only sets it out.
 */
export function serveReports(fastify: FastifyInstance, makeContext: MakeContext): void {
  fastify.get<{ Params: { file: string }; Querystring: { lang?: string } }>(
    '/reports/:file',
    async (request, reply) => {
      const context = await makeContext(request, reply);
      const [, competitionId, kind] = FILE.exec(request.params.file) ?? [];
      if (competitionId === undefined) throw notFound('report');
      authorize(context.viewer, 'judging.progress');
      const locale: Locale = request.query.lang === 'en' ? 'en' : 'zh';
      const facts = await reportFacts(context, competitionId);
      if (!facts) throw notFound('report');
      const document = reportDocument(facts, locale, context.now);
      const name = `${document.title}.${kind}`;
      reply.header('cache-control', 'private, no-store');
      if (kind === 'pdf')
        return reply
          .header('content-type', 'application/pdf')
          .header('content-disposition', contentDisposition(name, 'inline'))
          .send(renderPdf(document));
      const out = new PassThrough();
      writeSheets(out, reportSheets(facts, locale)).catch((error: unknown) => out.destroy(error as Error));
      return reply
        .header('content-type', XLSX_MEDIA_TYPE)
        .header('content-disposition', contentDisposition(name, 'attachment'))
        .send(out);
    },
  );
}
