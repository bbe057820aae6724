import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import { presentationRead } from './presentation.read.ts';
import {
  PresentationAppendInput,
  PresentationDrawInput,
  PresentationExtendInput,
  PresentationPayload,
  PresentationPublishInput,
  PresentationStepInput,
  PresentationType,
} from './presentation.types.ts';
import {
  appendPresentation,
  drawPresentation,
  extendPresentation,
  publishPresentation,
  stepPresentation,
} from './run-presentation.ts';
import { JUDGING_CHANGED } from './topics.ts';

async function ofRound(
  context: RequestContext,
  info: GraphQLResolveInfo,
  roundId: string,
): Promise<Presented | null> {
  const [found] = await context.many(info, presentationRead, {
    where: (row) => sql<boolean>`${row.col('round')} = ${roundId}`,
    order: (row) => sql`${row.id}`,
    limit: 1,
  });
  return found ?? null;
}

/** The presentation round: who is on, and how long. */
@Resolver()
export class PresentationResolver {
  @Allow('presentation.see')
  @Query(() => PresentationType, {
    nullable: true,
    description: 'The starting order of a presentation round; for leaders once it is published.',
  })
  presentation(
    @Arg('roundId', () => ID) roundId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return ofRound(context, info, roundId);
  }

  @Allow('presentation.see')
  @Subscription(() => PresentationType, {
    nullable: true,
    name: 'presentation',
    description: 'The starting order with its clock: at once, then with every change.',
    subscribe: ({ args, context }) =>
      context.ticks(
        JUDGING_CHANGED,
        (payload: Record<string, unknown>) => payload.roundId === args.roundId,
        500,
      ),
  })
  async presentationLive(
    @Root() _tick: unknown,
    @Arg('roundId', () => ID) roundId: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return ofRound(await context.fresh(), info, roundId);
  }

  @Allow('presentation.manage')
  @Mutation(() => PresentationPayload, {
    description: 'Draws the starting order from a seed; anew only while nobody has been on.',
  })
  presentationDraw(
    @Arg('input', () => PresentationDrawInput) input: PresentationDrawInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, drawPresentation, input);
  }

  @Allow('presentation.manage')
  @Mutation(() => PresentationPayload, {
    description: 'Draws entries that joined the round later to the end of the starting order, from a seed.',
  })
  presentationAppend(
    @Arg('input', () => PresentationAppendInput) input: PresentationAppendInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, appendPresentation, input);
  }

  @Allow('presentation.manage')
  @Mutation(() => PresentationPayload, { description: 'Shows the starting order to the leaders.' })
  presentationPublish(
    @Arg('input', () => PresentationPublishInput) input: PresentationPublishInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, publishPresentation, input);
  }

  @Allow('presentation.manage')
  @Mutation(() => PresentationPayload, {
    description: 'Starts, pauses, goes on with or ends a turn, by the server’s clock.',
  })
  presentationStep(
    @Arg('input', () => PresentationStepInput) input: PresentationStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, stepPresentation, input);
  }

  @Allow('presentation.manage')
  @Mutation(() => PresentationPayload, {
    description: 'Gives an entry more time, and its marks as much, for a recorded reason.',
  })
  presentationExtend(
    @Arg('input', () => PresentationExtendInput) input: PresentationExtendInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, extendPresentation, input);
  }
}
