import { COMPETITION_STATES, type CompetitionState } from '@xinghuo/shared/competition/competition';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, Json } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType, ProblemType } from '../../platform/graphql/types.ts';
import { UnitType } from '../units/index.ts';
import { AwardRuleType, CategoryType, DeadlineExtensionType, RoundType } from './rubric.types.ts';

export const CompetitionStateEnum = graphqlEnum(
  'CompetitionState',
  'The phases of an edition.',
  COMPETITION_STATES,
);

/** A unit that organises an edition. */
@ObjectType('CompetitionHost', { description: 'A unit that organises an edition.' })
export class CompetitionHostType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => UnitType, { description: 'The unit.' })
  unit!: UnitType;

  @Field(() => Int, { description: 'Place in the notice, from 1.' })
  position!: number;
}

/** One edition of the project competition. */
@ObjectType('Competition', { description: 'One edition of the project competition.' })
export class CompetitionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'The edition, one a year.' })
  year!: number;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Title in English; may be empty.' })
  titleEn!: string;

  @Field(() => String, { description: 'Theme.' })
  theme!: string;

  @Field(() => String, { description: 'Theme in English; may be empty.' })
  themeEn!: string;

  @Field(() => String, { description: 'The notice, paragraphs parted by line ends.' })
  notice!: string;

  @Field(() => String, { description: 'The notice in English; may be empty.' })
  noticeEn!: string;

  @Field(() => CompetitionStateEnum, { description: 'The phase.' })
  state!: CompetitionState;

  @Field(() => RoundType, {
    nullable: true,
    description: 'The round under way or locked last; null before the review.',
  })
  currentRound!: RoundType | null;

  @Field(() => [CompetitionHostType], { description: 'Organisers in the order of the notice.' })
  hosts!: CompetitionHostType[];

  @Field(() => DateTime, { nullable: true, description: 'Entries are taken from here on.' })
  entriesOpenAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The deadline of entries as announced.' })
  entriesCloseAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The deadline of entries that counts, extensions for everybody included.',
  })
  entriesDeadline!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Screening is to be done by then.' })
  screeningCloseAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Public notice begins.' })
  publicityStartsAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Public notice ends; objections are taken until then.',
  })
  publicityEndsAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the awards became final.' })
  publishedAt!: Date | null;

  @Field(() => [CategoryType], { description: 'The categories in order.' })
  categories!: CategoryType[];

  @Field(() => [RoundType], { description: 'The rounds in order; their weights sum to 100.' })
  rounds!: RoundType[];

  @Field(() => [AwardRuleType], { description: 'Awards in the order they are given.' })
  awardRules!: AwardRuleType[];

  @Field(() => Json, { description: 'The official scoring rule: kind, sheets dropped, decimals, rounding.' })
  scoringRule!: unknown;

  @Field(() => Boolean, { description: 'Sheets have been submitted: criteria and weights no longer change.' })
  rubricFrozen!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Entries submitted so far and not withdrawn; null for the public until the awards are out.',
  })
  entryCount!: number | null;

  @Field(() => [DeadlineExtensionType], {
    description: 'Recorded extensions the viewer may see, newest first; 200 at most.',
  })
  extensions!: DeadlineExtensionType[];

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;

  @Field(() => [AvailableTransitionType], {
    description: 'Steps the viewer may try now, and what stands in their way.',
  })
  availableTransitions!: AvailableTransitionType[];
}

/** What the step answers. */
@ObjectType('CompetitionPayload', { description: 'What the step answers.' })
export class CompetitionPayload {
  @Field(() => CompetitionType, { nullable: true, description: 'After the step; null when it was refused.' })
  competition!: CompetitionType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
