import { SHEET_STATES, type SheetState } from '@xinghuo/shared/judging/domain/score-sheet';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType, ProblemType } from '../../platform/graphql/types.ts';
import { CriterionType, EntryType, RoundType } from '../competition/index.ts';
import { JudgeType } from './judge.types.ts';
import { WithheldRemarkType } from './publication.types.ts';

export const SheetStateEnum = graphqlEnum('ScoreSheetState', 'Where a score sheet stands.', SHEET_STATES);

/** The mark of one criterion. */
@ObjectType('Mark', { description: 'The mark of one criterion.' })
export class MarkType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The criterion.' })
  criterionId!: string;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'From 0 to the criterion’s maximum; null while there is only a comment.',
  })
  value!: string | null;

  @Field(() => String, { description: 'A comment on this criterion.' })
  comment!: string;
}

/** One judge's marks of one entry in one round. */
@ObjectType('ScoreSheet', {
  description: 'One judge’s marks of one entry in one round. Judges see their own only.',
})
export class ScoreSheetType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => SheetStateEnum, { description: 'Where it stands.' })
  state!: SheetState;

  @Field(() => EntryType, { nullable: true, description: 'The entry; null for a judge who has recused.' })
  entry!: EntryType | null;

  @Field(() => JudgeType, { nullable: true, description: 'The judge.' })
  judge!: JudgeType | null;

  @Field(() => String, { description: 'The judge’s code: `J07`.' })
  judgeCode!: string;

  @Field(() => RoundType, { nullable: true, description: 'The round.' })
  round!: RoundType | null;

  @Field(() => ID, { description: 'The assignment it belongs to.' })
  assignmentId!: string;

  @Field(() => [CriterionType], { description: 'The criteria in their order; at most 50.' })
  criteria!: CriterionType[];

  @Field(() => [MarkType], {
    description: 'The marks given so far, in the order of the criteria; at most 50.',
  })
  marks!: MarkType[];

  @Field(() => String, { description: 'The overall remark.' })
  remark!: string;

  @Field(() => Boolean, {
    description: 'Whether the judge releases the overall remark to the entrant; no until the judge says yes.',
  })
  remarkReleased!: boolean;

  @Field(() => WithheldRemarkType, {
    nullable: true,
    description: 'Set when the office keeps the remark from the entrant. Shown to coordinators and auditors.',
  })
  withheldRemark!: WithheldRemarkType | null;

  @Field(() => Int, { description: 'Characters the overall remark must have at least; 0 asks for none.' })
  remarkMinimum!: number;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'Σ weight · mark / max on the scale 0 … 100, to four places; null until submitted.',
  })
  total!: string | null;

  @Field(() => Int, { description: 'The place in the judge’s own order of the round, from 1.' })
  position!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The how-manieth sheet the judge began in the round, from 1; null until it is begun.',
  })
  openedOrder!: number | null;

  @Field(() => Int, {
    description:
      'Practice entries of the category that come before the judge’s first real one; 0 where practice is only offered.',
  })
  practiceLeft!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the judge may mark and submit, extensions included.',
  })
  deadline!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The first save.' })
  startedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The last submission; a draft that has one was reopened.',
  })
  submittedAt!: Date | null;

  @Field(() => Int, { description: 'Seconds spent at the sheet.' })
  secondsSpent!: number;

  @Field(() => String, { nullable: true, description: 'Why the judge recused.' })
  recusedReason!: string | null;

  @Field(() => DateTime, { description: 'The last change.' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;

  @Field(() => [AvailableTransitionType], {
    description: 'Steps the viewer may try: save, submit, recuse, revise, reopen.',
  })
  availableTransitions!: AvailableTransitionType[];
}

/** One mark to save. */
@InputType('MarkInput', { description: 'The mark of one criterion.' })
export class MarkInput {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId!: string;

  @Field(() => DecimalText, {
    nullable: true,
    description: 'From 0 to the criterion’s maximum, on its step; null takes the mark back.',
  })
  value?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A comment, at most 1,000 characters; absent leaves it as it is.',
  })
  comment?: string | null;
}

/** Saves a sheet. */
@InputType('ScoreSheetSaveInput', {
  description: 'Saves what has been marked so far; criteria that are not given stay.',
})
export class ScoreSheetSaveInput {
  @Field(() => ID, { description: 'The sheet.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The version that was seen. A newer one on the server is answered together with STALE_VERSION.',
  })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The same key sent again has no second effect and gives the same answer.',
  })
  idempotencyKey?: string | null;

  @Field(() => [MarkInput], { nullable: true, description: 'Marks that changed.' })
  marks?: MarkInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The overall remark, at most 4,000 characters; absent leaves it.',
  })
  remark?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the overall remark goes to the entrant after publication; absent leaves it.',
  })
  remarkReleased?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Seconds spent since the last save, 0 to 86,400.' })
  secondsSpent?: number | null;
}

/** Submits a sheet. */
@InputType('ScoreSheetSubmitInput', {
  description: 'Submits a sheet with every criterion marked; what is given is saved first.',
})
export class ScoreSheetSubmitInput extends ScoreSheetSaveInput {}

/** A judge recuses. */
@InputType('ScoreSheetRecuseInput', {
  description: 'The judge has a conflict with the entry: it is taken off them for good.',
})
export class ScoreSheetRecuseInput {
  @Field(() => ID, { description: 'The sheet.' })
  id!: string;

  @Field(() => String, { description: 'Why; recorded as a conflict.' })
  reason!: string;
}

/** Reopens a sheet. */
@InputType('ScoreSheetReopenInput', { description: 'Gives a submitted sheet back to its judge.' })
export class ScoreSheetReopenInput {
  @Field(() => ID, { description: 'The sheet.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => String, { description: 'Why; recorded.' })
  reason!: string;
}

/** A judge looks at an early sheet again. */
@InputType('ScoreSheetReviseInput', {
  description: 'A judge opens one of the own earliest sheets again, once half of the work is in.',
})
export class ScoreSheetReviseInput {
  @Field(() => ID, { description: 'The sheet.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;
}

/** What a step on a sheet answers. */
@ObjectType('ScoreSheetPayload', {
  description: 'The sheet after the step. With STALE_VERSION it is the one on the server, to be compared.',
})
export class ScoreSheetPayload {
  @Field(() => ScoreSheetType, { nullable: true, description: 'The sheet.' })
  scoreSheet!: ScoreSheetType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
