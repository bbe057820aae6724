import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import {
  CompetitionCreateInput,
  CompetitionStepInput,
  CompetitionUpdateInput,
  DeadlineExtendInput,
} from './competition.inputs.ts';
import { CompetitionPayload } from './competition.types.ts';
import { createCompetition } from './create-competition.ts';
import { extendDeadline } from './extend-deadline.ts';
import {
  closeCompetition,
  openCompetition,
  publiciseCompetition,
  returnCompetitionToDraft,
  startDeliberation,
  startReview,
  startScreening,
} from './step-competition.ts';
import { updateCompetition } from './update-competition.ts';

/** Setting up an edition and moving it through its phases. */
@Resolver()
export class CompetitionResolver {
  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, {
    description:
      'Sets up a new edition: nine categories, rounds, criteria and awards of an earlier one or the usual ones.',
  })
  competitionCreate(
    @Arg('input', () => CompetitionCreateInput) input: CompetitionCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createCompetition, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, {
    description: 'Changes texts, dates, organisers and the scoring rule.',
  })
  competitionUpdate(
    @Arg('input', () => CompetitionUpdateInput) input: CompetitionUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateCompetition, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, { description: 'DRAFT to OPEN: entries are taken.' })
  competitionOpen(
    @Arg('input', () => CompetitionStepInput) input: CompetitionStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, openCompetition, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, { description: 'OPEN to DRAFT, while there is no entry.' })
  competitionReturnToDraft(
    @Arg('input', () => CompetitionStepInput) input: CompetitionStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, returnCompetitionToDraft, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, { description: 'OPEN to SCREENING, after the deadline of entries.' })
  competitionStartScreening(
    @Arg('input', () => CompetitionStepInput) input: CompetitionStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, startScreening, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, {
    description:
      'Opens the next round: takes in the eligible entries, or those that advanced from the round before.',
  })
  competitionStartReview(
    @Arg('input', () => CompetitionStepInput) input: CompetitionStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, startReview, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, { description: 'REVIEW to DELIBERATION, once every round is locked.' })
  competitionStartDeliberation(
    @Arg('input', () => CompetitionStepInput) input: CompetitionStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, startDeliberation, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, {
    description: 'DELIBERATION to PUBLICISED: the official result is frozen and stands open to objections.',
  })
  competitionPublicise(
    @Arg('input', () => CompetitionStepInput) input: CompetitionStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, publiciseCompetition, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, {
    description: 'PUBLICISED to CLOSED, after the public notice: the awards are final.',
  })
  competitionClose(
    @Arg('input', () => CompetitionStepInput) input: CompetitionStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, closeCompetition, input);
  }

  @Allow('competition.manage')
  @Mutation(() => CompetitionPayload, {
    description:
      'Moves a deadline back, for everybody, an entry, a round or a judge; recorded with its reason.',
  })
  deadlineExtend(
    @Arg('input', () => DeadlineExtendInput) input: DeadlineExtendInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, extendDeadline, input);
  }
}
