import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Public } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import {
  RegionConnection,
  RegionFilter,
  RegionSort,
  type RegionSortField,
  regionList,
} from './region.list.ts';
import { regionRead } from './region.read.ts';
import { RegionType } from './region.types.ts';

/** Regions: public facts. */
@Resolver()
export class RegionResolver {
  @Public()
  @Query(() => RegionType, { nullable: true, description: 'One region.' })
  region(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, regionRead, id);
  }

  @Public()
  @Query(() => RegionConnection, { description: 'Regions of the city.' })
  regions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RegionFilter, { nullable: true }) filter: RegionFilter | null,
    @Arg('sort', () => [RegionSort], { nullable: true }) sort: SortBy<RegionSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, regionList, { ...page, filter, sort });
  }
}
