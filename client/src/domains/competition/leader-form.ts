import type { Problem } from '@xinghuo/shared/kernel/problem';
import type { LeaderEntryQuery } from '#client/__generated__/graphql.ts';
import type { EntryDraft } from './leader-draft.ts';
import type { FormField } from './leader-steps.ts';

/** An entry as its form knows it. */
export type FormEntry = NonNullable<LeaderEntryQuery['entry']>;

/** What every part of the form works with. */
export interface EntryForm {
  readonly entry: FormEntry;
  readonly draft: EntryDraft;
  /** What is missing or wrong now, by the shared rules. */
  readonly problems: readonly Problem[];
  /** Fields that differ from the last submission; null before the first. */
  readonly changed: ReadonlySet<string> | null;
  /** Whether a field's shortcomings are told yet: once it was left, or all of them once asked for. */
  readonly told: (field: FormField) => boolean;
  readonly tell: (field: FormField) => void;
}
