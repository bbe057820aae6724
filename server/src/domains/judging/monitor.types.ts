import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';

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
