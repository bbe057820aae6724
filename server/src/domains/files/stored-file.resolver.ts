import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Allow, Public } from '../../platform/access/operation.ts';
import { forbidden } from '../../platform/graphql/errors.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import { storageRead } from './storage.read.ts';
import { StorageUsageType } from './storage.types.ts';
import { storedFileRead } from './stored-file.read.ts';
import { FileType } from './stored-file.types.ts';

/** Files by id. */
@Resolver()
export class FileResolver {
  @Public()
  @Query(() => FileType, {
    nullable: true,
    description: 'One file, for whoever may read what it is attached to.',
  })
  file(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, storedFileRead, id);
  }

  @Allow('storage.usage')
  @Query(() => StorageUsageType, { description: 'How much is stored, for administrators and auditors.' })
  async storageUsage(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Presented> {
    const usage = await context.one(info, storageRead, () => true);
    if (!usage) throw forbidden('storage.usage');
    return usage;
  }
}
