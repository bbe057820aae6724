import { IMPORT } from '@xinghuo/shared/imports/imports';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../access/operation.ts';
import { PageArgs } from '../graphql/page-args.ts';
import type { Payload, RequestContext } from '../http/request-context.ts';
import type { ConnectionValue, SortBy } from '../read/reader.ts';
import { confirmImport } from './confirm-import.ts';
import {
  ImportRunConnection,
  ImportRunFilter,
  ImportRunSort,
  type ImportRunSortField,
  importRunList,
} from './import.list.ts';
import { ImportConfirmInput, ImportConfirmPayload } from './import.types.ts';

/** Imports of sheets: confirming a preview, and what was imported. The preview itself is `POST /imports/:kind/preview`. */
@Resolver()
export class ImportResolver {
  @Allow('import.list')
  @Query(() => ImportRunConnection, { description: 'Sheets that were imported, the latest first.' })
  imports(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ImportRunFilter, { nullable: true }) filter: ImportRunFilter | null,
    @Arg('sort', () => [ImportRunSort], { nullable: true }) sort: SortBy<ImportRunSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, importRunList, { ...page, filter, sort });
  }

  @Allow('import.run')
  @Mutation(() => ImportConfirmPayload, {
    description:
      'Imports a sheet that was previewed without problems, all of it or nothing. The permission of its kind is needed too. Importing the same sheet again changes nothing. A sheet of more than 1,000 rows is written in the background: see `ImportRun.state`.',
  })
  importConfirm(
    @Arg('input', () => ImportConfirmInput) input: ImportConfirmInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, confirmImport, { ...input, atOnce: IMPORT.atOnce });
  }
}
