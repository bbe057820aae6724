import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { ProblemType } from '../../platform/graphql/types.ts';
import { CategoryType, CriterionType, EntryType, RoundType } from '../competition/index.ts';
import { ExemplarProjectType } from '../library/index.ts';

/** A mark that was agreed on. */
@ObjectType('PracticeMark', { description: 'The mark that was agreed on for one criterion, and why.' })
export class PracticeMarkType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The criterion.' })
  criterionId!: string;

  @Field(() => DecimalText, { description: 'The agreed mark on the criterion’s scale.' })
  value!: string;

  @Field(() => String, { description: 'Why it is this mark.' })
  reason!: string;
}

/** A mark given for practice. */
@ObjectType('PracticeGiven', { description: 'A mark a judge gave for practice.' })
export class PracticeGivenType {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId!: string;

  @Field(() => DecimalText, { description: 'The mark on the criterion’s scale.' })
  value!: string;
}

/** A judge's practice. */
@ObjectType('PracticeSheet', { description: 'What a judge gave a practice entry; it counts for nothing.' })
export class PracticeSheetType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The judge’s code: `J07`.' })
  judgeCode!: string;

  @Field(() => DateTime, { description: 'When it was submitted.' })
  submittedAt!: Date;

  @Field(() => Int, { description: 'Seconds spent at it.' })
  secondsSpent!: number;

  @Field(() => [PracticeGivenType], { description: 'One mark for every criterion.' })
  marks!: PracticeGivenType[];
}

/** A practice entry. */
@ObjectType('Practice', {
  description:
    'An entry, or an exemplary project, that judges of a category mark for practice. It never counts: not in a result, a load, progress or an export.',
})
export class PracticeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RoundType, { nullable: true, description: 'The round whose rubric it is marked by.' })
  round!: RoundType | null;

  @Field(() => CategoryType, { nullable: true, description: 'The category whose judges practise on it.' })
  category!: CategoryType | null;

  @Field(() => EntryType, {
    nullable: true,
    description:
      'The entry: of an earlier edition, or out of the contest; null where it is an exemplary project.',
  })
  entry!: EntryType | null;

  @Field(() => ExemplarProjectType, {
    nullable: true,
    description: 'The exemplary project of the library; null where it is an entry.',
  })
  exemplar!: ExemplarProjectType | null;

  @Field(() => Int, { description: 'Its place among the practice entries of the category, from 1.' })
  position!: number;

  @Field(() => [CriterionType], { description: 'The criteria in their order; at most 50.' })
  criteria!: CriterionType[];

  @Field(() => [PracticeMarkType], {
    description: 'The agreed marks with their reasons; for a judge only once the own marks are in.',
  })
  agreed!: PracticeMarkType[];

  @Field(() => PracticeSheetType, {
    nullable: true,
    description: 'What the signed-in judge gave; null before.',
  })
  mine!: PracticeSheetType | null;

  @Field(() => [PracticeSheetType], {
    description:
      'What judges gave, the earliest first, at most 200; empty for all but the office and auditors.',
  })
  sheets!: PracticeSheetType[];

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** An agreed mark as it is set. */
@InputType('PracticeMarkInput', { description: 'The agreed mark of one criterion.' })
export class PracticeMarkInput {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId!: string;

  @Field(() => DecimalText, { description: 'The agreed mark on the criterion’s scale.' })
  value!: string;

  @Field(() => String, { description: 'Why; at most 500 characters.' })
  reason!: string;
}

/** Makes an entry a practice entry, or changes its marks. */
@InputType('PracticeSetInput', {
  description:
    'Makes an entry or an exemplary project a practice entry of a category in a round, or sets its agreed marks anew.',
})
export class PracticeSetInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => ID, { description: 'The category whose judges practise.' })
  categoryId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The entry; one that is not judged in the round. Absent when a project of the library is given.',
  })
  entryId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The exemplary project, instead of an entry.' })
  exemplarId?: string | null;

  @Field(() => [PracticeMarkInput], { description: 'An agreed mark with its reason for every criterion.' })
  marks!: PracticeMarkInput[];
}

/** Names a practice entry. */
@InputType('PracticeRemoveInput', { description: 'Takes a practice entry away again.' })
export class PracticeRemoveInput {
  @Field(() => ID, { description: 'The practice entry; nobody has done it yet.' })
  id!: string;
}

/** A mark given for practice. */
@InputType('PracticeGivenInput', { description: 'A mark given for practice.' })
export class PracticeGivenInput {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId!: string;

  @Field(() => DecimalText, { description: 'The mark on the criterion’s scale.' })
  value!: string;
}

/** Submits practice. */
@InputType('PracticeSubmitInput', { description: 'Submits a practice entry, once.' })
export class PracticeSubmitInput {
  @Field(() => ID, { description: 'The practice entry.' })
  id!: string;

  @Field(() => [PracticeGivenInput], { description: 'One mark for every criterion.' })
  marks!: PracticeGivenInput[];

  @Field(() => Int, { nullable: true, description: 'Seconds spent, 0 to 86,400.' })
  secondsSpent?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key sent again has no second effect and gives the same answer.',
  })
  idempotencyKey?: string | null;
}

/** What a step on a practice entry answers. */
@ObjectType('PracticePayload', { description: 'What the step answers.' })
export class PracticePayload {
  @Field(() => PracticeType, { nullable: true, description: 'After the step; null when it is gone.' })
  practice!: PracticeType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}

/** An anchor. */
@ObjectType('Anchor', {
  description: 'An entry that many judges mark, so that their scales can be compared. Judges cannot tell it.',
})
export class AnchorType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => EntryType, { nullable: true, description: 'The entry.' })
  entry!: EntryType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many judges mark it; null: every judge of its category.',
  })
  judges!: number | null;

  @Field(() => DateTime, { description: 'Since when.' })
  createdAt!: Date;
}

/** Makes an entry an anchor. */
@InputType('AnchorSetInput', {
  description: 'Makes an entry of a round an anchor; plans then give it its judges.',
})
export class AnchorSetInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => ID, { description: 'The entry, judged in the round.' })
  entryId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many judges mark it, 2 to 1,000; absent: every judge of its category.',
  })
  judges?: number | null;
}

/** Names an anchor. */
@InputType('AnchorRemoveInput', { description: 'The entry is an ordinary one again; its sheets stay.' })
export class AnchorRemoveInput {
  @Field(() => ID, { description: 'The anchor.' })
  id!: string;
}

/** What a step on an anchor answers. */
@ObjectType('AnchorPayload', { description: 'What the step answers.' })
export class AnchorPayload {
  @Field(() => AnchorType, { nullable: true, description: 'After the step; null when it is none any more.' })
  anchor!: AnchorType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
