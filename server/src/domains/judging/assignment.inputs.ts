import { enumTable } from '@xinghuo/shared/kernel/label';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { ProblemType } from '../../platform/graphql/types.ts';
import { AssignmentPlanType, AssignmentType } from './assignment.types.ts';

/** What automatic assignment keeps of the present one. Begun sheets are always kept. */
export const ASSIGNMENT_KEEPS = enumTable({
  ALL: { zh: '保留现有分配', en: 'Keep all', note: 'Only what is missing is added.' },
  LEAST: {
    zh: '改动最少',
    en: 'Least change',
    note: 'Covers every entry it can; of what is not begun or pinned as little changes hands as possible.',
  },
  PINNED: { zh: '只保留固定的', en: 'Keep pinned', note: 'The rest is assigned anew.' },
});
export type AssignmentKeep = keyof typeof ASSIGNMENT_KEEPS;
export const AssignmentKeepEnum = graphqlEnum(
  'AssignmentKeep',
  'What automatic assignment keeps of the present one.',
  ASSIGNMENT_KEEPS,
);

/** Further reviews of an entry. */
@InputType('ExtraReviewInput', {
  description: 'Further reviews of an entry, beside what the round asks for.',
})
export class ExtraReviewInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => Int, { description: 'How many more: 1 to 20.' })
  reviews!: number;
}

/** Plans an automatic assignment. */
@InputType('AssignmentPlanInput', { description: 'What to plan.' })
export class AssignmentPlanInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => AssignmentKeepEnum, {
    nullable: true,
    description: 'What is kept of the present assignment; ALL when absent.',
  })
  keep?: AssignmentKeep | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Judges an entry, if other than the round says: 1 to 20.',
  })
  judgesPerEntry?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Another seed mixes the panels differently; 1 when absent.',
  })
  seed?: number | null;

  @Field(() => [ExtraReviewInput], {
    nullable: true,
    description: 'Further reviews of some entries: where one more helps most.',
  })
  extra?: ExtraReviewInput[] | null;
}

/** Applies a plan. */
@InputType('AssignmentApplyInput', { description: 'Applies a plan exactly as it was shown.' })
export class AssignmentApplyInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;
}

/** Assigns by hand. */
@InputType('AssignmentAddInput', { description: 'Gives an entry to a judge.' })
export class AssignmentAddInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => ID, { description: 'The judge.' })
  judgeId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Automatic assignment keeps it; true when absent.' })
  pinned?: boolean | null;
}

/** Assigns several entries by hand. */
@InputType('AssignmentsAddInput', { description: 'Gives several entries to a judge, all or none.' })
export class AssignmentsAddInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => ID, { description: 'The judge.' })
  judgeId!: string;

  @Field(() => [ID], { description: '1 to 200 entries.' })
  entryIds!: string[];

  @Field(() => Boolean, { nullable: true, description: 'Automatic assignment keeps them; true when absent.' })
  pinned?: boolean | null;
}

/** Takes an assignment away. */
@InputType('AssignmentRemoveInput', {
  description: 'Takes an entry off a judge. Submitted sheets stay; a begun one asks for a reason.',
})
export class AssignmentRemoveInput {
  @Field(() => ID, { description: 'The assignment.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why; asked for when the judge has begun.' })
  reason?: string | null;
}

/** Moves an assignment. */
@InputType('AssignmentMoveInput', {
  description: 'Gives an entry that a judge holds to another judge, or pins it where it is.',
})
export class AssignmentMoveInput {
  @Field(() => ID, { description: 'The assignment.' })
  id!: string;

  @Field(() => ID, { description: 'The judge who gets it; the present one only changes the pin.' })
  judgeId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Automatic assignment keeps it; true when absent.' })
  pinned?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why; asked for when the judge has begun.' })
  reason?: string | null;
}

const PROBLEMS = 'Why it was refused; empty when it was done.';

/** What planning answers. */
@ObjectType('AssignmentPlanPayload', { description: 'The plan; nothing is assigned yet.' })
export class AssignmentPlanPayload {
  @Field(() => AssignmentPlanType, { nullable: true, description: 'The plan.' })
  assignmentPlan!: AssignmentPlanType | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What applying a plan answers. */
@ObjectType('AssignmentApplyPayload', { description: 'What was changed.' })
export class AssignmentApplyPayload {
  @Field(() => AssignmentPlanType, { nullable: true, description: 'The plan as applied.' })
  assignmentPlan!: AssignmentPlanType | null;

  @Field(() => Int, { nullable: true, description: 'Assignments made.' })
  added!: number | null;

  @Field(() => Int, { nullable: true, description: 'Assignments taken away.' })
  removed!: number | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What a step on one assignment answers. */
@ObjectType('AssignmentPayload', {
  description: 'The assignment after the step; null when it was taken away or refused.',
})
export class AssignmentPayload {
  @Field(() => AssignmentType, { nullable: true, description: 'The assignment.' })
  assignment!: AssignmentType | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What giving several entries to a judge answers. */
@ObjectType('AssignmentsPayload', { description: 'The assignments made.' })
export class AssignmentsPayload {
  @Field(() => [AssignmentType], { nullable: true, description: 'Those made; null when it was refused.' })
  assignments!: AssignmentType[] | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}
