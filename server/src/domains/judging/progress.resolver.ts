import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, ID, Info, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import { CompetitionDashboardType } from './dashboard.types.ts';
import { judgingMonitorRead } from './monitor.read.ts';
import { JudgingMonitorType } from './monitor.types.ts';
import { dashboardRead, judgeQueueRead, judgingProgressRead } from './progress.read.ts';
import { JudgeQueueType, JudgingProgressType } from './progress.types.ts';
import { JUDGING_CHANGED } from './topics.ts';

/** What people come back to all day: the judge's queue, the coordinator's board. */
@Resolver()
export class ProgressResolver {
  @Allow('scoreSheet.mark')
  @Query(() => [JudgeQueueType], {
    description: 'The signed-in judge’s work by round, the latest first; at most 20 rounds.',
  })
  judgeQueue(
    @Arg('roundId', () => ID, { nullable: true, description: 'This round only.' }) roundId: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented[]> {
    return context.many(info, judgeQueueRead, {
      where: (row) => (roundId ? sql<boolean>`${row.id} = ${roundId}` : true),
      order: (row) =>
        sql`${row.col('state')} desc, ${row.col('opensAt')} desc nulls last, ${row.col('position')} desc, ${row.id}`,
      limit: 20,
    });
  }

  @Allow('judging.progress')
  @Query(() => JudgingProgressType, { nullable: true, description: 'How far the judging of a round is.' })
  judgingProgress(
    @Arg('roundId', () => ID) roundId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, judgingProgressRead, roundId);
  }

  @Allow('judging.progress')
  @Subscription(() => JudgingProgressType, {
    nullable: true,
    name: 'judgingProgress',
    description: 'How far the judging of a round is: at once, then with every change, at most once a second.',
    subscribe: ({ args, context }) =>
      context.ticks(
        JUDGING_CHANGED,
        (payload: Record<string, unknown>) => payload.roundId === args.roundId,
        1000,
      ),
  })
  async judgingProgressLive(
    @Root() _tick: unknown,
    @Arg('roundId', () => ID) roundId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return (await context.fresh()).byId(info, judgingProgressRead, roundId);
  }

  @Allow('judging.progress')
  @Query(() => JudgingMonitorType, {
    nullable: true,
    description: 'Drift of judges and marks of anchors in a round, while it takes marks.',
  })
  judgingMonitor(
    @Arg('roundId', () => ID) roundId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, judgingMonitorRead, roundId);
  }

  @Allow('judging.progress')
  @Subscription(() => JudgingMonitorType, {
    nullable: true,
    name: 'judgingMonitor',
    description: 'The monitor of a round: at once, then with every change, at most once in two seconds.',
    subscribe: ({ args, context }) =>
      context.ticks(
        JUDGING_CHANGED,
        (payload: Record<string, unknown>) => payload.roundId === args.roundId,
        2000,
      ),
  })
  async judgingMonitorLive(
    @Root() _tick: unknown,
    @Arg('roundId', () => ID) roundId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return (await context.fresh()).byId(info, judgingMonitorRead, roundId);
  }

  @Allow('judging.progress')
  @Query(() => CompetitionDashboardType, {
    nullable: true,
    description: 'Where an edition stands, what waits, what is late.',
  })
  competitionDashboard(
    @Arg('competitionId', () => ID) competitionId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, dashboardRead, competitionId);
  }
}
