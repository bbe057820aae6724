import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { CategoryCodeEnum, RoundType } from '../competition/index.ts';
import { AssignmentPlanType } from './assignment.types.ts';

/** Sheets of one category in a judge's queue. */
@ObjectType('JudgeQueueCategory', { description: 'The judge’s own sheets of one category.' })
export class JudgeQueueCategoryType {
  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => CategoryCodeEnum, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Its English title.' })
  titleEn!: string;

  @Field(() => Int, { description: 'Entries held.' })
  assigned!: number;

  @Field(() => Int, { description: 'Sheets begun and not submitted.' })
  drafts!: number;

  @Field(() => Int, { description: 'Sheets submitted.' })
  submitted!: number;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Mean total of the judge’s own submitted sheets, two places.',
  })
  average!: string | null;
}

/** A judge's work in a round. */
@ObjectType('JudgeQueue', { description: 'What the signed-in judge holds in a round: own sheets only.' })
export class JudgeQueueType {
  @Field(() => ID, { description: 'The round’s id.' })
  id!: string;

  @Field(() => RoundType, { nullable: true, description: 'The round.' })
  round!: RoundType | null;

  @Field(() => Int, { description: 'Year of the edition the round is of.' })
  year!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the judge may submit, extensions for the judge included.',
  })
  deadline!: Date | null;

  @Field(() => Int, { description: 'Entries held.' })
  assigned!: number;

  @Field(() => Int, { description: 'Sheets submitted.' })
  submitted!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The sheet to go on with: a draft, then the next one in the judge’s order.',
  })
  nextSheetId!: string | null;

  @Field(() => [JudgeQueueCategoryType], { description: 'By category.' })
  categories!: JudgeQueueCategoryType[];
}

/** Progress in one category. */
@ObjectType('JudgingProgressCategory', { description: 'Sheets of one category.' })
export class JudgingProgressCategoryType {
  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => CategoryCodeEnum, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Its English title.' })
  titleEn!: string;

  @Field(() => Int, { description: 'Live sheets.' })
  total!: number;

  @Field(() => Int, { description: 'Begun and not submitted.' })
  drafts!: number;

  @Field(() => Int, { description: 'Submitted.' })
  submitted!: number;

  @Field(() => Int, { description: 'Members of the panel; 0 when there is none.' })
  panelSize!: number;
}

/** Progress of one judge. */
@ObjectType('JudgingProgressJudge', { description: 'Sheets of one judge.' })
export class JudgingProgressJudgeType {
  @Field(() => ID, { description: 'The judge.' })
  judgeId!: string;

  @Field(() => String, { description: 'The judge’s code: `J07`.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in Latin letters.' })
  nameEn!: string | null;

  @Field(() => Int, { description: 'Live sheets.' })
  total!: number;

  @Field(() => Int, { description: 'Begun and not submitted.' })
  drafts!: number;

  @Field(() => Int, { description: 'Submitted.' })
  submitted!: number;

  @Field(() => DateTime, { nullable: true, description: 'The last save or submission.' })
  lastActiveAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the judge may submit, extensions included.',
  })
  deadline!: Date | null;
}

/** How far a round is. */
@ObjectType('JudgingProgress', {
  description: 'How far the judging of a round is, and when it would be done at the present pace.',
})
export class JudgingProgressType {
  @Field(() => ID, { description: 'The round’s id.' })
  id!: string;

  @Field(() => RoundType, { nullable: true, description: 'The round.' })
  round!: RoundType | null;

  @Field(() => Int, { description: 'Live sheets.' })
  total!: number;

  @Field(() => Int, { description: 'Begun and not submitted.' })
  drafts!: number;

  @Field(() => Int, { description: 'Submitted.' })
  submitted!: number;

  @Field(() => Int, { description: 'Recusals.' })
  recused!: number;

  @Field(() => Int, { description: 'Entries with fewer judges than the round asks for.' })
  shortEntries!: number;

  @Field(() => [JudgingProgressCategoryType], {
    description: 'By category, which is by panel where panels are set.',
  })
  byCategory!: JudgingProgressCategoryType[];

  @Field(() => [JudgingProgressJudgeType], { description: 'By judge; at most 1,000.' })
  byJudge!: JudgingProgressJudgeType[];

  @Field(() => DecimalText, {
    description: 'Sheets submitted a day over the last seven days, or since the round opened.',
  })
  perDay!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the last sheet would be in at that pace; null when nothing moves or all is in.',
  })
  forecastAt!: Date | null;

  @Field(() => AssignmentPlanType, {
    nullable: true,
    description:
      'Replacements proposed after the latest recusal: not applied, and nothing has changed since.',
  })
  replacement!: AssignmentPlanType | null;

  @Field(() => DateTime, { description: 'The instant these figures are of.' })
  asOf!: Date;
}
