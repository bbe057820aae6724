import type { AttachmentKind, Beneficiary } from '@xinghuo/shared/competition/entry';
import type { ApplicantKind } from '@xinghuo/shared/teams/team';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime, DecimalText } from '../../platform/graphql/scalars.ts';
import { ApplicantKindEnum } from '../teams/index.ts';
import { BeneficiaryEnum } from './entry.types.ts';
import { AttachmentKindEnum } from './entry-parts.types.ts';

/** A step of a plan. */
@InputType('PlanStepInput', { description: 'A step of a plan.' })
export class PlanStepInput {
  @Field(() => String, { description: 'A month or a day: `2026-10` or `2026-10-08`.' })
  when!: string;

  @Field(() => String, { description: 'What is done: at most 200 characters.' })
  what!: string;
}

/** A line of a budget. */
@InputType('BudgetLineInput', { description: 'A line of a budget.' })
export class BudgetLineInput {
  @Field(() => String, { description: 'What it is for: at most 60 characters.' })
  item!: string;

  @Field(() => DecimalText, { description: 'Yuan, at most two decimal places.' })
  amount!: string;
}

/** A new entry, as a draft: what is missing is filled in later. */
@InputType('EntryCreateInput', {
  description: 'A new entry, as a draft: what is missing is filled in later.',
})
export class EntryCreateInput {
  @Field(() => ID, { description: 'The edition; it must take entries.' })
  competitionId!: string;

  @Field(() => ID, { description: 'A category of the edition.' })
  categoryId!: string;

  @Field(() => ID, { description: 'The team that enters; it must be active.' })
  teamId!: string;

  @Field(() => String, {
    description: 'Title: at most 60 characters; a team enters a title once in a category.',
  })
  title!: string;

  @Field(() => ApplicantKindEnum, { nullable: true, description: 'Left out: the team’s own kind.' })
  applicantKind?: ApplicantKind | null;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 200 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Summary: 30 to 400 characters to submit.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Summary in English: at most 1,500 characters.' })
  summaryEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose need it answers: 80 to 2,000 characters to submit.',
  })
  need?: string | null;

  @Field(() => String, { nullable: true, description: 'What is done: 80 to 3,000 characters to submit.' })
  activities?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is new about it: 50 to 1,500 characters to submit.',
  })
  innovation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How others can take it up: 50 to 1,500 characters to submit.',
  })
  replicability?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What has come of it so far: 50 to 2,000 characters to submit.',
  })
  results?: string | null;

  @Field(() => [PlanStepInput], { nullable: true, description: 'The whole plan: 3 to 24 steps to submit.' })
  plan?: PlanStepInput[] | null;

  @Field(() => [BudgetLineInput], {
    nullable: true,
    description: 'The whole budget: 1 to 40 lines to submit.',
  })
  budget?: BudgetLineInput[] | null;

  @Field(() => [BeneficiaryEnum], { nullable: true, description: 'Whom it serves: 1 to 5 to submit.' })
  beneficiaries?: Beneficiary[] | null;

  @Field(() => String, { nullable: true, description: 'Who to turn to: at most 40 characters.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  contactPhone?: string | null;
}

/** Changes to an entry as they are typed; fields left out stay as they are. Drafts and returned entries only, before the deadline. */
@InputType('EntryUpdateInput', {
  description:
    'Changes to an entry as they are typed; fields left out stay as they are. Drafts and returned entries only, before the deadline.',
})
export class EntryUpdateInput {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Title: 2 to 60 characters.' })
  title?: string | null;

  @Field(() => ID, { nullable: true, description: 'Another category of the same edition.' })
  categoryId?: string | null;

  @Field(() => ApplicantKindEnum, { nullable: true, description: 'The kind of applicant.' })
  applicantKind?: ApplicantKind | null;

  @Field(() => String, { nullable: true, description: 'Title in English: at most 200 characters.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Summary: 30 to 400 characters to submit.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Summary in English: at most 1,500 characters.' })
  summaryEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whose need it answers: 80 to 2,000 characters to submit.',
  })
  need?: string | null;

  @Field(() => String, { nullable: true, description: 'What is done: 80 to 3,000 characters to submit.' })
  activities?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is new about it: 50 to 1,500 characters to submit.',
  })
  innovation?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How others can take it up: 50 to 1,500 characters to submit.',
  })
  replicability?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What has come of it so far: 50 to 2,000 characters to submit.',
  })
  results?: string | null;

  @Field(() => [PlanStepInput], { nullable: true, description: 'The whole plan: 3 to 24 steps to submit.' })
  plan?: PlanStepInput[] | null;

  @Field(() => [BudgetLineInput], {
    nullable: true,
    description: 'The whole budget: 1 to 40 lines to submit.',
  })
  budget?: BudgetLineInput[] | null;

  @Field(() => [BeneficiaryEnum], { nullable: true, description: 'Whom it serves: 1 to 5 to submit.' })
  beneficiaries?: Beneficiary[] | null;

  @Field(() => String, { nullable: true, description: 'Who to turn to: at most 40 characters.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  contactPhone?: string | null;
}

/** The entry a step is taken on. */
@InputType('EntryStepInput', { description: 'The entry a step is taken on.' })
export class EntryStepInput {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;
}

/** The entry a step is taken on, and why. */
@InputType('EntryReasonInput', { description: 'The entry a step is taken on, and why.' })
export class EntryReasonInput {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => String, { description: 'Why; recorded and shown to the team: at most 1,000 characters.' })
  reason!: string;
}

/** What the team is asked to change. */
@InputType('ScreeningNoteInput', { description: 'What the team is asked to change.' })
export class ScreeningNoteInput {
  @Field(() => String, {
    description: 'The field it is about: a field of the entry, `attachments` or `general`.',
  })
  field!: string;

  @Field(() => String, { description: 'What to change: at most 1,000 characters.' })
  text!: string;
}

/** Returns an entry for changes. */
@InputType('EntryReturnInput', { description: 'Returns an entry for changes.' })
export class EntryReturnInput {
  @Field(() => ID, { description: 'The entry.' })
  id!: string;

  @Field(() => Int, { description: 'The version the change is based on.' })
  version!: number;

  @Field(() => [ScreeningNoteInput], { description: 'At least one note, at most 30.' })
  notes!: ScreeningNoteInput[];

  @Field(() => DateTime, {
    nullable: true,
    description:
      'The resubmission deadline: ahead of now; left out, seven days from now but not beyond the end of screening.',
  })
  until?: Date | null;
}

/** Attaches an uploaded file to an entry. */
@InputType('AttachmentAddInput', { description: 'Attaches an uploaded file to an entry.' })
export class AttachmentAddInput {
  @Field(() => ID, {
    description: 'The entry: a draft or a returned one, before its deadline, with fewer than 10 attachments.',
  })
  entryId!: string;

  @Field(() => ID, { description: 'A file the account has uploaded, at most 20 MB.' })
  fileId!: string;

  @Field(() => AttachmentKindEnum, { description: 'What it is for.' })
  kind!: AttachmentKind;

  @Field(() => String, {
    nullable: true,
    description: 'Title: at most 100 characters; left out, the file’s name.',
  })
  title?: string | null;
}

/** Takes a file off an entry. */
@InputType('AttachmentRemoveInput', { description: 'Takes a file off an entry.' })
export class AttachmentRemoveInput {
  @Field(() => ID, { description: 'The attachment.' })
  id!: string;
}

/** The order of an entry’s attachments. */
@InputType('AttachmentsReorderInput', { description: 'The order of an entry’s attachments.' })
export class AttachmentsReorderInput {
  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field(() => [ID], { description: 'All its attachments in the wanted order.' })
  attachmentIds!: string[];
}
