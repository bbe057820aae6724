import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Public } from '../../platform/access/operation.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
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
}
