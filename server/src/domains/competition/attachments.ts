import {
  ATTACHMENT_FILE_KINDS,
  ATTACHMENT_LIMITS,
  type AttachmentKind,
} from '@xinghuo/shared/competition/entry';
import { entryWindowProblems } from '@xinghuo/shared/competition/entry-steps';
import { problem } from '@xinghuo/shared/kernel/problem';
import { textProblem } from '@xinghuo/shared/kernel/text-limits';
import { sql } from 'kysely';
import type { Tx } from '../../platform/write/tx.ts';
import { useCase } from '../../platform/write/use-case.ts';
import { StoredFile, storedFileAccess } from '../files/index.ts';
import { Attachment } from './attachment.entity.ts';
import { attachmentAccess, entryAccess } from './entry.access.ts';
import { Entry } from './entry.entity.ts';
import { editableProblem, holdEdition, standingOf } from './entry.rules.ts';
import { flushOrRefuse, UNIQUE } from './flush.ts';
import { blindAhead, readFilesJob } from './name-check.ts';

interface AddInput {
  readonly entryId: string;
  readonly fileId: string;
  readonly kind: AttachmentKind;
  readonly title?: string | null;
}

/** The entry, held and open for changes: attachments are part of what is submitted. */
async function openEntry(tx: Tx, id: string): Promise<Entry> {
  await holdEdition(tx, [id]);
  const entry = await tx.get(Entry, entryAccess, id, { right: 'edit' });
  tx.note(editableProblem(entry));
  tx.settle();
  tx.note(...entryWindowProblems(await standingOf(tx, entry.id), tx.now));
  tx.settle();
  return entry;
}

const attached = (tx: Tx, entry: Entry): Promise<Attachment[]> =>
  tx.em.find(Attachment, { entry: entry.id }, { orderBy: { position: 'asc', id: 'asc' } });

/** Attaches a file the account has uploaded. */
export const addAttachment = useCase('attachmentAdd', async (tx, input: AddInput) => {
  const entry = await openEntry(tx, input.entryId);
  const file = await tx.get(StoredFile, storedFileAccess, input.fileId, {
    path: 'fileId',
    right: 'attach',
    lock: 'share',
  });
  const present = await attached(tx, entry);
  if (present.length >= ATTACHMENT_LIMITS.count)
    tx.note(problem('TOO_MANY', 'fileId', { max: ATTACHMENT_LIMITS.count }));
  if (file.size > ATTACHMENT_LIMITS.bytes)
    tx.note(problem('FILE_TOO_LARGE', 'fileId', { maxBytes: ATTACHMENT_LIMITS.bytes }));
  const allowed = ATTACHMENT_FILE_KINDS[input.kind];
  if (!allowed.includes(file.kind)) {
    tx.note(problem('FILE_TYPE_NOT_ALLOWED', 'fileId', { found: file.kind, allowed: allowed.join(', ') }));
  }
  tx.note(textProblem('title', input.title, { max: ATTACHMENT_LIMITS.titleMax }));
  tx.settle();
  const title = input.title?.trim() || file.name.slice(0, ATTACHMENT_LIMITS.titleMax);
  const position = (present.at(-1)?.position ?? 0) + 1;
  tx.em.create(Attachment, { entry, file, kind: input.kind, title, position, createdAt: tx.now });
  await flushOrRefuse(tx, { [UNIQUE]: () => problem('DUPLICATE', 'fileId') });
  const competitionId = entry.competition.id;
  const [edition] = await tx.query<{ blind: boolean }>(
    sql`select ${blindAhead(sql`${competitionId}::uuid`)} as blind`,
  );
  if (edition?.blind) await tx.enqueue(readFilesJob.name, { competitionId });
  return { entry: entry.id };
});

/** Takes a file off an entry; revisions keep its name and digest. */
export const removeAttachment = useCase('attachmentRemove', async (tx, input: { readonly id: string }) => {
  const { entry: owner } = await tx.get(Attachment, attachmentAccess, input.id, { lock: 'none' });
  tx.subject = null;
  const entry = await openEntry(tx, owner.id);
  const present = await attached(tx, entry);
  for (const attachment of present) if (attachment.id === input.id) tx.em.remove(attachment);
  present
    .filter(({ id }) => id !== input.id)
    .forEach((attachment, i) => {
      attachment.position = i + 1;
    });
  return { entry: entry.id };
});

/** Puts an entry's attachments into another order. */
export const reorderAttachments = useCase(
  'attachmentsReorder',
  async (tx, input: { readonly entryId: string; readonly attachmentIds: readonly string[] }) => {
    const entry = await openEntry(tx, input.entryId);
    const present = await attached(tx, entry);
    input.attachmentIds.forEach((id, i) => {
      if (!present.some((attachment) => attachment.id === id))
        tx.note(problem('NOT_FOUND', `attachmentIds.${i}`));
      if (input.attachmentIds.indexOf(id) < i) tx.note(problem('DUPLICATE', `attachmentIds.${i}`));
    });
    if (input.attachmentIds.length !== present.length)
      tx.note(problem('OUT_OF_RANGE', 'attachmentIds', { min: present.length, max: present.length }));
    tx.settle();
    for (const attachment of present) attachment.position = input.attachmentIds.indexOf(attachment.id) + 1;
    return { entry: entry.id };
  },
);
