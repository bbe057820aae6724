import { JOB_STATES } from '@xinghuo/shared/jobs/job-state';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, Json } from '../../platform/graphql/scalars.ts';
import { ProblemType } from '../../platform/graphql/types.ts';

export const JobStateEnum = graphqlEnum('JobState', 'Where a background job stands.', JOB_STATES);

/** One background job. */
@ObjectType('Job', { description: 'One piece of background work, from the moment it was queued.' })
export class JobType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What kind of work, for example `mail.send`.' })
  name!: string;

  @Field(() => JobStateEnum, { description: 'Where it stands.' })
  state!: string;

  @Field(() => Json, { description: 'What it works on: ids and settings.' })
  data!: unknown;

  @Field(() => Int, { description: 'Attempts so far.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'Code of the last failure.' })
  error!: string | null;

  @Field(() => DateTime, { description: 'When it was queued.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Not before this instant.' })
  startAfter!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the last attempt began.' })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the last attempt ended.' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** Which job to start again. */
@InputType('JobRetryInput', { description: 'A job whose attempts all failed.' })
export class JobRetryInput {
  @Field(() => ID, { description: 'The job.' })
  id!: string;
}

/** The job after the step. */
@ObjectType('JobPayload', { description: 'The job after the step, or why it was refused.' })
export class JobPayload {
  @Field(() => JobType, { nullable: true, description: 'The job.' })
  job!: JobType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
