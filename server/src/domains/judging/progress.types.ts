import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { CategoryCodeEnum, CompetitionType, EntryStateEnum, RoundType } from '../competition/index.ts';
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

/** A judge on the monitor. */
@ObjectType('JudgeMonitor', {
  description:
    'How one judge stands to the others on entries they share, in points of 100; a difference above 0 is milder.',
})
export class JudgeMonitorType {
  @Field(() => ID, { description: 'The judge.' })
  judgeId!: string;

  @Field(() => String, { description: 'The judge’s code: `J07`.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in Latin letters.' })
  nameEn!: string | null;

  @Field(() => Int, { description: 'Submitted sheets whose entry others have submitted too.' })
  compared!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean difference to the other judges of the same entries.',
  })
  difference!: number | null;

  @Field(() => Int, { description: 'Anchors among them.' })
  anchors!: number;

  @Field(() => Float, { nullable: true, description: 'Mean difference over the anchors alone.' })
  anchorDifference!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How far the difference moved from the first to the second half of the own work; null below six compared sheets.',
  })
  drift!: number | null;

  @Field(() => Float, { nullable: true, description: 'Standard error of the drift.' })
  driftError!: number | null;

  @Field(() => Boolean, {
    description: 'The drift is more than chance explains: at least 3 points and 2.58 standard errors.',
  })
  drifting!: boolean;
}

/** A sheet of an anchor. */
@ObjectType('AnchorSheet', { description: 'What one judge gave an anchor.' })
export class AnchorSheetType {
  @Field(() => ID, { description: 'The judge.' })
  judgeId!: string;

  @Field(() => String, { description: 'The judge’s code: `J07`.' })
  code!: string;

  @Field(() => DecimalText, { description: 'The total, 0 … 100.' })
  total!: string;

  @Field(() => Int, { description: 'The judge’s how-manieth sheet it was.' })
  order!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Less the mean of the others; null while nobody else has submitted.',
  })
  difference!: number | null;
}

/** An anchor on the monitor. */
@ObjectType('AnchorProgress', { description: 'How an anchor was marked so far.' })
export class AnchorProgressType {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => String, { nullable: true, description: 'Its number.' })
  number!: string | null;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Its English title.' })
  titleEn!: string;

  @Field(() => Int, { description: 'Judges who hold it.' })
  assigned!: number;

  @Field(() => DecimalText, { nullable: true, description: 'Mean total so far, two places.' })
  mean!: string | null;

  @Field(() => [AnchorSheetType], { description: 'What was submitted, the lowest total first.' })
  sheets!: AnchorSheetType[];
}

/** The monitor of a round. */
@ObjectType('JudgingMonitor', {
  description: 'Drift of judges and marks of anchors, while a round takes marks.',
})
export class JudgingMonitorType {
  @Field(() => ID, { description: 'The round’s id.' })
  id!: string;

  @Field(() => [JudgeMonitorType], { description: 'Judges with something to compare, by number.' })
  judges!: JudgeMonitorType[];

  @Field(() => [AnchorProgressType], { description: 'The anchors by number.' })
  anchors!: AnchorProgressType[];

  @Field(() => DateTime, { description: 'The instant these figures are of.' })
  asOf!: Date;
}

/** Entries in one state. */
@ObjectType('EntryStateCount', { description: 'How many entries are in a state.' })
export class EntryStateCountType {
  @Field(() => EntryStateEnum, { description: 'The state.' })
  state!: string;

  @Field(() => Int, { description: 'Entries.' })
  count!: number;
}

/** Entries of one category. */
@ObjectType('EntryCategoryCount', { description: 'How many entries a category has.' })
export class EntryCategoryCountType {
  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Its English title.' })
  titleEn!: string;

  @Field(() => Int, { description: 'Entries, drafts and withdrawn ones left out.' })
  count!: number;
}

/** Something that waits or is late. */
@ObjectType('DashboardItem', { description: 'Something that waits for somebody, or is late.' })
export class DashboardItemType {
  @Field(() => String, {
    description:
      'What: waiting `ENTRIES_TO_SCREEN`, `ENTRIES_RETURNED`, `ENTRIES_SHORT_OF_JUDGES`, `JUDGES_TO_INVITE`, `OBJECTIONS_TO_DECIDE`, `TIES_TO_DECIDE`; late `SHEETS_OVERDUE`, `SCREENING_OVERDUE`, `RETURNS_OVERDUE`.',
  })
  kind!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => ID, { nullable: true, description: 'The round it is about.' })
  roundId!: string | null;
}

/** A deadline ahead. */
@ObjectType('DashboardDeadline', { description: 'A deadline ahead.' })
export class DashboardDeadlineType {
  @Field(() => String, {
    description: '`ENTRIES_CLOSE`, `SCREENING_CLOSE`, `ROUND_CLOSES`, `ROUND_OPENS`, `PUBLICITY_ENDS`.',
  })
  kind!: string;

  @Field(() => DateTime, { description: 'The instant.' })
  at!: string;

  @Field(() => ID, { nullable: true, description: 'The round it is about.' })
  roundId!: string | null;
}

/** The coordinator's home of an edition. */
@ObjectType('CompetitionDashboard', { description: 'Where an edition stands, what waits, what is late.' })
export class CompetitionDashboardType {
  @Field(() => ID, { description: 'The edition’s id.' })
  id!: string;

  @Field(() => CompetitionType, { nullable: true, description: 'The edition.' })
  competition!: CompetitionType | null;

  @Field(() => [EntryStateCountType], { description: 'Entries by state.' })
  entriesByState!: EntryStateCountType[];

  @Field(() => [EntryCategoryCountType], { description: 'Entries by category.' })
  entriesByCategory!: EntryCategoryCountType[];

  @Field(() => [DashboardItemType], { description: 'What waits for the office.' })
  waiting!: DashboardItemType[];

  @Field(() => [DashboardItemType], { description: 'What is late.' })
  late!: DashboardItemType[];

  @Field(() => JudgingProgressType, {
    nullable: true,
    description: 'The round that takes marks, or else the last one that did.',
  })
  progress!: JudgingProgressType | null;

  @Field(() => [DashboardDeadlineType], { description: 'The next deadlines, nearest first; at most five.' })
  nextDeadlines!: DashboardDeadlineType[];
}
