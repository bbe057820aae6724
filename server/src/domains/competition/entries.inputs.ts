import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { ScreeningNoteInput } from './entry.inputs.ts';

/** Entries to accept, all or none. */
@InputType('EntriesAcceptInput', { description: 'Entries to accept, all or none.' })
export class EntriesAcceptInput {
  @Field(() => [ID], { description: '1 to 200 entries.' })
  ids!: string[];
}

/** Entries to return with the same notes, all or none. */
@InputType('EntriesReturnInput', { description: 'Entries to return with the same notes, all or none.' })
export class EntriesReturnInput {
  @Field(() => [ID], { description: '1 to 200 entries.' })
  ids!: string[];

  @Field(() => [ScreeningNoteInput], { description: 'At least one note, at most 30.' })
  notes!: ScreeningNoteInput[];

  @Field(() => DateTime, { nullable: true, description: 'The resubmission deadline, as for one entry.' })
  until?: Date | null;
}

/** Entries to reject for the same reason, all or none. */
@InputType('EntriesRejectInput', { description: 'Entries to reject for the same reason, all or none.' })
export class EntriesRejectInput {
  @Field(() => [ID], { description: '1 to 200 entries.' })
  ids!: string[];

  @Field(() => String, { description: 'Why; the teams read it. At most 1,000 characters.' })
  reason!: string;
}
