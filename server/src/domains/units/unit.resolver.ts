import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import { createUnit } from './create-unit.ts';
import { UnitConnection, UnitFilter, UnitSort, type UnitSortField, unitList } from './unit.list.ts';
import { unitRead } from './unit.read.ts';
import { UnitCreateInput, UnitPayload, UnitType, UnitUpdateInput } from './unit.types.ts';
import { updateUnit } from './update-unit.ts';

/** Units. */
@Resolver()
export class UnitResolver {
  @Allow('unit.list')
  @Query(() => UnitType, { nullable: true, description: 'One unit.' })
  unit(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, unitRead, id);
  }

  @Allow('unit.list')
  @Query(() => UnitConnection, { description: 'Units.' })
  units(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => UnitFilter, { nullable: true }) filter: UnitFilter | null,
    @Arg('sort', () => [UnitSort], { nullable: true }) sort: SortBy<UnitSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, unitList, { ...page, filter, sort });
  }

  @Allow('unit.manage')
  @Mutation(() => UnitPayload, { description: 'Adds a unit.' })
  unitCreate(
    @Arg('input', () => UnitCreateInput) input: UnitCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createUnit, input);
  }

  @Allow('unit.update')
  @Mutation(() => UnitPayload, {
    description: 'Changes a unit. Its liaison may change duties and the contact.',
  })
  unitUpdate(
    @Arg('input', () => UnitUpdateInput) input: UnitUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateUnit, input);
  }
}
