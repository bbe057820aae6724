import { COMPUTATION_TOTAL } from '@xinghuo/shared/judging/domain/computation';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import { computed, defineRead } from '../../platform/read/define-read.ts';
import type { Presented } from '../../platform/read/present.ts';
import { Computation } from './computation.entity.ts';
import {
  ComputationCancelInput,
  ComputationPayload,
  ComputationStartInput,
  ComputationType,
} from './computation.types.ts';
import { cancelComputation, startComputation } from './computations.ts';
import { computationAccess } from './judging.access.ts';
import { COMPUTATION_CHANGED } from './topics.ts';

const computationRead = defineRead({
  type: 'Computation',
  entity: Computation,
  access: computationAccess,
  fields: { total: computed([], () => COMPUTATION_TOTAL) },
});

/** Long work: started, watched, cancelled, come back to. */
@Resolver()
export class ComputationResolver {
  @Allow('judging.compute')
  @Mutation(() => ComputationPayload, {
    description: 'Starts a computation in the background and answers at once.',
  })
  computationStart(
    @Arg('input', () => ComputationStartInput) input: ComputationStartInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, startComputation, { ...input });
  }

  @Allow('judging.compute')
  @Mutation(() => ComputationPayload, { description: 'Cancels a computation: nothing of it is stored.' })
  computationCancel(
    @Arg('input', () => ComputationCancelInput) input: ComputationCancelInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, cancelComputation, input);
  }

  @Allow('judging.progress')
  @Query(() => ComputationType, { nullable: true, description: 'One computation.' })
  computation(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, computationRead, id);
  }

  @Allow('judging.progress')
  @Query(() => [ComputationType], {
    description: 'Computations of an edition, the latest first; at most 50.',
  })
  computations(
    @Arg('competitionId', () => ID) competitionId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented[]> {
    return context.many(info, computationRead, {
      where: (row) => sql<boolean>`${row.col('competition')} = ${competitionId}`,
      order: (row) => sql`${row.col('createdAt')} desc, ${row.id}`,
      limit: 50,
    });
  }

  @Allow('judging.progress')
  @Subscription(() => ComputationType, {
    nullable: true,
    name: 'computation',
    description: 'A computation as it goes on: at once, then with every change, at most twice a second.',
    subscribe: ({ args, context }) =>
      context.ticks(COMPUTATION_CHANGED, (payload: Record<string, unknown>) => payload.id === args.id, 500),
  })
  async computationLive(
    @Root() _tick: unknown,
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return (await context.fresh()).byId(info, computationRead, id);
  }
}
