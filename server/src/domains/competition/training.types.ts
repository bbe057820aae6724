import { TRAINING_STATES, type TrainingState } from '@xinghuo/shared/competition/training';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType, ProblemType } from '../../platform/graphql/types.ts';
import { TeamType } from '../teams/index.ts';
import { CompetitionType } from './competition.types.ts';

export const TrainingStateEnum = graphqlEnum(
  'TrainingState',
  'Whether a training session takes place.',
  TRAINING_STATES,
);

/** The people a team sends. */
@ObjectType('TrainingRegistration', {
  description:
    'The people a team sends to a training session. Shown to the team and to those who run the edition.',
})
export class TrainingRegistrationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => TrainingSessionType, { description: 'The session.' })
  session!: TrainingSessionType;

  @Field(() => TeamType, { description: 'The team.' })
  team!: TeamType;

  @Field(() => [String], { description: 'Names of the people it sends.' })
  attendees!: string[];

  @Field(() => [String], {
    nullable: true,
    description: 'Those of them who came; null until attendance is recorded.',
  })
  present!: string[] | null;

  @Field(() => Int, { description: 'People it sends.' })
  attendeeCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'People who came; null until attendance is recorded.',
  })
  presentCount!: number | null;

  @Field(() => DateTime, { description: 'First registered.' })
  createdAt!: Date;
}

/** A training session. */
@ObjectType('TrainingSession', { description: 'A training session for those who enter projects.' })
export class TrainingSessionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => CompetitionType, { description: 'The edition it prepares for.' })
  competition!: CompetitionType;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Title in English; may be empty.' })
  titleEn!: string;

  @Field(() => String, { description: 'What it is about.' })
  description!: string;

  @Field(() => String, { description: 'The same in English; may be empty.' })
  descriptionEn!: string;

  @Field(() => DateTime, { description: 'Begins.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'Ends.' })
  endsAt!: Date;

  @Field(() => String, { description: 'Where.' })
  place!: string;

  @Field(() => String, { description: 'Where, in English; may be empty.' })
  placeEn!: string;

  @Field(() => String, { description: 'Who teaches.' })
  lecturer!: string;

  @Field(() => Int, { description: 'People there is room for.' })
  capacity!: number;

  @Field(() => Int, { description: 'People registered.' })
  registeredCount!: number;

  @Field(() => TrainingStateEnum, { description: 'Whether it takes place.' })
  state!: TrainingState;

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancelReason!: string | null;

  @Field(() => Boolean, {
    description: 'Registrations may change now: it is not cancelled and has not begun.',
  })
  registrationOpen!: boolean;

  @Field(() => [TrainingRegistrationType], {
    description: 'Registrations the viewer may see, the earliest first; 500 at most.',
  })
  registrations!: TrainingRegistrationType[];

  @Field(() => [AvailableTransitionType], {
    description: 'The steps out of the present state that the viewer may try.',
  })
  availableTransitions!: AvailableTransitionType[];

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** What a step on a session answers. */
@ObjectType('TrainingSessionPayload', {
  description: 'The session after the step; null when it was refused.',
})
export class TrainingSessionPayload {
  @Field(() => TrainingSessionType, { nullable: true, description: 'The session.' })
  trainingSession!: TrainingSessionType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
