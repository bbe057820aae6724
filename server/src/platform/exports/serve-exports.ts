import { PassThrough } from 'node:stream';
import type { Label } from '@xinghuo/shared/kernel/label';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { contentDisposition } from '../files/index.ts';
import { notFound } from '../graphql/errors.ts';
import { authorize } from '../graphql/schema.ts';
import type { RequestContext } from '../http/request-context.ts';
import { fixedSelection } from '../read/fixed-selection.ts';
import type { Presented } from '../read/present.ts';
import { type ConnectionValue, type ListArguments, PAGE } from '../read/reader.ts';
import { writeSheet, XLSX_MEDIA_TYPE } from '../sheets/index.ts';
import { listArguments, listField, permissionOf } from './export-arguments.ts';
import { outputColumns, selectionOf } from './export-columns.ts';
import { type ExportedList, exportedLists } from './export-list.ts';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;

/** The most rows of one export. */
export const EXPORT_ROWS = 50_000;

/**
 * `GET /exports/:list.xlsx?filter=&sort=&lang=zh|en`: the list as the viewer sees it, with the same right, filter,
 * order and policies as its query, `filter` and `sort` being JSON of that query's arguments.
 */
export function serveExports(
  fastify: FastifyInstance,
  schema: GraphQLSchema,
  makeContext: MakeContext,
  log: Logger,
): void {
  // A list that no query serves, or a column that no field serves, must stop the start and not the person.
  for (const list of exportedLists().values()) permissionOf(listField(schema, list.list));

  fastify.get<{ Params: { file: string }; Querystring: { filter?: string; sort?: string; lang?: string } }>(
    '/exports/:file',
    async (request, reply) => {
      const context = await makeContext(request, reply);
      const list = exportedLists().get(request.params.file.replace(/\.xlsx$/, ''));
      if (!list || !request.params.file.endsWith('.xlsx')) throw notFound('export');
      const field = listField(schema, list.list);
      authorize(context.viewer, permissionOf(field));
      const rows = rowsOf(context, list, listArguments(field, request.query));
      // What can fail at all fails with the first page, while an error can still be answered.
      const first = await rows.next();
      const locale: keyof Label = request.query.lang === 'en' ? 'en' : 'zh';
      const out = new PassThrough();
      writeSheet(out, {
        sheetName: list.name[locale],
        columns: outputColumns(list.columns, locale),
        rows: following(first, rows),
      }).catch((error: unknown) => {
        log.warn({ list: list.list, name: (error as Error).name }, 'an export broke off');
        out.destroy();
      });
      const day = new Date(context.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
      return reply
        .header('content-type', XLSX_MEDIA_TYPE)
        .header('content-disposition', contentDisposition(`${list.name[locale]}-${day}.xlsx`, 'attachment'))
        .header('cache-control', 'private, no-store')
        .send(out);
    },
  );
}

/** The rows of a list, page by page, each page one statement. */
async function* rowsOf(
  context: RequestContext,
  list: ExportedList,
  args: Pick<ListArguments<object, string>, 'filter' | 'sort'>,
): AsyncGenerator<Presented> {
  const selection = fixedSelection(`nodes { ${selectionOf(list.columns)} }`);
  let after: string | null = null;
  for (let rows = 0; rows < EXPORT_ROWS; rows += PAGE.max) {
    const page: ConnectionValue = await context.list(selection, list.of, { ...args, first: PAGE.max, after });
    yield* page.nodes;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

async function* following(
  first: IteratorResult<Presented>,
  rest: AsyncGenerator<Presented>,
): AsyncGenerator<Presented> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}
