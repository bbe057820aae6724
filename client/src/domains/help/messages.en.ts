import type { Translation } from '#client/ui/core/messages-type.ts';
import type zh from './messages.zh-CN.ts';

/** The same in English. */
const en: Translation<typeof zh> = {
  keys: {
    title: 'Keyboard shortcuts',
    hint: 'Press ? on any page for the keys that work there. Single letters rest while you type in a field.',
    everywhere: {
      title: 'Everywhere',
      palette: 'Find anything',
      help: 'Show the keys that work here',
      close: 'Close a dialog',
    },
    list: {
      title: 'Lists',
      next: 'Next row',
      previous: 'Previous row',
      open: 'Open the row',
      toggle: 'Select the row, or not',
      search: 'Go to the search box',
      newTab: 'Open a row in a new tab',
    },
    form: { title: 'Forms', submit: 'Submit' },
    console: {
      title: 'Scoring',
      digits: 'Mark: 8 is 8 points, 1 0 is 10',
      point: 'Half a point more: 8 . is 8.5',
      clear: 'Clear the mark',
      tab: 'Next criterion, previous criterion',
      comment: 'Comment on the criterion',
      submit: 'Submit and go on to the next',
      next: 'Next entry, previous entry',
      step: 'One step up, one step down',
      declare: 'Declare no conflict and begin marking',
      skip: 'Skip this entry',
      recuse: 'Recuse yourself',
      document: 'Previous document, next document',
      back: 'Back to the queue',
    },
    click: 'click',
    more: 'More help',
    explorer: 'For developers: the API explorer',
  },
  explorer: {
    title: 'API explorer',
    intro:
      'Write and run GraphQL requests here. When you are signed in they run as you; an API token can go into the headers.',
    tokens: 'API tokens',
    loading: 'Opening the explorer…',
    failed: 'The explorer did not open. Check your connection and try again.',
    example: 'Example {{number}}: {{title}}',
    run: 'Ctrl+Enter runs a request. The tabs above hold five examples.',
    examples: {
      Editions: 'the editions, with rounds and the weights of the criteria',
      EligibleEntries: 'entries that passed screening, with team and category',
      Teams: 'teams of the city, with unit and region',
      Exemplars: 'exemplary projects in emergency rescue (no signing in needed)',
      Townships: 'townships and streets with their statistical codes (no signing in needed)',
    },
  },
};

export default en;
