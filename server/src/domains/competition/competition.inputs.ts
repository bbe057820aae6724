import { RULE_KINDS, type RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { Field, ID, InputType, Int } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';

export const RuleKindEnum = graphqlEnum('RuleKind', 'How the marks of an entry become a score.', RULE_KINDS);

const Roundings = {
  HALF_UP: { zh: '四舍五入', en: 'Half up' },
  HALF_EVEN: { zh: '四舍六入五成双', en: 'Half even' },
};
export const RoundingEnum = graphqlEnum('Rounding', 'How official figures are rounded.', Roundings);

/** The official scoring rule; what is left out keeps its default. */
@InputType('ScoringRuleInput', {
  description: 'The official scoring rule; what is left out keeps its default.',
})
export class ScoringRuleInput {
  @Field(() => RuleKindEnum, { description: 'What is averaged.' })
  kind!: RuleKind;

  @Field(() => Int, { nullable: true, description: 'Highest sheets dropped, 0 to 20.' })
  dropHigh?: number | null;

  @Field(() => Int, { nullable: true, description: 'Lowest sheets dropped, 0 to 20.' })
  dropLow?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'With fewer sheets left than this nothing is dropped, 1 to 50.',
  })
  minimumKept?: number | null;

  @Field(() => Int, { nullable: true, description: 'Decimal places of scores, 0 to 10.' })
  decimals?: number | null;

  @Field(() => RoundingEnum, { nullable: true, description: 'How they are rounded.' })
  rounding?: keyof typeof Roundings | null;
}

/** A new edition: with the categories, rounds, criteria and awards of an earlier one, or the usual ones. */
@InputType('CompetitionCreateInput', {
  description:
    'A new edition: with the categories, rounds, criteria and awards of an earlier one, or the usual ones.',
})
export class CompetitionCreateInput {
  @Field(() => Int, { description: 'The edition, not yet taken: 2000 to 2100.' })
  year!: number;

  @Field(() => String, { description: 'Title: at most 100 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 300 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Theme: at most 100 characters.' })
  theme?: string | null;

  @Field(() => String, { nullable: true, description: 'Theme in English: at most 300 characters.' })
  themeEn?: string | null;

  @Field(() => String, { nullable: true, description: 'The notice: at most 10,000 characters.' })
  notice?: string | null;

  @Field(() => String, { nullable: true, description: 'The notice in English: at most 20,000 characters.' })
  noticeEn?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Organising units in the order of the notice: at most 10.',
  })
  hostIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The edition whose categories, rounds, criteria and awards are copied.',
  })
  copyFrom?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Entries are taken from here on; fixed once the edition is open.',
  })
  entriesOpenAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The deadline of entries; once the edition is open it moves only by deadlineExtend.',
  })
  entriesCloseAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Screening is to be done by then.' })
  screeningCloseAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Public notice begins.' })
  publicityStartsAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Public notice ends.' })
  publicityEndsAt?: Date | null;
}

/** Changes to an edition; fields left out stay as they are. */
@InputType('CompetitionUpdateInput', {
  description: 'Changes to an edition; fields left out stay as they are.',
})
export class CompetitionUpdateInput {
  @Field(() => ID, { description: 'The edition.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Title: at most 100 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 300 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Theme: at most 100 characters.' })
  theme?: string | null;

  @Field(() => String, { nullable: true, description: 'Theme in English: at most 300 characters.' })
  themeEn?: string | null;

  @Field(() => String, { nullable: true, description: 'The notice: at most 10,000 characters.' })
  notice?: string | null;

  @Field(() => String, { nullable: true, description: 'The notice in English: at most 20,000 characters.' })
  noticeEn?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'All organising units in the order of the notice: at most 10; replaces the present ones.',
  })
  hostIds?: string[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Entries are taken from here on; fixed once the edition is open.',
  })
  entriesOpenAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The deadline of entries; once the edition is open it moves only by deadlineExtend.',
  })
  entriesCloseAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Screening is to be done by then.' })
  screeningCloseAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Public notice begins.' })
  publicityStartsAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Public notice ends.' })
  publicityEndsAt?: Date | null;

  @Field(() => ScoringRuleInput, {
    nullable: true,
    description: 'The official scoring rule; fixed once a round has begun.',
  })
  scoringRule?: ScoringRuleInput | null;
}

/** The edition a step is taken on. */
@InputType('CompetitionStepInput', { description: 'The edition a step is taken on.' })
export class CompetitionStepInput {
  @Field(() => ID, { description: 'The edition.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;
}

/** Moves a deadline back: of all entries, of one entry, of a round, of one judge in a round. */
@InputType('DeadlineExtendInput', {
  description: 'Moves a deadline back: of all entries, of one entry, of a round, of one judge in a round.',
})
export class DeadlineExtendInput {
  @Field(() => ID, { description: 'The edition.' })
  competitionId!: string;

  @Field(() => ID, { nullable: true, description: 'For this entry only.' })
  entryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this round’s scoring.' })
  roundId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this judge only; together with the round.' })
  judgeId?: string | null;

  @Field(() => DateTime, { description: 'The new deadline: behind the present one and behind now.' })
  until!: Date;

  @Field(() => String, { description: 'Why; recorded and shown: at most 500 characters.' })
  reason!: string;
}
