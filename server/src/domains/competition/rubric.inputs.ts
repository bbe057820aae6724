import type { AwardScope, PracticeRule, RoundKind, TieAtLine } from '@xinghuo/shared/competition/competition';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { AwardScopeEnum, PracticeRuleEnum, RoundKindEnum, TieAtLineEnum } from './rubric.types.ts';

/** Changes to a category; fields left out stay as they are. */
@InputType('CategoryUpdateInput', { description: 'Changes to a category; fields left out stay as they are.' })
export class CategoryUpdateInput {
  @Field(() => ID, { description: 'The category.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Title: at most 40 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 100 characters.' })
  titleEn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit that answers for it; an empty text clears it.' })
  leadHostId?: string | null;
}

/** Changes to a round; fields left out stay as they are. Weights are set together by roundsReplace. */
@InputType('RoundUpdateInput', {
  description:
    'Changes to a round; fields left out stay as they are. Weights are set together by roundsReplace.',
})
export class RoundUpdateInput {
  @Field(() => ID, { description: 'The round.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Title: at most 40 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 100 characters.' })
  titleEn?: string | null;

  @Field(() => RoundKindEnum, { nullable: true, description: 'How it is judged; fixed once it has begun.' })
  kind?: RoundKind | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Judges wanted for each entry, 1 to 50; fixed once it has begun.',
  })
  judgesPerEntry?: number | null;

  @Field(() => Int, { nullable: true, description: 'Entries of each category that go on, 1 to 1000.' })
  advancePerCategory?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Characters the overall remark of a sheet must have at least: 0 to 1000, 0 asks for none.',
  })
  remarkMinimum?: number | null;

  @Field(() => PracticeRuleEnum, {
    nullable: true,
    description: 'Whether practice entries come before the first real one.',
  })
  practiceRule?: PracticeRule | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Judges see neither team nor unit of the entries they hold; fixed once the round has begun.',
  })
  blind?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Scoring begins.' })
  opensAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Scoring ends; once the round has begun it moves only by deadlineExtend.',
  })
  closesAt?: Date | null;
}

/** A round in the order of judging. */
@InputType('RoundInput', { description: 'A round in the order of judging.' })
export class RoundInput {
  @Field(() => ID, { nullable: true, description: 'The present round it is; left out for a new one.' })
  id?: string | null;

  @Field(() => RoundKindEnum, { description: 'How it is judged.' })
  kind!: RoundKind;

  @Field(() => String, { description: 'Title: at most 40 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 100 characters.' })
  titleEn?: string | null;

  @Field(() => DecimalText, { description: 'Percent of the total, at most two decimal places.' })
  weight!: string;

  @Field(() => Int, { description: 'Judges wanted for each entry, 1 to 50.' })
  judgesPerEntry!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Entries of each category that go on; not in the last round.',
  })
  advancePerCategory?: number | null;
}

/** All rounds of an edition, in order: those left out are removed, those without an id are new. Weights sum to 100. */
@InputType('RoundsReplaceInput', {
  description:
    'All rounds of an edition, in order: those left out are removed, those without an id are new. Weights sum to 100.',
})
export class RoundsReplaceInput {
  @Field(() => ID, { description: 'The edition.' })
  competitionId!: string;

  @Field(() => Int, { description: 'The version of the edition the change is based on.' })
  version!: number;

  @Field(() => [RoundInput], { description: 'One to six rounds.' })
  rounds!: RoundInput[];
}

/** Guidance for a stretch of the scale. */
@InputType('GuidanceBandInput', { description: 'Guidance for a stretch of the scale.' })
export class GuidanceBandInput {
  @Field(() => DecimalText, { description: 'Lowest mark of the band.' })
  from!: string;

  @Field(() => DecimalText, { description: 'Highest mark of the band.' })
  to!: string;

  @Field(() => String, { description: 'A word for the level: at most 20 characters.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'The word in English: at most 60 characters.' })
  labelEn?: string | null;

  @Field(() => String, { description: 'What one sees at this level: at most 500 characters.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The same in English: at most 1,000 characters.' })
  textEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A concrete case at this level: at most 500 characters.',
  })
  example?: string | null;

  @Field(() => String, { nullable: true, description: 'The case in English: at most 1,000 characters.' })
  exampleEn?: string | null;
}

/** A criterion in the order of the sheet. */
@InputType('CriterionInput', { description: 'A criterion in the order of the sheet.' })
export class CriterionInput {
  @Field(() => String, { description: 'Short name within the round: capitals, digits and underscores.' })
  code!: string;

  @Field(() => String, { description: 'Title: at most 60 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 200 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'What is asked: at most 1,000 characters.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English.' })
  descriptionEn?: string | null;

  @Field(() => DecimalText, { description: 'Percent of the sheet, at most two decimal places.' })
  weight!: string;

  @Field(() => DecimalText, { description: 'The highest mark, at most 100.' })
  max!: string;

  @Field(() => DecimalText, { description: 'Marks are multiples of this; it divides the highest mark.' })
  step!: string;

  @Field(() => [GuidanceBandInput], {
    nullable: true,
    description: 'Guidance from the lowest band to the highest: at most 8, not overlapping.',
  })
  bands?: GuidanceBandInput[] | null;
}

/** All criteria of a round, in order. Criteria of the same code stay the same; weights sum to 100. */
@InputType('CriteriaReplaceInput', {
  description:
    'All criteria of a round, in order. Criteria of the same code stay the same; weights sum to 100.',
})
export class CriteriaReplaceInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, { description: 'The version of the round the change is based on.' })
  version!: number;

  @Field(() => [CriterionInput], { description: 'One to twelve criteria.' })
  criteria!: CriterionInput[];
}

/** An award in the order of giving. */
@InputType('AwardRuleInput', { description: 'An award in the order of giving.' })
export class AwardRuleInput {
  @Field(() => ID, { nullable: true, description: 'The present award it is; left out for a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'Title: at most 40 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 100 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'How it is decided: at most 500 characters.' })
  basis?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English: at most 1,000 characters.' })
  basisEn?: string | null;

  @Field(() => AwardScopeEnum, { description: 'Among whom.' })
  scope!: AwardScope;

  @Field(() => Int, { description: 'How many, 1 to 1000.' })
  quota!: number;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Entries with a lower total do not get it; 0 to 100.',
  })
  minimumTotal?: string | null;

  @Field(() => TieAtLineEnum, { description: 'What happens to ties across the line.' })
  tieAtLine!: TieAtLine;
}

/** All awards of an edition, in the order of giving. */
@InputType('AwardRulesReplaceInput', { description: 'All awards of an edition, in the order of giving.' })
export class AwardRulesReplaceInput {
  @Field(() => ID, { description: 'The edition.' })
  competitionId!: string;

  @Field(() => Int, { description: 'The version of the edition the change is based on.' })
  version!: number;

  @Field(() => [AwardRuleInput], { description: 'At most 30 awards.' })
  awardRules!: AwardRuleInput[];
}
