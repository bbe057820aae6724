import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../platform/graphql/scalars.ts';

/** Arranging a session. */
@InputType('TrainingSessionCreateInput', { description: 'A new training session.' })
export class TrainingSessionCreateInput {
  @Field(() => ID, { description: 'The edition it prepares for.' })
  competitionId!: string;

  @Field(() => String, { description: 'Title: at most 120 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 120 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about: at most 4,000 characters.' })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same in English: at most 4,000 characters; empty clears it.',
  })
  descriptionEn?: string | null;

  @Field(() => DateTime, { description: 'Begins.' })
  startsAt!: Date;

  @Field(() => DateTime, { description: 'Ends; behind the beginning.' })
  endsAt!: Date;

  @Field(() => String, { description: 'Where: at most 200 characters.' })
  place!: string;

  @Field(() => String, { nullable: true, description: 'Where, in English: at most 200 characters.' })
  placeEn?: string | null;

  @Field(() => String, { description: 'Who teaches: at most 120 characters.' })
  lecturer!: string;

  @Field(() => Int, { description: 'People there is room for: 1 to 2,000.' })
  capacity!: number;
}

/** Changing a session. */
@InputType('TrainingSessionUpdateInput', {
  description: 'Changes to a session: fields left out stay as they are.',
})
export class TrainingSessionUpdateInput {
  @Field(() => ID, { description: 'The session.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Title.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Title in English; empty clears it.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about; empty clears it.' })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same in English: at most 4,000 characters; empty clears it.',
  })
  descriptionEn?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Begins.' })
  startsAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Ends.' })
  endsAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Where, in English; empty clears it.' })
  placeEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Who teaches.' })
  lecturer?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'People there is room for; not fewer than are registered.',
  })
  capacity?: number | null;
}

/** Cancelling a session. */
@InputType('TrainingSessionCancelInput', { description: 'The session and why it does not take place.' })
export class TrainingSessionCancelInput {
  @Field(() => ID, { description: 'The session.' })
  id!: string;

  @Field(() => Int, { description: 'The version the step is based on.' })
  version!: number;

  @Field(() => String, { description: 'Why: at most 500 characters.' })
  reason!: string;
}

/** Registering a team. */
@InputType('TrainingRegisterInput', {
  description: 'Whom a team sends. Registering again replaces the people.',
})
export class TrainingRegisterInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The team.' })
  teamId!: string;

  @Field(() => [String], { description: 'Names of the people: 1 to 20, each at most 40 characters.' })
  attendees!: string[];
}

/** Withdrawing a registration. */
@InputType('TrainingRegistrationCancelInput', { description: 'The registration to withdraw.' })
export class TrainingRegistrationCancelInput {
  @Field(() => ID, { description: 'The registration.' })
  id!: string;
}

/** Recording attendance. */
@InputType('TrainingAttendanceSetInput', {
  description: 'Who of those registered came; replaces what was recorded.',
})
export class TrainingAttendanceSetInput {
  @Field(() => ID, { description: 'The registration.' })
  registrationId!: string;

  @Field(() => [String], { description: 'Names of those who came, as registered; may be empty.' })
  present!: string[];
}
