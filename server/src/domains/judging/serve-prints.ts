import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from '../../platform/files/index.ts';
import { notFound } from '../../platform/graphql/errors.ts';
import { authorize } from '../../platform/graphql/schema.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import { type PrintDocument, renderPdf } from '../../platform/print/index.ts';
import { certificatesDocument } from './print-certificates.ts';
import { rankingDocument } from './print-ranking.ts';
import { scoreSheetsDocument } from './print-score-sheets.ts';
import type { Locale } from './print-words.ts';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;
type Print = (
  context: RequestContext,
  id: string,
  query: Readonly<Record<string, string | undefined>>,
  locale: Locale,
) => Promise<PrintDocument | null>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const known = (id: string | undefined): string => {
  if (id === undefined || !UUID.test(id)) throw notFound('print');
  return id;
};

/** What can be printed: the right it asks for, null for everybody, and the document as the viewer may see it. */
const PRINTS: Readonly<Record<string, { readonly right: string | null; readonly print: Print }>> = {
  'score-sheets': {
    right: 'scoreSheet.list',
    print: (context, id, { round }, locale) =>
      scoreSheetsDocument(
        context,
        round === undefined ? { sheetId: id } : { entryId: id, roundId: known(round) },
        locale,
      ),
  },
  rankings: {
    right: null,
    print: (context, id, { category }, locale) =>
      rankingDocument(context, id, category === undefined ? null : known(category), locale),
  },
  certificates: {
    right: 'session.own',
    print: (context, id, { of }, locale) =>
      certificatesDocument(context, of === 'competition' ? { competitionId: id } : { entryId: id }, locale),
  },
};

/**
 * `GET /print/:kind/:id.pdf?lang=zh|en`, shown in the browser: `score-sheets` of a sheet, or with `round=` of an entry;
 * `rankings` of a result, with `category=` of one category; `certificates` of an entry, or with `of=competition` of an
 * edition. The same policies as in the contract decide what is on the page.
 */
export function servePrints(fastify: FastifyInstance, makeContext: MakeContext): void {
  fastify.get<{ Params: { kind: string; file: string }; Querystring: Record<string, string | undefined> }>(
    '/print/:kind/:file',
    async (request, reply) => {
      const context = await makeContext(request, reply);
      const found = Object.hasOwn(PRINTS, request.params.kind) ? PRINTS[request.params.kind] : undefined;
      if (!found || !request.params.file.endsWith('.pdf')) throw notFound('print');
      if (found.right) authorize(context.viewer, found.right);
      const locale: Locale = request.query.lang === 'en' ? 'en' : 'zh';
      const document = await found.print(
        context,
        known(request.params.file.slice(0, -4)),
        request.query,
        locale,
      );
      if (!document) throw notFound('print');
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', contentDisposition(`${document.title}.pdf`, 'inline'))
        .header('cache-control', 'private, no-store')
        .send(renderPdf(document));
    },
  );
}
