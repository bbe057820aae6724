import type { EntryView } from './entry-types.ts';

/** One thing that happened to an entry. */
export type EntryEventItem =
  | { readonly kind: 'created'; readonly at: string }
  | { readonly kind: 'submitted'; readonly at: string; readonly by: string | null; readonly number: number }
  | {
      readonly kind: 'returned';
      readonly at: string;
      readonly by: string | null;
      readonly notes: readonly { readonly field: string; readonly text: string }[];
    }
  | {
      readonly kind: 'extended';
      readonly at: string;
      readonly by: string | null;
      readonly until: string;
      readonly reason: string;
    };

/**
 * What happened to an entry, newest first, from what the entry itself keeps: its revisions, the notes it was returned
 * with (those of one moment are one return) and the extensions granted to it.
 */
export function entryHistory(
  entry: Pick<EntryView, 'id' | 'createdAt' | 'revisions' | 'screeningNotes'> & {
    readonly competition: Pick<EntryView['competition'], 'extensions'>;
  },
): readonly EntryEventItem[] {
  const returns = new Map<string, Extract<EntryEventItem, { kind: 'returned' }>>();
  for (const { createdAt, authorName, field, text } of entry.screeningNotes) {
    const before = returns.get(createdAt)?.notes ?? [];
    returns.set(createdAt, {
      kind: 'returned',
      at: createdAt,
      by: authorName,
      notes: [...before, { field, text }],
    });
  }
  const items: EntryEventItem[] = [
    { kind: 'created', at: entry.createdAt },
    ...entry.revisions.map(
      ({ submittedAt, submittedByName, number }) =>
        ({ kind: 'submitted', at: submittedAt, by: submittedByName, number }) as const,
    ),
    ...returns.values(),
    ...entry.competition.extensions
      .filter(({ entryId }) => entryId === entry.id)
      .map(
        ({ createdAt, createdByName, until, reason }) =>
          ({ kind: 'extended', at: createdAt, by: createdByName, until, reason }) as const,
      ),
  ];
  return items.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
