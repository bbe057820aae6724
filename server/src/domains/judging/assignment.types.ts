import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Json } from '../../platform/graphql/scalars.ts';
import { ProblemType } from '../../platform/graphql/types.ts';
import { CategoryCodeEnum, EntryType, RoundType } from '../competition/index.ts';
import { ConflictType, JudgeType } from './judge.types.ts';
import { AnchorType } from './practice.types.ts';
import { ScoreSheetType } from './score-sheet.types.ts';

/** A judge judges an entry in a round. */
@ObjectType('Assignment', { description: 'A judge judges an entry in a round. Judges see their own.' })
export class AssignmentType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RoundType, { nullable: true, description: 'The round.' })
  round!: RoundType | null;

  @Field(() => EntryType, { nullable: true, description: 'The entry.' })
  entry!: EntryType | null;

  @Field(() => JudgeType, { nullable: true, description: 'The judge.' })
  judge!: JudgeType | null;

  @Field(() => Boolean, { description: 'Somebody decided it: automatic assignment keeps it.' })
  pinned!: boolean;

  @Field(() => Int, { description: 'The place in the judge’s own order of the round, from 1.' })
  position!: number;

  @Field(() => Boolean, { description: 'False once the judge recused or was taken off.' })
  live!: boolean;

  @Field(() => ScoreSheetType, { nullable: true, description: 'The score sheet.' })
  sheet!: ScoreSheetType | null;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** One pair of a plan. */
@ObjectType('AssignmentPlanPair', { description: 'An entry and a judge of a planned assignment.' })
export class AssignmentPlanPairType {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => ID, { description: 'The judge.' })
  judgeId!: string;
}

/** A judge's load in a plan. */
@ObjectType('AssignmentPlanLoad', { description: 'How many entries a judge has now and would have.' })
export class AssignmentPlanLoadType {
  @Field(() => ID, { description: 'The judge.' })
  judgeId!: string;

  @Field(() => Int, { description: 'Entries held now.' })
  before!: number;

  @Field(() => Int, { description: 'Entries held after the plan is applied.' })
  after!: number;

  @Field(() => Int, { description: 'The most the judge takes.' })
  capacity!: number;
}

/** An entry that could not be met. */
@ObjectType('AssignmentUnmet', {
  description: 'An entry that would get fewer judges than wanted, why, and what would help.',
})
export class AssignmentUnmetType {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => Int, { description: 'Judges missing.' })
  missing!: number;

  @Field(() => String, {
    description: '`CONFLICTS`: too few judges may take it at all. `CAPACITY`: those who may are full.',
  })
  cause!: string;

  @Field(() => Json, {
    description:
      'What would help, cheapest first: `[{kind: MORE_JUDGES, judges, capacity, category} | {kind: MORE_CAPACITY, judges: [id], from, to} | {kind: FEWER_JUDGES, from, to}]`.',
  })
  waysOut!: unknown;
}

/** How a category hangs together. */
@ObjectType('AssignmentPlanCategory', {
  description: 'How the entries of a category are joined by common judges.',
})
export class AssignmentPlanCategoryType {
  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => Int, { description: 'Entries.' })
  entries!: number;

  @Field(() => Int, { description: 'Judges used.' })
  judges!: number;

  @Field(() => Int, {
    description: 'Connected parts: 1 means that every entry can be compared with every other.',
  })
  components!: number;
}

/** What a plan achieves. */
@ObjectType('AssignmentMeasures', {
  description: 'What a planned assignment achieves, with the bound that proves it optimal.',
})
export class AssignmentMeasuresType {
  @Field(() => Int, { description: 'Pairs wanted.' })
  wanted!: number;

  @Field(() => Int, { description: 'Pairs assigned.' })
  assigned!: number;

  @Field(() => Int, { description: 'The smallest load of a judge.' })
  lowestLoad!: number;

  @Field(() => Int, { description: 'The largest load of a judge.' })
  highestLoad!: number;

  @Field(() => String, { description: 'Total affinity of the pairs.' })
  affinity!: string;

  @Field(() => String, { description: 'No assignment with the same coverage and balance has more.' })
  affinityBound!: string;

  @Field(() => [AssignmentPlanCategoryType], { description: 'The categories.' })
  categories!: AssignmentPlanCategoryType[];
}

/** An automatic assignment to be looked at. */
@ObjectType('AssignmentPlan', {
  description: 'An automatic assignment as it would be; it is applied exactly as shown, or not at all.',
})
export class AssignmentPlanType {
  @Field(() => ID, { description: 'Its id, for `assignmentApply`.' })
  id!: string;

  @Field(() => RoundType, { nullable: true, description: 'The round.' })
  round!: RoundType | null;

  @Field(() => DateTime, { description: 'When it was computed.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was applied.' })
  appliedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'Judges, conflicts, entries or assignments have changed since: it cannot be applied any more.',
  })
  outdated!: boolean;

  @Field(() => [AssignmentPlanPairType], { description: 'Every pair of the round after it is applied.' })
  pairs!: AssignmentPlanPairType[];

  @Field(() => [AssignmentPlanPairType], { description: 'Pairs it adds.' })
  added!: AssignmentPlanPairType[];

  @Field(() => [AssignmentPlanPairType], { description: 'Pairs it takes away: none of them begun.' })
  removed!: AssignmentPlanPairType[];

  @Field(() => [AssignmentPlanLoadType], { description: 'Loads of the judges.' })
  loads!: AssignmentPlanLoadType[];

  @Field(() => AssignmentMeasuresType, { description: 'What it achieves.' })
  measures!: AssignmentMeasuresType;

  @Field(() => [AssignmentUnmetType], { description: 'Entries it leaves short.' })
  unmet!: AssignmentUnmetType[];
}

/** A category on the board. */
@ObjectType('AssignmentBoardCategory', { description: 'A category of the round.' })
export class AssignmentBoardCategoryType {
  @Field(() => ID, { description: 'The category.' })
  categoryId!: string;

  @Field(() => CategoryCodeEnum, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Its English title.' })
  titleEn!: string;

  @Field(() => Int, { description: 'Entries of it in the round.' })
  entries!: number;

  @Field(() => [ID], {
    description: 'Judges of its panel; empty when there is none and every judge may be given its entries.',
  })
  panelJudgeIds!: string[];
}

/** A judge's load. */
@ObjectType('AssignmentBoardLoad', { description: 'What a judge holds in the round.' })
export class AssignmentBoardLoadType {
  @Field(() => ID, { description: 'The judge.' })
  judgeId!: string;

  @Field(() => Int, { description: 'Entries held.' })
  assigned!: number;

  @Field(() => Int, { description: 'Sheets of them that are submitted.' })
  submitted!: number;

  @Field(() => Int, { description: 'The most the judge takes.' })
  capacity!: number;

  @Field(() => Boolean, { description: 'Whether the judge can be there on some day of the round.' })
  available!: boolean;
}

/** The assignment board of a round. */
@ObjectType('AssignmentBoard', {
  description: 'Categories × judges of a round, with loads, conflicts and what is not satisfied.',
})
export class AssignmentBoardType {
  @Field(() => ID, { description: 'The round’s id.' })
  id!: string;

  @Field(() => RoundType, { nullable: true, description: 'The round.' })
  round!: RoundType | null;

  @Field(() => [AssignmentBoardCategoryType], { description: 'The categories in their order.' })
  categories!: AssignmentBoardCategoryType[];

  @Field(() => [EntryType], {
    description:
      'The entries of the round by number: under review, or about to be while the round is planned. At most 10,000.',
  })
  entries!: EntryType[];

  @Field(() => [JudgeType], {
    description: 'The judges of the edition that have not withdrawn, by number; at most 1,000.',
  })
  judges!: JudgeType[];

  @Field(() => [AssignmentType], { description: 'Live assignments of the round; at most 100,000.' })
  assignments!: AssignmentType[];

  @Field(() => [AssignmentBoardLoadType], { description: 'Loads of the judges.' })
  loads!: AssignmentBoardLoadType[];

  @Field(() => [AnchorType], { description: 'Entries that many judges mark; at most 200.' })
  anchors!: AnchorType[];

  @Field(() => [ConflictType], {
    description: 'Conflicts that hold, on entries of the edition; at most 20,000.',
  })
  conflicts!: ConflictType[];

  @Field(() => [ProblemType], {
    description:
      'What is not satisfied: `ENTRY_SHORT_OF_JUDGES`, `JUDGE_OVER_CAPACITY`, `JUDGE_NOT_AVAILABLE`.',
  })
  problems!: ProblemType[];
}
