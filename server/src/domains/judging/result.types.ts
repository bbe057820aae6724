import { RESULT_FLAGS, type ResultFlag } from '@xinghuo/shared/judging/domain/result';
import { RULE_KINDS, type RuleKind } from '@xinghuo/shared/judging/scoring/rules';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, DecimalText, Json } from '../../platform/graphql/scalars.ts';
import { AwardRuleType, CategoryType, CompetitionType, EntryType, RoundType } from '../competition/index.ts';
import { JudgingAnalysisType } from './analysis.types.ts';
import { ResultPublicationType } from './publication.types.ts';

export const RuleKindEnum = graphqlEnum('ScoringRuleKind', 'How sheets become a score.', RULE_KINDS);
export const ResultFlagEnum = graphqlEnum(
  'ResultFlag',
  'What a reader of a result should look at.',
  RESULT_FLAGS,
);

/** Where an award's line falls. */
@ObjectType('AwardLine', { description: 'Where the line of an award falls, and whom it leaves undecided.' })
export class AwardLineType {
  @Field(() => ID, { description: 'The award.' })
  awardId!: string;

  @Field(() => String, { description: 'Its title.' })
  awardTitle!: string;

  @Field(() => String, { description: 'Its English title.' })
  awardTitleEn!: string;

  @Field(() => ID, { nullable: true, description: 'The category; null for an award over all categories.' })
  categoryId!: string | null;

  @Field(() => Int, { description: 'How many there are.' })
  quota!: number;

  @Field(() => [ID], { description: 'Entries that get it by rank.' })
  given!: string[];

  @Field(() => [ID], { description: 'Entries that tie at the line and wait for the deliberation.' })
  undecided!: string[];

  @Field(() => DecimalText, { nullable: true, description: 'The lowest total that got it.' })
  line!: string | null;
}

/** How often a flag stands in a result. */
@ObjectType('ResultFlagCount', { description: 'How many rows of a result carry a flag.' })
export class ResultFlagCountType {
  @Field(() => ResultFlagEnum, { description: 'The flag.' })
  flag!: ResultFlag;

  @Field(() => Int, { description: 'Rows.' })
  count!: number;
}

/** A score in one round. */
@ObjectType('RoundScore', { description: 'An entry’s score in one round.' })
export class RoundScoreType {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'The score, rounded by the rule; null when the entry has no sheet there.',
  })
  score!: string | null;
}

/** A sheet in a score. */
@ObjectType('SheetTotal', { description: 'The total of one sheet as it went into a score.' })
export class SheetTotalType {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => String, {
    description:
      'The judge’s code: `J07` for coordinators and auditors; for everybody else the code of the bundle, `P07`, from which nobody can be told.',
  })
  judgeCode!: string;

  @Field(() => DecimalText, { description: 'The total, 0 … 100, to four places.' })
  value!: string;

  @Field(() => Boolean, { description: 'False when the rule dropped it.' })
  counted!: boolean;
}

/** A decision of the deliberation. */
@ObjectType('Deliberation', { description: 'A decision of the deliberation on one entry, with its reason.' })
export class DeliberationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => EntryType, { nullable: true, description: 'The entry.' })
  entry!: EntryType | null;

  @Field(() => AwardRuleType, { nullable: true, description: 'What the ranking gave; null for none.' })
  from!: AwardRuleType | null;

  @Field(() => AwardRuleType, { nullable: true, description: 'What the deliberation gave; null for none.' })
  to!: AwardRuleType | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Who recorded it.' })
  byName!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** An entry in a result. */
@ObjectType('ResultRow', {
  description:
    'An entry in a result. During the public notice and after it everybody sees the rows with an award; a team sees its own.',
})
export class ResultRowType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => EntryType, { nullable: true, description: 'The entry.' })
  entry!: EntryType | null;

  @Field(() => CategoryType, { nullable: true, description: 'Its category.' })
  category!: CategoryType | null;

  @Field(() => [RoundScoreType], { description: 'Scores by round.' })
  roundScores!: RoundScoreType[];

  @Field(() => DecimalText, {
    nullable: true,
    description: 'The total, rounded by the rule; null without any sheet.',
  })
  total!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The place in the category, from 1; equal totals share it.',
  })
  categoryRank!: number | null;

  @Field(() => Int, { nullable: true, description: 'The place over all categories.' })
  overallRank!: number | null;

  @Field(() => Int, { description: 'How many entries share the place in the category, this one included.' })
  sharedCategory!: number;

  @Field(() => Int, { description: 'How many entries share the place over all categories.' })
  sharedOverall!: number;

  @Field(() => AwardRuleType, { nullable: true, description: 'What the ranking gives.' })
  computedAward!: AwardRuleType | null;

  @Field(() => AwardRuleType, { nullable: true, description: 'The award after the deliberation.' })
  award!: AwardRuleType | null;

  @Field(() => DecimalText, {
    nullable: true,
    description:
      'Highest less lowest sheet of the last round reached. Shown once published, to coordinators at once.',
  })
  spread!: string | null;

  @Field(() => [SheetTotalType], {
    nullable: true,
    description: 'The sheets behind it. Shown once published, to coordinators at once.',
  })
  sheetTotals!: SheetTotalType[] | null;

  @Field(() => [ResultFlagEnum], {
    nullable: true,
    description: 'What to look at. Shown to coordinators and auditors.',
  })
  flags!: ResultFlag[] | null;

  @Field(() => DeliberationType, {
    nullable: true,
    description: 'The decision of the deliberation, if there is one.',
  })
  deliberation!: DeliberationType | null;
}

/** A computed result. */
@ObjectType('Result', {
  description: 'A result of a round or an edition, with the digests that let anybody compute it again.',
})
export class ResultType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => CompetitionType, { nullable: true, description: 'The edition.' })
  competition!: CompetitionType | null;

  @Field(() => RoundType, { nullable: true, description: 'The round; null for the whole edition.' })
  round!: RoundType | null;

  @Field(() => RuleKindEnum, { description: 'The kind of rule.' })
  ruleKind!: RuleKind;

  @Field(() => Json, {
    description: 'The whole rule: `{kind, dropHigh, dropLow, minimumKept, decimals, rounding}`.',
  })
  rule!: unknown;

  @Field(() => Boolean, {
    description: 'By the edition’s own rule, and the newest: the one that counts. Others stand beside it.',
  })
  official!: boolean;

  @Field(() => ID, { description: 'Results computed in one go from the same sheets share it.' })
  batch!: string;

  @Field(() => DateTime, { description: 'When it was computed.' })
  computedAt!: Date;

  @Field(() => String, { description: 'SHA-256 of the canonical inputs.' })
  inputsDigest!: string;

  @Field(() => String, { description: 'SHA-256 of the result and the inputs’ digest.' })
  resultDigest!: string;

  @Field(() => JudgingAnalysisType, {
    nullable: true,
    description:
      'How sure it is and what deserves a look; beside the official result. Shown to coordinators and auditors.',
  })
  analysis!: JudgingAnalysisType | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the analysis: beside the result’s digest, not in it.',
  })
  analysisDigest!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when nothing of it changes any more.' })
  frozenAt!: Date | null;

  @Field(() => Int, { description: 'Entries in it.' })
  rowCount!: number;

  @Field(() => [AwardLineType], {
    nullable: true,
    description: 'Where the awards’ lines fall. Shown to coordinators and auditors.',
  })
  awardLines!: AwardLineType[] | null;

  @Field(() => [ResultFlagCountType], {
    nullable: true,
    description: 'Flags and how often. Shown to coordinators and auditors.',
  })
  flags!: ResultFlagCountType[] | null;

  @Field(() => ResultPublicationType, {
    nullable: true,
    description: 'What is published with it; only with official results of a whole edition.',
  })
  publication!: ResultPublicationType | null;

  @Field(() => [ResultRowType], {
    description: 'The ranking: by category and place; at most 10,000. A page of it: `resultRows`.',
  })
  rows!: ResultRowType[];
}
