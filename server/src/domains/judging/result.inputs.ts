import type { ObjectionState } from '@xinghuo/shared/judging/domain/objection';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProblemType } from '../../platform/graphql/types.ts';
import { EntryType, RoundType } from '../competition/index.ts';
import { ObjectionEffectType, ObjectionStateEnum, ObjectionType } from './objection.types.ts';
import { DeliberationType, ResultType } from './result.types.ts';

const WHY = 'Why; recorded.';

/** Locks a round. */
@InputType('RoundLockInput', { description: 'Locks a round: no mark changes any more.' })
export class RoundLockInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Sheets that are missing and are given up: exactly those, with a reason. They count for nothing.',
  })
  without?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why it is locked without them.' })
  reason?: string | null;
}

/** Reopens a round. */
@InputType('RoundReopenInput', {
  description:
    'Opens a locked round again, for a reason, while no later step stands on it. Its results are discarded.',
})
export class RoundReopenInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => String, { description: 'Why; at most 500 characters, recorded.' })
  reason!: string;
}

/** Advances entries. */
@InputType('RoundAdvanceInput', { description: 'Decides which entries of a locked round go on to the next.' })
export class RoundAdvanceInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Exactly these, with a reason; absent: as many a category as the round says, by rank.',
  })
  entryIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Why these.' })
  reason?: string | null;
}

/** Computes results. */
@InputType('ResultComputeInput', {
  description:
    'Computes the official result and, beside it, those of all other rules: of a locked round, or of the edition once all rounds are locked.',
})
export class ResultComputeInput {
  @Field(() => ID, { nullable: true, description: 'The edition; give this or the round.' })
  competitionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The round.' })
  roundId?: string | null;
}

/** A decision of the deliberation. */
@InputType('DeliberationSetInput', {
  description:
    'Gives an entry an award, or none, against or beside the ranking. The official result is computed again with it.',
})
export class DeliberationSetInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => ID, { nullable: true, description: 'The award; null for none.' })
  awardId?: string | null;

  @Field(() => String, { description: WHY })
  reason!: string;
}

/** Takes a decision back. */
@InputType('DeliberationRemoveInput', {
  description: 'Takes a decision back: the entry gets what the ranking gives.',
})
export class DeliberationRemoveInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => String, { description: WHY })
  reason!: string;
}

/** Objects. */
@InputType('ObjectionCreateInput', {
  description: 'Objects to a publicised result. Open to everybody during the public notice.',
})
export class ObjectionCreateInput {
  @Field(() => ID, { description: 'The edition.' })
  competitionId!: string;

  @Field(() => ID, { nullable: true, description: 'The entry it is about.' })
  entryId?: string | null;

  @Field(() => String, { description: 'Who objects: a name; at most 60 characters.' })
  author!: string;

  @Field(() => String, {
    description: 'How to be reached: telephone or e-mail; at most 120 characters. Seen by coordinators only.',
  })
  contact!: string;

  @Field(() => String, { description: 'What is objected and why: 10 to 2,000 characters.' })
  text!: string;
}

/** Decides an objection. */
@InputType('ObjectionDecideInput', { description: 'Decides an objection, for good.' })
export class ObjectionDecideInput {
  @Field(() => ID, { description: 'The objection.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => ObjectionStateEnum, { description: 'UPHELD or DISMISSED.' })
  state!: ObjectionState;

  @Field(() => String, { description: 'The decision and its reasons, at most 2,000 characters.' })
  decision!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Score sheets that an upheld objection removes; the result is computed again without them and takes the place of the publicised one.',
  })
  removeSheets?: string[] | null;
}

/** Asks what a decision would change. */
@InputType('ObjectionPreviewInput', { description: 'Asks what removing score sheets would change.' })
export class ObjectionPreviewInput {
  @Field(() => ID, { description: 'The objection.' })
  id!: string;

  @Field(() => [ID], { description: 'The score sheets; of the entry it is about, if it is about one.' })
  removeSheets!: string[];
}

const PROBLEMS = 'Why it was refused; empty when it was done.';

/** What a step on a round answers. */
@ObjectType('RoundStepPayload', { description: 'The round after the step, and the entries it moved.' })
export class RoundStepPayload {
  @Field(() => RoundType, { nullable: true, description: 'The round.' })
  round!: RoundType | null;

  @Field(() => [EntryType], { nullable: true, description: 'Entries that advanced.' })
  advanced!: EntryType[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Results that were discarded when the round was reopened.',
  })
  discarded!: number | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What computing answers. */
@ObjectType('ResultPayload', { description: 'The official result, and the others beside it.' })
export class ResultPayload {
  @Field(() => ResultType, { nullable: true, description: 'The official result.' })
  result!: ResultType | null;

  @Field(() => [ResultType], { nullable: true, description: 'All of them, the official one included.' })
  results!: ResultType[] | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What a decision answers. */
@ObjectType('DeliberationPayload', {
  description: 'The decision, and the official result computed again with it.',
})
export class DeliberationPayload {
  @Field(() => DeliberationType, {
    nullable: true,
    description: 'The decision; null when it was taken back.',
  })
  deliberation!: DeliberationType | null;

  @Field(() => ResultType, { nullable: true, description: 'The official result.' })
  result!: ResultType | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What a preview answers. */
@ObjectType('ObjectionPreviewPayload', { description: 'What would change; nothing is written.' })
export class ObjectionPreviewPayload {
  @Field(() => ObjectionEffectType, { nullable: true, description: 'What would change.' })
  effect!: ObjectionEffectType | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What a step on an objection answers. A visitor who filed one gets its id only. */
@ObjectType('ObjectionPayload', {
  description: 'The objection after the step; a visitor cannot read it and gets its reference instead.',
})
export class ObjectionPayload {
  @Field(() => ObjectionType, { nullable: true, description: 'The objection, if the viewer may see it.' })
  objection!: ObjectionType | null;

  @Field(() => String, { nullable: true, description: 'A reference to quote when asking about it.' })
  reference!: string | null;

  @Field(() => ResultType, {
    nullable: true,
    description: 'The result computed again, when the decision removed sheets.',
  })
  result!: ResultType | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}
