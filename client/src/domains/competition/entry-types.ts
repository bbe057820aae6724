import type { EntryPageQuery, EntrySheetsQuery } from '#client/__generated__/graphql.ts';

/** An entry as its page knows it. */
export type EntryView = NonNullable<EntryPageQuery['entry']>;
export type NoteView = EntryView['screeningNotes'][number];
export type RevisionView = EntryView['revisions'][number];
/** A score sheet as the page of its entry shows it. */
export type SheetView = EntrySheetsQuery['scoreSheets']['nodes'][number];
