import { ATTACHMENT_KINDS, type AttachmentKind } from '@xinghuo/shared/competition/entry';
import { NAMED_PARTIES, type NamedParty } from '@xinghuo/shared/competition/name-mentions';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.ts';
import { DateTime, DecimalText, Json } from '../../platform/graphql/scalars.ts';
import { FileType } from '../files/index.ts';

export const AttachmentKindEnum = graphqlEnum(
  'AttachmentKind',
  'What an attachment is for.',
  ATTACHMENT_KINDS,
);

export const NamedPartyEnum = graphqlEnum('NamedParty', 'Whose name gives an entrant away.', NAMED_PARTIES);

/** A step of a plan. */
@ObjectType('PlanStep', { description: 'A step of a plan.' })
export class PlanStepType {
  @Field(() => String, { description: 'A month or a day: `2026-10` or `2026-10-08`.' })
  when!: string;

  @Field(() => String, { description: 'What is done.' })
  what!: string;
}

/** A line of a budget. */
@ObjectType('BudgetLine', { description: 'A line of a budget.' })
export class BudgetLineType {
  @Field(() => String, { description: 'What it is for.' })
  item!: string;

  @Field(() => DecimalText, { description: 'Yuan.' })
  amount!: string;
}

/** A file that belongs to an entry. */
@ObjectType('Attachment', { description: 'A file that belongs to an entry.' })
export class AttachmentType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => AttachmentKindEnum, { description: 'What it is for.' })
  kind!: AttachmentKind;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => Int, { description: 'Place in the list, from 1.' })
  position!: number;

  @Field(() => FileType, { description: 'The file.' })
  file!: FileType;
}

/** An entry as it was submitted once. */
@ObjectType('EntryRevision', { description: 'An entry as it was submitted once.' })
export class EntryRevisionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: 'From 1, in the order of submission.' })
  number!: number;

  @Field(() => DateTime, { description: 'When.' })
  submittedAt!: Date;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  submittedByName!: string | null;

  @Field(() => Json, {
    description:
      'Everything the entry said then: content, category, attachments by name and digest, facts of the team.',
  })
  content!: unknown;
}

/** What the office asks a team to change. */
@ObjectType('ScreeningNote', { description: 'What the office asks a team to change.' })
export class ScreeningNoteType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The field of the entry it is about; `general` for the whole.' })
  field!: string;

  @Field(() => String, { description: 'What to change.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Who asks.' })
  authorName!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  createdAt!: Date;

  @Field(() => Boolean, { description: 'The entry was submitted again since.' })
  resolved!: boolean;
}

/** A place where judges of a blind round would read whose entry it is. */
@ObjectType('NameMention', {
  description: 'A place where judges of a blind round would read whose entry it is.',
})
export class NameMentionType {
  @Field(() => String, { description: 'The field of the entry; `attachments` for its files.' })
  field!: string;

  @Field(() => ID, { nullable: true, description: 'The attachment, when it stands in one.' })
  attachmentId!: string | null;

  @Field(() => Boolean, { description: 'It stands in the file’s content, not in its name or title.' })
  inContent!: boolean;

  @Field(() => NamedPartyEnum, { description: 'Whose name it is.' })
  party!: NamedParty;

  @Field(() => String, { description: 'The name as it is registered.' })
  name!: string;

  @Field(() => String, { description: 'The words around it, in small letters and without needless blanks.' })
  excerpt!: string;
}

/** Whether an entry keeps its entrant unknown. */
@ObjectType('NameCheck', { description: 'Whether an entry keeps its entrant unknown.' })
export class NameCheckType {
  @Field(() => [NameMentionType], {
    description: 'Where it names the entrant, in the order of its fields; 100 at most.',
  })
  mentions!: NameMentionType[];

  @Field(() => [ID], { description: 'Attachments whose text is still to be read.' })
  unread!: string[];

  @Field(() => [ID], {
    description: 'Attachments without text that could be searched: pictures, scanned pages.',
  })
  textless!: string[];

  @Field(() => [ID], {
    description: 'Attachments so long that only their first 200,000 characters were searched.',
  })
  partly!: string[];
}
