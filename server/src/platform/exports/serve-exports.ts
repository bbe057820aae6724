import { PassThrough } from 'node:stream';
import type { Label } from '@xinghuo/shared/kernel/label';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { contentDisposition } from '../files/index.ts';
import { notFound } from '../graphql/errors.ts';
import { authorize } from '../graphql/schema.ts';
import type { RequestContext } from '../http/request-context.ts';
import { XLSX_MEDIA_TYPE } from '../sheets/index.ts';
import { listArguments, listField, permissionOf } from './export-arguments.ts';
import { exportedLists } from './export-list.ts';
import { prepareExport } from './write-export.ts';

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>;

/**
 * `GET /exports/:list.xlsx?filter=&sort=&lang=zh|en`: the list as the viewer sees it, with the same right, filter,
 * order and policies as its query, `filter` and `sort` being JSON of that query's arguments. A list longer than `most`
 * rows stops there, says so under its last row, and carries `x-export-stopped-at`; HEAD asks for that alone.
 */
export function serveExports(
  fastify: FastifyInstance,
  schema: GraphQLSchema,
  makeContext: MakeContext,
  log: Logger,
  most: number,
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
      const locale: keyof Label = request.query.lang === 'en' ? 'en' : 'zh';
      const narrowing = listArguments(field, request.query);
      const prepared = await prepareExport(context, list, narrowing, locale, most);
      if (prepared.truncated) reply.header('x-export-stopped-at', String(most));
      if (request.method === 'HEAD') return reply.send();
      const out = new PassThrough();
      prepared.write(out).catch((error: unknown) => {
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
