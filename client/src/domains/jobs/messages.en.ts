import type { Translation } from '#client/ui/core/messages-type.ts';
import type zh from './messages.zh-CN.ts';

/** The same in English. */
const en: Translation<typeof zh> = {
  title: 'Background jobs',
  hint: 'Mail, reminders, deadlines and other work done by itself. A failed job is tried again a few times; what still fails waits here for somebody.',
  search: 'Search by name',
  field: {
    name: 'Job',
    state: 'State',
    attempts: 'Attempts',
    error: 'Last failure',
    createdAt: 'Queued',
    startAfter: 'Not before',
    startedAt: 'Started',
    finishedAt: 'Finished',
    data: 'Content',
  },
  retry: 'Run again',
  retryTitle_one: 'Run {{count}} job again',
  retryTitle_other: 'Run {{count}} jobs again',
  retried: 'Queued again',
  empty: 'No background jobs yet',
  emptyHint: 'They appear here with the first mail or the first deadline.',
  details: 'Show the content',
};

export default en;
