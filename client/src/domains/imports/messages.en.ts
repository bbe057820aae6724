import type { Translation } from '#client/ui/core/messages-type.ts';
import type zh from './messages.zh-CN.ts';

/** The same in English. */
const en: Translation<typeof zh> = {
  title: 'Imports',
  hint: 'Every import with its file, its rows and who did it. The same sheet may be imported again: rows that change nothing are not written twice.',
  search: 'Search by file or person',
  kinds: { units: 'Units', teams: 'Teams', entries: 'Entries', judges: 'Judges', accounts: 'Accounts' },
  importTitle: {
    units: 'Import units',
    teams: 'Import teams',
    entries: 'Import entries',
    judges: 'Import judges',
    accounts: 'Import accounts',
  },
  key: {
    units: 'Units are known by their name: those that exist are updated, others are added.',
    teams: 'Teams are known by their number: those that exist are updated, others are added.',
    entries:
      'Entries are known by edition, team number and title: drafts are updated, others are added as drafts, for the teams to complete and submit.',
    judges: 'Judges are known by edition and email: those that exist are updated, others are added.',
    accounts:
      'Accounts are known by their email, one role a row: roles are added, never taken, and new accounts get a link to set a password.',
  },
  steps:
    'Download the template, fill it in, and put the file here to have it checked. Every problem is shown in its cell. Nothing is written before you confirm, and then all rows are imported or none.',
  check: 'Check and import',
  field: {
    kind: 'Content',
    fileName: 'File',
    rows: 'Rows',
    created: 'Added',
    updated: 'Updated',
    unchanged: 'Unchanged',
    state: 'State',
    actor: 'By',
    at: 'When',
    digest: 'File digest',
  },
  start: 'Import data',
  open: 'Import {{kind}}',
  empty: 'Nothing has been imported yet',
  emptyHint: 'Units, teams, entries, judges and accounts can all be imported from Excel or CSV.',
  rowProblem: 'Row {{row}}: {{why}}',
  unknownFailure: 'Writing failed and nothing was written. Please import the file again.',
  result: {
    queuedTitle: 'Importing in the background',
    queuedBody:
      '“{{file}}” has {{rows}} rows and is written in the background, all of it or nothing. You can leave this page; Imports tells how it ended.',
    title: 'Imported',
    body: '“{{file}}”, {{rows}} rows: {{created}} added, {{updated}} updated, {{unchanged}} unchanged.',
    list: 'Open {{kind}}',
    again: 'Import another file',
    history: 'Imports',
  },
  unknown: 'There is no such import',
  forbidden: 'Your account may not import: {{kind}}',
};

export default en;
