import { CATEGORIES, type CategoryCode } from '@xinghuo/shared/competition/category';
import {
  AWARD_SCOPES,
  type AwardScope,
  PRACTICE_RULES,
  type PracticeRule,
  ROUND_KINDS,
  ROUND_STATES,
  type RoundKind,
  type RoundState,
  TIES_AT_LINE,
  type TieAtLine,
} from '@xinghuo/shared/competition/competition';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType, ProblemType } from '../../platform/graphql/types.ts';
import { UnitType } from '../units/index.ts';

export const CategoryCodeEnum = graphqlEnum('CategoryCode', 'The nine categories.', CATEGORIES);
export const RoundKindEnum = graphqlEnum('RoundKind', 'How a round is judged.', ROUND_KINDS);
export const RoundStateEnum = graphqlEnum('RoundState', 'Whether a round takes marks.', ROUND_STATES);
export const PracticeRuleEnum = graphqlEnum(
  'PracticeRule',
  'Whether practice entries come before the first real one.',
  PRACTICE_RULES,
);
export const AwardScopeEnum = graphqlEnum('AwardScope', 'Among whom an award is given.', AWARD_SCOPES);
export const TieAtLineEnum = graphqlEnum(
  'TieAtLine',
  'What happens to ties across an award line.',
  TIES_AT_LINE,
);

/** A category of an edition. */
@ObjectType('Category', { description: 'A category of an edition.' })
export class CategoryType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => CategoryCodeEnum, { description: 'Which of the nine.' })
  code!: CategoryCode;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Title in English.' })
  titleEn!: string;

  @Field(() => Int, { description: 'Place in lists, from 1.' })
  position!: number;

  @Field(() => UnitType, { nullable: true, description: 'The unit that answers for it.' })
  leadHost!: UnitType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Entries submitted so far and not withdrawn; null for the public until the awards are out.',
  })
  entryCount!: number | null;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** What the step answers. */
@ObjectType('CategoryPayload', { description: 'What the step answers.' })
export class CategoryPayload {
  @Field(() => CategoryType, { nullable: true, description: 'After the step; null when it was refused.' })
  category!: CategoryType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}

/** What an entry looks like on a stretch of a criterion’s scale. */
@ObjectType('GuidanceBand', { description: 'What an entry looks like on a stretch of a criterion’s scale.' })
export class GuidanceBandType {
  @Field(() => DecimalText, { description: 'Lowest mark of the band.' })
  from!: string;

  @Field(() => DecimalText, { description: 'Highest mark of the band.' })
  to!: string;

  @Field(() => String, { description: 'A word for the level.' })
  label!: string;

  @Field(() => String, { description: 'The word in English.' })
  labelEn!: string;

  @Field(() => String, { description: 'What one sees at this level.' })
  text!: string;

  @Field(() => String, { description: 'The same in English.' })
  textEn!: string;

  @Field(() => String, { nullable: true, description: 'A concrete case at this level.' })
  example?: string | null;

  @Field(() => String, { nullable: true, description: 'The case in English.' })
  exampleEn?: string | null;
}

/** What judges mark. */
@ObjectType('Criterion', { description: 'What judges mark.' })
export class CriterionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Short name within the round, stable across editions.' })
  code!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Title in English.' })
  titleEn!: string;

  @Field(() => String, { description: 'What is asked.' })
  description!: string;

  @Field(() => String, { description: 'The same in English.' })
  descriptionEn!: string;

  @Field(() => DecimalText, { description: 'Percent of the sheet.' })
  weight!: string;

  @Field(() => DecimalText, { description: 'The highest mark; marks run from 0.' })
  max!: string;

  @Field(() => DecimalText, { description: 'Marks are multiples of this.' })
  step!: string;

  @Field(() => Int, { description: 'Place on the sheet, from 1.' })
  position!: number;

  @Field(() => [GuidanceBandType], { description: 'Guidance from the lowest band to the highest.' })
  bands!: GuidanceBandType[];
}

/** A round of judging. */
@ObjectType('Round', { description: 'A round of judging.' })
export class RoundType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'First, second, …' })
  position!: number;

  @Field(() => RoundKindEnum, { description: 'How it is judged.' })
  kind!: RoundKind;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Title in English.' })
  titleEn!: string;

  @Field(() => DecimalText, { description: 'Percent of the total.' })
  weight!: string;

  @Field(() => Int, { description: 'Judges wanted for each entry.' })
  judgesPerEntry!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Entries of each category that go on; null in the last round.',
  })
  advancePerCategory!: number | null;

  @Field(() => Int, {
    description: 'Characters the overall remark of a sheet must have at least; 0 asks for none.',
  })
  remarkMinimum!: number;

  @Field(() => PracticeRuleEnum, { description: 'Whether practice entries come before the first real one.' })
  practiceRule!: PracticeRule;

  @Field(() => Boolean, {
    description: 'Judges see neither the team nor the unit of the entries they hold in this round.',
  })
  blind!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Scoring begins.' })
  opensAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Scoring ends, extensions aside.' })
  closesAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The end of scoring that counts for everybody, extensions for the whole round included.',
  })
  deadline!: Date | null;

  @Field(() => RoundStateEnum, { description: 'Whether it takes marks.' })
  state!: RoundState;

  @Field(() => [CriterionType], { description: 'The criteria; their weights sum to 100.' })
  criteria!: CriterionType[];

  @Field(() => Boolean, { description: 'Sheets have been submitted: criteria and weights no longer change.' })
  rubricFrozen!: boolean;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;

  @Field(() => [AvailableTransitionType], {
    description: 'Steps of the round, and what stands in their way.',
  })
  availableTransitions!: AvailableTransitionType[];
}

/** What the step answers. */
@ObjectType('RoundPayload', { description: 'What the step answers.' })
export class RoundPayload {
  @Field(() => RoundType, { nullable: true, description: 'After the step; null when it was refused.' })
  round!: RoundType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}

/** An award and how many there are. */
@ObjectType('AwardRule', { description: 'An award and how many there are.' })
export class AwardRuleType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Title in English.' })
  titleEn!: string;

  @Field(() => String, { description: 'How it is decided, where rank alone does not; may be empty.' })
  basis!: string;

  @Field(() => String, { description: 'The same in English.' })
  basisEn!: string;

  @Field(() => AwardScopeEnum, { description: 'Among whom.' })
  scope!: AwardScope;

  @Field(() => Int, { description: 'How many, in each category or over all.' })
  quota!: number;

  @Field(() => DecimalText, { nullable: true, description: 'Entries with a lower total do not get it.' })
  minimumTotal!: string | null;

  @Field(() => Int, { description: 'Awards are given in this order.' })
  position!: number;

  @Field(() => TieAtLineEnum, { description: 'What happens to ties across the line.' })
  tieAtLine!: TieAtLine;
}

/** A deadline that was moved back, for whom and why. */
@ObjectType('DeadlineExtension', { description: 'A deadline that was moved back, for whom and why.' })
export class DeadlineExtensionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'For this entry only.' })
  entryId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this round’s scoring.' })
  roundId!: string | null;

  @Field(() => ID, { nullable: true, description: 'For this judge only.' })
  judgeId!: string | null;

  @Field(() => DateTime, { description: 'The new deadline.' })
  until!: Date;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Who granted it.' })
  createdByName!: string | null;

  @Field(() => DateTime, { description: 'When it was granted.' })
  createdAt!: Date;
}
