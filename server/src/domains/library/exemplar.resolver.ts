import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Public } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import {
  ExemplarProjectConnection,
  ExemplarProjectFilter,
  ExemplarProjectSort,
  type ExemplarProjectSortField,
  exemplarList,
} from './exemplar.list.ts';
import { exemplarRead } from './exemplar.read.ts';
import { ExemplarProjectPayload, ExemplarProjectType, ExemplarProjectUpdateInput } from './exemplar.types.ts';
import { updateExemplar } from './update-exemplar.ts';

/** The library of exemplary projects. */
@Resolver()
export class ExemplarResolver {
  @Public()
  @Query(() => ExemplarProjectType, { nullable: true, description: 'One exemplary project.' })
  exemplarProject(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, exemplarRead, id);
  }

  @Public()
  @Query(() => ExemplarProjectConnection, { description: 'Exemplary projects.' })
  exemplarProjects(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ExemplarProjectFilter, { nullable: true }) filter: ExemplarProjectFilter | null,
    @Arg('sort', () => [ExemplarProjectSort], { nullable: true }) sort:
      | SortBy<ExemplarProjectSortField>[]
      | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, exemplarList, { ...page, filter, sort });
  }

  @Allow('library.manage')
  @Mutation(() => ExemplarProjectPayload, { description: 'Changes what is said about an exemplary project.' })
  exemplarProjectUpdate(
    @Arg('input', () => ExemplarProjectUpdateInput) input: ExemplarProjectUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateExemplar, input);
  }
}
