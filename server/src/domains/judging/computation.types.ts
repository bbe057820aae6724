import {
  COMPUTATION_KINDS,
  COMPUTATION_STATES,
  COMPUTATION_STEPS,
  type ComputationKind,
  type ComputationState,
  type ComputationStep,
} from '@xinghuo/shared/judging/domain/computation';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { ProblemType } from '../../platform/graphql/types.ts';
import { CompetitionType, RoundType } from '../competition/index.ts';
import { type AssignmentKeep, AssignmentKeepEnum, ExtraReviewInput } from './assignment.inputs.ts';
import { AssignmentPlanType } from './assignment.types.ts';
import { ResultType } from './result.types.ts';

const ComputationKindEnum = graphqlEnum(
  'ComputationKind',
  'What is computed in the background.',
  COMPUTATION_KINDS,
);
export const ComputationStateEnum = graphqlEnum(
  'ComputationState',
  'Where a computation stands.',
  COMPUTATION_STATES,
);
const ComputationStepEnum = graphqlEnum(
  'ComputationStep',
  'What a computation is doing just now.',
  COMPUTATION_STEPS,
);

/** A computation. */
@ObjectType('Computation', {
  description: 'Long work in a worker, with its progress: one may leave it, come back to it, and cancel it.',
})
export class ComputationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ComputationKindEnum, { description: 'What is computed.' })
  kind!: ComputationKind;

  @Field(() => CompetitionType, { nullable: true, description: 'The edition.' })
  competition!: CompetitionType | null;

  @Field(() => RoundType, { nullable: true, description: 'The round; null for the whole edition.' })
  round!: RoundType | null;

  @Field(() => ComputationStateEnum, { description: 'Where it stands.' })
  state!: ComputationState;

  @Field(() => ComputationStepEnum, { description: 'What it is doing.' })
  step!: ComputationStep;

  @Field(() => Int, { description: 'How much is done, of `total`.' })
  done!: number;

  @Field(() => Int, { description: 'The whole: 1,000.' })
  total!: number;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it began.' })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When its progress was last told.' })
  progressAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;

  @Field(() => [ProblemType], { description: 'Why it failed.' })
  problems!: ProblemType[];

  @Field(() => ResultType, { nullable: true, description: 'The official result it stored.' })
  result!: ResultType | null;

  @Field(() => AssignmentPlanType, { nullable: true, description: 'The plan it made.' })
  plan!: AssignmentPlanType | null;
}

/** Starts a computation. */
@InputType('ComputationStartInput', {
  description: 'Starts a computation: of a result (give the edition or the round), or of an assignment plan.',
})
export class ComputationStartInput {
  @Field(() => ComputationKindEnum, { description: 'What.' })
  kind!: ComputationKind;

  @Field(() => ID, { nullable: true, description: 'The edition: for its whole result.' })
  competitionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The round.' })
  roundId?: string | null;

  @Field(() => AssignmentKeepEnum, {
    nullable: true,
    description: 'A plan: what is kept of the present assignment; ALL when absent.',
  })
  keep?: AssignmentKeep | null;

  @Field(() => Int, { nullable: true, description: 'A plan: judges an entry, 1 to 20.' })
  judgesPerEntry?: number | null;

  @Field(() => Int, { nullable: true, description: 'A plan: seed of the mixing.' })
  seed?: number | null;

  @Field(() => [ExtraReviewInput], {
    nullable: true,
    description: 'A plan: further reviews of some entries.',
  })
  extra?: ExtraReviewInput[] | null;
}

/** Cancels a computation. */
@InputType('ComputationCancelInput', { description: 'Cancels a computation: nothing of it is stored.' })
export class ComputationCancelInput {
  @Field(() => ID, { description: 'The computation.' })
  id!: string;
}

/** What a step on a computation answers. */
@ObjectType('ComputationPayload', { description: 'The computation after the step.' })
export class ComputationPayload {
  @Field(() => ComputationType, { nullable: true, description: 'The computation.' })
  computation!: ComputationType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
