import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { CompetitionType, EntryStateEnum } from '../competition/index.ts';
import { JudgingProgressType } from './progress.types.ts';

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
