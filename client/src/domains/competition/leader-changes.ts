import type { CategoryCode } from '@xinghuo/shared/competition/category';
import type { AttachmentKind } from '@xinghuo/shared/competition/entry';
import { budgetTotal } from '@xinghuo/shared/competition/entry-rules';
import type { Label } from '@xinghuo/shared/kernel/label';
import type { DiffField } from '#client/ui/show/diff.tsx';
import { contentOf, type EntryValues } from './leader-content.ts';
import { type RevisionField, revisionFields } from './revision-fields.ts';

/** An attachment as the comparison names it. */
export interface NamedAttachment {
  readonly kind: AttachmentKind;
  readonly title: string;
  readonly file: { readonly name: string };
}

/** A revision without the digests of its files: they are known of what was submitted only. */
function withoutDigests(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('attachments' in content)) return content;
  const files: readonly unknown[] = Array.isArray(content.attachments) ? content.attachments : [];
  return {
    ...content,
    attachments: files.map((file) =>
      typeof file === 'object' && file !== null ? { ...file, sha256: '' } : file,
    ),
  };
}

/** The last submission (`content` of a revision) beside what the form holds now, field by field. */
export function changesSince(
  content: unknown,
  now: { values: EntryValues; category: CategoryCode | undefined; attachments: readonly NamedAttachment[] },
  names: (field: RevisionField) => string,
  words: (label: Label) => string,
): readonly DiffField[] {
  const current = contentOf(now.values);
  const after = {
    ...current,
    category: now.category,
    applicantKind: now.values.applicantKind,
    budgetTotal: budgetTotal(current.budget),
    attachments: now.attachments.map(({ kind, title, file }) => ({ kind, title, name: file.name })),
  };
  return revisionFields(withoutDigests(content), after, names, words);
}

/** The fields that differ from the last submission. */
export function changedFields(fields: readonly DiffField[]): ReadonlySet<string> {
  return new Set(fields.flatMap(({ key, before, after }) => (before === after ? [] : [key])));
}
