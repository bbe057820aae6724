import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { EntryType } from '../competition/index.ts';

/** Values counted in bins. */
@ObjectType('JudgingHistogram', {
  description: 'How many entries fall into each of a row of equally wide bins.',
})
export class JudgingHistogramType {
  @Field(() => Float, { description: 'Where the first bin begins.' })
  from!: number;

  @Field(() => Float, { description: 'The width of a bin.' })
  width!: number;

  @Field(() => [Int], { description: 'Entries per bin; the last one holds its upper end too.' })
  counts!: number[];
}

/** The judging of one category. */
@ObjectType('JudgingCategoryStatistics', { description: 'The judging of one category in counts.' })
export class JudgingCategoryStatisticsType {
  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => Int, { description: 'Entries judged.' })
  entries!: number;

  @Field(() => Int, { description: 'Entries with an award.' })
  awarded!: number;

  @Field(() => Int, { description: 'Judges who marked at least one of them.' })
  judges!: number;

  @Field(() => Int, { description: 'Sheets that counted.' })
  sheets!: number;

  @Field(() => JudgingHistogramType, {
    nullable: true,
    description:
      'Entries by total, in bins of five points. Null below five entries, and where one or two without an award would be told.',
  })
  totals!: JudgingHistogramType | null;
}

/** The judging of one round. */
@ObjectType('JudgingRoundStatistics', { description: 'The judging of one round: counts and agreement.' })
export class JudgingRoundStatisticsType {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, { description: 'Entries judged.' })
  entries!: number;

  @Field(() => Int, { description: 'Judges.' })
  judges!: number;

  @Field(() => Int, { description: 'Sheets that counted.' })
  sheets!: number;

  @Field(() => Int, { description: 'The fewest sheets of an entry.' })
  fewestSheets!: number;

  @Field(() => Int, { description: 'The most sheets of an entry.' })
  mostSheets!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Agreement of single sheets, 0 … 1: ICC(2,1). Null where it cannot be estimated.',
  })
  oneSheet!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Reliability of an entry’s mean, 0 … 1: the absolute generalisability coefficient.',
  })
  meanOfSheets!: number | null;

  @Field(() => Int, { nullable: true, description: 'Judges per entry that would reach 0.8.' })
  judgesNeeded!: number | null;
}

/** What the deliberation did. */
@ObjectType('JudgingDeliberationStatistics', { description: 'What the deliberation did, in counts.' })
export class JudgingDeliberationStatisticsType {
  @Field(() => Int, { description: 'Decisions, those that confirm the ranking included.' })
  decisions!: number;

  @Field(() => Int, { description: 'Entries that got a higher award than the ranking gave, or one at all.' })
  raised!: number;

  @Field(() => Int, { description: 'Entries that got a lower award, or none.' })
  lowered!: number;
}

/** The judging of an edition. */
@ObjectType('JudgingStatistics', {
  description: 'The judging of an edition: counts and shares, nobody’s mark.',
})
export class JudgingStatisticsType {
  @Field(() => Int, { description: 'Entries judged.' })
  entries!: number;

  @Field(() => Int, { description: 'Entries with an award.' })
  awarded!: number;

  @Field(() => Int, { description: 'Judges.' })
  judges!: number;

  @Field(() => Int, { description: 'Sheets that counted.' })
  sheets!: number;

  @Field(() => JudgingHistogramType, {
    nullable: true,
    description: 'All entries by total, without categories that could be told from it.',
  })
  totals!: JudgingHistogramType | null;

  @Field(() => [JudgingCategoryStatisticsType], { description: 'By category.' })
  categories!: JudgingCategoryStatisticsType[];

  @Field(() => [JudgingRoundStatisticsType], { description: 'By round, in their order.' })
  rounds!: JudgingRoundStatisticsType[];

  @Field(() => JudgingDeliberationStatisticsType, { description: 'The deliberation.' })
  deliberation!: JudgingDeliberationStatisticsType;
}

/** Objections in counts. */
@ObjectType('ObjectionCounts', { description: 'Objections to a result, in counts.' })
export class ObjectionCountsType {
  @Field(() => Int, { description: 'All that were filed.' })
  filed!: number;

  @Field(() => Int, { description: 'Not decided yet.' })
  open!: number;

  @Field(() => Int, { description: 'Upheld.' })
  upheld!: number;

  @Field(() => Int, { description: 'Dismissed.' })
  dismissed!: number;
}

/** What is published with a result. */
@ObjectType('ResultPublication', {
  description:
    'What is published with the official result of an edition: its digest and statistics from the public notice on, the bundle once the edition is closed.',
})
export class ResultPublicationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    description: 'SHA-256 of the bundle, known from the public notice on: `xinghuo verify` prints the same.',
  })
  digest!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the bundle is: rules, coded marks, result and digests. For coordinators and auditors at once, for everybody once the edition is closed.',
  })
  bundlePath!: string | null;

  @Field(() => JudgingStatisticsType, { description: 'The judging in counts and shares.' })
  statistics!: JudgingStatisticsType;

  @Field(() => ObjectionCountsType, { description: 'Objections and their decisions.' })
  objections!: ObjectionCountsType;
}

/** Feedback on one criterion. */
@ObjectType('EntryFeedbackCriterion', {
  description: 'An entry’s mean of one criterion and the group it stands in.',
})
export class EntryFeedbackCriterionType {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => ID, { description: 'The criterion.' })
  criterionId!: string;

  @Field(() => Int, { description: 'Sheets the mean is of.' })
  sheets!: number;

  @Field(() => DecimalText, { description: 'The mean of the entry’s marks, on the criterion’s scale.' })
  mean!: string;

  @Field(() => Int, { description: 'Entries of the category in the round.' })
  groupEntries!: number;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'The mean over these entries; null below five.',
  })
  groupMean!: string | null;

  @Field(() => JudgingHistogramType, {
    nullable: true,
    description: 'These entries by their mean, in ten bins over the scale; null below five.',
  })
  group!: JudgingHistogramType | null;
}

/** A released remark. */
@ObjectType('EntryFeedbackRemark', {
  description: 'A judge’s remark that was released to the entrant. Nobody’s name.',
})
export class EntryFeedbackRemarkType {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => String, { description: 'The remark.' })
  text!: string;
}

/** What an entrant learns. */
@ObjectType('EntryFeedback', {
  description:
    'What a team learns of the judging of its own entry once the edition is closed: means by criterion beside the category’s, and the remarks judges released.',
})
export class EntryFeedbackType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => EntryType, { nullable: true, description: 'The entry.' })
  entry!: EntryType | null;

  @Field(() => String, {
    description: 'The entry’s code in the bundle: `E017`. Only its own team learns it.',
  })
  code!: string;

  @Field(() => [EntryFeedbackCriterionType], { description: 'By round and criterion.' })
  criteria!: EntryFeedbackCriterionType[];

  @Field(() => [EntryFeedbackRemarkType], {
    description: 'Released remarks in an order that tells nothing.',
  })
  remarks!: EntryFeedbackRemarkType[];
}

/** A withheld remark. */
@ObjectType('WithheldRemark', { description: 'The office keeps a judge’s remark from the entrant.' })
export class WithheldRemarkType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Who decided it.' })
  byName!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;
}

/** Withholds a remark, or lets it go. */
@InputType('ScoreSheetWithholdRemarkInput', {
  description: 'Keeps a judge’s overall remark from the entrant, or lets it go again.',
})
export class ScoreSheetWithholdRemarkInput {
  @Field(() => ID, { description: 'The sheet.' })
  id!: string;

  @Field(() => Boolean, { description: 'True to withhold it, false to let it go again.' })
  withhold!: boolean;

  @Field(() => String, { description: 'Why; recorded.' })
  reason!: string;
}
