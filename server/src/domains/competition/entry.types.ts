import {
  BENEFICIARIES,
  type Beneficiary,
  ENTRY_STATES,
  type EntryState,
} from '@xinghuo/shared/competition/entry';
import type { ApplicantKind } from '@xinghuo/shared/teams/team';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Costs } from '../../platform/graphql/cost.ts';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { AvailableTransitionType, ProblemType } from '../../platform/graphql/types.ts';
import { ApplicantKindEnum, TeamType } from '../teams/index.ts';
import { CompetitionType } from './competition.types.ts';
import {
  AttachmentType,
  BudgetLineType,
  EntryRevisionType,
  NameCheckType,
  PlanStepType,
  ScreeningNoteType,
} from './entry-parts.types.ts';
import { AwardRuleType, CategoryType } from './rubric.types.ts';

export const EntryStateEnum = graphqlEnum('EntryState', 'Where an entry stands.', ENTRY_STATES);
export const BeneficiaryEnum = graphqlEnum(
  'Beneficiary',
  'Whom a project serves, with the national code.',
  BENEFICIARIES,
);

/** A project entered in an edition. The public sees title, team, category, award and summary, once the awards are publicised. */
@ObjectType('Entry', {
  description:
    'A project entered in an edition. The public sees title, team, category, award and summary, once the awards are publicised.',
})
export class EntryType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Edition, category and order of first submission: `2026-应急-012`; null before it.',
  })
  number!: string | null;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Title in English; may be empty.' })
  titleEn!: string;

  @Field(() => CompetitionType, { description: 'The edition.' })
  competition!: CompetitionType;

  @Field(() => CategoryType, { description: 'The category.' })
  category!: CategoryType;

  @Field(() => TeamType, { nullable: true, description: 'The team that enters.' })
  team!: TeamType | null;

  @Field(() => ApplicantKindEnum, { description: 'The kind of applicant it enters as.' })
  applicantKind!: ApplicantKind;

  @Field(() => String, { description: 'Summary.' })
  summary!: string;

  @Field(() => String, { description: 'Summary in English; may be empty.' })
  summaryEn!: string;

  @Field(() => String, { nullable: true, description: 'Whose need it answers.' })
  need!: string | null;

  @Field(() => String, { nullable: true, description: 'What is done.' })
  activities!: string | null;

  @Field(() => String, { nullable: true, description: 'What is new about it.' })
  innovation!: string | null;

  @Field(() => String, { nullable: true, description: 'How others can take it up.' })
  replicability!: string | null;

  @Field(() => String, { nullable: true, description: 'What has come of it so far.' })
  results!: string | null;

  @Field(() => [PlanStepType], { nullable: true, description: 'The plan, step by step.' })
  plan!: PlanStepType[] | null;

  @Field(() => [BudgetLineType], { nullable: true, description: 'The budget, line by line.' })
  budget!: BudgetLineType[] | null;

  @Field(() => DecimalText, { nullable: true, description: 'Yuan; the sum of the budget.' })
  budgetTotal!: string | null;

  @Field(() => [BeneficiaryEnum], { description: 'Whom it serves.' })
  beneficiaries!: Beneficiary[];

  @Field(() => String, { nullable: true, description: 'Who to turn to; for the office and the own team.' })
  contactName!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone; for the office and the own team.' })
  contactPhone!: string | null;

  @Field(() => EntryStateEnum, { description: 'Where it stands.' })
  state!: EntryState;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was rejected, withdrawn or disqualified; for the office and the own team.',
  })
  stateReason!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The latest submission; for who reads the whole entry, and for liaisons of the team’s unit.',
  })
  submittedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when it may be written and submitted, extensions and a return included.',
  })
  deadline!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Its own deadline after it was returned.' })
  resubmitUntil!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months the team was active in the year before submission.',
  })
  factsActiveMonths!: number | null;

  @Field(() => Int, { nullable: true, description: 'Members of the team at submission.' })
  factsMembers!: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes of service of the team at submission.' })
  factsMinutes!: number | null;

  @Field(() => [AttachmentType], { description: 'Attachments in order; 10 at most.' })
  attachments!: AttachmentType[];

  @Field(() => [EntryRevisionType], { description: 'Submissions, newest first; 50 at most.' })
  revisions!: EntryRevisionType[];

  @Field(() => [ScreeningNoteType], { description: 'Notes of the office, newest first; 200 at most.' })
  screeningNotes!: ScreeningNoteType[];

  @Field(() => DecimalText, {
    nullable: true,
    description:
      'Plain mean of the sheets submitted in the latest round, 0 to 100 with two decimals: a working figure for the office and auditors, not the official score.',
  })
  meanScore!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Sheets submitted in the latest round; for the office and auditors.',
  })
  sheetsSubmitted!: number | null;

  @Field(() => AwardRuleType, { nullable: true, description: 'The award; for the public once publicised.' })
  award!: AwardRuleType | null;

  @Field(() => [ProblemType], {
    description:
      'What is still missing for submission, field by field; empty when complete or not the viewer’s to see.',
  })
  completeness!: ProblemType[];

  @Costs(500)
  @Field(() => NameCheckType, {
    nullable: true,
    description:
      'Where it would tell judges of a blind round whose it is, for the office and the own team; null while no blind round is ahead or under way. Searches all its attachments: costs 500.',
  })
  nameCheck!: NameCheckType | null;

  @Field(() => Boolean, {
    description:
      'The viewer may change its content now, by right and state; the deadline is told by the steps.',
  })
  canEdit!: boolean;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'Last change.' })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Version for optimistic writing.' })
  version!: number;

  @Field(() => [AvailableTransitionType], {
    description: 'Steps the viewer may try now, and what stands in their way.',
  })
  availableTransitions!: AvailableTransitionType[];
}

/** What the step answers. */
@ObjectType('EntryPayload', { description: 'What the step answers.' })
export class EntryPayload {
  @Field(() => EntryType, { nullable: true, description: 'After the step; null when it was refused.' })
  entry!: EntryType | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}

/** What the step answers. */
@ObjectType('EntriesPayload', { description: 'What the step answers.' })
export class EntriesPayload {
  @Field(() => [EntryType], { nullable: true, description: 'After the step; null when it was refused.' })
  entries!: EntryType[] | null;

  @Field(() => [ProblemType], { description: 'Why it was refused; empty when it was done.' })
  problems!: ProblemType[];
}
