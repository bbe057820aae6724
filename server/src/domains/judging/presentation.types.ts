import {
  SLOT_LIFECYCLE,
  SLOT_STATES,
  type SlotEvent,
  type SlotState,
} from '@xinghuo/shared/judging/domain/presentation';
import { enumTable } from '@xinghuo/shared/kernel/label';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType, ProblemType } from '../../platform/graphql/types.ts';
import { EntryType, RoundType } from '../competition/index.ts';

export const SlotStateEnum = graphqlEnum(
  'PresentationSlotState',
  'Where an entry’s presentation stands.',
  SLOT_STATES,
);
const { start, pause, resume, finish } = SLOT_LIFECYCLE.events;
export const SlotEventEnum = graphqlEnum(
  'PresentationEvent',
  'A step of a presentation.',
  enumTable({
    start: { zh: start.zh, en: start.en },
    pause: { zh: pause.zh, en: pause.en },
    resume: { zh: resume.zh, en: resume.en },
    finish: { zh: finish.zh, en: finish.en },
  }),
);

/** One entry's turn. */
@ObjectType('PresentationSlot', { description: 'One entry’s turn in a presentation round.' })
export class PresentationSlotType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'Its place in the drawn order, from 1.' })
  position!: number;

  @Field(() => EntryType, { nullable: true, description: 'The entry; null for whoever may not read it.' })
  entry!: EntryType | null;

  @Field(() => SlotStateEnum, { description: 'Where it stands.' })
  state!: SlotState;

  @Field(() => Int, { description: 'Seconds the entry has, extensions included.' })
  secondsAllowed!: number;

  @Field(() => Int, { description: 'Seconds used before the running stretch.' })
  secondsUsed!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the running stretch began.' })
  startedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Marks of the entry are refused from here on; null while it waits or stands.',
  })
  locksAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was drawn to the end of the order; null for turns of the first draw.',
  })
  appendedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'The seed it was drawn to the end from.' })
  appendSeed!: number | null;

  @Field(() => ID, { nullable: true, description: 'The signed-in judge’s sheet of the entry.' })
  mySheetId!: string | null;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** A starting order. */
@ObjectType('Presentation', {
  description: 'The drawn starting order of a presentation round, with the clock of who is on.',
})
export class PresentationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RoundType, { nullable: true, description: 'The round.' })
  round!: RoundType | null;

  @Field(() => Int, { description: 'The seed it was drawn from; the same seed draws the same order.' })
  seed!: number;

  @Field(() => DateTime, { description: 'When it was drawn.' })
  drawnAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Since when leaders see it.' })
  publishedAt!: Date | null;

  @Field(() => Int, { description: 'Seconds each entry has.' })
  secondsAllowed!: number;

  @Field(() => Int, { description: 'Seconds after an entry’s end in which marks are still taken.' })
  graceSeconds!: number;

  @Field(() => [PresentationSlotType], { description: 'The turns in their order; at most 500.' })
  slots!: PresentationSlotType[];

  @Field(() => Int, {
    nullable: true,
    description: 'Entries of the round without a turn, for the office and auditors: they take no marks yet.',
  })
  unplaced!: number | null;

  @Field(() => [AvailableTransitionType], {
    description: 'Steps of the whole order the viewer may try now, and what stands in their way.',
  })
  availableTransitions!: AvailableTransitionType[];

  @Field(() => DateTime, { description: 'The server’s clock, for the countdown.' })
  asOf!: Date;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** Draws the order. */
@InputType('PresentationDrawInput', {
  description: 'Draws the starting order; anew only while nobody has been on.',
})
export class PresentationDrawInput {
  @Field(() => ID, { description: 'The round: one of presentations.' })
  roundId!: string;

  @Field(() => Int, { description: 'Seconds each entry has: 60 to 7,200.' })
  secondsAllowed!: number;

  @Field(() => Int, { description: 'Seconds of grace for the marks: 0 to 3,600.' })
  graceSeconds!: number;

  @Field(() => Int, { description: 'The seed, as drawn in front of everybody: 0 to 2,147,483,647.' })
  seed!: number;
}

/** Draws entries to the end. */
@InputType('PresentationAppendInput', {
  description: 'Draws the entries of the round without a turn to the end of the starting order.',
})
export class PresentationAppendInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, { description: 'The seed, as drawn in front of everybody: 0 to 2,147,483,647.' })
  seed!: number;
}

/** Publishes the order. */
@InputType('PresentationPublishInput', { description: 'Shows the starting order to the leaders.' })
export class PresentationPublishInput {
  @Field(() => ID, { description: 'The starting order.' })
  id!: string;
}

/** A step of a turn. */
@InputType('PresentationStepInput', { description: 'Starts, pauses, goes on with or ends a turn.' })
export class PresentationStepInput {
  @Field(() => ID, { description: 'The turn.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => SlotEventEnum, { description: 'The step.' })
  event!: SlotEvent;
}

/** Gives more time. */
@InputType('PresentationExtendInput', {
  description: 'Gives an entry more time, or its marks, for a reason.',
})
export class PresentationExtendInput {
  @Field(() => ID, { description: 'The turn; begun.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  version!: number;

  @Field(() => Int, { description: 'Seconds more: 10 to 3,600.' })
  seconds!: number;

  @Field(() => String, { description: 'Why; recorded.' })
  reason!: string;
}

/** What a step answers. */
@ObjectType('PresentationPayload', { description: 'What the step answers.' })
export class PresentationPayload {
  @Field(() => PresentationType, { nullable: true, description: 'After the step; null when it was refused.' })
  presentation!: PresentationType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
