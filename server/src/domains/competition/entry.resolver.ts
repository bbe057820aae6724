import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/operation.ts';
import type { Payload, RequestContext } from '../../platform/http/request-context.ts';
import { addAttachment, removeAttachment, reorderAttachments } from './attachments.ts';
import { EntriesAcceptInput, EntriesRejectInput, EntriesReturnInput } from './entries.inputs.ts';
import {
  AttachmentAddInput,
  AttachmentRemoveInput,
  AttachmentsReorderInput,
  EntryCreateInput,
  EntryReasonInput,
  EntryReturnInput,
  EntryStepInput,
  EntryUpdateInput,
} from './entry.inputs.ts';
import { EntriesPayload, EntryPayload } from './entry.types.ts';
import {
  acceptEntries,
  acceptEntry,
  disqualifyEntry,
  rejectEntries,
  rejectEntry,
  returnEntries,
  returnEntry,
  withdrawEntry,
} from './screen-entry.ts';
import { submitEntry } from './submit-entry.ts';
import { createEntry, updateEntry } from './write-entry.ts';

/** Writing, submitting and screening entries. */
@Resolver()
export class EntryResolver {
  @Allow('entry.write')
  @Mutation(() => EntryPayload, { description: 'Begins an entry as a draft.' })
  entryCreate(
    @Arg('input', () => EntryCreateInput) input: EntryCreateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, createEntry, input);
  }

  @Allow('entry.write')
  @Mutation(() => EntryPayload, { description: 'Saves an entry as it is typed.' })
  entryUpdate(
    @Arg('input', () => EntryUpdateInput) input: EntryUpdateInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, updateEntry, input);
  }

  @Allow('entry.write')
  @Mutation(() => EntryPayload, {
    description:
      'Submits a complete entry before its deadline; freezes the facts of the team and keeps a revision.',
  })
  entrySubmit(
    @Arg('input', () => EntryStepInput) input: EntryStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, submitEntry, input);
  }

  @Allow('entry.write')
  @Mutation(() => EntryPayload, { description: 'Takes an entry back, before the review.' })
  entryWithdraw(
    @Arg('input', () => EntryReasonInput) input: EntryReasonInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, withdrawEntry, input);
  }

  @Allow('entry.screen')
  @Mutation(() => EntryPayload, { description: 'Screening: the entry is eligible.' })
  entryAccept(
    @Arg('input', () => EntryStepInput) input: EntryStepInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, acceptEntry, input);
  }

  @Allow('entry.screen')
  @Mutation(() => EntryPayload, {
    description: 'Screening: returns an entry with notes at its fields and a deadline of its own.',
  })
  entryReturn(
    @Arg('input', () => EntryReturnInput) input: EntryReturnInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, returnEntry, input);
  }

  @Allow('entry.screen')
  @Mutation(() => EntryPayload, { description: 'Screening: the entry is not eligible.' })
  entryReject(
    @Arg('input', () => EntryReasonInput) input: EntryReasonInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, rejectEntry, input);
  }

  @Allow('entry.screen')
  @Mutation(() => EntryPayload, { description: 'Takes an entry out for a breach of the rules.' })
  entryDisqualify(
    @Arg('input', () => EntryReasonInput) input: EntryReasonInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, disqualifyEntry, input);
  }

  @Allow('entry.screen')
  @Mutation(() => EntriesPayload, {
    description: 'Accepts entries, all or none; problems name the row: `ids.3`.',
  })
  entriesAccept(
    @Arg('input', () => EntriesAcceptInput) input: EntriesAcceptInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, acceptEntries, input);
  }

  @Allow('entry.screen')
  @Mutation(() => EntriesPayload, {
    description: 'Returns entries with the same notes, all or none; problems name the row: `ids.3`.',
  })
  entriesReturn(
    @Arg('input', () => EntriesReturnInput) input: EntriesReturnInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, returnEntries, input);
  }

  @Allow('entry.screen')
  @Mutation(() => EntriesPayload, {
    description: 'Rejects entries for the same reason, all or none; problems name the row: `ids.3`.',
  })
  entriesReject(
    @Arg('input', () => EntriesRejectInput) input: EntriesRejectInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, rejectEntries, input);
  }

  @Allow('entry.write')
  @Mutation(() => EntryPayload, { description: 'Attaches an uploaded file.' })
  attachmentAdd(
    @Arg('input', () => AttachmentAddInput) input: AttachmentAddInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, addAttachment, input);
  }

  @Allow('entry.write')
  @Mutation(() => EntryPayload, { description: 'Takes a file off an entry.' })
  attachmentRemove(
    @Arg('input', () => AttachmentRemoveInput) input: AttachmentRemoveInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, removeAttachment, input);
  }

  @Allow('entry.write')
  @Mutation(() => EntryPayload, { description: 'Puts attachments into another order.' })
  attachmentsReorder(
    @Arg('input', () => AttachmentsReorderInput) input: AttachmentsReorderInput,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Payload> {
    return context.write(info, reorderAttachments, input);
  }
}
