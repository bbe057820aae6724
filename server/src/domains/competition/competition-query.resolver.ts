import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import {
  CompetitionConnection,
  CompetitionFilter,
  CompetitionSort,
  type CompetitionSortField,
  competitionList,
} from './competition.list.ts';
import { categoryRead, competitionRead, roundRead } from './competition.read.ts';
import { CompetitionType } from './competition.types.ts';
import { EntryConnection, EntryFilter, EntrySort, type EntrySortField, entryList } from './entry.list.ts';
import { entryRead } from './entry.read.ts';
import { EntryType } from './entry.types.ts';
import { CategoryType, RoundType } from './rubric.types.ts';

/** Editions and entries, for everybody as far as their policies go: the public sees open editions and publicised awards. */
@Resolver()
export class CompetitionQueryResolver {
  @Allow('competition.list')
  @Query(() => CompetitionType, {
    nullable: true,
    description: 'One edition; being set up, for the office only.',
  })
  competition(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, competitionRead, id);
  }

  @Allow('competition.list')
  @Query(() => CompetitionConnection, { description: 'Editions, newest first.' })
  competitions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CompetitionFilter, { nullable: true }) filter: CompetitionFilter | null,
    @Arg('sort', () => [CompetitionSort], { nullable: true }) sort: SortBy<CompetitionSortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, competitionList, { ...page, filter, sort });
  }

  @Allow('competition.list')
  @Query(() => CategoryType, { nullable: true, description: 'One category of an edition.' })
  category(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, categoryRead, id);
  }

  @Allow('competition.list')
  @Query(() => RoundType, { nullable: true, description: 'One round of an edition.' })
  round(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, roundRead, id);
  }

  @Allow('entry.list')
  @Query(() => EntryType, { nullable: true, description: 'One entry.' })
  entry(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, entryRead, id);
  }

  @Allow('entry.list')
  @Query(() => EntryConnection, {
    description:
      'Entries the viewer may see: own, assigned, all for the office, awarded ones for the public.',
  })
  entries(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EntryFilter, { nullable: true }) filter: EntryFilter | null,
    @Arg('sort', () => [EntrySort], { nullable: true }) sort: SortBy<EntrySortField>[] | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, entryList, { ...page, filter, sort });
  }
}
