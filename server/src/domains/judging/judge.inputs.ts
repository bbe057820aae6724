import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Day } from '../../platform/graphql/scalars.ts';
import { ProblemType } from '../../platform/graphql/types.ts';
import { CategoryCodeEnum } from '../competition/index.ts';
import { ConflictType, JudgePanelType, JudgeType } from './judge.types.ts';
import { ScoreSheetType } from './score-sheet.types.ts';

const WHY = 'Why; recorded.';

/** A new judge. */
@InputType('JudgeCreateInput', { description: 'A judge for an edition.' })
export class JudgeCreateInput {
  @Field(() => ID, { description: 'The edition.' })
  competitionId!: string;

  @Field(() => String, { description: 'E-mail address, unique within the edition; case does not matter.' })
  email!: string;

  @Field(() => String, { description: 'Name; at most 40 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in Latin letters; at most 100 characters.' })
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the judge works; at most 100 characters.' })
  organisation?: string | null;

  @Field(() => String, { nullable: true, description: 'Position or rank; at most 60 characters.' })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit the judge belongs to.' })
  unitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Telephone number, kept as a keyed digest only: entries whose contact has the same are a conflict.',
  })
  phone?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Units the judge worked for earlier, at most 20: entries of their teams are a conflict.',
  })
  formerUnitIds?: string[] | null;

  @Field(() => [CategoryCodeEnum], { description: 'Categories the judge knows.' })
  expertise!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'The most entries in a round, 0 to 1,000; 20 when absent.',
  })
  capacity?: number | null;

  @Field(() => [Day], {
    nullable: true,
    description: 'Days on which the judge can be there, at most 100; none: every day.',
  })
  availableDays?: string[] | null;
}

/** Changes to a judge; what is absent stays. */
@InputType('JudgeUpdateInput', { description: 'Changes to a judge; a field that is absent stays as it is.' })
export class JudgeUpdateInput {
  @Field(() => ID, { description: 'The judge.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address; refused once the judge has an account.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Name in Latin letters.' })
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the judge works.' })
  organisation?: string | null;

  @Field(() => String, { nullable: true, description: 'Position or rank.' })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit; null for none.' })
  unitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Telephone number, kept as a keyed digest only: entries whose contact has the same are a conflict.',
  })
  phone?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Units the judge worked for earlier, at most 20: entries of their teams are a conflict.',
  })
  formerUnitIds?: string[] | null;

  @Field(() => [CategoryCodeEnum], { nullable: true, description: 'Categories the judge knows.' })
  expertise?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'The most entries in a round.' })
  capacity?: number | null;

  @Field(() => [Day], {
    nullable: true,
    description: 'Days on which the judge can be there, at most 100; an empty list: every day.',
  })
  availableDays?: string[] | null;
}

/** A judge leaves. */
@InputType('JudgeWithdrawInput', {
  description: 'A judge leaves: unsubmitted entries are freed, submitted sheets stay.',
})
export class JudgeWithdrawInput {
  @Field(() => ID, { description: 'The judge.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => String, { description: WHY })
  reason!: string;
}

/** A judge comes back or is confirmed. */
@InputType('JudgeStepInput', { description: 'A step on a judge.' })
export class JudgeStepInput {
  @Field(() => ID, { description: 'The judge.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;
}

/** Invitations. */
@InputType('JudgeInviteInput', {
  description: 'Sends judges their invitation: a link that sets a password and leads to their work.',
})
export class JudgeInviteInput {
  @Field(() => [ID], { description: 'The judges, at most 200.' })
  ids!: string[];
}

/** Who judges a category in a round. */
@InputType('JudgePanelSetInput', {
  description: 'Who judges a category in a round. An empty list removes the panel: then all judges may.',
})
export class JudgePanelSetInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => [ID], { description: 'The judges, at most 100.' })
  judgeIds!: string[];

  @Field(() => String, { nullable: true, description: 'A title for the panel.' })
  title?: string | null;
}

/** A conflict entered by a coordinator. */
@InputType('ConflictAddInput', { description: 'A judge must not judge an entry.' })
export class ConflictAddInput {
  @Field(() => ID, { description: 'The judge.' })
  judgeId!: string;

  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => String, { description: WHY })
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True frees an assignment on the pair that has not been submitted; otherwise such an assignment refuses the step.',
  })
  release?: boolean | null;
}

/** A conflict does not hold. */
@InputType('ConflictRemoveInput', { description: 'A conflict does not hold.' })
export class ConflictRemoveInput {
  @Field(() => ID, { description: 'The conflict.' })
  id!: string;

  @Field(() => String, { description: WHY })
  reason!: string;
}

/** Looks for conflicts. */
@InputType('ConflictsFindInput', {
  description:
    'Records conflicts from shared unit, team, membership, telephone or mail domain and from past work, for all entries of a round.',
})
export class ConflictsFindInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;
}

/** A judge declares a conflict. */
@InputType('ConflictDeclareInput', {
  description: 'The judge has a conflict with an entry they hold: it is taken off them.',
})
export class ConflictDeclareInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => String, { description: WHY })
  reason!: string;
}

const PROBLEMS = 'Why it was refused; empty when it was done.';

/** What a step on a judge answers. */
@ObjectType('JudgePayload', { description: 'The judge after the step.' })
export class JudgePayload {
  @Field(() => JudgeType, { nullable: true, description: 'The judge.' })
  judge!: JudgeType | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What a step on several judges answers. */
@ObjectType('JudgesPayload', { description: 'The judges after the step.' })
export class JudgesPayload {
  @Field(() => [JudgeType], { nullable: true, description: 'The judges.' })
  judges!: JudgeType[] | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What setting a panel answers. */
@ObjectType('JudgePanelPayload', {
  description: 'The panel after the step; null when it was removed or refused.',
})
export class JudgePanelPayload {
  @Field(() => JudgePanelType, { nullable: true, description: 'The panel.' })
  judgePanel!: JudgePanelType | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What a step on a conflict answers. */
@ObjectType('ConflictPayload', { description: 'The conflict after the step.' })
export class ConflictPayload {
  @Field(() => ConflictType, { nullable: true, description: 'The conflict.' })
  conflict!: ConflictType | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}

/** What looking for conflicts answers. */
@ObjectType('ConflictsPayload', { description: 'The conflicts that were found and recorded.' })
export class ConflictsPayload {
  @Field(() => [ConflictType], { nullable: true, description: 'New ones only.' })
  conflicts!: ConflictType[] | null;

  @Field(() => Int, { nullable: true, description: 'Assignments that were freed for it.' })
  released!: number | null;

  @Field(() => [ScoreSheetType], {
    nullable: true,
    description:
      'Submitted sheets on pairs that share something: reopen them and look again; their conflicts are not recorded yet.',
  })
  blocked!: ScoreSheetType[] | null;

  @Field(() => [ProblemType], { description: PROBLEMS })
  problems!: ProblemType[];
}
