import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import { PageArgs } from '../../platform/graphql/page-args.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import type { Presented } from '../../platform/read/present.ts';
import type { ConnectionValue, SortBy } from '../../platform/read/reader.ts';
import {
  TrainingAttendanceSetInput,
  TrainingRegisterInput,
  TrainingRegistrationCancelInput,
  TrainingSessionCancelInput,
  TrainingSessionCreateInput,
  TrainingSessionUpdateInput,
} from './training.inputs.ts';
import {
  TrainingSessionConnection,
  TrainingSessionFilter,
  TrainingSessionSort,
  type TrainingSessionSortField,
  trainingSessionList,
} from './training.list.ts';
import { trainingSessionRead } from './training.read.ts';
import { TrainingSessionPayload, TrainingSessionType } from './training.types.ts';
import { cancelTrainingSession, createTrainingSession, updateTrainingSession } from './training-arrange.ts';
import {
  cancelTrainingRegistration,
  registerForTraining,
  setTrainingAttendance,
} from './training-register.ts';
import {
  TrainingRegistrationConnection,
  TrainingRegistrationFilter,
  TrainingRegistrationSort,
  type TrainingRegistrationSortField,
  trainingRegistrationList,
} from './training-registration.list.ts';

/** Training sessions and registrations. */
@Resolver()
export class TrainingResolver {
  @Allow('training.list')
  @Query(() => TrainingSessionType, { nullable: true, description: 'One training session.' })
  trainingSession(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Presented | null> {
    return context.byId(info, trainingSessionRead, id);
  }

  @Allow('training.list')
  @Query(() => TrainingSessionConnection, { description: 'Training sessions.' })
  trainingSessions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TrainingSessionFilter, { nullable: true }) filter: TrainingSessionFilter | null,
    @Arg('sort', () => [TrainingSessionSort], { nullable: true }) sort:
      | SortBy<TrainingSessionSortField>[]
      | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, trainingSessionList, { ...page, filter, sort });
  }

  @Allow('training.registrations')
  @Query(() => TrainingRegistrationConnection, {
    description: 'Registrations for training that were not withdrawn, as far as the viewer may see them.',
  })
  trainingRegistrations(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TrainingRegistrationFilter, { nullable: true })
    filter: TrainingRegistrationFilter | null,
    @Arg('sort', () => [TrainingRegistrationSort], { nullable: true }) sort:
      | SortBy<TrainingRegistrationSortField>[]
      | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionValue> {
    return context.list(info, trainingRegistrationList, { ...page, filter, sort });
  }

  @Allow('training.manage')
  @Mutation(() => TrainingSessionPayload, { description: 'Arranges a training session.' })
  trainingSessionCreate(
    @Arg('input', () => TrainingSessionCreateInput) input: TrainingSessionCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createTrainingSession, input);
  }

  @Allow('training.manage')
  @Mutation(() => TrainingSessionPayload, { description: 'Changes a training session.' })
  trainingSessionUpdate(
    @Arg('input', () => TrainingSessionUpdateInput) input: TrainingSessionUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateTrainingSession, input);
  }

  @Allow('training.manage')
  @Mutation(() => TrainingSessionPayload, { description: 'Cancels a training session, for a reason.' })
  trainingSessionCancel(
    @Arg('input', () => TrainingSessionCancelInput) input: TrainingSessionCancelInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, cancelTrainingSession, input);
  }

  @Allow('training.register')
  @Mutation(() => TrainingSessionPayload, {
    description: 'Registers the people a team sends, or replaces them, until the session begins.',
  })
  trainingRegister(
    @Arg('input', () => TrainingRegisterInput) input: TrainingRegisterInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, registerForTraining, input);
  }

  @Allow('training.register')
  @Mutation(() => TrainingSessionPayload, {
    description: 'Withdraws a registration before the session begins.',
  })
  trainingRegistrationCancel(
    @Arg('input', () => TrainingRegistrationCancelInput) input: TrainingRegistrationCancelInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, cancelTrainingRegistration, input);
  }

  @Allow('training.manage')
  @Mutation(() => TrainingSessionPayload, { description: 'Records who came, once the session has begun.' })
  trainingAttendanceSet(
    @Arg('input', () => TrainingAttendanceSetInput) input: TrainingAttendanceSetInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, setTrainingAttendance, input);
  }
}
