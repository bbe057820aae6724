import {
  CONFLICT_SOURCES,
  type ConflictSource,
  JUDGE_STATES,
  type JudgeState,
} from '@xinghuo/shared/judging/domain/judge';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, Day } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType } from '../../platform/graphql/types.ts';
import {
  CategoryCodeEnum,
  CategoryType,
  CompetitionType,
  EntryType,
  RoundType,
} from '../competition/index.ts';
import { AccountType } from '../identity/index.ts';
import { UnitType } from '../units/index.ts';

export const JudgeStateEnum = graphqlEnum(
  'JudgeState',
  'Whether a judge works in the edition.',
  JUDGE_STATES,
);
export const ConflictSourceEnum = graphqlEnum(
  'ConflictSource',
  'Where a conflict comes from.',
  CONFLICT_SOURCES,
);

/** A judge of an edition, as coordinators, auditors and the judge see it. */
@ObjectType('Judge', {
  description: 'A person who judges in one edition. Nobody but coordinators, auditors and the judge sees it.',
})
export class JudgeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => CompetitionType, { nullable: true, description: 'The edition.' })
  competition!: CompetitionType | null;

  @Field(() => AccountType, {
    nullable: true,
    description: 'The account; null until an invitation was sent.',
  })
  account!: AccountType | null;

  @Field(() => String, { description: 'How others see the judge: `J07`.' })
  code!: string;

  @Field(() => String, { description: 'E-mail address, unique within the edition.' })
  email!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in Latin letters.' })
  nameEn!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the judge works.' })
  organisation!: string | null;

  @Field(() => String, { nullable: true, description: 'Position or rank.' })
  title!: string | null;

  @Field(() => UnitType, {
    nullable: true,
    description: 'The unit the judge belongs to: entries of its teams are a conflict.',
  })
  unit!: UnitType | null;

  @Field(() => [UnitType], {
    description: 'Units the judge worked for earlier, at most 20: entries of their teams are a conflict.',
  })
  formerUnits!: UnitType[];

  @Field(() => Boolean, {
    description: 'A telephone number is known for finding conflicts; the number itself is not kept.',
  })
  hasPhone!: boolean;

  @Field(() => [CategoryCodeEnum], { description: 'Categories the judge knows.' })
  expertise!: string[];

  @Field(() => Int, { description: 'The most entries the judge takes in a round.' })
  capacity!: number;

  @Field(() => [Day], {
    description:
      'Days on which the judge can be there; empty: every day. Plans give nothing of a round that is held on none of them.',
  })
  availableDays!: string[];

  @Field(() => JudgeStateEnum, { description: 'Whether the judge works in the edition.' })
  state!: JudgeState;

  @Field(() => DateTime, { nullable: true, description: 'When the last invitation was sent.' })
  invitedAt!: Date | null;

  @Field(() => Int, { description: 'Entries held, over all rounds.' })
  assignedCount!: number;

  @Field(() => Int, { description: 'Sheets submitted, over all rounds.' })
  submittedCount!: number;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;

  @Field(() => [AvailableTransitionType], { description: 'Steps the viewer may try.' })
  availableTransitions!: AvailableTransitionType[];
}

/** The judges of a category in a round. */
@ObjectType('JudgePanel', {
  description: 'The judges that the entries of a category are given to in a round.',
})
export class JudgePanelType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => RoundType, { nullable: true, description: 'The round.' })
  round!: RoundType | null;

  @Field(() => CategoryType, { nullable: true, description: 'The category.' })
  category!: CategoryType | null;

  @Field(() => String, { nullable: true, description: 'Title, if it has one.' })
  title!: string | null;

  @Field(() => [JudgeType], { description: 'Its members by number; at most 100.' })
  members!: JudgeType[];

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;
}

/** A judge must not judge an entry. */
@ObjectType('Conflict', {
  description: 'A judge must not judge this entry. Judges see those they declared themselves.',
})
export class ConflictType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => JudgeType, { nullable: true, description: 'The judge.' })
  judge!: JudgeType | null;

  @Field(() => EntryType, {
    nullable: true,
    description: 'The entry; null for a judge, who does not see it any more.',
  })
  entry!: EntryType | null;

  @Field(() => String, { description: 'Number and title of the entry.' })
  entryTitle!: string;

  @Field(() => String, { description: 'The same with the title in English, where it has one.' })
  entryTitleEn!: string;

  @Field(() => ConflictSourceEnum, { description: 'Where it comes from.' })
  source!: ConflictSource;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  createdAt!: Date;

  @Field(() => Boolean, { description: 'True when a coordinator has found that it does not hold.' })
  withdrawn!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawnReason!: string | null;
}
