import { OBJECTION_STATES, type ObjectionState } from '@xinghuo/shared/judging/domain/objection';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType } from '../../platform/graphql/types.ts';
import { CompetitionType, EntryType } from '../competition/index.ts';

export const ObjectionStateEnum = graphqlEnum(
  'ObjectionState',
  'Where an objection stands.',
  OBJECTION_STATES,
);

/** Where an entry stands. */
@ObjectType('ObjectionPlace', { description: 'Where an entry stands, before or after sheets are removed.' })
export class ObjectionPlaceType {
  @Field(() => DecimalText, { nullable: true, description: 'The total.' })
  total!: string | null;

  @Field(() => Int, { nullable: true, description: 'The place in the category.' })
  categoryRank!: number | null;

  @Field(() => Int, { nullable: true, description: 'The place over all categories.' })
  overallRank!: number | null;

  @Field(() => ID, { nullable: true, description: 'The award after the deliberation.' })
  awardId!: string | null;
}

/** What changes for an entry. */
@ObjectType('ObjectionChange', { description: 'What removing sheets changes for one entry.' })
export class ObjectionChangeType {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => ID, { description: 'Its category.' })
  categoryId!: string;

  @Field(() => ObjectionPlaceType, { description: 'As it is.' })
  before!: ObjectionPlaceType;

  @Field(() => ObjectionPlaceType, { description: 'As it would be.' })
  after!: ObjectionPlaceType;
}

/** A sheet that goes. */
@ObjectType('RemovedSheet', { description: 'A sheet that an upheld objection removes.' })
export class RemovedSheetType {
  @Field(() => ID, { description: 'The sheet.' })
  sheetId!: string;

  @Field(() => ID, { description: 'Its entry.' })
  entryId!: string;

  @Field(() => ID, { description: 'Its round.' })
  roundId!: string;

  @Field(() => String, { description: 'Its judge’s code.' })
  judgeCode!: string;

  @Field(() => DecimalText, { description: 'Its total.' })
  total!: string;
}

/** What removing sheets does. */
@ObjectType('ObjectionEffect', {
  description: 'What removing sheets does to the official result, computed by the same rule.',
})
export class ObjectionEffectType {
  @Field(() => [RemovedSheetType], { description: 'The sheets.' })
  removed!: RemovedSheetType[];

  @Field(() => [ObjectionChangeType], { description: 'Entries whose total, place or award changes.' })
  changes!: ObjectionChangeType[];
}

/** Somebody objects. */
@ObjectType('Objection', { description: 'Somebody objects to a publicised result.' })
export class ObjectionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => CompetitionType, { nullable: true, description: 'The edition.' })
  competition!: CompetitionType | null;

  @Field(() => EntryType, { nullable: true, description: 'The entry it is about, if it is about one.' })
  entry!: EntryType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who objects; shown to coordinators and to the author.',
  })
  author!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How to reach the author; shown to coordinators and to the author.',
  })
  contact!: string | null;

  @Field(() => String, { description: 'What is objected.' })
  text!: string;

  @Field(() => DateTime, { description: 'When it was received.' })
  createdAt!: Date;

  @Field(() => ObjectionStateEnum, { description: 'Where it stands.' })
  state!: ObjectionState;

  @Field(() => ObjectionEffectType, {
    nullable: true,
    description: 'Sheets the decision removed, and what that changed. Shown to coordinators and auditors.',
  })
  effect!: ObjectionEffectType | null;

  @Field(() => String, { nullable: true, description: 'The decision and its reasons.' })
  decision!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;

  @Field(() => [AvailableTransitionType], { description: 'Steps the viewer may try: uphold, dismiss.' })
  availableTransitions!: AvailableTransitionType[];
}
